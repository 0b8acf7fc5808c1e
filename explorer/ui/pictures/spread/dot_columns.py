"""Columns over the numbers that were predicted: those too close to be told apart are one."""

from dataclasses import dataclass
from itertools import pairwise

from explorer.figures.spread import SpreadFigure, SpreadRow
from explorer.ui.pictures.spread.spread_layout import SpreadLayout

HALF = 0.2
"""Half the width of a column, in lines."""

ANSWER_GAP = 3.0
"""Between a count and the middle of the line of the computed answer, in units."""


@dataclass(frozen=True, slots=True)
class DotColumn:
    """A column with its middle at ``x``, in pixels, for ``count`` hands.

    Where it stands for several numbers, its middle is the mean of all those hands.
    """

    x: float
    count: int


def dot_columns(layout: SpreadLayout, row: SpreadRow) -> tuple[DotColumn, ...]:
    """Return the columns of a row from left to right; neither they nor their counts overlap."""
    dots = sorted(row.dots, key=lambda each: each.value)
    columns = [DotColumn(layout.x(dot.value), dot.count) for dot in dots]
    spares = [_spare(layout, *pair) for pair in pairwise(columns)]
    while spares and min(spares) < 0:
        place = spares.index(min(spares))
        columns[place : place + 2] = [_merged(columns[place], columns[place + 1])]
        around = columns[max(place - 1, 0) : place + 2]
        spares[max(place - 1, 0) : place + 2] = [_spare(layout, *pair) for pair in pairwise(around)]
    return tuple(columns)


def highest_column(layout: SpreadLayout, figure: SpreadFigure) -> int:
    """Return the most hands of one column of a figure; at least 1."""
    counts = (each.count for row in figure.rows for each in dot_columns(layout, row))
    return max(counts, default=1)


def label_shift(layout: SpreadLayout, column: DotColumn, answer: float | None) -> float:
    """Return how far a count moves aside, in pixels, so that the computed answer is not over it."""
    if answer is None:
        return 0.0
    room = layout.text.small_metrics.width_of(str(column.count)) / 2 + ANSWER_GAP * layout.text.unit
    apart = column.x - layout.x(answer)
    if abs(apart) >= room:
        return 0.0
    return (room if apart >= 0 else -room) - apart


def _spare(layout: SpreadLayout, before: DotColumn, after: DotColumn) -> float:
    """Return how much farther apart two columns are than they have to be; below 0 too close."""
    widths = (layout.text.small_metrics.width_of(str(each.count)) for each in (before, after))
    words = sum(widths) / 2 + 0.25 * layout.text.small_line
    return after.x - before.x - max(2 * HALF * layout.text.line, words)


def _merged(before: DotColumn, after: DotColumn) -> DotColumn:
    count = before.count + after.count
    x = (before.x * before.count + after.x * after.count) / count
    return DotColumn(x, count)
