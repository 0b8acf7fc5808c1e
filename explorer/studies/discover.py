"""Scenario discovery: boxes of factors in which an outcome holds, found among rows of a study.

The patient rule induction method (Friedman and Fisher, Statistics and Computing 9, 1999): a box
begins with all rows; slice after slice is peeled from it, always the one that holds least
of the outcome; of the boxes on this way the best is chosen, widened again where
that helps (pasted), and freed of bounds that do little. What it covers is set aside, and the next
box is looked for, as for policy by Bryant and Lempert (Technological Forecasting and Social Change
77, 2010). A box never says why; it says where.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.model.result import Counts, Flags, Floats
from explorer.model.study_found import START_COLUMN, Discovery, Found, Stretch
from explorer.model.study_rows import Column
from explorer.studies.binomial import binomial_tail
from explorer.studies.rule import FEWEST, MOST_BOUNDS, PEEL, RAREST, WORTH

MOST_BOXES = 4
"""How many boxes are looked for at most."""

MOST_BINS = 128
"""Into how many stretches a factor with more values than that is divided."""

DENSE = 0.8
"""Which share of a box's rows at least should hold the outcome, where one can be had."""

UNSURE = 0.05
"""The quasi-p-value from which on a bound is left out, as it may be there by chance."""

TOLD_APART = 0.25
"""Which part of the way from the usual density to 1 a box goes at least, to be told."""

Told = Callable[[float], None]
"""Is told how far discovery has come, 0 to 1; may raise to stop it."""


@dataclass(frozen=True, slots=True)
class FactorColumn:
    """One factor of the rows: its id, its value in each row, and whether values have an order.

    Values of a factor without order (an option, a switch, a start) are any numbers that tell them
    apart; a box then holds a set of them.
    """

    id: str
    values: Floats
    is_ordered: bool = True


def _silent(_share: float) -> None:
    """Tell nobody."""


def discovered(
    columns: Sequence[FactorColumn],
    holds: Flags,
    *,
    dense: float = DENSE,
    most_boxes: int = MOST_BOXES,
    told: Told = _silent,
) -> Discovery:
    """Return the boxes in which an outcome holds, the first and best one first.

    Parameters
    ----------
    columns
        The factors, each with one value a row; at least one row.
    holds
        Whether the outcome holds in each row, (rows,).
    dense
        The density, 0 to 1, that is wanted of a box, where one can be had; more is wanted where
        most rows hold the outcome anyhow.
    most_boxes
        How many boxes at most, from 1.
    told
        Is told how far it has come.
    """
    grids = tuple(_grid(column) for column in columns)
    left = np.ones(len(holds), dtype=np.bool_)
    boxes: list[Found] = []
    for number in range(most_boxes):
        told(number / most_boxes)
        task = _task(grids, left, left & holds, dense)
        if not task.is_worth(len(holds)):
            break
        box = _best(task)
        found = _found(task, box)
        if not (task.tells_apart(box) and task.is_large(box)):
            break
        boxes.append(found)
        left &= ~_inside(grids, box)
    told(1.0)
    return Discovery(len(holds), int(np.count_nonzero(holds)), tuple(boxes))


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """A factor in bins: which one each row has, and the values at the ends of each bin."""

    id: str
    bins: Counts
    lows: Floats
    highs: Floats
    is_ordered: bool

    @property
    def size(self) -> int:
        return len(self.lows)


