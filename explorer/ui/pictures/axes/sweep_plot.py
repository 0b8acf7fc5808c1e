"""What moves the zone, as a widget: a lane for each row over the range of one control."""

from functools import partial

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.phrase import points_of
from explorer.figures.prices import highest_price
from explorer.figures.sweep import SweepFigure, SweepLane, sweep_lane_words
from explorer.model.wording import tr
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords, plain_number
from explorer.ui.pictures.axes.axes_items import RegionLook
from explorer.ui.pictures.axes.axes_picture import AxesPicture
from explorer.ui.pictures.axes.axes_signs import wedge_sample
from explorer.ui.pictures.axes.axes_words import KeyEntry, PlotWords
from explorer.ui.pictures.axes.sweep_bands import WIDEST, band_corners, bands, inside_bands
from explorer.ui.pictures.rows.stepping import stepped
from explorer.ui.pictures.strokes import flat_pen, mix, plot_pen

Align = Qt.AlignmentFlag
Key = Qt.Key


class SweepPlot(AxesPicture[SweepFigure]):
    """Where each row opens and closes as one control moves, and how wide its zone is there.

    Up and Down choose a row, Left and Right move a cursor along the control's values and tell
    what holds there, Enter chooses the row again.
    """

    LEAST_SIZE = (24.0, 11.5)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor: int | None = None
        self.graph.show_all_of_height()
        self.graph.paint_under(self._paint_chosen)
        self._middles = self.graph.add_curve(2)
        self._bands = self.graph.add_region(3)
        self._now = self.graph.add_curve(4)

    def draw(self, figure: SweepFigure, previous: SweepFigure | None) -> None:
        count = len(figure.lanes)
        left, right = _ends(figure)
        self.graph.show_ranges(left, right, 0, max(1, count))
        found = bands(figure)
        self._bands.show_shape(*band_corners(figure, found), partial(inside_bands, figure, found))
        middles = np.arange(count, dtype=np.float64).repeat(2) + 0.5
        self._middles.show_segments(np.tile([left, right], count), middles)
        self._now.show_line(np.full(2, figure.current), np.array([0.0, count]))
        is_other = previous is not None and previous.case is not figure.case
        if is_other or (previous is not None and _axes(previous) != _axes(figure)):
            self._show_words(figure)

    def apply_style(self, figure: SweepFigure) -> None:
        theme = self._theme
        self._middles.show_pen(plot_pen(theme, theme.rule))
        self._now.show_pen(plot_pen(theme, theme.ink, 1.4))
        look = RegionLook(
            theme.zone_fill,
            mix(theme.zone_outline, theme.zone_fill, 0.7),
            theme.stroke,
            theme.hatch,
            theme.zone_outline,
            1.2 * theme.stroke,
        )
        self._bands.show_look(look)
        self._show_words(figure)

    def _show_words(self, figure: SweepFigure) -> None:
        theme, count = self._theme, len(figure.lanes)
        control = figure.case.control(figure.source.control_id).name
        ends = figure.low_word, figure.high_word
        number = None if figure.is_whole else plain_number
        below = AxisWords(control, theme.ink, ticks=figure.ticks, number=number, ends=ends)
        lanes = tuple((count - n - 0.5, lane.name) for n, lane in enumerate(figure.lanes))
        beside = AxisWords("", theme.ink, ticks=lanes, has_tick_lines=False)
        most = points_of(WIDEST * highest_price(figure.case))
        thick = KeyEntry(
            tr("deal zone: the thicker, the wider (thickest: {points} or more)", points=most),
            theme.zone_text,
            wedge_sample(theme),
            brief=tr("the thicker, the wider the zone"),
        )
        ends = tr("value at which a zone opens or closes")
        numbers = KeyEntry(
            ends,
            theme.ink_soft,
            partial(_paint_number, theme.ink),
            is_shown=not figure.is_whole,
            brief=tr("opens or closes"),
        )
        self.graph.show_words(
            PlotWords(below, beside, (thick, numbers), above=1.4), self.small, theme
        )

    def _paint_chosen(self, painter: QPainter, frame: AxesFrame) -> None:
        """Draw the ground of the chosen row, which reaches under its name."""
        figure = self.figure
        place = None if figure is None else _chosen(figure)
        if figure is None or place is None:
            return
        low = len(figure.lanes) - place - 1
        room = QRectF(frame.point(frame.left, low + 1), frame.point(frame.right, low))
        room.setLeft(frame.whole.left())
        painter.fillRect(room, QColor(self._theme.selection))

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: SweepFigure) -> None:
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(self._theme.ink))
        for place, lane in enumerate(figure.lanes):
            self._write_tips(painter, frame, figure, place, lane)
        if frame.left <= figure.current <= frame.right:
            width = metrics.horizontalAdvance(figure.current_words) + 8
            x = frame.point(figure.current, 0).x() - width / 2
            x = min(max(x, frame.room.left()), frame.room.right() - width)
            top = frame.room.top() - 1.25 * metrics.height()
            room = QRectF(x, top, width, metrics.height())
            painter.drawText(room, Align.AlignCenter, figure.current_words)
        if self.hasFocus() and self._cursor is not None and self._cursor < figure.values.size:
            at = frame.point(float(figure.values[self._cursor]), 0).x()
            painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
            painter.drawLine(QLineF(at, frame.room.top(), at, frame.room.bottom()))

    def _write_tips(
        self,
        painter: QPainter,
        frame: AxesFrame,
        figure: SweepFigure,
        place: int,
        lane: SweepLane,
    ) -> None:
        """Label opening and closing values on the closed side of their edges, if there is room."""
        metrics, room = QFontMetricsF(painter.font()), frame.room
        shift = 0.5 if figure.is_whole else 0.0
        tips = sorted(lane.tips, key=lambda tip: tip.value)
        edges = [frame.point(tip.value - shift, 0).x() for tip in tips]
        bounds = [room.left(), *edges, room.right()]
        middle = frame.point(0, len(figure.lanes) - place - 0.5).y()
        for number, tip in enumerate(tips):
            width = metrics.horizontalAdvance(tip.label) + 8
            before, edge, after = bounds[number : number + 3]
            if not room.left() <= edge <= room.right():
                continue
            # A closed stretch between two open ones has room for both of its labels or for none.
            closed = edge - before if tip.opens else after - edge
            is_between = number > 0 if tip.opens else number < len(tips) - 1
            if closed < (2 * width if is_between else width):
                continue
            left, high = edge - width if tip.opens else edge, metrics.height()
            painter.drawText(
                QRectF(left, middle - high / 2, width, high), Align.AlignCenter, tip.label
            )

    def words_at(self, figure: SweepFigure, x: float, y: float) -> str:
        lane = _lane_at(figure, y)
        return "" if lane is None else sweep_lane_words(figure, lane, x)

    def press(self, figure: SweepFigure, x: float, y: float) -> None:
        lane = _lane_at(figure, y)
        if lane is not None:
            self.row_chosen.emit(lane.row_id)

    def press_key(self, figure: SweepFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key in (Key.Key_Up, Key.Key_Down):
            self._step_row(figure, 1 if key == Key.Key_Down else -1)
        elif key in (Key.Key_Left, Key.Key_Right):
            self._step_value(figure, 1 if key == Key.Key_Right else -1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._step_row(figure, 0)
        else:
            return False
        return True

    def _step_row(self, figure: SweepFigure, step: int) -> None:
        place = stepped(_chosen(figure), step, len(figure.lanes))
        if place is not None:
            self.row_chosen.emit(figure.lanes[place].row_id)

    def _step_value(self, figure: SweepFigure, step: int) -> None:
        if self._cursor is None:
            self._cursor = int(np.abs(figure.values - figure.current).argmin())
        self._cursor = min(max(self._cursor + step, 0), figure.values.size - 1)
        place = _chosen(figure) or 0
        if figure.lanes:
            value = float(figure.values[self._cursor])
            self.tell_place(sweep_lane_words(figure, figure.lanes[place], value), value, 0)


def _ends(figure: SweepFigure) -> tuple[float, float]:
    """Return the ends of the horizontal axis: a whole value is as wide as its neighbours."""
    pad = 0.5 if figure.is_whole else 0.0
    return figure.minimum - pad, figure.maximum + pad


def _axes(figure: SweepFigure) -> tuple[object, ...]:
    names = tuple(lane.name for lane in figure.lanes)
    return figure.source.control_id, figure.ticks, figure.low_word, figure.high_word, names


def _lane_at(figure: SweepFigure, y: float) -> SweepLane | None:
    place = len(figure.lanes) - 1 - int(y)
    return figure.lanes[place] if 0 <= place < len(figure.lanes) else None


def _chosen(figure: SweepFigure) -> int | None:
    """Return the place of the chosen row, or None."""
    return next((place for place, lane in enumerate(figure.lanes) if lane.is_selected), None)


def _paint_number(ink: str, painter: QPainter, room: QRectF) -> None:
    """Draw a sample of the numbers beside the ends of bars."""
    painter.setPen(QColor(ink))
    painter.drawText(room.adjusted(0, -room.height(), 0, room.height()), Align.AlignCenter, "17")
