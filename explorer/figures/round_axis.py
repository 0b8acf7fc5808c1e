"""Axes that fit their numbers: round ends and a few round ticks, zero always among them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class RoundAxis:
    """Where an axis begins and ends, and the values at its ticks."""

    minimum: float
    maximum: float
    ticks: tuple[float, ...]


def round_axis(values: Iterable[float], *, least: float) -> RoundAxis:
    """Return an axis that holds zero and all values.

    Parameters
    ----------
    values
        What has to find room.
    least
        The smallest step between ticks that makes sense, more than 0.
    """
    known = [0.0, *values]
    low, high = min(known), max(known)
    span = max(high - low, least)
    step = _round_up(span / MOST_TICKS, least)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if first == last:
        last += 1
    ticks = tuple(step * place for place in range(first, last + 1))
    return RoundAxis(ticks[0], ticks[-1], ticks)


def _round_up(step: float, least: float) -> float:
    """Return the next larger of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** floor(log10(max(step, least)))
    fitting = (factor * power for factor in (1, 2, 5, 10) if factor * power >= step - 1e-12)
    return max(next(fitting), least)
