"""What arguments may look like: sizes, percentages and counts, with a word when they do not."""

import argparse
from collections.abc import Callable
from math import inf
from typing import TypeVar

from explorer.model.wording import tr
from explorer.views.options import LARGEST_SIDE, SMALLEST_SIDE

MOST_STEPS = 100_000
"""The longest scripted drag."""

MOST_SETS = 1_000_000
"""The most assumption sets that one study looks at."""

LONGEST_LIMIT = 3600
"""Seconds that one can give the self-test at most."""

Parsed = TypeVar("Parsed")
Number = TypeVar("Number", int, float)


def checked(convert: Callable[[str], Parsed], wanted: str) -> Callable[[str], Parsed]:
    """Return a converter whose failure argparse reports with what would have been right."""

    def converted(text: str) -> Parsed:
        try:
            return convert(text)
        except ValueError:
            message = tr('"{text}" is not {wanted}', text=text, wanted=wanted)
            raise argparse.ArgumentTypeError(message) from None

    return converted


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """Return the converter of a whole number in a range."""
    wanted = tr("a number from {low:,} to {high:,}", low=lowest, high=highest)
    return checked(within(int, lowest, highest), wanted)


def seed_type() -> Callable[[str], int]:
    """Return the converter of a seed that can be any whole number from 0 on."""
    return checked(within(int, 0), tr("a whole number that is not negative"))


def size_type() -> Callable[[str], tuple[int, int]]:
    """Return the converter of ``WxH``, in pixels."""
    wanted = tr(
        "a size such as 1600x900, each side {low} to {high}", low=SMALLEST_SIDE, high=LARGEST_SIDE
    )
    return checked(picture_size, wanted)


def text_scale(text: str) -> float:
    """Return a percentage from 100 to 200 as a factor; :class:`ValueError` if it is none."""
    percent = float(text.removesuffix("%"))
    if not 100 <= percent <= 200:
        raise ValueError(text)
    return percent / 100


def within(
    number: Callable[[str], Number], lowest: float, highest: float = inf
) -> Callable[[str], Number]:
    """Return a converter to a number in a range; it raises :class:`ValueError` for any other."""

    def converted(text: str) -> Number:
        found = number(text)
        if not lowest <= found <= highest:
            raise ValueError(text)
        return found

    return converted


def picture_size(text: str) -> tuple[int, int]:
    """Return width and height of a text such as ``1600x900``; :class:`ValueError` if it is none."""
    width, _, height = text.lower().partition("x")
    sides = int(width), int(height)
    if not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in sides):
        raise ValueError(text)
    return sides


def choice_pair(text: str) -> tuple[str, str]:
    """Return id and value of a text such as ``split.measure=packages``.

    Raises :class:`ValueError` if either is missing.
    """
    choice, _, value = text.partition("=")
    if not choice.strip() or not value.strip():
        raise ValueError(text)
    return choice.strip(), value.strip()
