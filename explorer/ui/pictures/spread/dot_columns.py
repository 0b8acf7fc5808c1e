"""Columns over the numbers that were predicted: those too close to be told apart are one."""

from dataclasses import dataclass

from explorer.figures.spread import SpreadFigure, SpreadRow
from explorer.ui.pictures.spread.spread_layout import SpreadLayout

HALF = 0.3
"""Half the width of a column, in lines."""


@dataclass(frozen=True, slots=True)
class DotColumn:
    """A column with its middle at ``x``, in pixels, for ``count`` hands.

    Where it stands for several numbers, its middle is the mean of all those hands.
    """

    x: float
    count: int


def dot_columns(layout: SpreadLayout, row: SpreadRow) -> tuple[DotColumn, ...]:
    """Return the columns of a row from left to right; neither they nor their counts overlap."""
    columns: list[DotColumn] = []
    for dot in sorted(row.dots, key=lambda each: each.value):
        column = DotColumn(layout.x(dot.value), dot.count)
        while columns and column.x - columns[-1].x < _distance(layout, columns[-1], column):
            column = _merged(columns.pop(), column)
        columns.append(column)
    return tuple(columns)


def highest_column(layout: SpreadLayout, figure: SpreadFigure) -> int:
    """Return the most hands of one column of a figure; at least 1."""
    counts = (each.count for row in figure.rows for each in dot_columns(layout, row))
    return max(counts, default=1)


def _distance(layout: SpreadLayout, before: DotColumn, after: DotColumn) -> float:
    """Return how far apart the middles of two columns are at least."""
    widths = (layout.text.small_metrics.width_of(str(each.count)) for each in (before, after))
    words = sum(widths) / 2 + 0.25 * layout.text.small_line
    return max(2 * HALF * layout.text.line, words)


def _merged(before: DotColumn, after: DotColumn) -> DotColumn:
    count = before.count + after.count
    x = (before.x * before.count + after.x * after.count) / count
    return DotColumn(x, count)
