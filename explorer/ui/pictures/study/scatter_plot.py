"""Rows of a study as points between two of its columns."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from explorer.figures.study_scatter import ScatterFigure
from explorer.ui.pictures.pen import Pen, text_style
from explorer.ui.pictures.study.study_places import (
    Field,
    field_in,
    paint_across,
    paint_frame,
    paint_grid,
    paint_legend,
    paint_point,
    paint_up,
    ticks_across,
    ticks_up,
)
from explorer.ui.pictures.study.study_plot import NO_ROW, StudyRowsPlot

REACH = 0.6
"""How near the pointer must come to a point, in lines of text."""


class ScatterPlot(StudyRowsPlot[ScatterFigure]):
    """One point for each row, filled where the outcome holds; a double click opens the row."""

    def paint_figure(self, pen: Pen, rect: QRectF, figure: ScatterFigure) -> None:
        field = _field(figure, rect, pen)
        paint_legend(pen, field.legend, figure.legend, are_lines=False)
        across, up = ticks_across(figure.x, field.plot), ticks_up(figure.y, field.plot)
        paint_grid(pen, field, [x for x, _ in across], [y for y, _ in up])
        paint_frame(pen, field, (figure.x.title, figure.y.title))
        paint_across(pen, field, across)
        paint_up(pen, field, up)
        for is_in in (False, True):
            for place in np.flatnonzero(figure.holds == is_in).tolist():
                paint_point(pen, _point(figure, field, place), is_in=is_in)

    def paint_near(self, pen: Pen, rect: QRectF, figure: ScatterFigure, near: int) -> None:
        centre, size = _point(figure, _field(figure, rect, pen), near), 0.4 * pen.text.line
        pen.stroke(pen.theme.focus, 2.0)
        pen.outline(QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size))

    def part_place(self, figure: ScatterFigure, rect: QRectF, part: int) -> QRectF:
        plot = self._field(figure, rect).plot
        width = plot.width() / len(figure.table.cells)
        return QRectF(plot.left() + part * width, plot.top(), width, plot.height())

    def row_near(self, figure: ScatterFigure, rect: QRectF, point: QPointF) -> int:
        plot = self._field(figure, rect).plot
        if not len(figure.rows):
            return NO_ROW
        across = plot.left() + figure.x_shares * plot.width() - point.x()
        up = plot.bottom() - figure.y_shares * plot.height() - point.y()
        distances = np.hypot(across, up)
        near = int(np.argmin(distances))
        return near if distances[near] <= REACH * self.fontMetrics().height() else NO_ROW

    def _field(self, figure: ScatterFigure, rect: QRectF) -> Field:
        return field_in(rect, text_style(self.font()), _up_words(figure))


def _up_words(figure: ScatterFigure) -> tuple[str, ...]:
    return tuple(words for _, words in figure.y.ticks)


def _field(figure: ScatterFigure, rect: QRectF, pen: Pen) -> Field:
    return field_in(rect, pen.text, _up_words(figure))


def _point(figure: ScatterFigure, field: Field, place: int) -> QPointF:
    plot = field.plot
    return QPointF(
        plot.left() + float(figure.x_shares[place]) * plot.width(),
        plot.bottom() - float(figure.y_shares[place]) * plot.height(),
    )
