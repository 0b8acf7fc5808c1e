"""Openings as data: the smallest single changes that open an empty zone or what is closed."""

from collections.abc import Iterator

from explorer.model.result import Opening, Result
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.sweep import all_sweeps

MOST = 3
"""How many moves are offered for each row."""

Found = tuple[str, tuple[Opening, ...]]
"""The id of a closed row, or "" for the zone, and what opens it."""


def found_openings(result: Result) -> Iterator[Found]:
    """Yield what opens the empty zone, or each closed row."""
    if not result.zone.packages:
        yield "", zone_openings(result, most=MOST)
        return
    sweeps = all_sweeps(result.scenario)
    for row in result.board:
        if not row.is_open:
            yield row.row.id, row_openings(result, row.row.id, sweeps, most=MOST)


def openings_record(result: Result) -> list[dict[str, object]]:
    """Return openings as records for JSON; ``row`` is null where the zone is empty.

    ``mover`` is whose move it is: "sender", "target", "others", "time", or "nobody" for what could
    only be otherwise.
    """
    return [
        {
            "row": row_id or None,
            "control": opening.control_id,
            "mover": opening.mover,
            "value": opening.value,
            "share_of_range": opening.share,
            "opens": list(opening.row_ids),
            "packages": opening.packages,
        }
        for row_id, openings in found_openings(result)
        for opening in openings
    ]
