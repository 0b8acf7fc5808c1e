"""How often an outcome holds by two columns of a study: cells, the darker the more often."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from explorer.figures.study_heat import HeatFigure
from explorer.ui.pictures.pen import CENTRE, Pen, text_style
from explorer.ui.pictures.strokes import mix
from explorer.ui.pictures.study.study_places import (
    Field,
    field_in,
    paint_across,
    paint_frame,
    paint_up,
)
from explorer.ui.pictures.study.study_plot import StudyPlot

HALF = 0.5
"""The share from which words on a cell are written in the colour of the ground."""

EDGE = 0.5
"""How much of the colour of lines the edge of a cell has."""

KEY_CELLS = 5
"""Colours that the legend shows."""


class HeatPlot(StudyPlot[HeatFigure]):
    """Cells by two columns, each with its share of 100 where there is room; empty ones are bare."""

    def paint_figure(self, pen: Pen, rect: QRectF, figure: HeatFigure) -> None:
        field = field_in(rect, pen.text, figure.y_words)
        _paint_key(pen, field.legend, figure)
        for up, across in np.argwhere(figure.counts > 0).tolist():
            _paint_cell(pen, _cell(figure, field, up, across), float(figure.shares[up, across]))
        paint_frame(pen, field, (figure.x_title, figure.y_title))
        plot = field.plot
        wide, high = len(figure.x_words) or 1, len(figure.y_words) or 1
        xs = [plot.left() + (place + HALF) / wide * plot.width() for place in range(wide)]
        ys = [plot.bottom() - (place + HALF) / high * plot.height() for place in range(high)]
        paint_across(pen, field, list(zip(xs, figure.x_words, strict=False)))
        paint_up(pen, field, list(zip(ys, figure.y_words, strict=False)))

    def part_place(self, figure: HeatFigure, rect: QRectF, part: int) -> QRectF:
        up, across = np.argwhere(figure.counts > 0)[part].tolist()
        return _cell(figure, self._field(figure, rect), up, across)

    def words_at(self, figure: HeatFigure, rect: QRectF, point: QPointF, near: int) -> str:
        plot = self._field(figure, rect).plot
        if not plot.contains(point) or not figure.counts.size:
            return ""
        across = int((point.x() - plot.left()) / plot.width() * len(figure.x_words))
        up = int((plot.bottom() - point.y()) / plot.height() * len(figure.y_words))
        return figure.cell_words(
            min(up, len(figure.y_words) - 1), min(across, len(figure.x_words) - 1)
        )

    def _field(self, figure: HeatFigure, rect: QRectF) -> Field:
        return field_in(rect, text_style(self.font()), figure.y_words)


def _cell(figure: HeatFigure, field: Field, up: int, across: int) -> QRectF:
    plot = field.plot
    width, height = plot.width() / len(figure.x_words), plot.height() / len(figure.y_words)
    return QRectF(plot.left() + across * width, plot.bottom() - (up + 1) * height, width, height)


def _colour(pen: Pen, share: float) -> str:
    """Return the colour of a cell: hardly any for none, the deal zone's outline for all."""
    theme = pen.theme
    if share <= HALF:
        return mix(theme.zone_fill, theme.ground, 0.1 + 0.9 * share / HALF)
    return mix(theme.zone_outline, theme.zone_fill, (share - HALF) / HALF)


def _paint_cell(pen: Pen, cell: QRectF, share: float) -> None:
    ground = _colour(pen, share)
    pen.painter.fillRect(cell, QColor(ground))
    # An edge of its own: a cell in which it never holds is not one without rows.
    pen.hairline(mix(pen.theme.track, pen.theme.ground, EDGE))
    pen.outline(cell)
    words = f"{100 * share:.0f}"
    if (
        pen.text.small_metrics.width_of(words) < cell.width()
        and pen.text.small_line < cell.height()
    ):
        pen.write(cell, words, _readable_on(pen, ground), pen.text.small, CENTRE)


def _readable_on(pen: Pen, ground: str) -> str:
    """Return the ink or the ground's colour, whichever stands out more on a colour."""
    light = QColor(ground).lightnessF()
    inks = (pen.theme.ink, pen.theme.ground)
    return max(inks, key=lambda ink: abs(QColor(ink).lightnessF() - light))


def _paint_key(pen: Pen, rect: QRectF, figure: HeatFigure) -> None:
    side = 0.9 * pen.text.line
    top = rect.center().y() - side / 2
    words = QRectF(rect)
    for place in range(KEY_CELLS):
        cell = QRectF(rect.left() + place * 1.6 * side, top, 1.6 * side, side)
        _paint_cell(pen, cell, place / (KEY_CELLS - 1))
        words.setLeft(cell.right() + 0.5 * pen.text.line)
    pen.write(words, figure.legend, pen.theme.ink, pen.text.small)
