"""Columns of a study in stretches: each value where there are few, else equally wide ones."""

from dataclasses import dataclass

import numpy as np

from explorer.figures.study_axis import round_step
from explorer.figures.study_table import StudyTable, finite_range
from explorer.figures.study_words import cell_words
from explorer.model.result import Counts, Floats
from explorer.model.wording import tr


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Stretches of a column: the one that each row lies in, their ends, and their words.

    ``places`` (rows,) count from 0; -1 is that of rows without a finite value. ``lows`` and
    ``highs`` are the ends of each stretch, alike where it is a single value.
    """

    places: Counts
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    words: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many stretches there are."""
        return len(self.words)


def bins_of(table: StudyTable, name: str, most: int) -> Bins:
    """Return a column in at most so many stretches, at least one.

    ``name``: :class:`KeyError` if there is no such column.
    """
    column, values = table.column(name), table.numbers(name)
    is_known = np.isfinite(values)
    known, inverse = np.unique(values[is_known], return_inverse=True)
    places = np.full(len(values), -1, dtype=np.int64)
    if len(known) <= most:
        places[is_known] = inverse
        lows = highs = known
    else:
        edges = _round_edges(*finite_range(values), most)
        found = np.searchsorted(edges, values[is_known], side="right") - 1
        places[is_known] = np.clip(found, 0, len(edges) - 2)
        lows, highs = edges[:-1], edges[1:]
    words = tuple(
        cell_words(table.case, column, low)
        if low == high
        else tr(
            "{low} to {high}",
            low=cell_words(table.case, column, low),
            high=cell_words(table.case, column, high),
        )
        for low, high in zip(lows.tolist(), highs.tolist(), strict=True)
    )
    return Bins(places, tuple(lows.tolist()), tuple(highs.tolist()), words)


def _round_edges(low: float, high: float, most: int) -> Floats:
    """Return round numbers, equally far apart, between which all from low to high lies."""
    step = round_step((high - low) / most)
    if np.ceil(high / step) - np.floor(low / step) > most:
        step = round_step(1.001 * step)
    first, last = int(np.floor(low / step + 1e-9)), int(np.ceil(high / step - 1e-9))
    places = np.arange(first, max(last, first + 1) + 1).astype(np.float64)
    return np.round(places * step, 12).astype(np.float64)
