"""Small pieces of sentences that several figures share: lists of names, line names, lengths."""

from collections.abc import Iterable

from explorer.model.case import Case
from explorer.model.control import Control, LimitControl
from explorer.model.result import BoardRow, Result
from explorer.model.wording import tr

NOTICEABLE = 0.05
"""The smallest difference in points that is told; one decimal is all that the model can bear."""


def listed(names: Iterable[str]) -> str:
    """Return names as one enumeration, such as "test pause, interim freeze"."""
    text = ""
    for name in names:
        text = tr("{first}, {next}", first=text, next=name) if text else name
    return text


def row_names(rows: Iterable[BoardRow]) -> str:
    """Return the short names of rows of the board as one enumeration."""
    return listed(row.row.short for row in rows)


def scale_text(value: float) -> str:
    """Return a value of a scale (0 to 100) with at most one decimal."""
    return f"{round(value, 1):g}"


def bound_word(control: LimitControl) -> str:
    """Return which way a red line binds: "at most" or "at least"."""
    return tr("at most") if control.bound == "at_most" else tr("at least")


def control_title(case: Case, control: Control) -> str:
    """Return a control's name; a red line's with its party, as both sides draw alike ones."""
    if control.kind != "limit":
        return control.name
    party = case.party(control.party).short
    return tr("{party}: {control}", party=party, control=control.name)


def membership_words(is_member: bool) -> str:
    """Return whether a package lies in the deal zone, in a sentence."""
    return tr("In the deal zone.") if is_member else tr("Not in the deal zone.")


def open_count(result: Result) -> int:
    """Return how many rows of the board have a deal zone."""
    return sum(row.is_open for row in result.board)


def capitalised(text: str) -> str:
    """Return words with a capital first letter, for the start of a sentence."""
    return text[:1].upper() + text[1:]
