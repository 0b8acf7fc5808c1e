"""The cells of the two-factor map: shades, outlines, and places for words."""

import numpy as np
from numpy.typing import NDArray

from explorer.figures.outline import cell_outline, line_runs
from explorer.figures.two_factor import FactorAxis, TwoFactorFigure
from explorer.model.result import Counts, Flags, Floats
from explorer.model.wording import tr

Shades = NDArray[np.uint8]
Places = NDArray[np.intp]

LABEL_GRID = 50
"""About how many steps along a side are enough to find a place for a word."""

LEAST_DEPTH = 2
"""How many of these steps inside a region a word has to stand."""


def open_rows(figure: TwoFactorFigure) -> Counts:
    """Return how many rows are open at each value of the map, (ny, nx)."""
    return figure.source.is_open.sum(axis=0, dtype=np.uint8).astype(np.int64)


def shown_values(figure: TwoFactorFigure) -> Counts:
    """Return what each value of the map tells, (ny, nx): 0 or 1 for a row, or how many rows."""
    if figure.show == "row" and figure.row is not None:
        return figure.source.is_open[figure.row].astype(np.int64)
    return open_rows(figure)


def shade_of(figure: TwoFactorFigure) -> Shades:
    """Return the shade of each number that a value of the map can tell, from 0 to 255.

    A single row is shown in the middle of the ramp, as a hatch lies over it.
    """
    most = 2 if figure.show == "row" else max(1, len(figure.case.rows))
    return np.rint(np.arange(most + 1) * (255 / most)).astype(np.uint8)


def factor_shades(figure: TwoFactorFigure) -> Shades:
    """Return the cells as shades from 0 (nothing open) to 255 (all of the board), row 0 lowest.

    They cover the whole plane of both axes: a value of a scale reaches half way to its
    neighbours, so that the first and the last have half a cell; two half cells each make them
    whole numbers.
    """
    shades = shade_of(figure)[shown_values(figure)]
    if not figure.y.is_whole:
        shades = shades.repeat(2, axis=0)[1:-1]
    if not figure.x.is_whole:
        shades = shades.repeat(2, axis=1)[:, 1:-1]
    return shades


def row_outline(figure: TwoFactorFigure) -> tuple[Floats, Floats]:
    """Return the outline of the selected row, as segments in the axes' units."""
    if figure.row is None:
        return np.zeros(0), np.zeros(0)
    return _outline(figure, figure.source.is_open[figure.row])


def count_outlines(figure: TwoFactorFigure) -> tuple[Floats, Floats]:
    """Return the edges between different numbers of open rows, in the same way."""
    return _outline(figure, open_rows(figure))


def row_stripes(figure: TwoFactorFigure) -> tuple[Floats, Floats, Flags]:
    """Return the region of the selected row as rectangles, one for each run along its lines.

    Returns
    -------
    tuple
        x and y of their corners in the axes' units, the first of each once more as its last, and
        which of these are last ones.
    """
    if figure.row is None:
        return np.zeros(0), np.zeros(0), np.zeros(0, dtype=np.bool_)
    line, start, end = line_runs(figure.source.is_open[figure.row])
    left, right = (_edge(figure.x, figure.source.x_values, each) for each in (start, end))
    low, high = (_edge(figure.y, figure.source.y_values, each) for each in (line, line + 1))
    x = np.column_stack((left, right, right, left, left)).ravel()
    y = np.column_stack((low, low, high, high, low)).ravel()
    return x, y, np.arange(len(x)) % 5 == 4


def inside_row(figure: TwoFactorFigure, across: Floats, up: Floats) -> Flags:
    """Return which places lie in the selected row's region; both are shares of the axes."""
    if figure.row is None:
        return np.zeros(across.shape, dtype=np.bool_)
    source = figure.source
    lines = _cell_at(figure.y, source.y_values, up)
    columns = _cell_at(figure.x, source.x_values, across)
    return source.is_open[figure.row][lines, columns]


def _outline(figure: TwoFactorFigure, values: Flags | Counts) -> tuple[Floats, Floats]:
    x, y = cell_outline(values, 1.0, 1.0, has_rim=False)
    source = figure.source
    return _edge(figure.x, source.x_values, x), _edge(figure.y, source.y_values, y)


def _edge(axis: FactorAxis, values: Floats, number: Floats | Places) -> Floats:
    """Return where the edges before values lie, by their numbers; the last is behind them all."""
    span = axis.maximum - axis.minimum
    place = number.astype(np.float64)
    if axis.is_whole:
        return axis.minimum + place * (span / len(values))
    return axis.minimum + span * ((place - 0.5) / (len(values) - 1)).clip(0.0, 1.0)


def _cell_at(axis: FactorAxis, values: Floats, share: Floats) -> Places:
    """Return the numbers of the values that places along an axis belong to."""
    count = len(values)
    place = np.floor(share * count) if axis.is_whole else np.rint(share * (count - 1))
    return place.clip(0, count - 1).astype(np.intp)


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
    inner = values[1:-1, 1:-1]
    alive: Flags = np.zeros(values.shape, dtype=np.bool_)
    alive[1:-1, 1:-1] = True
    for near in (values[:-2, 1:-1], values[2:, 1:-1], values[1:-1, :-2], values[1:-1, 2:]):
        alive[1:-1, 1:-1] &= near == inner
    depth = np.zeros(values.shape, dtype=np.int64)
    while alive.any():
        depth += alive
        before, alive = alive, np.zeros_like(alive)
        alive[1:-1, 1:-1] = before[1:-1, 1:-1] & before[:-2, 1:-1] & before[2:, 1:-1]
        alive[1:-1, 1:-1] &= before[1:-1, :-2] & before[1:-1, 2:]
    return depth


def _label(figure: TwoFactorFigure, value: int) -> str:
    if figure.show == "count":
        return str(value)
    return tr("open") if value else tr("closed")
