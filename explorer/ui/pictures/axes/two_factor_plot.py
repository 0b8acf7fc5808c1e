"""The two-factor map as a widget: regions over two controls, the present point, pointing, keys."""

from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.two_factor import FactorAxis, TwoFactorFigure, point_at, point_words
from explorer.figures.two_factor_cells import (
    count_outlines,
    factor_labels,
    factor_shades,
    inside_row,
    row_outline,
    row_stripes,
)
from explorer.ui.look.theme import Theme, set_strong
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords, plain_number
from explorer.ui.pictures.axes.axes_items import Mark, RegionLook
from explorer.ui.pictures.axes.axes_picture import REACH, AxesPicture
from explorer.ui.pictures.axes.axes_words import PlotWords
from explorer.ui.pictures.axes.two_factor_key import count_ramp, factor_key, has_baseline
from explorer.ui.pictures.strokes import flat_pen, plot_pen, zone_ramp

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

RADIUS = 4.6
"""Of the present point, in pixels at a text scale of 1."""


class TwoFactorPlot(AxesPicture[TwoFactorFigure]):
    """Which rows are open wherever two controls stand.

    Arrow keys move a cursor from value to value, with Ctrl by ten; Enter or a click moves both
    controls there.
    """

    SIZE = (44.0, 22.0)
    LEAST_SIZE = (22.0, 10.5)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor: tuple[float, float] | None = None
        self._labels: tuple[tuple[float, float, str], ...] = ()
        self._told: tuple[object, ...] = ()
        self._bold = self.font()
        self._cells = self.graph.add_cells(0)
        self._hatch = self.graph.add_region(1)
        self._steps, self._edge, self._now = (self.graph.add_curve(depth) for depth in (2, 3, 4))
        self._points = self.graph.add_marks(5)

    def draw(self, figure: TwoFactorFigure, previous: TwoFactorFigure | None) -> None:
        x, y = figure.x, figure.y
        self.graph.show_ranges(x.minimum, x.maximum, y.minimum, y.maximum)
        if previous is not None and _axes(previous) != _axes(figure):
            self._cursor = None
        if previous is None or _is_other_map(previous, figure):
            self._show_map(figure)
        self._now.show_segments(
            np.array([x.now, x.now, x.minimum, x.now]), np.array([y.minimum, y.now, y.now, y.now])
        )
        if previous is not None:
            if previous.show != figure.show:
                self.apply_style(figure)
            self._show_points(figure)
            self._show_words(figure)

    def _show_map(self, figure: TwoFactorFigure) -> None:
        is_count = figure.show == "count"
        self._cells.show_cells(factor_shades(figure))
        self._edge.show_segments(*row_outline(figure))
        self._steps.show_segments(*(count_outlines(figure) if is_count else NOTHING))
        self._hatch.setVisible(not is_count)
        if not is_count:
            self._hatch.show_shape(*row_stripes(figure), partial(inside_row, figure))
        self._labels = factor_labels(figure)

    def apply_style(self, figure: TwoFactorFigure) -> None:
        theme, is_count = self._theme, figure.show == "count"
        # The selected row stands out from cells that are coloured by number.
        self._cells.show_ramp(count_ramp(theme) if is_count else zone_ramp(theme))
        self._edge.show_pen(plot_pen(theme, theme.ink if is_count else theme.zone_outline, 2))
        self._steps.show_pen(plot_pen(theme, theme.zone_outline))
        self._now.show_pen(plot_pen(theme, theme.ink, style=Qt.PenStyle.DotLine))
        hatch = RegionLook("", theme.zone_outline, 0.8 * theme.stroke, 1.6 * theme.hatch)
        self._hatch.show_look(hatch)
        self._bold = self.small
        set_strong(self._bold)
        self._told = ()
        self._show_points(figure)
        self._show_words(figure)

    def _show_points(self, figure: TwoFactorFigure) -> None:
        self._points.show_marks(point_marks(figure, self._theme, RADIUS * self.unit))

    def _show_words(self, figure: TwoFactorFigure) -> None:
        """Write axes and key anew where any of their words is another."""
        entries = factor_key(figure, self._theme)
        told = (_axes(figure), figure.show, [entry.words for entry in entries])
        if told == self._told:
            return
        self._told = told
        over, far = tuple(sorted(figure.x.marks)), tuple(sorted(figure.y.marks))
        below, beside = (_axis_words(axis, self._theme) for axis in (figure.x, figure.y))
        words = PlotWords(below, beside, entries, over=over, far=far)
        self.graph.show_words(words, self.small, self._theme)

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: TwoFactorFigure) -> None:
        self._write_labels(painter, frame)
        if self.hasFocus() and self._cursor is not None:
            reach, at = REACH * self.unit, frame.point(*self._cursor)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((self._theme.ground, 4.0), (self._theme.focus, 2.0)):
                painter.setPen(flat_pen(colour, width * self._theme.stroke))
                painter.drawRect(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))

    def _write_labels(self, painter: QPainter, frame: AxesFrame) -> None:
        """Write into each region what it stands for."""
        painter.setFont(self._bold)
        metrics = QFontMetricsF(self._bold)
        veil = QColor(self._theme.ground)
        veil.setAlphaF(0.82)
        painter.setPen(QColor(self._theme.ink))
        for x, y, words in self._labels:
            if not frame.sees(x, y):
                continue
            at, high = frame.point(x, y), metrics.height()
            wide = metrics.horizontalAdvance(words) + high / 2
            place = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
            painter.fillRect(place, veil)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def words_at(self, figure: TwoFactorFigure, x: float, y: float) -> str:
        return point_words(figure, x, y)

    def press(self, figure: TwoFactorFigure, x: float, y: float) -> None:
        point = point_at(figure, x, y)
        self._cursor = point[figure.x.control_id], point[figure.y.control_id]
        self.point_chosen.emit(point)

    def press_key(self, figure: TwoFactorFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key in STEPS:
            is_long = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._step(figure, *STEPS[key], is_long=is_long)
        elif key in (Key.Key_Return, Key.Key_Enter) and self._cursor is not None:
            self.press(figure, *self._cursor)
        else:
            return False
        return True

    def _step(self, figure: TwoFactorFigure, across: int, up: int, *, is_long: bool) -> None:
        x, y = self._cursor or (figure.x.now, figure.y.now)
        long = LONG_STEP if is_long else 1
        x += across * (1 if figure.x.is_whole else long)
        y += up * (1 if figure.y.is_whole else long)
        point = point_at(figure, x, y)
        self._cursor = point[figure.x.control_id], point[figure.y.control_id]
        self.tell_place(point_words(figure, *self._cursor), *self._cursor)


def point_marks(figure: TwoFactorFigure, theme: Theme, radius: float) -> list[Mark]:
    """Return the baseline as a hollow diamond, if it has a point of its own, and the present."""
    rim = 2 * theme.stroke
    now = Mark(figure.x.now, figure.y.now, "o", 2 * radius, theme.ground, theme.ink, rim)
    if figure.baseline is None or not has_baseline(figure):
        return [now]
    size, width = 2.8 * radius, 1.6 * theme.stroke
    before = Mark(*figure.baseline, "d", size, theme.ink, theme.ground, width, halo=theme.ground)
    return [before, now]


def _axis_words(axis: FactorAxis, theme: Theme) -> AxisWords:
    number = None if axis.is_whole else plain_number
    return AxisWords(axis.name, theme.ink, ticks=axis.ticks, number=number)


def _is_other_map(before: TwoFactorFigure, after: TwoFactorFigure) -> bool:
    is_same_view = (before.row, before.show) == (after.row, after.show)
    return before.source is not after.source or not is_same_view


def _axes(figure: TwoFactorFigure) -> tuple[object, ...]:
    return (figure.case, figure.x.control_id, figure.y.control_id, figure.x.marks, figure.y.marks)
