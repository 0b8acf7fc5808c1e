"""The cells of the two-factor map: shades, outlines, and places for words."""

import numpy as np
from numpy.typing import NDArray

from explorer.figures.outline import cell_outline
from explorer.figures.two_factor import FactorAxis, TwoFactorFigure
from explorer.model.result import Counts, Flags, Floats
from explorer.model.wording import tr

LABEL_GRID = 50
"""About how many steps along a side are enough to find a place for a word."""

LEAST_DEPTH = 2
"""How many of these steps inside a region a word has to stand."""


def open_rows(figure: TwoFactorFigure) -> Counts:
    """Return how many rows are open at each value of the map, (ny, nx)."""
    return np.count_nonzero(figure.source.is_open, axis=0).astype(np.int64)


def shown_values(figure: TwoFactorFigure) -> Counts:
    """Return what each value of the map tells, (ny, nx): 0 or 1 for a row, or how many rows."""
    if figure.show == "row" and figure.row is not None:
        return figure.source.is_open[figure.row].astype(np.int64)
    return open_rows(figure)


def factor_shades(figure: TwoFactorFigure) -> NDArray[np.uint8]:
    """Return the cells as shades from 0 (nothing open) to 255 (all of the board), row 0 lowest.

    A single row is shown in the middle of the ramp, as a hatch lies over it.
    """
    most = 2 if figure.show == "row" else max(1, len(figure.case.rows))
    return np.rint(cells(figure, shown_values(figure)) * (255 / most)).astype(np.uint8)


def cells(figure: TwoFactorFigure, values: Counts) -> Counts:
    """Return values of the map as cells over the whole plane of both axes.

    A value of a scale reaches half way to its neighbours, so that the first and the last have
    half a cell; two half cells each make them whole numbers.
    """
    if not figure.y.is_whole:
        values = values.repeat(2, axis=0)[1:-1]
    if not figure.x.is_whole:
        values = values.repeat(2, axis=1)[:, 1:-1]
    return values


def row_outline(figure: TwoFactorFigure) -> tuple[Floats, Floats]:
    """Return the outline of the selected row, as segments in the axes' units."""
    if figure.row is None:
        return np.zeros(0), np.zeros(0)
    inside = cells(figure, figure.source.is_open[figure.row].astype(np.int64)) > 0
    return _outline(figure, inside)


def count_outlines(figure: TwoFactorFigure) -> tuple[Floats, Floats]:
    """Return the edges between different numbers of open rows, in the same way."""
    counts = cells(figure, open_rows(figure))
    levels = range(int(counts.min()) + 1, int(counts.max()) + 1)
    edges = [_outline(figure, counts >= level) for level in levels]
    x, y = (np.concatenate([np.zeros(0), *(each[side] for each in edges)]) for side in (0, 1))
    return x, y


def _outline(figure: TwoFactorFigure, inside: Flags) -> tuple[Floats, Floats]:
    x_step = (figure.x.maximum - figure.x.minimum) / inside.shape[1]
    y_step = (figure.y.maximum - figure.y.minimum) / inside.shape[0]
    x, y = cell_outline(inside, x_step, y_step, has_rim=False)
    return x + figure.x.minimum, y + figure.y.minimum


def factor_labels(figure: TwoFactorFigure) -> tuple[tuple[float, float, str], ...]:
    """Return a word for each kind of cell and where in the axes' units it has most room."""
    values = shown_values(figure)
    lines, ys = _samples(figure.y, figure.source.y_values)
    columns, xs = _samples(figure.x, figure.source.x_values)
    values = values[lines[:, None], columns]
    depth = _depth(values)
    found: list[tuple[float, float, str]] = []
    for value in np.unique(values):
        inside = np.where(values == value, depth, -1)
        deepest = np.argwhere(inside == inside.max())
        if inside.max() >= LEAST_DEPTH:
            away = np.abs(deepest - deepest.mean(axis=0)).sum(axis=1)
            row, column = deepest[int(away.argmin())]
            found.append((float(xs[column]), float(ys[row]), _label(figure, int(value))))
    return tuple(found)


def _samples(axis: FactorAxis, values: Floats) -> tuple[Counts, Floats]:
    """Return places along an axis, about :data:`LABEL_GRID`: which value each has, and where.

    A whole value is as wide as its cell, so it has several places.
    """
    if axis.is_whole:
        many = max(1, LABEL_GRID // len(values))
        places = np.repeat(np.arange(len(values), dtype=np.int64), many)
        half = (axis.maximum - axis.minimum) / len(places) / 2
        return places, np.linspace(axis.minimum + half, axis.maximum - half, len(places))
    places = np.arange(0, len(values), max(1, round(len(values) / LABEL_GRID)), dtype=np.int64)
    return places, values[places]


def _depth(values: Counts) -> Counts:
    """Return how many steps each cell lies inside cells of its own value."""
    padded = np.pad(values, 1, constant_values=-1)
    inner = padded[1:-1, 1:-1]
    alive: Flags = np.ones(values.shape, dtype=np.bool_)
    for near in (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]):
        alive &= near == inner
    depth = np.zeros(values.shape, dtype=np.int64)
    while alive.any():
        depth += alive
        padded_alive = np.pad(alive, 1)
        alive = alive & padded_alive[:-2, 1:-1] & padded_alive[2:, 1:-1]
        alive &= padded_alive[1:-1, :-2] & padded_alive[1:-1, 2:]
    return depth


def _label(figure: TwoFactorFigure, value: int) -> str:
    if figure.show == "count":
        return str(value)
    return tr("open") if value else tr("closed")
