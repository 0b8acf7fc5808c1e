"""The announcement: one or two sentences that a screen reader says after a change."""

from explorer.figures.change import Change, changes, opened_and_closed
from explorer.figures.control_words import control_status
from explorer.figures.line_words import line_sentence
from explorer.figures.phrase import control_title, row_names
from explorer.model.result import Result
from explorer.model.wording import tr, tr_n

MOST_SPOKEN = 2
"""How many moved controls are named one by one."""


def announcement(old: Result, new: Result) -> str:
    """Say what was moved and which commitments opened or closed; "" if nothing was moved."""
    moved = [change for change in changes(old, new) if change.control_id]
    if not moved:
        return ""
    said = opened_and_closed_words(old, new) or tr("No commitment opened or closed.")
    return " ".join((_moved_sentence(new, moved), said))


def opened_and_closed_words(old: Result, new: Result) -> str:
    """Name the commitments whose zones opened or closed between two results; "" for none."""
    opened, closed = opened_and_closed(old, new)
    sentences: list[str] = []
    if opened:
        count, rows = len(opened), row_names(opened)
        sentences.append(
            tr_n("Commitment opened: {rows}.", "Commitments opened: {rows}.", count, rows=rows)
        )
    if closed:
        count, rows = len(closed), row_names(closed)
        sentences.append(
            tr_n("Commitment closed: {rows}.", "Commitments closed: {rows}.", count, rows=rows)
        )
    return " ".join(sentences)


def _moved_sentence(new: Result, moved: list[Change]) -> str:
    if len(moved) > MOST_SPOKEN:
        return tr_n("{n} setting changed.", "{n} settings changed.", len(moved))
    return " ".join(_spoken(new, change.control_id) for change in moved)


def _spoken(new: Result, control_id: str) -> str:
    case = new.scenario.case
    status = control_status(case, control_id, new.scenario.value(control_id))
    control = case.control(control_id)
    words = {"control": control_title(case, control), "value": status.value_text}
    if control.kind == "scale":
        return tr("{control} is now {value}: {status}.", status=status.status, **words)
    if control.kind == "limit":
        return tr("{line}.", line=line_sentence(case, control, new.scenario.value(control_id)))
    return tr("{control} is now set to “{value}”.", **words)