def _grid(column: FactorColumn) -> _Grid:
    values, bins = np.unique(column.values, return_inverse=True)
    if not column.is_ordered or len(values) <= MOST_BINS:
        return _Grid(column.id, bins.astype(np.int64), values, values, column.is_ordered)
    # Stretches with about equally many rows: a bin ends where another hundredth of them does.
    counts = np.cumsum(np.bincount(bins))
    part = np.minimum((counts - 1) * MOST_BINS // counts[-1], MOST_BINS - 1)
    _, first, joined = np.unique(part, return_index=True, return_inverse=True)
    last = np.append(first[1:], len(values)) - 1
    return _Grid(column.id, joined[bins].astype(np.int64), values[first], values[last], True)


_Box = tuple[Flags, ...]
"""For each factor, which of its bins lie in the box."""


def _inside(grids: Sequence[_Grid], box: _Box) -> Flags:
    inside = np.ones(len(grids[0].bins), dtype=np.bool_)
    for grid, kept in zip(grids, box, strict=True):
        if not kept.all():
            inside &= kept[grid.bins]
    return inside


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """One box to be looked for among the rows that are left."""

    grids: tuple[_Grid, ...]
    left: Flags
    wanted: Flags
    dense: float

    def is_worth(self, rows: int) -> bool:
        """Whether enough of all rows is left that holds the outcome, and enough that does not."""
        here, good = int(np.count_nonzero(self.left)), int(np.count_nonzero(self.wanted))
        return bool(self.grids) and min(good, here - good) >= max(1.0, RAREST * rows)

    def is_large(self, box: _Box) -> bool:
        """Whether a box keeps enough of all rows to say more than about a few of them."""
        return self.counts(box)[0] >= FEWEST * len(self.left)

    def tells_apart(self, box: _Box) -> bool:
        """Whether a box is denser than what is left by enough to be told."""
        usual = _share(int(np.count_nonzero(self.left)), int(np.count_nonzero(self.wanted)))
        return _share(*self.counts(box)) >= usual + TOLD_APART * (1 - usual)

    def counts(self, box: _Box) -> tuple[int, int]:
        """Return how many rows lie in a box, and how many of these hold the outcome."""
        inside = _inside(self.grids, box)
        return int(np.count_nonzero(inside & self.left)), int(
            np.count_nonzero(inside & self.wanted)
        )

    def merit(self, box: _Box) -> float:
        """Return the harmonic mean of a box's coverage and density."""
        rows, good = self.counts(box)
        return 2 * good / (rows + int(np.count_nonzero(self.wanted)))

    def histograms(self, box: _Box, place: int) -> tuple[Counts, Counts]:
        """Return the rows in each bin of a factor, all and those that hold the outcome.

        Its own bound does not count, so that bins outside it are counted as well.
        """
        free = tuple(_all(kept) if each == place else kept for each, kept in enumerate(box))
        inside = _inside(self.grids, free)
        grid = self.grids[place]
        return (
            np.bincount(grid.bins[inside & self.left], minlength=grid.size),
            np.bincount(grid.bins[inside & self.wanted], minlength=grid.size),
        )


def _task(grids: tuple[_Grid, ...], left: Flags, wanted: Flags, dense: float) -> _Task:
    """Return a task; where most of what is left holds the outcome, a box has to hold it more."""
    usual = _share(int(np.count_nonzero(left)), int(np.count_nonzero(wanted)))
    return _Task(grids, left, wanted, max(dense, (1 + usual) / 2))


def _all(kept: Flags) -> Flags:
    return np.ones(len(kept), dtype=np.bool_)


def _best(task: _Task) -> _Box:
    whole = tuple(np.ones(grid.size, dtype=np.bool_) for grid in task.grids)
    way = [whole, *_peeled(task, whole)]
    dense = [box for box in way if _share(*task.counts(box)) >= task.dense]
    return _pasted(task, _simple(task, _pasted(task, max(dense or way, key=task.merit))))


def _share(rows: int, good: int) -> float:
    return good / rows if rows else 0.0


def _gain(rows: int, good: int, gone: int, lost: int) -> float:
    """Return by how much a slice's loss makes a box denser for each row that goes.

    Slices of factors with few values are large; by the density alone they would always go first
    (Kwakkel and Jaxa-Rozen, Environmental Modelling & Software 79, 2016: the lenient objective).
    """
    return (_share(rows - gone, good - lost) - _share(rows, good)) / gone


def _peeled(task: _Task, box: _Box) -> Iterator[_Box]:
    """Yield ever smaller boxes, each without the slice that spoils the box most, row for row."""
    fewest = max(1, int(FEWEST * np.count_nonzero(task.left)))
    while True:
        inside = _inside(task.grids, box)
        rows, good = inside & task.left, inside & task.wanted
        total, wanted = int(np.count_nonzero(rows)), int(np.count_nonzero(good))
        if total == wanted:
            return
        options = [
            (_gain(total, wanted, gone, lost), total - gone, place, slice_)
            for place, grid in enumerate(task.grids)
            for slice_, gone, lost in _slices(grid, box[place], rows, good)
            if total - gone >= fewest
        ]
        if not options:
            return
        _, _, place, slice_ = max(options, key=lambda each: each[:2])
        box = _with(box, place, box[place] & ~slice_)
        yield box


def _slices(grid: _Grid, kept: Flags, rows: Flags, good: Flags) -> Iterator[tuple[Flags, int, int]]:
    """Yield what can be taken from one factor, and how many rows go: all, and wanted ones."""
    counts = np.bincount(grid.bins[rows], minlength=grid.size)
    wanted = np.bincount(grid.bins[good], minlength=grid.size)
    filled = np.flatnonzero((counts > 0) & kept).astype(np.int64)
    if len(filled) < 2:
        return
    if not grid.is_ordered:
        for each in filled.tolist():
            yield _only(grid.size, slice(each, each + 1)), int(counts[each]), int(wanted[each])
        return
    share = PEEL * counts.sum()
    # At least one bin goes, also where it holds more than the share, and at least one stays.
    low = _last_taken(counts, filled, share)
    high = _last_taken(counts, filled[::-1], share)
    for part in (slice(0, low + 1), slice(high, grid.size)):
        yield _only(grid.size, part), int(counts[part].sum()), int(wanted[part].sum())


def _last_taken(counts: Counts, filled: Counts, share: float) -> int:
    """Return up to which of the filled bins, from the first on, a share of the rows goes."""
    reach = int(np.searchsorted(np.cumsum(counts[filled]), share, side="right"))
    return int(filled[min(max(reach, 1), len(filled) - 1) - 1])


def _only(size: int, part: slice) -> Flags:
    flags = np.zeros(size, dtype=np.bool_)
    flags[part] = True
    return flags


def _with(box: _Box, place: int, kept: Flags) -> _Box:
    return (*box[:place], kept, *box[place + 1 :])


def _simple(task: _Task, box: _Box) -> _Box:
    """Return a box without the bounds that do little, nor more of them than can be kept in mind."""
    while bounded := [place for place, kept in enumerate(box) if not kept.all()]:
        enough = min(task.dense, _share(*task.counts(box))) - WORTH
        fewer = [_with(box, place, _all(box[place])) for place in bounded]
        good = [
            each
            for each in fewer
            if _is_by_chance(task, box, each)
            or (
                _share(*task.counts(each)) >= enough and task.merit(each) >= task.merit(box) - WORTH
            )
        ]
        if not good and len(bounded) <= MOST_BOUNDS:
            break
        box = max(good or fewer, key=task.merit)
    return box


def _is_by_chance(task: _Task, box: _Box, wider: _Box) -> bool:
    """Return whether a box may well be as dense as it is although the wider one says it all."""
    rows, wanted = task.counts(box)
    return binomial_tail(wanted, rows, _share(*task.counts(wider))) >= UNSURE


def _pasted(task: _Task, box: _Box) -> _Box:
    """Return a box with each bound moved, wider or closer, to where the merit is greatest."""
    for place, grid in enumerate(task.grids):
        if box[place].all():
            continue
        counts, wanted = task.histograms(box, place)
        enough = min(task.dense, _share(*task.counts(box)))
        moved = _run if grid.is_ordered else _set
        kept = moved(_Histogram(counts, wanted, int(np.count_nonzero(task.wanted)), enough))
        box = _with(box, place, kept)
    return box


@dataclass(frozen=True, slots=True, eq=False)
class _Histogram:
    """Rows by bin of one factor, those that hold the outcome, and how dense a box has to be.

    ``total`` is how many rows hold the outcome, in the box or not.
    """

    rows: Counts
    wanted: Counts
    total: int
    enough: float

    def merit(self, rows: Counts, wanted: Counts) -> Floats:
        """Return the merit of boxes with so many rows; less than nothing if not dense enough."""
        merit = 2 * wanted / np.maximum(rows + self.total, 1)
        return np.where((rows > 0) & (wanted >= self.enough * rows), merit, -1.0)


def _run(bins: _Histogram) -> Flags:
    """Return the run of bins with the greatest merit, of equally good ones the widest."""
    rows, wanted = (np.concatenate([[0], np.cumsum(each)]) for each in (bins.rows, bins.wanted))
    merit = bins.merit(rows[None, 1:] - rows[:-1, None], wanted[None, 1:] - wanted[:-1, None])
    firsts, lasts = np.nonzero(merit == merit.max())
    widest = int(np.argmax(lasts - firsts))
    return _only(len(bins.rows), slice(int(firsts[widest]), int(lasts[widest]) + 1))


def _set(bins: _Histogram) -> Flags:
    """Return the set of bins with the greatest merit: the densest ones, however many are best."""
    order = np.argsort(-(bins.wanted / np.maximum(bins.rows, 1)), kind="stable")
    merit = bins.merit(np.cumsum(bins.rows[order]), np.cumsum(bins.wanted[order]))
    kept = np.zeros(len(bins.rows), dtype=np.bool_)
    kept[order[: int(np.argmax(merit)) + 1]] = True
    return kept


def _found(task: _Task, box: _Box) -> Found:
    rows, wanted = task.counts(box)
    stretches = tuple(
        _stretch(task, box, place) for place, kept in enumerate(box) if not kept.all()
    )
    return Found(stretches, rows, wanted)


def _stretch(task: _Task, box: _Box, place: int) -> Stretch:
    grid, kept = task.grids[place], box[place]
    filled = np.flatnonzero(kept)
    values = None if grid.is_ordered else tuple(float(grid.lows[each]) for each in filled)
    rows, wanted = task.counts(box)
    without = _share(*task.counts(_with(box, place, _all(kept))))
    return Stretch(
        grid.id,
        float(grid.lows[filled[0]]),
        float(grid.highs[filled[-1]]),
        values,
        binomial_tail(wanted, rows, without),
    )


def factor_columns(columns: Sequence[Column], values: Floats) -> tuple[FactorColumn, ...]:
    """Return what was varied or drawn in the rows of a study, as far as they differ in it.

    ``values``: The rows, (n, columns); at least one.
    """
    chosen = (
        (place, each)
        for place, each in enumerate(columns)
        if each.role in ("factor", "draw") or each.name == START_COLUMN
    )
    found = (
        FactorColumn(each.name, values[:, place], is_ordered=each.kind in ("number", "count"))
        for place, each in chosen
    )
    return tuple(each for each in found if np.ptp(each.values) > 0)
