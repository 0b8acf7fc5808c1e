"""Small pieces of sentences that several figures share: lists of names, line names, lengths."""

from collections.abc import Iterable

from explorer.model.case import Case
from explorer.model.control import Control
from explorer.model.result import BoardRow, Result
from explorer.model.wording import tr, tr_n

MINUS = "\N{MINUS SIGN}"

NOTICEABLE = 0.05
"""The smallest difference in points that is told; one decimal is all that the model can bear."""

NOTHING = 1e-9
"""Points up to which a number is zero (the solver's rule)."""

HALF = 0.5
"""Points from which a number is told as a whole one; judged numbers bear no decimal on screen."""


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


def whole_points(value: float | None) -> str:
    """Return points as the screen and sentences tell them: whole, half a point rounded up.

    Only tables have a decimal. What is more than nothing is never told as nothing: it is "under
    1", or "just below 0" for a loss. None is the word for no such number.
    """
    if value is None:
        return tr("none")
    size = _whole(value)
    if abs(value) <= NOTHING:
        return "0"
    if not size:
        return tr("under 1") if value > 0 else tr("just below 0")
    return f"{MINUS if value < 0 else ''}{size:,}"


def signed_points(value: float) -> str:
    """Return points over or under something as the screen tells them: whole, with their sign."""
    size = _whole(value)
    if abs(value) <= NOTHING:
        return "0"
    if not size:
        return tr("just above 0") if value > 0 else tr("just below 0")
    return f"{MINUS if value < 0 else '+'}{size:,}"


def points_of(value: float) -> str:
    """Return a number of points that is not negative with its unit, such as "4 points"."""
    number = _whole(value) or int(value > NOTHING)
    return tr_n("{points} point", "{points} points", number, points=whole_points(value))


def _whole(value: float) -> int:
    """Return how many whole points a number is from zero, half a point rounded up."""
    return int(round(abs(value), 9) + HALF)


def control_title(case: Case, control: Control) -> str:
    """Return a control's name; a red line's with its party, as both sides draw alike ones."""
    if control.kind != "limit":
        return control.name
    party = case.party(control.party).short
    return tr("{party}’s line on {topic}", party=party, topic=control.topic or control.name)


def membership_words(is_member: bool, why: str = "") -> str:
    """Return whether a package lies in the deal zone, in a sentence.

    ``why`` says what keeps it out; "" where that is not known.
    """
    if is_member:
        return tr("In the deal zone.")
    return tr("Not in the deal zone: {why}.", why=why) if why else tr("Not in the deal zone.")


def open_count(result: Result) -> int:
    """Return how many rows of the board have a deal zone."""
    return sum(row.is_open for row in result.board)


def capitalised(text: str) -> str:
    """Return words with a capital first letter, for the start of a sentence."""
    return text[:1].upper() + text[1:]
