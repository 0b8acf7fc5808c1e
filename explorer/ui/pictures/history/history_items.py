"""What the plot of history draws: curves with their confidence, lanes of marks, bars of counts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import event_marks, proposal_marks
from explorer.model.record import Index, Record, RecordYear
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_graph import Graph
from explorer.ui.pictures.axes.axes_items import Mark, Numbers, RegionLook
from explorer.ui.pictures.axes.axes_signs import line_sample, mark_sample
from explorer.ui.pictures.axes.axes_words import KeyEntry
from explorer.ui.pictures.history.history_lanes import BAR_WIDTH, Lanes
from explorer.ui.pictures.strokes import mix, plot_pen

PALE = 0.62
"""How much of its colour is left where confidence is low."""

GRID = (0, 25, 50, 75, 100)
"""At which values of the indices there are lines."""

SYMBOLS = ("o", "s", "t1")
"""The shapes of the curves' points, by their place."""

POINT = 6.0
"""How large a point of a curve is, in pixels at a text scale of 1; other marks follow it."""


class HistoryItems:
    """The items of a plot that show a record."""

    def __init__(self, graph: Graph) -> None:
        """Add the items to a plot."""
        self._grid = graph.add_curve(1)
        self._firm_bars, self._pale_bars = graph.add_region(2), graph.add_region(2)
        self._firm = [graph.add_curve(3) for _ in SYMBOLS]
        self._pale = [graph.add_curve(3) for _ in SYMBOLS]
        self._points, self._events = graph.add_marks(4), graph.add_marks(4)
        self.proposals = graph.add_marks(5)

    def show(self, record: Record, lanes: Lanes, theme: Theme, unit: float) -> None:
        """Put a record on the items, in the colours of a theme; ``unit`` is a pixel of its text."""
        self._show_grid(lanes, theme)
        self._show_bars(record, lanes, theme)
        for place, (firm, pale) in enumerate(zip(self._firm, self._pale, strict=True)):
            # Curves beyond the last colour begin with the first one again.
            alike, colour = record.indices[place :: len(SYMBOLS)], curve_colour(theme, place)
            firm.show_segments(*_segments(record, alike, is_low=False))
            firm.show_pen(curve_pen(theme, colour))
            pale.show_segments(*_segments(record, alike, is_low=True))
            pale.show_pen(curve_pen(theme, mix(colour, theme.ground, PALE), is_sure=False))
        self._points.show_marks(
            [
                mark
                for place, index in enumerate(record.indices)
                for mark in _points(record, index, place, theme, unit)
            ]
        )
        self._events.show_marks(
            [
                Mark(each.year, lanes.events, "d", 1.5 * POINT * unit, "", theme.ink_soft, 1)
                for each in event_marks(record)
            ]
        )
        self.proposals.show_marks(
            [
                answer_mark(mark.answer, mark.when, lanes.proposal(mark), theme, unit)
                for mark in proposal_marks(record)
            ]
        )

    def _show_grid(self, lanes: Lanes, theme: Theme) -> None:
        heights = (*GRID, lanes.events - 4, lanes.proposals, lanes.counts)
        ends = np.tile([lanes.left, lanes.right], len(heights))
        self._grid.show_segments(ends, np.repeat(np.array(heights, dtype=np.float64), 2))
        self._grid.show_pen(plot_pen(theme, theme.rule))

    def _show_bars(self, record: Record, lanes: Lanes, theme: Theme) -> None:
        counted = [year for year in record.years if year.tempo]
        firm = [year for year in counted if year.tempo_confidence == "high"]
        pale = [year for year in counted if year.tempo_confidence != "high"]
        looks = (theme.track, mix(theme.track, theme.ground, PALE))
        items = (self._firm_bars, self._pale_bars)
        for item, years, colour in zip(items, (firm, pale), looks, strict=True):
            item.show_shape(*_bars(years, lanes), _nowhere)
            item.show_look(RegionLook(colour, "", 1, 6))


def curve_colour(theme: Theme, place: int) -> str:
    """Return the colour of a curve by its place; shapes of points tell them apart as well."""
    return (theme.target, theme.ink, theme.baseline)[place % len(SYMBOLS)]


