"""Both sides' gains as a widget: density, frontier, solutions; their meaning one click away."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.figures.gains import (
    GainMark,
    GainsFigure,
    cloud_shades,
    frontier_steps,
    gain_words,
    place_words,
)
from explorer.ui.plots.axes import AxisWords, Ticks, axis_margins, paint_axes
from explorer.ui.plots.canvas import Canvas, CanvasFrame
from explorer.ui.plots.mark_painting import Spot, SpotPainter, spot_at
from explorer.ui.plots.picture_plot import PicturePlot
from explorer.ui.plots.strokes import flat_pen, mix, unit_of_font, zone_ramp
from explorer.ui.plots.word_panel import WordPanel
from explorer.ui.theme import Theme

Key = Qt.Key
REACH = 8
MOST_DOTS = 400


class GainsPlot(PicturePlot[GainsFigure]):
    """The zone by both gains over waiting; the axes never move.

    Arrow keys step through the marks, Enter opens the package of a mark; what a mark means stands
    in a panel as soon as it is clicked or stepped to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: GainsFigure | None = None
        self._words_of_axes: AxisWords | None = None
        self._mark: int | None = None
        self._spot_painter = SpotPainter()
        self._canvas = Canvas(self._paint_still, self._paint_live, self)
        self._cells = self._canvas.add_image(0)
        self._ghost = self._canvas.add_lines(1)
        self._frontier = self._canvas.add_lines(2)
        self._canvas.pointed.connect(self._point)
        self._canvas.left.connect(self._point_nowhere)
        self._canvas.pressed.connect(self._press)
        self._panel = WordPanel(self)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._canvas, 1)
        room.addWidget(self._panel)

    def show_figure(self, figure: GainsFigure) -> None:
        """Show the gains; emits nothing."""
        previous, self._figure = self._figure, figure
        cloud = figure.cloud
        if previous is None or _axes(previous) != _axes(figure):
            self._canvas.show_ranges(0, cloud.x_maximum, 0, cloud.y_maximum)
            self._lay_out()
        self.describe(figure.title, figure.sentence)
        self._cells.show_cells(cloud_shades(cloud))
        self._frontier.show_line(*frontier_steps(*figure.frontier))
        self._ghost.show_line(*frontier_steps(*figure.ghost))
        if self._mark is not None and self._mark >= len(figure.marks):
            self._mark = None
        self._panel.show_words("" if self._mark is None else self._mark_words(self._mark))
        self._canvas.show_live()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._canvas.show_theme(theme)
        self._panel.show_theme(theme)
        self._cells.show_ramp(zone_ramp(theme))
        self._frontier.show_pen(flat_pen(mix(theme.ink, theme.ground, 0.7), 1.2 * theme.stroke))
        self._ghost.show_pen(flat_pen(theme.ghost, 1, Qt.PenStyle.DotLine))
        self._lay_out()

    def show_stale(self, is_stale: bool) -> None:
        super().show_stale(is_stale)
        self._canvas.show_live()

    def _lay_out(self) -> None:
        if self._figure is None:
            return
        cloud = self._figure.cloud
        self._words_of_axes = AxisWords(
            x_label=self._figure.x_label,
            y_label=self._figure.y_label,
            x_colour=self._theme.sender_text,
            y_colour=self._theme.target_text,
            x_ticks=even_ticks(cloud.x_maximum),
            y_ticks=even_ticks(cloud.y_maximum),
        )
        self._canvas.show_margins(axis_margins(self.font(), self._words_of_axes, top_lines=0.6))

    def _spots(self, frame: CanvasFrame, marks: Sequence[GainMark]) -> list[Spot]:
        return [
            Spot(mark.kind, mark.label, frame.point(mark.x, mark.y), mark.is_in_zone)
            for mark in marks
        ]

    def _paint_still(self, painter: QPainter, frame: CanvasFrame) -> None:
        if self._words_of_axes is not None:
            paint_axes(painter, frame, self._theme, self.font(), self._words_of_axes)

    def _paint_live(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme = self._figure, self._theme
        if figure is None:
            return
        unit = unit_of_font(self.font())
        self._paint_ideal(painter, frame, figure)
        self._paint_frontier(painter, frame, figure, unit)
        spots = self._spots(frame, figure.marks)
        self._spot_painter.paint_moving(painter, frame.room, theme, self.font(), spots)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(theme.focus, 1.5 * theme.stroke))
        if self._mark is not None:
            painter.drawEllipse(spots[self._mark].centre, REACH * unit, REACH * unit)
        if self.hasFocus():
            painter.drawRect(frame.whole.adjusted(1, 1, -1, -1))
        self.wash(painter, frame.whole)

    def _paint_ideal(self, painter: QPainter, frame: CanvasFrame, figure: GainsFigure) -> None:
        """Draw the line from waiting to the ideal point, along which Kalai-Smorodinsky looks."""
        if figure.result.ideal is None:
            return
        ideal = frame.point(*figure.result.ideal)
        painter.setPen(flat_pen(self._theme.baseline, self._theme.stroke, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(frame.point(0, 0), ideal))

    def _paint_frontier(
        self, painter: QPainter, frame: CanvasFrame, figure: GainsFigure, unit: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink))
        gains = zip(*(ends[:MOST_DOTS].tolist() for ends in figure.frontier), strict=True)
        for x, y in gains:
            painter.drawEllipse(frame.point(x, y), 1.9 * unit, 1.9 * unit)

    def _mark_words(self, place: int) -> str:
        figure = self._figure
        return "" if figure is None else gain_words(figure, figure.marks[place])

    def _mark_at(self, x: float, y: float) -> int | None:
        if self._figure is None:
            return None
        frame = self._canvas.frame_now
        reach = REACH * unit_of_font(self.font())
        return spot_at(self._spots(frame, self._figure.marks), frame.point(x, y), reach)

    def _point(self, x: float, y: float) -> None:
        if self._figure is None:
            return
        mark = self._mark_at(x, y)
        self.tell(place_words(self._figure, x, y) if mark is None else self._mark_words(mark))

    def _point_nowhere(self) -> None:
        self.tell("")

    def _press(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._choose(self._mark_at(x, y))
        self._open()

    def _choose(self, place: int | None) -> None:
        self._mark = place
        self._panel.show_words("" if place is None else self._mark_words(place))
        self._canvas.show_live()

    def _open(self) -> None:
        if self._figure is None or self._mark is None:
            return
        package = self._figure.marks[self._mark].package
        if package is not None:
            self.package_chosen.emit(package)

    def _step(self, figure: GainsFigure, step: int) -> None:
        start = (0 if step > 0 else -1) if self._mark is None else self._mark + step
        place = start % len(figure.marks)
        self._choose(place)
        mark = figure.marks[place]
        pixel: QPointF = self._canvas.frame_now.point(mark.x, mark.y)
        self.tell_at(self._mark_words(place), self._canvas.pos() + pixel.toPoint())

    def paint_on(self, painter: QPainter, room: QRectF) -> None:
        self._canvas.paint_on(painter, room)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(44 * line, 20 * line)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(22 * line, 10 * line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure, key = self._figure, Key(event.key())
        if figure is None:
            super().keyPressEvent(event)
        elif key in (Key.Key_Right, Key.Key_Down, Key.Key_M):
            self._step(figure, 1)
        elif key in (Key.Key_Left, Key.Key_Up):
            self._step(figure, -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
        super().changeEvent(event)


def _axes(figure: GainsFigure) -> tuple[object, ...]:
    return (figure.cloud.x_maximum, figure.cloud.y_maximum, figure.x_label, figure.y_label)


def even_ticks(maximum: float) -> Ticks:
    """Return ticks from 0 upwards at a round distance, about five of them."""
    rough = maximum / 5
    power = 10 ** math.floor(math.log10(rough)) if rough > 0 else 1
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough)
    return tuple((n * step, f"{n * step:g}") for n in range(int(maximum // step) + 1))
