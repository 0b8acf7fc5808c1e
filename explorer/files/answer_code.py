"""Answer lines: what a reader of a take-home page did, as a short code with check digits.

A code is a number in digits to the base of 32, without the letters that look like others. It
begins with the number of its page, and its last two digits make the whole divisible by a prime:
so any single wrong digit, and any two neighbours that were exchanged, are found.
"""

import re
from collections.abc import Sequence
from math import prod

from explorer.model.errors import ScenarioError
from explorer.model.wording import tr, tr_n

PREFIX = "DZ"
"""How every answer line starts, so that a person can tell what it is."""

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE = len(DIGITS)

CHECK = 1021
"""The largest prime below what two digits can hold. Neither a digit's difference nor that of two
neighbours times 31 is a multiple of it."""

CHECK_DIGITS = 2

PAGES = 2**20
"""Numbers of pages: two pages have the same one about once in a million times."""

LONGEST_LINE = 2_000
"""Characters; the line of a page with every control and row is shorter."""

_LOOKALIKES = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]+")
_GROUP = 4


def encode(page: int, sizes: Sequence[int], numbers: Sequence[int]) -> str:
    """Return the answer line of a page.

    Parameters
    ----------
    page
        The page's number, from 0 to below :data:`PAGES`.
    sizes
        How many values each number can have.
    numbers
        The numbers, each from 0 to below its size.
    """
    whole = page
    for size, number in zip(sizes, numbers, strict=True):
        whole = whole * size + number
    shifted = whole * BASE**CHECK_DIGITS
    text = _digits(shifted + -shifted % CHECK, _length(sizes))
    groups = (text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
    return "-".join((PREFIX, *groups))


def decode(page: int, sizes: Sequence[int], line: str) -> tuple[int, ...]:
    """Return the numbers of an answer line, however it was typed.

    Small letters, blanks and missing hyphens do not matter, nor do O for 0 and I or L for 1.

    Raises
    ------
    ScenarioError
        If it is no answer line, has lost or gained a character, holds a wrong one, or belongs to
        another page.
    """
    text = _typed(line)
    missing = _length(sizes) - len(text)
    if missing > 0:
        raise ScenarioError(
            tr_n(
                "This answer line is {n} character too short. Copy all of it.",
                "This answer line is {n} characters too short. Copy all of it.",
                missing,
            )
        )
    if missing < 0:
        raise ScenarioError(
            tr_n(
                "This answer line is {n} character too long, or belongs to another page.",
                "This answer line is {n} characters too long, or belongs to another page.",
                -missing,
            )
        )
    whole = 0
    for sign in text:
        whole = whole * BASE + DIGITS.index(sign)
    if whole % CHECK:
        raise ScenarioError(
            tr(
                "A character of this answer line is wrong, or two are exchanged: its check digits "
                "do not fit. Compare it with the page, or copy it again."
            )
        )
    whole //= BASE**CHECK_DIGITS
    numbers: list[int] = []
    for size in reversed(sizes):
        whole, number = divmod(whole, size)
        numbers.append(number)
    if whole != page:
        raise ScenarioError(tr("This answer line belongs to another page."))
    return tuple(reversed(numbers))


def _typed(line: str) -> str:
    """Return the digits of a line without its prefix."""
    text = _BETWEEN.sub("", line[:LONGEST_LINE]).upper()
    if not text.startswith(PREFIX):
        raise ScenarioError(
            tr('This is no answer line: it starts with "{prefix}-".', prefix=PREFIX)
        )
    text = text.removeprefix(PREFIX).translate(_LOOKALIKES)
    for sign in text:
        if sign not in DIGITS:
            raise ScenarioError(
                tr('"{sign}" stands in no answer line. Copy it again.', sign=_shown(sign))
            )
    return text


def _shown(sign: str) -> str:
    return sign if sign.isprintable() else "?"


def _length(sizes: Sequence[int]) -> int:
    """Return how many digits every line of a page has."""
    most, length = PAGES * prod(sizes) - 1, CHECK_DIGITS
    while most:
        most //= BASE
        length += 1
    return length


def _digits(number: int, length: int) -> str:
    signs: list[str] = []
    for _ in range(length):
        number, digit = divmod(number, BASE)
        signs.append(DIGITS[digit])
    return "".join(reversed(signs))
