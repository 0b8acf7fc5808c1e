"""Why a move opens a row, in sentences: what stands in the way, and what the move does to it."""

from collections.abc import Iterable, Iterator

from explorer.figures.phrase import (
    NOTICEABLE,
    capitalised,
    control_title,
    listed,
    points_of,
    whole_points,
)
from explorer.model.case import Case
from explorer.model.result import BoardRow, Opening, Result
from explorer.model.wording import tr


def why_words(result: Result, opening: Opening, row_id: str = "") -> tuple[str, ...]:
    """Say what keeps a row closed and how a move opens it.

    Parameters
    ----------
    result
        Where the row is closed.
    opening
        The move.
    row_id
        The row; "" for the first that the move opens.

    Returns
    -------
    Sentences; none where the move opens no row of the board.
    """
    wanted = row_id or next(iter(opening.row_ids), "")
    for before, after in zip(result.board, opening.board, strict=True):
        if before.row.id == wanted:
            case = result.scenario.case
            return (*_in_the_way(case, before), *_done(case, before, after))
    return ()


def _in_the_way(case: Case, row: BoardRow) -> Iterator[str]:
    name = capitalised(row.row.short)
    if row.broken_lines:
        yield tr("{row} is ruled out by {lines}.", row=name, lines=_lines(case, row.broken_lines))
    if row.target_floor_any is None:
        yield tr(
            "No concessions at any price are enough for {target} to accept {row}.",
            target=case.target.short,
            row=row.row.short,
        )
        return
    if row.blocking_lines:
        yield tr(
            "{row}: the cheapest concessions that are enough, at {price}, are ruled out by "
            "{lines}.",
            row=name,
            price=whole_points(row.target_floor_any),
            lines=_lines(case, row.blocking_lines),
        )
        if row.target_floor is None:
            yield tr("All red lines together leave no concessions that are enough.")
    floor = row.target_floor if row.target_floor is not None else row.target_floor_any
    if whole_points(floor) != whole_points(row.sender_limit) and floor > row.sender_limit:
        yield tr(
            "{target} asks {floor} for {row}, {sender} gives {limit} at most.",
            target=case.target.short,
            floor=whole_points(floor),
            row=row.row.short,
            sender=case.sender.short,
            limit=whole_points(row.sender_limit),
        )
    elif floor > row.sender_limit:
        yield tr(
            "{target}’s floor for {row} and {sender}’s limit miss each other by less than one "
            "point.",
            target=case.target.short,
            row=row.row.short,
            sender=case.sender.short,
        )


def _done(case: Case, before: BoardRow, after: BoardRow) -> Iterator[str]:
    lifted = [line for line in before.broken_lines if line not in after.broken_lines]
    if lifted:
        yield tr("The move lifts {lines}.", lines=_lines(case, lifted))
    elif before.target_floor is None and before.target_floor_any is not None:
        yield tr("The move allows concessions that are enough.")
    elif before.target_floor is None:
        yield tr("The move makes some concessions enough.")
    yield from _raised(case, before, after)
    yield from _lowered(case, before, after)
    yield tr(
        "Then the floor of {floor} lies within the limit of {limit}.",
        floor=whole_points(after.target_floor),
        limit=whole_points(after.sender_limit),
    )


def _raised(case: Case, before: BoardRow, after: BoardRow) -> Iterator[str]:
    """Say how far the sender's limit rises, if it does; by how much where both read alike."""
    rise = after.sender_limit - before.sender_limit
    if rise < NOTICEABLE:
        return
    first, then = whole_points(before.sender_limit), whole_points(after.sender_limit)
    sender = case.sender.short
    if first == then:
        yield tr(
            "The move raises {sender}’s limit by {points}.", sender=sender, points=points_of(rise)
        )
        return
    yield tr(
        "The move raises {sender}’s limit from {before} to {after}.",
        sender=sender,
        before=first,
        after=then,
    )


def _lowered(case: Case, before: BoardRow, after: BoardRow) -> Iterator[str]:
    """Say how far the target's floor falls, if it does; by how much where both read alike."""
    if before.target_floor is None or after.target_floor is None:
        return
    fall = before.target_floor - after.target_floor
    if fall < NOTICEABLE:
        return
    first, then = whole_points(before.target_floor), whole_points(after.target_floor)
    target = case.target.short
    if first == then:
        yield tr(
            "The move lowers {target}’s floor by {points}.", target=target, points=points_of(fall)
        )
        return
    yield tr(
        "The move lowers {target}’s floor from {before} to {after}.",
        target=target,
        before=first,
        after=then,
    )


def _lines(case: Case, line_ids: Iterable[str]) -> str:
    return listed(tr("“{line}”", line=control_title(case, case.control(line))) for line in line_ids)
