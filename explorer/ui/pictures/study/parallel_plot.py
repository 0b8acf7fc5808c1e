"""Rows of a study as lines over parallel axes."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from explorer.figures.study_parallel import ParallelFigure
from explorer.model.result import Floats
from explorer.ui.pictures.pen import CENTRE, Pen
from explorer.ui.pictures.study.study_places import LEGEND, line_of, paint_legend
from explorer.ui.pictures.study.study_plot import NO_ROW, StudyRowsPlot
from explorer.ui.pictures.word_wrap import lines_of

TITLE_LINES, WORD_LINES = 3, 2
"""Lines that the title of an axis takes at most, and words beside it."""

UNDER = 0.85
"""How much of the ground lies under words that are written over lines."""

MANY, THIN = 100, 0.7
"""From how many lines on they are drawn thinly, and how much of their colour is left."""

REACH = 0.5
"""How near the pointer must come to a line, in lines of text."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the axes stand: the heights of their ends, and how far apart they are, in pixels."""

    top: float
    bottom: float
    xs: tuple[float, ...]
    apart: float

    def heights(self, shares: Floats) -> Floats:
        """Return how high shares of an axis lie."""
        return self.bottom - shares * (self.bottom - self.top)


class ParallelPlot(StudyRowsPlot[ParallelFigure]):
    """One axis for each thing varied, one line for each row; a double click opens the row."""

    def paint_figure(self, pen: Pen, rect: QRectF, figure: ParallelFigure) -> None:
        layout = _layout(figure, rect, pen.text.line, pen.text.small_line)
        head = QRectF(rect.left(), rect.top(), rect.width(), LEGEND * pen.text.line)
        inset = 0.5 * pen.text.line
        paint_legend(pen, head.adjusted(inset, 0, -inset, 0), figure.legend, are_lines=True)
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        for is_in in (False, True):
            line_of(pen, is_in=is_in)
            pen.painter.setOpacity(THIN if len(figure.rows) > MANY else 1.0)
            path = QPainterPath()
            for line in np.flatnonzero(figure.holds == is_in).tolist():
                _trace(path, layout, figure.shares[line])
            pen.painter.drawPath(path)
        pen.painter.setOpacity(1.0)
        for place in range(len(figure.axes)):
            _paint_axis(pen, layout, figure, place)

    def paint_near(self, pen: Pen, rect: QRectF, figure: ParallelFigure, near: int) -> None:
        layout = _layout(figure, rect, pen.text.line, pen.text.small_line)
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.stroke(pen.theme.focus, 2.0)
        path = QPainterPath()
        _trace(path, layout, figure.shares[near])
        pen.painter.drawPath(path)

    def part_place(self, figure: ParallelFigure, rect: QRectF, part: int) -> QRectF:
        line = float(self.fontMetrics().height())
        layout = _layout(figure, rect, line, line)
        x, half = layout.xs[part], layout.apart / 2
        return QRectF(x - half, rect.top() + LEGEND * line, 2 * half, rect.height() - LEGEND * line)

    def row_near(self, figure: ParallelFigure, rect: QRectF, point: QPointF) -> int:
        line = float(self.fontMetrics().height())
        layout = _layout(figure, rect, line, line)
        if not len(figure.shares) or not layout.xs[0] <= point.x() <= layout.xs[-1]:
            return NO_ROW
        left = max(place for place, x in enumerate(layout.xs) if x <= point.x())
        right = min(left + 1, len(layout.xs) - 1)
        way = (point.x() - layout.xs[left]) / max(layout.xs[right] - layout.xs[left], 1e-9)
        shares = (1 - way) * figure.shares[:, left] + way * figure.shares[:, right]
        distances = np.abs(layout.heights(shares) - point.y())
        distances[np.isnan(distances)] = np.inf
        near = int(np.argmin(distances))
        return near if distances[near] <= REACH * line else NO_ROW


def _layout(figure: ParallelFigure, rect: QRectF, line: float, small: float) -> _Layout:
    count = len(figure.axes)
    apart = rect.width() / count
    return _Layout(
        top=rect.top() + LEGEND * line + (TITLE_LINES + 0.5) * small,
        bottom=rect.bottom() - 0.8 * small,
        xs=tuple(rect.left() + (place + 0.5) * apart for place in range(count)),
        apart=apart,
    )


def _trace(path: QPainterPath, layout: _Layout, shares: Floats) -> None:
    """Add a line to a path; where a row has no value the line has a gap."""
    heights = layout.heights(shares).tolist()
    points = list(zip(layout.xs, heights, strict=True))
    for (x, y), (next_x, next_y) in pairwise(points):
        if y == y and next_y == next_y:
            path.moveTo(x, y)
            path.lineTo(next_x, next_y)


def _paint_axis(pen: Pen, layout: _Layout, figure: ParallelFigure, place: int) -> None:
    axis, x, small = figure.axes[place], layout.xs[place], pen.text.small_line
    pen.stroke(pen.theme.ink_soft, 1.2)
    pen.painter.drawLine(QLineF(x, layout.top, x, layout.bottom))
    pad = 0.25 * pen.text.line
    _paint_title(pen, layout, axis.title, x)
    # To the right of the last axis there is half as much room as between two.
    room = (layout.apart / 2 if place == len(figure.axes) - 1 else layout.apart) - 2 * pad
    span, free = axis.maximum - axis.minimum, layout.bottom - layout.top
    most = max(1, min(WORD_LINES, int(free / (len(axis.ticks) or 1) / small)))
    for value, words in axis.ticks:
        y = layout.bottom - (value - axis.minimum) / span * free
        lines = lines_of(pen.text.small, words, room, most=most)
        width = max((pen.text.small_metrics.width_of(line) for line in lines), default=0.0)
        rect = QRectF(x + pad, y - len(lines) * small / 2, width, len(lines) * small)
        # Words over lines are read on a ground of their own.
        pen.painter.setOpacity(UNDER)
        pen.painter.fillRect(rect, pen.theme.ground)
        pen.painter.setOpacity(1.0)
        rect.setWidth(room)
        pen.write_lines(rect, words, pen.theme.ink, pen.text.small, most)


def _paint_title(pen: Pen, layout: _Layout, words: str, x: float) -> None:
    """Write what an axis is called in the middle above it, its last line next to the axis."""
    font, small, pad = pen.text.small_bold, pen.text.small_line, 0.25 * pen.text.line
    width = layout.apart - 2 * pad
    lines = lines_of(font, words, width, most=TITLE_LINES)
    top = layout.top - (len(lines) + 0.5) * small
    for line in lines:
        pen.write(QRectF(x - width / 2, top, width, small), line, pen.theme.ink, font, CENTRE)
        top += small
