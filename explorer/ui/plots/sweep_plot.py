"""What moves the zone, as a widget: a lane for each row over the range of one control."""

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.sweep import SweepFigure, SweepLane, SweepTip, sweep_lane_words
from explorer.ui.plots.axes import AxisWords, axis_margins, paint_axes
from explorer.ui.plots.canvas import Canvas, CanvasFrame
from explorer.ui.plots.picture_plot import PicturePlot
from explorer.ui.plots.stepping import stepped
from explorer.ui.plots.strokes import flat_pen, small_font
from explorer.ui.plots.sweep_painting import lane_band, open_runs, paint_band
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
Key = Qt.Key


class SweepPlot(PicturePlot[SweepFigure]):
    """Where each row opens and closes as one control moves, and how wide its zone is there.

    Up and Down choose a row, Left and Right move a cursor along the control's values and tell
    what holds there, Enter chooses the row again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: SweepFigure | None = None
        self._words_of_axes: AxisWords | None = None
        self._cursor: int | None = None
        self._canvas = Canvas(self._paint_still, self._paint_live, self)
        self._canvas.pointed.connect(self._point)
        self._canvas.left.connect(self._point_nowhere)
        self._canvas.pressed.connect(self._press)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._canvas, 1)

    def show_figure(self, figure: SweepFigure) -> None:
        """Show a sweep; emits nothing."""
        self._figure = figure
        pad = 0.5 if figure.is_whole else 0.0
        left, right = figure.minimum - pad, figure.maximum + pad
        self._canvas.show_ranges(left, right, 0, max(1, len(figure.lanes)))
        self.describe(figure.title, figure.sentence)
        self._canvas.show_live()
        self._lay_out()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._canvas.show_theme(theme)
        self._lay_out()

    def show_stale(self, is_stale: bool) -> None:
        super().show_stale(is_stale)
        self._canvas.show_live()

    def _lay_out(self) -> None:
        figure = self._figure
        if figure is None:
            return
        count = len(figure.lanes)
        control = figure.case.control(figure.source.control_id).name
        words = AxisWords(
            x_label=control,
            y_label="",
            x_colour=self._theme.ink,
            y_colour=self._theme.ink,
            x_ticks=figure.ticks,
            y_ticks=tuple((count - n - 0.5, lane.name) for n, lane in enumerate(figure.lanes)),
            has_grid=False,
        )
        if words != self._words_of_axes:
            self._words_of_axes = words
            self._canvas.show_margins(axis_margins(self.font(), words, top_lines=1.5))
        else:
            self._canvas.show_still()

    def _paint_still(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme = self._figure, self._theme
        if figure is None or self._words_of_axes is None:
            return
        for place, lane in enumerate(figure.lanes):
            room = _lane_room(frame, figure, place)
            if lane.is_selected:
                ground = QRectF(frame.whole.left(), room.top(), 0, room.height())
                ground.setRight(room.right())
                painter.fillRect(ground, QColor(theme.selection))
        painter.setFont(small_font(self.font()))
        for place, lane in enumerate(figure.lanes):
            self._paint_lane(painter, frame, figure, place, lane)
        paint_axes(painter, frame, theme, self.font(), self._words_of_axes)
        self._paint_ends(painter, frame, figure)

    def _paint_lane(
        self,
        painter: QPainter,
        frame: CanvasFrame,
        figure: SweepFigure,
        place: int,
        lane: SweepLane,
    ) -> None:
        theme, room = self._theme, _lane_room(frame, figure, place)
        painter.setPen(flat_pen(theme.rule, 1))
        painter.drawLine(QLineF(room.left(), room.center().y(), room.right(), room.center().y()))
        for run in open_runs(lane):
            paint_band(painter, theme, room, lane_band(frame, figure, lane, room, run))
        self._paint_tips(painter, frame, lane, room)

    def _paint_tips(
        self, painter: QPainter, frame: CanvasFrame, lane: SweepLane, room: QRectF
    ) -> None:
        """Label opening and closing values on the closed side of their edges, if there is room."""
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(self._theme.ink))
        shift = 0.5 if self._is_whole() else 0.0
        tips = sorted(lane.tips, key=_value)
        edges = [frame.point(tip.value - shift, 0).x() for tip in tips]
        bounds = [room.left(), *edges, room.right()]
        for place, tip in enumerate(tips):
            width = metrics.horizontalAdvance(tip.label) + 8
            before, edge, after = bounds[place : place + 3]
            left = edge - width if tip.opens else edge
            # A closed stretch between two open ones has room for both of its labels or for none.
            closed = edge - before if tip.opens else after - edge
            is_between = place > 0 if tip.opens else place < len(tips) - 1
            if closed < (2 * width if is_between else width):
                continue
            label_room = QRectF(left, room.top(), width, room.height())
            painter.drawText(label_room, Align.AlignCenter, tip.label)

    def _is_whole(self) -> bool:
        return self._figure is not None and self._figure.is_whole

    def _paint_ends(self, painter: QPainter, frame: CanvasFrame, figure: SweepFigure) -> None:
        """Write what both ends of the control mean beside its name."""
        line = QFontMetricsF(painter.font()).height()
        painter.setPen(QColor(self._theme.ink_soft))
        room = QRectF(frame.room.left(), frame.whole.bottom() - 1.2 * line, 0, 1.2 * line)
        room.setRight(frame.room.right())
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, figure.low_word)
        painter.drawText(room, Align.AlignRight | Align.AlignVCenter, figure.high_word)

    def _paint_live(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme = self._figure, self._theme
        if figure is None:
            return
        painter.setFont(small_font(self.font()))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(figure.current_words) + 8
        x = frame.point(figure.current, 0).x() - width / 2
        x = min(max(x, frame.room.left()), frame.room.right() - width)
        room = QRectF(x, frame.room.top() - 1.25 * metrics.height(), width, metrics.height())
        painter.setPen(flat_pen(theme.ink, 1.4 * theme.stroke))
        now = frame.point(figure.current, 0).x()
        painter.drawLine(QLineF(now, frame.room.top(), now, frame.room.bottom()))
        painter.drawText(room, Align.AlignCenter, figure.current_words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(theme.focus, 1.5 * theme.stroke))
        if self.hasFocus():
            painter.drawRect(frame.whole.adjusted(1, 1, -1, -1))
            if self._cursor is not None and self._cursor < figure.values.size:
                at = frame.point(float(figure.values[self._cursor]), 0).x()
                painter.drawLine(QLineF(at, frame.room.top(), at, frame.room.bottom()))
        self.wash(painter, frame.whole)

    def _lane_at(self, figure: SweepFigure, y: float) -> SweepLane | None:
        place = len(figure.lanes) - 1 - int(y)
        return figure.lanes[place] if 0 <= place < len(figure.lanes) else None

    def _point(self, x: float, y: float) -> None:
        if self._figure is None:
            return
        lane = self._lane_at(self._figure, y)
        if lane is not None:
            self.tell(sweep_lane_words(self._figure, lane, x))

    def _point_nowhere(self) -> None:
        self.tell("")

    def _press(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        lane = None if self._figure is None else self._lane_at(self._figure, y)
        if lane is not None:
            self.row_chosen.emit(lane.row_id)

    def _selected(self, figure: SweepFigure) -> int | None:
        places = [place for place, lane in enumerate(figure.lanes) if lane.is_selected]
        return places[0] if places else None

    def _step_row(self, figure: SweepFigure, step: int) -> None:
        place = stepped(self._selected(figure), step, len(figure.lanes))
        if place is not None:
            self.row_chosen.emit(figure.lanes[place].row_id)

    def _step_value(self, figure: SweepFigure, step: int) -> None:
        if self._cursor is None:
            self._cursor = int(np.abs(figure.values - figure.current).argmin())
        self._cursor = min(max(self._cursor + step, 0), figure.values.size - 1)
        place = self._selected(figure) or 0
        if figure.lanes:
            value = float(figure.values[self._cursor])
            pixel: QPointF = self._canvas.frame_now.point(value, 0)
            point = self._canvas.pos() + QPoint(round(pixel.x()), round(pixel.y()))
            self.tell_at(sweep_lane_words(figure, figure.lanes[place], value), point)
        self._canvas.show_live()

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        self._canvas.paint_on(painter, room)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 20 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(24 * line, round(11.5 * line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step_row(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Left, Key.Key_Right):
            self._step_value(figure, 1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._step_row(figure, 0)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._words_of_axes = None
            self._lay_out()
        super().changeEvent(event)


def _value(tip: SweepTip) -> float:
    return tip.value


def _lane_room(frame: CanvasFrame, figure: SweepFigure, place: int) -> QRectF:
    top = len(figure.lanes) - place
    left = frame.point(frame.left, top)
    return QRectF(left, frame.point(frame.right, top - 1))
