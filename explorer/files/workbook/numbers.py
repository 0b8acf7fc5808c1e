"""Numbers as they stand in sheets: as numbers, or typed as text in any country's way."""

import math
import re

from explorer.model.errors import ScenarioError
from explorer.model.wording import tr

_BLANKS = re.compile("[\\s\u00a0\u202f\u2009'\u2019_]")
"""Marks between thousands that mean nothing else."""

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
"""One mark before three digits: it may group thousands or begin decimals."""

LONGEST = 40
"""Characters of what was typed that a message repeats."""

LOST = 1e-12
"""Which part of a number a spreadsheet may lose."""


def cell_number(value: object) -> float:
    """Return the number in a cell.

    Texts may have blanks or apostrophes between thousands, a decimal comma, and points or commas
    between thousands where the other mark, or the same mark again, makes clear which is which.

    Raises :class:`ScenarioError` if it is no ordinary number, or could be two; the message says
    what to type.
    """
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, int | float):
        if math.isfinite(value):
            return float(value)
        raise ScenarioError(tr("this is no ordinary number."))
    typed = str(value)
    text = _BLANKS.sub("", typed).replace("\N{MINUS SIGN}", "-")
    if _GROUPED.fullmatch(text) and "," in text:
        whole, decimal = text.replace(",", ""), text.replace(",", ".")
        raise ScenarioError(
            tr(
                "“{typed}” may mean {whole} or {decimal}. Type one of them.",
                typed=typed[:LONGEST],
                whole=whole,
                decimal=decimal,
            )
        )
    plain = _with_point(text)
    if not _NUMBER.fullmatch(plain) or not math.isfinite(float(plain)):
        raise ScenarioError(tr("“{typed}” is no number.", typed=typed[:LONGEST]))
    return float(plain)


def kept_number(number: float, given: float) -> float:
    """Return a number that was read, or the one that was written where only digits were lost.

    Spreadsheets keep fifteen digits.
    """
    is_same = math.isclose(number, given, rel_tol=LOST, abs_tol=LOST)
    return given if is_same else number


def _with_point(text: str) -> str:
    """Return a typed number with a point for its decimals and nothing between thousands."""
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return text
    mark = text[last]
    if text.count(mark) > 1:
        return text.replace(mark, "") if _is_grouped(text, mark) else text
    before = text[:last]
    other = "," if mark == "." else "."
    if other in before and _is_grouped(before, other):
        before = before.replace(other, "")
    return f"{before}.{text[last + 1 :]}"


def _is_grouped(text: str, mark: str) -> bool:
    """Return whether marks stand before every three digits from the end, and nowhere else."""
    first, *groups = text.lstrip("+-").split(mark)
    digits = (first, *groups)
    return 1 <= len(first) <= 3 and all(map(str.isdigit, digits)) and {*map(len, groups)} == {3}
