"""Axes of a study's pictures: where a column begins and ends, and what stands at its ticks."""

import math
from dataclasses import dataclass

import numpy as np

from explorer.figures.study_table import StudyTable, finite_range
from explorer.figures.study_words import cell_words
from explorer.model.result import Counts, Floats

TICKS = 5
"""About how many ticks an axis has."""

ROUND = (1, 2, 2.5, 5, 10)
"""Steps between ticks, times a power of ten."""

MOST_NAMED = 8
"""Values that each have a tick, where a column has no more than these."""


SPARE = 0.05
"""Which share of its length an axis may reach beyond its values, so that it ends at round ones."""

GOLDEN = 0.6180339887498949
"""The golden section: its multiples lie evenly between 0 and 1, however many there are."""

APART = 0.6
"""How far apart rows of the same kind lie at most, where 1 is the way to the next kind."""


@dataclass(frozen=True, slots=True)
class StudyAxis:
    """The axis of one column: its title, where it begins and ends, and its ticks with words.

    ``is_of_kinds``: Its values are not measured but told apart, as yes and no.
    """

    name: str
    title: str
    minimum: float
    maximum: float
    ticks: tuple[tuple[float, str], ...]
    is_of_kinds: bool = False

    def shares(self, values: Floats, rows: Counts) -> Floats:
        """Return how far along the axis the values of some rows lie: 0 at its start, 1 at its end.

        Where there are only a few kinds of values, rows of the same kind lie a little apart, always
        in the same way, so that many of them look like many.
        """
        if self.is_of_kinds:
            values = values + ((rows * GOLDEN) % 1.0 - 0.5) * APART
        return (values - self.minimum) / (self.maximum - self.minimum)


def study_axis(table: StudyTable, name: str) -> StudyAxis:
    """Return the axis of a column that holds all of its finite values.

    ``name``: :class:`KeyError` if there is no such column.
    """
    column, values = table.column(name), table.numbers(name)
    low, high = finite_range(values)
    if column.kind in ("flag", "word"):
        places = range(2 if column.kind == "flag" else max(len(column.words), 1))
        ticks = tuple((float(each), cell_words(table.case, column, each)) for each in places)
        return StudyAxis(name, table.title(name), -0.5, len(places) - 0.5, ticks, is_of_kinds=True)
    known = np.unique(values[np.isfinite(values)]) if len(values) else np.zeros(0)
    if 1 < len(known) <= MOST_NAMED:
        points = [float(each) for each in known]
    else:
        low, high = _rounded_ends(low, high)
        points = _round_points(low, high)
    low, high = (low, high) if low < high else (low - 0.5, high + 0.5)
    ticks = tuple(
        (point, cell_words(table.case, column, point)) for point in points if low <= point <= high
    )
    return StudyAxis(name, table.title(name), low, high, ticks)


def _rounded_ends(low: float, high: float) -> tuple[float, float]:
    """Return the ends of an axis, each at the next round number beyond where that is near."""
    if low >= high:
        return low, high
    step, spare = round_step((high - low) / TICKS), SPARE * (high - low)
    first = round(math.floor(low / step) * step, 12) + 0.0
    last = round(math.ceil(high / step) * step, 12) + 0.0
    return (first if low - first <= spare else low, last if last - high <= spare else high)


def _round_points(low: float, high: float) -> list[float]:
    """Return round numbers between two ends."""
    if low >= high:
        return [low]
    step = round_step((high - low) / TICKS)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # Adding zero turns the negative zero into the usual one.
    return [round(place * step, 12) + 0.0 for place in range(first, last + 1)]


def round_step(rough: float) -> float:
    """Return the next round number that is not smaller; ``rough`` is more than 0."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in ROUND if factor * power >= rough * (1 - 1e-9))
