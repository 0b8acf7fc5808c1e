"""What is known of a split that takes longer than a frame."""

from dataclasses import dataclass

from explorer.model.scenario import Scenario
from explorer.solver.split import Coalitions

LIVE_PLAYERS = 3
"""Up to so many differing settings are split anew with every move: eight solves."""


@dataclass(frozen=True, slots=True)
class SplitProgress:
    """What is known of a split that takes longer than a frame.

    ``found`` is the last complete one, possibly of other settings; ``share`` how much of the one
    that is wanted has been solved, 0 to 1.
    """

    found: Coalitions | None = None
    share: float = 0.0


def is_split_of(found: Coalitions | None, start: Scenario, end: Scenario) -> bool:
    """Return whether a complete split answers for exactly these two scenarios."""
    return (
        found is not None
        and found.start.case is start.case
        and (found.start.values, found.end.values) == (start.values, end.values)
    )
