"""Outlines of cells: the edges around a region of a grid, as line segments."""

import numpy as np
from numpy.typing import NDArray

from explorer.model.result import Counts, Flags, Floats


def cell_outline(
    inside: Flags | Counts, x_step: float, y_step: float, *, has_rim: bool = True
) -> tuple[Floats, Floats]:
    """Return the edges between the cells inside a region and those outside.

    Parameters
    ----------
    inside
        Which cells belong to the region, as (rows, columns); row 0 lies lowest. Numbers stand for
        as many regions: edges are between cells of different ones; 0 is outside.
    x_step, y_step
        Width and height of a cell in figure coordinates.
    has_rim
        Whether the outline also runs along the rim of the grid.

    Returns
    -------
    tuple
        x and y of the segments' ends, each of length 2 n: start and end by turns. Segments are
        as long as the edge runs straight.
    """
    padded = np.zeros((inside.shape[0] + 2, inside.shape[1] + 2), dtype=inside.dtype)
    padded[1:-1, 1:-1] = inside
    if not has_rim:
        padded[0], padded[-1] = padded[1], padded[-2]
        padded[:, 0], padded[:, -1] = padded[:, 1], padded[:, -2]
    upright = padded[1:-1, 1:] != padded[1:-1, :-1]
    level = padded[1:, 1:-1] != padded[:-1, 1:-1]
    columns, bottoms, tops = line_runs(upright.T)
    rows, lefts, rights = line_runs(level)
    x = np.concatenate((_by_turns(columns, columns), _by_turns(lefts, rights))) * x_step
    y = np.concatenate((_by_turns(bottoms, tops), _by_turns(rows, rows))) * y_step
    return x, y


def filled_flags(flags: Flags, is_known: Flags) -> Flags:
    """Return flags in which unknown cells repeat the next known one below, or else to the left.

    ``flags``, ``is_known``: Both (rows, columns). Where a whole column is unknown its left
    neighbour is repeated.
    """
    rows = is_known * np.arange(flags.shape[0], dtype=np.intp).reshape(-1, 1)
    rows = np.maximum.accumulate(rows, axis=0)
    below = np.take_along_axis(flags, rows, axis=0)
    columns = is_known.any(axis=0) * np.arange(flags.shape[1], dtype=np.intp)
    return below[:, np.maximum.accumulate(columns)]


def line_runs(lines: Flags) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Return line, start and end of each unbroken run of true cells along the last axis."""
    padded = np.zeros((lines.shape[0], lines.shape[1] + 2), dtype=np.bool_)
    padded[:, 1:-1] = lines
    line, places = np.nonzero(padded[:, 1:] != padded[:, :-1])
    return line[::2], places[::2], places[1::2]


def _by_turns(first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    turns = np.empty(2 * len(first))
    turns[::2], turns[1::2] = first, second
    return turns
