"""Openings as data: the smallest changes that open an empty zone or what is closed."""

from collections.abc import Iterator

from explorer.model.breaking import ZONE, Claim, ControlMove, MovePair
from explorer.model.result import Opening, Result
from explorer.solver.moves import opening_pairs
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.sweep import all_sweeps

MOST = 3
"""How many moves are offered for each row."""

Found = tuple[str, tuple[Opening, ...], tuple[MovePair, ...] | None]
"""The id of a closed row, or "" for the zone; what opens it alone; and which pairs do, where no
single change that somebody can make does."""


def found_openings(result: Result) -> Iterator[Found]:
    """Yield what opens the empty zone, or each closed row."""
    if not result.zone.packages:
        openings = zone_openings(result, most=MOST)
        yield "", openings, opening_pairs(result, ZONE, openings, most=MOST)
        return
    sweeps = all_sweeps(result.scenario)
    for row in result.board:
        if not row.is_open:
            openings = row_openings(result, row.row.id, sweeps, most=MOST)
            claim = Claim("row", row.row.id)
            yield row.row.id, openings, opening_pairs(result, claim, openings, most=MOST)


def openings_record(result: Result) -> dict[str, object]:
    """Return openings for JSON: ``openings``, and ``opening_pairs`` where it takes two.

    ``row`` is null where the zone is empty. ``mover`` is whose move it is: "sender", "target",
    "others", "time", or "nobody" for what could only be otherwise.
    """
    found = tuple(found_openings(result))
    return {
        "openings": [_record(row_id, each) for row_id, openings, _ in found for each in openings],
        "opening_pairs": [
            pair_record(each) | {"row": row_id or None}
            for row_id, _, pairs in found
            for each in pairs or ()
        ],
    }


def _record(row_id: str, opening: Opening) -> dict[str, object]:
    return {
        "row": row_id or None,
        "control": opening.control_id,
        "mover": opening.mover,
        "value": opening.value,
        "share_of_range": opening.share,
        "opens": list(opening.row_ids),
        "packages": opening.packages,
    }


def pair_record(pair: MovePair) -> dict[str, object]:
    """Return two moves that do something together only as a record for JSON."""
    return {
        "moves": [move_record(move) for move in pair.moves],
        "share_of_range": pair.share,
        "opens": list(pair.row_ids),
        "packages": pair.packages,
    }


def move_record(move: ControlMove) -> dict[str, object]:
    """Return one move as a record for JSON."""
    return {
        "control": move.control_id,
        "mover": move.mover,
        "value": move.value,
        "share_of_range": move.share,
    }
