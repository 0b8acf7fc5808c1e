"""What changed between two results: settings moved, and zones opened, closed, wider, narrower."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from explorer.figures.control_words import change_words
from explorer.figures.phrase import NOTICEABLE, capitalised, control_title
from explorer.figures.prices import zone_span
from explorer.model.result import BoardRow, Result
from explorer.model.wording import tr

Verdict = Literal["opened", "closed", "wider", "narrower", "same"]
"""What became of a row's zone between two results."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the list of changes: about a control, a row of the board or an assumption.

    Exactly one of the ids is not "". ``detail`` tells a control's words or an assumption's
    numbers before and after, or what became of the row's zone.
    """

    title: str
    detail: str
    control_id: str = ""
    row_id: str = ""
    assumption_id: str = ""


def changes(old: Result, new: Result) -> tuple[Change, ...]:
    """Return what differs between two results of one case.

    Moved controls come first, in the case's order; then rows that opened, closed, widened and
    narrowed. Both lists stand beside each other without saying which caused which.
    """
    return (*moved_controls(old, new), *row_changes(old, new))


def row_changes(old: Result, new: Result) -> tuple[Change, ...]:
    """Return the rows that opened, closed, widened or narrowed, in this order."""
    verdicts = [(row_verdict(*pair), pair[1]) for pair in zip(old.board, new.board, strict=True)]
    return tuple(
        Change(capitalised(row.row.short), text, row_id=row.row.id)
        for wanted, text in _verdict_words()
        for verdict, row in verdicts
        if verdict == wanted
    )


def opened_and_closed(old: Result, new: Result) -> tuple[list[BoardRow], list[BoardRow]]:
    """Return the rows that opened and the rows that closed, in the board's order."""
    pairs = list(zip(old.board, new.board, strict=True))
    opened = [after for before, after in pairs if after.is_open and not before.is_open]
    closed = [after for before, after in pairs if before.is_open and not after.is_open]
    return opened, closed


def zone_width(row: BoardRow) -> float:
    """Return how wide a row's zone is as drawn, in the sender's cost points; 0 if closed."""
    span = zone_span(row)
    return 0 if span is None else span[1] - span[0]


def moved_controls(old: Result, new: Result) -> Iterator[Change]:
    """Yield a change for each control that does not stand alike, in the case's order."""
    case = new.scenario.case
    for control in case.controls:
        before, after = old.scenario.value(control.id), new.scenario.value(control.id)
        if before != after:
            detail = tr(
                "{before} → {after}",
                before=change_words(case, control.id, before),
                after=change_words(case, control.id, after),
            )
            yield Change(control_title(case, control), detail, control_id=control.id)


def row_verdict(before: BoardRow, after: BoardRow) -> Verdict:
    """Return what became of a row's zone, as drawn."""
    if before.is_open != after.is_open:
        return "opened" if after.is_open else "closed"
    growth = zone_width(after) - zone_width(before)
    if abs(growth) < NOTICEABLE:
        return "same"
    return "wider" if growth > 0 else "narrower"


def _verdict_words() -> tuple[tuple[Verdict, str], ...]:
    return (
        ("opened", tr("zone opened")),
        ("closed", tr("zone closed")),
        ("wider", tr("zone wider")),
        ("narrower", tr("zone narrower")),
    )
