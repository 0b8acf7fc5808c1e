"""The two-factor map as a widget: regions over two controls, the present point, pointing, keys."""

import numpy as np
from PySide6.QtCore import QEvent, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.two_factor import TwoFactorFigure, point_at, point_words
from explorer.figures.two_factor_cells import count_outlines, factor_shades, row_outline
from explorer.ui.plots.axes import AxisWords, axis_margins, paint_axes
from explorer.ui.plots.canvas import Canvas, CanvasFrame
from explorer.ui.plots.picture_plot import PicturePlot
from explorer.ui.plots.strokes import flat_pen, small_font, unit_of_font, zone_ramp
from explorer.ui.plots.two_factor_painting import (
    count_ramp,
    paint_hatch,
    paint_labels,
    paint_legend,
    paint_marks,
    paint_points,
)
from explorer.ui.theme import Theme

Key = Qt.Key
STEPS = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, 1),
    Key.Key_Down: (0, -1),
}
NOTHING = np.zeros(0), np.zeros(0)
"""An outline of nothing."""

LONG_STEP = 10
"""How many values an arrow key passes with Ctrl held on a scale."""


class TwoFactorPlot(PicturePlot[TwoFactorFigure]):
    """Which rows are open wherever two controls stand.

    Arrow keys move a cursor from value to value, with Ctrl by ten; Enter or a click moves both
    controls there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: TwoFactorFigure | None = None
        self._words_of_axes: AxisWords | None = None
        self._cursor: tuple[float, float] | None = None
        self._canvas = Canvas(self._paint_still, self._paint_live, self)
        self._cells = self._canvas.add_image(0)
        self._steps = self._canvas.add_lines(1)
        self._edge = self._canvas.add_lines(2)
        self._canvas.pointed.connect(self._point)
        self._canvas.left.connect(self._point_nowhere)
        self._canvas.pressed.connect(self._press)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._canvas, 1)

    @property
    def canvas(self) -> Canvas:
        """Where the map is drawn."""
        return self._canvas

    def show_figure(self, figure: TwoFactorFigure) -> None:
        """Show a map; emits nothing."""
        previous, self._figure = self._figure, figure
        self._canvas.show_ranges(
            figure.x.minimum, figure.x.maximum, figure.y.minimum, figure.y.maximum
        )
        self.describe(figure.title, figure.sentence)
        if previous is None or _is_other_map(previous, figure):
            self._cells.show_cells(factor_shades(figure))
            self._edge.show_segments(*row_outline(figure))
            is_count = figure.show == "count"
            self._steps.show_segments(*(count_outlines(figure) if is_count else NOTHING))
            self._show_pens(figure)
            self._canvas.show_still()
        if previous is None or _are_other_axes(previous, figure):
            self._cursor = None
            self._lay_out()
        self._canvas.show_live()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._canvas.show_theme(theme)
        if self._figure is not None:
            self._show_pens(self._figure)
        self._lay_out()

    def show_stale(self, is_stale: bool) -> None:
        super().show_stale(is_stale)
        self._canvas.show_live()

    def _show_pens(self, figure: TwoFactorFigure) -> None:
        """Take colours: the selected row stands out from cells that are coloured by number."""
        theme = self._theme
        self._cells.show_ramp(count_ramp(theme) if figure.show == "count" else zone_ramp(theme))
        colour = theme.ink if figure.show == "count" else theme.zone_outline
        self._edge.show_pen(flat_pen(colour, 2 * theme.stroke))
        self._steps.show_pen(flat_pen(theme.zone_outline, 1))

    def _lay_out(self) -> None:
        figure, theme = self._figure, self._theme
        if figure is None:
            return
        words = AxisWords(
            x_label=figure.x.name,
            y_label=figure.y.name,
            x_colour=theme.ink,
            y_colour=theme.ink,
            x_ticks=figure.x.ticks,
            y_ticks=figure.y.ticks,
        )
        self._words_of_axes = words
        metrics = QFontMetricsF(small_font(self.font()))
        beside = max((metrics.horizontalAdvance(text) for _, text in figure.y.marks), default=0.0)
        top_lines = 2.9 if figure.x.marks else 1.7
        margins = axis_margins(self.font(), words, top_lines=top_lines)
        extra = beside and beside - 0.4 * metrics.height()
        self._canvas.show_margins(margins + QMarginsF(0, 0, max(0.0, extra), 0))

    def _paint_still(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme, font = self._figure, self._theme, self.font()
        if figure is None or self._words_of_axes is None:
            return
        if figure.show == "row":
            paint_hatch(painter, frame, theme, figure)
        paint_axes(painter, frame, theme, font, self._words_of_axes)
        paint_marks(painter, frame, theme, font, figure)
        paint_labels(painter, frame, theme, font, figure)

    def _paint_live(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme = self._figure, self._theme
        if figure is None:
            return
        paint_legend(painter, frame, theme, self.font(), figure)
        paint_points(painter, frame, theme, self.font(), figure)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(flat_pen(theme.focus, 1.5 * theme.stroke))
            painter.drawRect(frame.whole.adjusted(1, 1, -1, -1))
            if self._cursor is not None:
                self._paint_cursor(painter, frame, self._cursor)
        self.wash(painter, frame.whole)

    def _paint_cursor(
        self, painter: QPainter, frame: CanvasFrame, cursor: tuple[float, float]
    ) -> None:
        reach = 8 * unit_of_font(self.font())
        at = frame.point(*cursor)
        for colour, width in ((self._theme.ground, 4.0), (self._theme.focus, 2.0)):
            painter.setPen(flat_pen(colour, width * self._theme.stroke))
            painter.drawRect(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))

    def _point(self, x: float, y: float) -> None:
        if self._figure is not None:
            self.tell(point_words(self._figure, x, y))

    def _point_nowhere(self) -> None:
        self.tell("")

    def _press(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._figure is not None:
            self._choose(self._figure, x, y)

    def _choose(self, figure: TwoFactorFigure, x: float, y: float) -> None:
        point = point_at(figure, x, y)
        self._cursor = point[figure.x.control_id], point[figure.y.control_id]
        self.point_chosen.emit(point)

    def _step(self, figure: TwoFactorFigure, across: int, up: int, *, is_long: bool) -> None:
        x, y = self._cursor or (figure.x.now, figure.y.now)
        long = LONG_STEP if is_long else 1
        x += across * (1 if figure.x.is_whole else long)
        y += up * (1 if figure.y.is_whole else long)
        point = point_at(figure, x, y)
        self._cursor = point[figure.x.control_id], point[figure.y.control_id]
        pixel = self._canvas.frame_now.point(*self._cursor).toPoint()
        self.tell_at(point_words(figure, *self._cursor), self._canvas.pos() + pixel)
        self._canvas.show_live()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        self._canvas.paint_on(painter, room)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 22 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(22 * line, round(10.5 * line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in STEPS:
            is_long = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._step(figure, *STEPS[key], is_long=is_long)
        elif key in (Key.Key_Return, Key.Key_Enter) and self._cursor is not None:
            self._choose(figure, *self._cursor)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
        super().changeEvent(event)


def _is_other_map(before: TwoFactorFigure, after: TwoFactorFigure) -> bool:
    is_same_view = (before.row, before.show) == (after.row, after.show)
    return before.source is not after.source or not is_same_view


def _are_other_axes(before: TwoFactorFigure, after: TwoFactorFigure) -> bool:
    old, new = ((each.x.control_id, each.y.control_id) for each in (before, after))
    return before.case is not after.case or old != new
