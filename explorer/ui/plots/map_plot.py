"""The deal map as a widget: cells, outlines, marks, pointing, keyboard."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from explorer.figures.deal_map import (
    MapFigure,
    MapMark,
    cell_at,
    cell_words,
    density_shades,
    sender_outline,
    share_shades,
    shut_cells,
    target_outline,
    zone_outline,
)
from explorer.figures.table import percent_text
from explorer.model.wording import tr
from explorer.ui.plots.axes import AxisWords, axis_margins, paint_axes
from explorer.ui.plots.canvas import Canvas, CanvasFrame
from explorer.ui.plots.map_legend import legend_lines, paint_legend
from explorer.ui.plots.mark_painting import Spot, SpotPainter, spot_at
from explorer.ui.plots.picture_plot import PicturePlot
from explorer.ui.plots.strokes import flat_pen, mix, plain_ramp, small_font, unit_of_font, zone_ramp
from explorer.ui.theme import Theme

Key = Qt.Key
STEPS = {
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_Up: (1, 0),
    Key.Key_Down: (-1, 0),
}
REACH = 8


class MapPlot(PicturePlot[MapFigure]):
    """Every package by what each side gives; the axes never move.

    Arrow keys move a cursor from cell to cell, M steps through the marks, Enter opens what the
    cursor stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: MapFigure | None = None
        self._words_of_axes: AxisWords | None = None
        self._cursor: tuple[int, int] | None = None
        self._mark: int | None = None
        self._spot_painter = SpotPainter()
        # Pressed or not, like the switches in the picture's header.
        self._share = QToolButton(self)
        self._share.setText(tr("Share of each cell"))
        self._share.setCheckable(True)
        self._share.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._share.setToolTip(
            tr("Colour by the share of a cell's packages that are in the deal zone")
        )
        self._share.toggled.connect(self._show_cells)
        self._canvas = Canvas(self._paint_still, self._paint_live, self)
        self._shut = self._canvas.add_image(0)
        self._cells = self._canvas.add_image(1)
        self._walls = self._canvas.add_lines(2)
        self._zone_edge = self._canvas.add_lines(3)
        self._target_edge = self._canvas.add_lines(4)
        self._sender_edge = self._canvas.add_lines(5)
        self._ghost_edge = self._canvas.add_lines(6)
        self._canvas.pointed.connect(self._point)
        self._canvas.left.connect(self._point_nowhere)
        self._canvas.pressed.connect(self._press)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._canvas, 1)
        self._share.raise_()

    @property
    def canvas(self) -> Canvas:
        """Where the map is drawn."""
        return self._canvas

    @property
    def share_switch(self) -> QToolButton:
        """Switches between colouring by packages and by the share of each cell's packages."""
        return self._share

    def show_figure(self, figure: MapFigure) -> None:
        """Show a map; emits nothing."""
        previous, self._figure = self._figure, figure
        if previous is None or previous.case is not figure.case:
            self._canvas.show_ranges(0, figure.x_maximum, 0, figure.y_maximum)
            self._lay_out()
        elif (previous.has_lines, previous.proposals) != (figure.has_lines, figure.proposals):
            self._canvas.show_still()
        self.describe(figure.title, figure.sentence)
        self._show_cells()
        self._show_edges(previous)
        self._canvas.show_live()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._canvas.show_theme(theme)
        self._cells.show_ramp(zone_ramp(theme))
        self._shut.show_ramp(plain_ramp(mix(theme.track, theme.ground, 0.22)))
        wide = 1.6 * theme.stroke
        self._walls.show_pen(flat_pen(theme.baseline, 2.4 * theme.stroke))
        self._zone_edge.show_pen(flat_pen(theme.zone_outline, 1))
        self._sender_edge.show_pen(flat_pen(theme.sender, wide))
        self._target_edge.show_pen(flat_pen(theme.target, wide, Qt.PenStyle.DashLine))
        self._ghost_edge.show_pen(flat_pen(theme.ghost, 1))
        self._lay_out()

    def show_stale(self, is_stale: bool) -> None:
        super().show_stale(is_stale)
        self._canvas.show_live()

    def _show_cells(self) -> None:
        if self._figure is not None:
            by_share = self._share.isChecked()
            shades = share_shades if by_share else density_shades
            self._cells.show_cells(shades(self._figure.source))
            self._canvas.show_live()

    def _show_edges(self, previous: MapFigure | None) -> None:
        """Draw only those outlines anew that are no longer the same."""
        figure = self._figure
        if figure is None:
            return
        # The outlines of another case lie on other axes, even where their cells are the same.
        if previous is not None and previous.case is not figure.case:
            previous = None
        new, old = figure.source, None if previous is None else previous.source
        self._zone_edge.show_segments(*zone_outline(new))
        if old is None or not np.array_equal(old.sender_accepts, new.sender_accepts):
            self._sender_edge.show_segments(*sender_outline(new))
        if old is None or not np.array_equal(old.target_accepts, new.target_accepts):
            self._target_edge.show_segments(*target_outline(new))
        if old is None or not np.array_equal(old.is_allowed, new.is_allowed):
            shut = shut_cells(new)
            self._shut.show_cells(shut.astype(np.uint8))
            self._show_walls(figure)
        if previous is None or previous.ghost is not figure.ghost:
            self._ghost_edge.show_segments(*figure.ghost)

    def _show_walls(self, figure: MapFigure) -> None:
        self._walls.show_segments(*figure.walls)

    def _lay_out(self) -> None:
        if self._figure is None:
            return
        figure, theme = self._figure, self._theme
        shares = (0, 20, 40, 60, 80, 100)
        self._words_of_axes = AxisWords(
            x_label=tr("{label} \N{RIGHTWARDS ARROW}", label=figure.x_label),
            y_label=tr("{label} \N{RIGHTWARDS ARROW}", label=figure.y_label),
            x_colour=theme.target_text,
            y_colour=theme.sender_text,
            x_ticks=tuple((figure.x_maximum * n / 100, str(n)) for n in shares),
            y_ticks=tuple((figure.y_maximum * n / 100, percent_text(n / 100)) for n in shares),
        )
        self._share.setFont(small_font(self.font()))
        self._share.adjustSize()
        self._place_share()
        self._make_margins()

    def _make_margins(self) -> None:
        """Leave room around the map for the axes' words and the legend's rows."""
        if self._figure is None or self._words_of_axes is None:
            return
        sides = axis_margins(self.font(), self._words_of_axes, top_lines=0)
        lines = legend_lines(self._figure, self.font(), self.width() - sides.left())
        self._canvas.show_margins(axis_margins(self.font(), self._words_of_axes, top_lines=lines))

    def _place_share(self) -> None:
        """Put the switch at the lower right corner, beside the name of the x axis."""
        corner = self.rect().bottomRight() - self._share.rect().bottomRight()
        self._share.move(corner)

    def _spots(self, marks: Sequence[MapMark], frame: CanvasFrame) -> list[Spot]:
        return [
            Spot(mark.kind, mark.label, frame.point(mark.x, mark.y), mark.is_in_zone)
            for mark in marks
        ]

    def _paint_still(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme, font = self._figure, self._theme, self.font()
        if figure is None or self._words_of_axes is None:
            return
        paint_axes(painter, frame, theme, font, self._words_of_axes)
        paint_legend(painter, frame, theme, font, figure)
        named = self._spots([m for m in figure.marks if m.kind == "package"], frame)
        self._spot_painter.place_still(frame.room, font, named)

    def _paint_live(self, painter: QPainter, frame: CanvasFrame) -> None:
        figure, theme = self._figure, self._theme
        if figure is None:
            return
        moving = self._spots([m for m in figure.marks if m.kind != "package"], frame)
        still = self._spots([m for m in figure.marks if m.kind == "package"], frame)
        self._spot_painter.paint_moving(painter, frame.room, theme, self.font(), moving, still)
        radius = 4 * unit_of_font(self.font())
        if figure.selected is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            centre = frame.point(*figure.selected)
            for colour, width in ((theme.ground, 5.0), (theme.ink, 2.0)):
                painter.setPen(flat_pen(colour, width * theme.stroke))
                painter.drawEllipse(centre, 2 * radius, 2 * radius)
        if self.hasFocus():
            self._paint_cursor(painter, frame, figure)
        self.wash(painter, frame.whole)

    def _paint_cursor(self, painter: QPainter, frame: CanvasFrame, figure: MapFigure) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
        painter.drawRect(frame.whole.adjusted(1, 1, -1, -1))
        if self._mark is not None and self._mark < len(figure.marks):
            mark = figure.marks[self._mark]
            reach = REACH * unit_of_font(self.font())
            painter.drawEllipse(frame.point(mark.x, mark.y), reach, reach)
        elif self._cursor is not None:
            painter.drawRect(self._cell_room(frame, figure, *self._cursor).adjusted(-2, -2, 2, 2))

    def _cell_room(self, frame: CanvasFrame, figure: MapFigure, row: int, column: int) -> QRectF:
        rows, columns = figure.shape
        width, height = figure.x_maximum / columns, figure.y_maximum / rows
        low = frame.point(column * width, row * height)
        return QRectF(low, frame.point((column + 1) * width, (row + 1) * height)).normalized()

    def _mark_at(self, figure: MapFigure, x: float, y: float) -> int | None:
        frame = self._canvas.frame_now
        reach = REACH * unit_of_font(self.font())
        spots = self._spots(figure.marks, frame)
        return spot_at(spots, frame.point(x, y), reach)

    def _point(self, x: float, y: float) -> None:
        figure = self._figure
        if figure is None:
            return
        mark = self._mark_at(figure, x, y)
        cell = cell_at(figure, x, y)
        if mark is not None:
            self.tell(_mark_words(figure.marks[mark]))
        elif cell is not None:
            self.tell(cell_words(figure, *cell))

    def _point_nowhere(self) -> None:
        self.tell("")

    def _press(self, x: float, y: float) -> None:
        figure = self._figure
        if figure is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark = self._mark_at(figure, x, y)
        self._cursor = cell_at(figure, x, y)
        self._open(figure)
        self._canvas.show_live()

    def _open(self, figure: MapFigure) -> None:
        if self._mark is not None and self._mark < len(figure.marks):
            self.package_chosen.emit(figure.marks[self._mark].package)
        elif self._cursor is not None:
            self.cell_chosen.emit(*self._cursor)

    def _step_cell(self, figure: MapFigure, up: int, right: int) -> None:
        rows, columns = figure.shape
        if self._cursor is None:
            row, column = divmod(int(figure.source.counts.argmax()), columns)
        else:
            row, column = self._cursor[0] + up, self._cursor[1] + right
        self._mark = None
        self._cursor = (min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
        room = self._cell_room(self._canvas.frame_now, figure, *self._cursor)
        self._tell_pixel(cell_words(figure, *self._cursor), room.bottomRight())

    def _step_mark(self, figure: MapFigure) -> None:
        self._mark = 0 if self._mark is None else (self._mark + 1) % len(figure.marks)
        mark = figure.marks[self._mark]
        self._cursor = cell_at(figure, mark.x, mark.y)
        self._tell_pixel(_mark_words(mark), self._canvas.frame_now.point(mark.x, mark.y))

    def _tell_pixel(self, words: str, pixel: QPointF) -> None:
        self.tell_at(words, self._canvas.pos() + pixel.toPoint())
        self._canvas.show_live()

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
        elif key in STEPS:
            self._step_cell(figure, *STEPS[key])
        elif key == Key.Key_M and figure.marks:
            self._step_mark(figure)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(figure)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_share()
        self._make_margins()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
        super().changeEvent(event)


def _mark_words(mark: MapMark) -> str:
    return tr("{name}. {words}", name=mark.name, words=mark.words)
