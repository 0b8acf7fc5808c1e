"""Why a move opens a row, in sentences: what stands in the way, and what the move does to it."""

from collections.abc import Iterable, Iterator

from explorer.figures.clash_words import clash_words
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
from explorer.model.scenario import Scenario
from explorer.model.wording import tr


def why_words(result: Result, opening: Opening, row_id: str = "") -> tuple[str, ...]:
    """Say what keeps a row closed and how a move opens it.

    Parameters
    ----------
    row_id
        The row; "" for the first that the move opens.

    Returns
    -------
    Sentences; none where the move opens no row of the board.
    """
    wanted = row_id or next(iter(opening.row_ids), "")
    for before, after in zip(result.board, opening.board, strict=True):
        if before.row.id == wanted:
            scenario = result.scenario
            return (*_in_the_way(scenario, before), *_done(scenario.case, before, after))
    return ()


def _in_the_way(scenario: Scenario, row: BoardRow) -> Iterator[str]:
    case = scenario.case
    names = {"target": case.target.short, "sender": case.sender.short, "row": row.row.short}
    if row.broken_lines:
        lines = capitalised(_lines(case, row.broken_lines))
        yield tr("{lines} rules out {row}.", lines=lines, row=row.row.short)
    if row.target_floor_any is None:
        yield tr("No concessions, at any price, would make {target} accept {row}.", **names)
        return
    if row.blocking_lines:
        yield from _kept_out(scenario, row, names)
    floor = row.target_floor if row.target_floor is not None else row.target_floor_any
    if whole_points(floor) != whole_points(row.sender_limit) and floor > row.sender_limit:
        yield tr(
            "For {row}, {target} asks for at least {floor} points; {sender} gives at most {limit}.",
            floor=whole_points(floor),
            limit=whole_points(row.sender_limit),
            **names,
        )
    elif floor > row.sender_limit:
        yield tr(
            "For {row}, {target} asks for slightly more than {sender} would give: less than one "
            "point is missing.",
            **names,
        )


def _kept_out(scenario: Scenario, row: BoardRow, names: dict[str, str]) -> Iterator[str]:
    """Say how red lines keep out concessions that would be enough."""
    clashes = tuple(clash_words(scenario))
    if clashes:
        yield from clashes
        return
    yield tr(
        "{target} would sign {row} for concessions that cost {sender} {price}, but they are ruled "
        "out: {lines}.",
        price=points_of(row.target_floor_any or 0),
        lines=_lines(scenario.case, row.blocking_lines),
        **names,
    )
    if row.target_floor is None:
        yield tr("Inside all red lines no concessions are enough for {target}.", **names)


def _done(case: Case, before: BoardRow, after: BoardRow) -> Iterator[str]:
    lifted = [line for line in before.broken_lines if line not in after.broken_lines]
    if lifted:
        yield tr("The change lifts {lines}.", lines=_lines(case, lifted))
    elif before.target_floor is None and before.target_floor_any is not None:
        yield tr("The change allows concessions that are enough.")
    elif before.target_floor is None:
        yield tr("The change makes some concessions enough.")
    yield from _raised(case, before, after)
    yield from _lowered(case, before, after)
    yield tr(
        "Then {target} asks for {floor} and {sender} gives up to {limit}: a deal zone opens.",
        target=case.target.short,
        sender=case.sender.short,
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
            "The change lets {sender} give {points} more.", sender=sender, points=points_of(rise)
        )
        return
    yield tr(
        "The change raises the most that {sender} gives from {before} to {after}.",
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
            "The change lets {target} accept {points} less.", target=target, points=points_of(fall)
        )
        return
    yield tr(
        "The change lowers the least that {target} accepts from {before} to {after}.",
        target=target,
        before=first,
        after=then,
    )


def _lines(case: Case, line_ids: Iterable[str]) -> str:
    return listed(control_title(case, case.control(line)) for line in line_ids)
