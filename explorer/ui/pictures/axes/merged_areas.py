"""Cells of a picture merged into few rectangles, for files that hold every shape as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells of the same shade; ``row`` and ``column`` are those of its corner."""

    shade: int
    row: int
    column: int
    rows: int
    columns: int


def merged_areas(shades: NDArray[np.uint8]) -> tuple[Area, ...]:
    """Return rectangles that together cover each cell with a shade once, and no other cell.

    A run of equal cells in a row goes on upwards as long as the next row has the same run.

    ``shades``: The cells (rows, columns); 0 is nothing.
    """
    open_runs: dict[tuple[int, int, int], int] = {}
    found: list[Area] = []

    def close(run: tuple[int, int, int], end: int) -> None:
        shade, left, right = run
        row = open_runs.pop(run)
        found.append(Area(shade, row, left, end - row, right - left))

    for number, row in enumerate(shades):
        runs = set(_runs(row))
        for run in [each for each in open_runs if each not in runs]:
            close(run, number)
        for run in runs:
            open_runs.setdefault(run, number)
    for run in list(open_runs):
        close(run, len(shades))
    return tuple(sorted(found, key=_place))


def _place(area: Area) -> tuple[int, int, int]:
    return area.shade, area.row, area.column


def _runs(row: NDArray[np.uint8]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal cells in a row: shade, first column, and the one after the last."""
    changes = np.flatnonzero(row[1:] != row[:-1]) + 1
    ends = [0, *map(int, changes), len(row)]
    for left, right in pairwise(ends):
        if row[left]:
            yield int(row[left]), left, right
