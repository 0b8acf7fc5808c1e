"""What a red line costs: the packages that would be regained without it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BindingLine:
    """One active line of a scenario, and what the zone would be if this line alone were dropped.

    ``regained`` are the packages that join the zone then, never fewer than none, since dropping a
    line forbids nothing; ``opened`` are the ids of the board's rows that open.
    """

    control_id: str
    regained: int
    opened: tuple[str, ...]
