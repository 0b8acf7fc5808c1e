"""Numbers as people type them: where a comma is a decimal point, and where it separates."""

import re

from explorer.model.errors import ScenarioError
from explorer.model.wording import tr, tr_n

_SEPARATORS = re.compile(r"\s*;\s*|\s+,\s*|,?\s+")
_DECIMAL_COMMA = re.compile(r"(?:^|(?<=\d)),(?=\d)")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+")
"""A comma that may group thousands as well as stand for a decimal point."""


def typed_numbers(text: str, wanted: int) -> tuple[float, ...]:
    """Return the numbers that the whole of a typed text stands for.

    A comma between two digits is a decimal comma where one number is wanted, and where spaces or
    semicolons set the numbers apart; everywhere else it separates.

    Parameters
    ----------
    text
        What was typed; true minus signs and multiplication signs are taken too.
    wanted
        How many numbers it has to hold.

    Raises
    ------
    ScenarioError
        If the text holds anything else, or another count of numbers; the message names the
        decimal point where a comma may have been meant as one.
    """
    plain = text.replace("\N{MINUS SIGN}", "-").replace("\N{MULTIPLICATION SIGN}", " ").strip()
    pieces = _pieces(plain, wanted)
    numbers = [number_in(_DECIMAL_COMMA.sub(".", piece)) for piece in pieces]
    found = tuple(number for number in numbers if number is not None)
    if not pieces or len(found) < len(pieces) or any(map(_GROUPED.fullmatch, pieces)):
        raise ScenarioError(_with_point(tr("“{text}” is not a number.", text=text), plain))
    if len(found) != wanted:
        raise ScenarioError(_with_point(_wrong_count(len(found), wanted), plain))
    return found


def typed_list(text: str) -> tuple[float, ...]:
    """Return all numbers of a typed list, at least one; a comma separates, as in "0, 20.5, 40".

    Raises :class:`ScenarioError` if the text holds none, or anything else.
    """
    plain = text.replace("\N{MINUS SIGN}", "-").strip()
    pieces = [piece for piece in re.split(r"[;,\s]+", plain) if piece]
    numbers = [number_in(piece) for piece in pieces]
    found = tuple(number for number in numbers if number is not None)
    if not found or len(found) < len(pieces):
        wrong = next((p for p, n in zip(pieces, numbers, strict=True) if n is None), text)
        raise ScenarioError(tr("“{text}” is not a number.", text=wrong))
    return found


def number_in(text: str) -> float | None:
    """Return the number that a text without separators stands for; None if it is none."""
    try:
        # Python takes underscores between digits; people type them by mistake only.
        return None if "_" in text else float(text)
    except ValueError:
        return None


def has_decimal_comma(text: str) -> bool:
    """Return whether a text would be a number if its comma were a decimal point."""
    return text.count(",") == 1 and number_in(text.strip().replace(",", ".")) is not None


def with_point_hint(problem: str) -> str:
    """Return a sentence that tells a problem, and how decimals are written."""
    return tr("{problem} Write decimals with a point, as in 0.5.", problem=problem)


def _pieces(text: str, wanted: int) -> list[str]:
    # A comma at the very end waits for what comes next.
    words = _SEPARATORS.split(text.removesuffix(","))
    words = [word for word in words if word]
    if wanted == 1 or len(words) > 1:
        return words
    return words[0].split(",") if words else []


def _wrong_count(given: int, wanted: int) -> str:
    return tr_n(
        "{n} number is wanted here, but {given} were typed.",
        "{n} numbers are wanted here, but {given} were typed.",
        wanted,
        given=given,
    )


def _with_point(problem: str, text: str) -> str:
    return problem if _DECIMAL_COMMA.search(text) is None else with_point_hint(problem)