def curve_pen(theme: Theme, colour: str, *, is_sure: bool = True) -> QPen:
    """Return the pen of a curve, dashed where confidence is low."""
    return plot_pen(theme, colour, 1.7, Qt.PenStyle.SolidLine if is_sure else Qt.PenStyle.DashLine)


def answer_mark(answer: str, x: float, y: float, theme: Theme, unit: float) -> Mark:
    """Return the mark of a proposal: filled if agreed, a cross if refused, else a ring."""
    size = 1.5 * POINT * unit
    if answer == "refused":
        return Mark(x, y, "x", size, "", theme.ink, 1)
    fill = theme.ink if answer == "agreed" else theme.ground
    return Mark(x, y, "o", size, theme.ink, fill, 1.4 * theme.stroke)


def history_key(
    figure: HistoryFigure, record: Record, theme: Theme, unit: float
) -> tuple[KeyEntry, ...]:
    """Return what curves, dashes and marks mean."""
    curves = tuple(
        KeyEntry(
            figure.case.control(index.control).name,
            theme.ink_soft,
            mark_sample(
                _point(place, 0, 0, theme, unit, is_low=False),
                curve_pen(theme, curve_colour(theme, place)),
            ),
        )
        for place, index in enumerate(record.indices)
    )
    dashes = curve_pen(theme, theme.ink_soft, is_sure=False)
    answers = (("agreed", tr("agreed")), ("refused", tr("refused")), ("open", tr("not known")))
    return (
        *curves,
        KeyEntry(tr("low confidence"), theme.ink_soft, line_sample(dashes)),
        *(
            KeyEntry(words, theme.ink_soft, mark_sample(answer_mark(kind, 0, 0, theme, unit)))
            for kind, words in answers
        ),
    )


def paint_unknown(painter: QPainter, theme: Theme, places: Iterable[QPointF]) -> None:
    """Write a question mark over each foot of a year whose count is not known."""
    high = painter.fontMetrics().height()
    painter.setPen(QColor(theme.ink_soft))
    for place in places:
        room = QRectF(place.x() - high, place.y() - high, 2 * high, high)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, "?")


def uncounted(record: Record) -> Iterator[int]:
    """Yield the years whose count is not known."""
    return (year.year for year in record.years if year.tempo is None)


def _segments(record: Record, indices: Sequence[Index], *, is_low: bool) -> tuple[Numbers, Numbers]:
    """Return the segments of curves whose confidence is low, or those where it is not."""
    ends: list[tuple[int, float]] = []
    for control in (index.control for index in indices):
        for before, after in pairwise(record.years):
            start, end = before.indices[control], after.indices[control]
            sure = (before.confidence[control], after.confidence[control])
            if start is not None and end is not None and ("low" in sure) == is_low:
                ends += [(before.year, start), (after.year, end)]
    places = np.array(ends, dtype=np.float64).reshape(-1, 2)
    return places[:, 0], places[:, 1]


def _points(record: Record, index: Index, place: int, theme: Theme, unit: float) -> Iterator[Mark]:
    for year in record.years:
        value = year.indices[index.control]
        if value is not None:
            is_low = year.confidence[index.control] == "low"
            yield _point(place, year.year, value, theme, unit, is_low=is_low)


def _point(place: int, x: float, y: float, theme: Theme, unit: float, *, is_low: bool) -> Mark:
    colour = curve_colour(theme, place)
    fill = theme.ground if is_low else colour
    return Mark(x, y, SYMBOLS[place % len(SYMBOLS)], POINT * unit, colour, fill, theme.stroke)


def _bars(years: Sequence[RecordYear], lanes: Lanes) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Return the corners of bars, the first of each once more as its last, and which that is."""
    half = BAR_WIDTH / 2
    x: list[float] = []
    y: list[float] = []
    for year in years:
        left, right = year.year - half, year.year + half
        low, high = lanes.counts, lanes.count(year.tempo or 0)
        x += [left, left, right, right, left]
        y += [low, high, high, low, low]
    ends = np.tile([False, False, False, False, True], len(years))
    return np.array(x, dtype=np.float64), np.array(y, dtype=np.float64), ends


def _nowhere(x: Numbers, _y: Numbers) -> NDArray[np.bool_]:
    """Return that nothing is hatched."""
    return np.zeros(x.shape, dtype=np.bool_)
