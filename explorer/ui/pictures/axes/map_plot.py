"""The deal map as a widget: cells, outlines, marks, pointing, keyboard."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

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
from explorer.ui.pictures.axes.axes_frame import AxesFrame, AxisWords, plain_number
from explorer.ui.pictures.axes.axes_items import Mark
from explorer.ui.pictures.axes.axes_picture import REACH, AxesPicture
from explorer.ui.pictures.axes.axes_signs import MarkNames, Place, sign
from explorer.ui.pictures.axes.axes_words import PlotWords
from explorer.ui.pictures.axes.map_key import LinePens, line_pens, map_key, shut_colour
from explorer.ui.pictures.strokes import flat_pen, plain_ramp, plot_pen, zone_ramp

Key = Qt.Key
STEPS = {
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_Up: (1, 0),
    Key.Key_Down: (-1, 0),
}
SHARES = (0, 20, 40, 60, 80, 100)
"""The ticks of both axes, in hundredths of the most that a side can give."""

BLOCKED = "blocked"
"""The view that shows why a zone is empty."""


class MapPlot(AxesPicture[MapFigure]):
    """Every package by what each side gives.

    Arrow keys move a cursor from cell to cell, M steps through the marks, Enter opens what the
    cursor stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor: tuple[int, int] | None = None
        self._mark: int | None = None
        self._names = MarkNames()
        self.why_empty = QPushButton(tr("The deal zone is empty: who blocks whom?"), self)
        self.why_empty.clicked.connect(self._ask_why)
        self.why_empty.hide()
        self._shut, self._cells = self.graph.add_cells(0), self.graph.add_cells(1)
        self._walls, self._zone_edge, self._target_edge, self._sender_edge, self._ghost_edge = (
            self.graph.add_curve(depth) for depth in range(2, 7)
        )
        self._still, self._moving = self.graph.add_marks(7), self.graph.add_marks(8)

    def draw(self, figure: MapFigure, previous: MapFigure | None) -> None:
        # The outlines of another case lie on other axes, even where their cells are the same.
        if previous is not None and previous.case is not figure.case:
            previous = None
        self.graph.show_ranges(0, figure.x_maximum, 0, figure.y_maximum)
        self._show_cells(figure)
        self._show_edges(figure, previous)
        if previous is None or _key_of(previous) != _key_of(figure):
            self.apply_style(figure)
        else:
            self._show_marks(figure)
        asks_why = figure.is_empty and not self._is_presented
        if asks_why == self.why_empty.isHidden():
            self.why_empty.setVisible(asks_why)
            self._place_buttons()

    def _ask_why(self) -> None:
        self.view_requested.emit(BLOCKED)

    def _place_buttons(self) -> None:
        super()._place_buttons()
        self.why_empty.adjustSize()
        middle = self.graph.frame_now.room.center().toPoint()
        self.why_empty.move(middle - self.why_empty.rect().center())
        self.why_empty.raise_()

    def apply_style(self, figure: MapFigure) -> None:
        theme, pens = self._theme, line_pens(self._theme)
        self._cells.show_ramp(zone_ramp(theme))
        self._shut.show_ramp(plain_ramp(shut_colour(theme)))
        self._zone_edge.show_pen(plot_pen(theme, theme.zone_outline))
        self._ghost_edge.show_pen(plot_pen(theme, theme.ghost))
        self._walls.show_pen(pens.walls)
        self._sender_edge.show_pen(pens.sender)
        self._target_edge.show_pen(pens.target)
        self._show_marks(figure)
        self._show_words(figure, pens)

    def _show_words(self, figure: MapFigure, pens: LinePens) -> None:
        theme = self._theme
        across, up = figure.x_maximum / 100, figure.y_maximum / 100
        below = AxisWords(
            tr("{label} \N{RIGHTWARDS ARROW}", label=figure.x_label),
            theme.target_text,
            ticks=tuple((n * across, str(n)) for n in SHARES),
            number=plain_number,
            unit=1 / across,
        )
        beside = AxisWords(
            tr("{label} \N{RIGHTWARDS ARROW}", label=figure.y_label),
            theme.sender_text,
            ticks=tuple((n * up, percent_text(n / 100)) for n in SHARES),
            number=_percent,
            unit=1 / up,
        )
        entries = map_key(figure, theme, pens)
        self.graph.show_words(PlotWords(below, beside, entries), self.small, theme)

    def _show_cells(self, figure: MapFigure) -> None:
        shades = share_shades if figure.is_by_share else density_shades
        self._cells.show_cells(shades(figure.source))

    def _show_edges(self, figure: MapFigure, previous: MapFigure | None) -> None:
        """Draw only those outlines anew that are no longer the same."""
        new, old = figure.source, None if previous is None else previous.source
        self._zone_edge.show_segments(*zone_outline(new))
        if old is None or not np.array_equal(old.sender_accepts, new.sender_accepts):
            self._sender_edge.show_segments(*sender_outline(new))
        if old is None or not np.array_equal(old.target_accepts, new.target_accepts):
            self._target_edge.show_segments(*target_outline(new))
        if old is None or not np.array_equal(old.is_allowed, new.is_allowed):
            self._shut.show_cells(shut_cells(new).astype(np.uint8))
            self._walls.show_segments(*figure.walls)
        if previous is None or previous.ghost is not figure.ghost:
            self._ghost_edge.show_segments(*figure.ghost)

    def _show_marks(self, figure: MapFigure) -> None:
        still, moving = _still_and_moving(figure)
        self._still.show_marks([self._sign(mark) for mark in still])
        selected = (
            []
            if figure.selected is None
            else [sign("selected", figure.selected, self._theme, self.unit)]
        )
        self._moving.show_marks([*(self._sign(mark) for mark in moving), *selected])

    def _sign(self, mark: MapMark) -> Mark:
        at, is_filled = (mark.x, mark.y), mark.is_in_zone
        return sign(mark.kind, at, self._theme, self.unit, is_filled=is_filled)

    def paint_over(self, painter: QPainter, frame: AxesFrame, figure: MapFigure) -> None:
        still, moving = (
            [_named(mark, frame) for mark in marks if frame.sees(mark.x, mark.y)]
            for marks in _still_and_moving(figure)
        )
        self._names.paint(painter, frame.room, self._theme, self.font(), moving, still)
        if self.hasFocus():
            self._paint_cursor(painter, frame, figure)

    def _paint_cursor(self, painter: QPainter, frame: AxesFrame, figure: MapFigure) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(self._theme.focus, 1.5 * self._theme.stroke))
        if self._mark is not None and self._mark < len(figure.marks):
            mark = figure.marks[self._mark]
            reach = REACH * self.unit
            painter.drawEllipse(frame.point(mark.x, mark.y), reach, reach)
        elif self._cursor is not None:
            cell = _cell_room(figure, *self._cursor)
            room = QRectF(
                frame.point(cell.left(), cell.bottom()), frame.point(cell.right(), cell.top())
            )
            painter.drawRect(room.adjusted(-2, -2, 2, 2))

    def _mark_at(self, figure: MapFigure, x: float, y: float) -> int | None:
        """Return the place of a mark among those of the figure, or None."""
        still, moving = _still_and_moving(figure)
        frame, reach = self.graph.frame_now, REACH * self.unit
        for marks, item in ((moving, self._moving), (still, self._still)):
            place = item.nearest(frame, x, y, reach)
            if place is not None and place < len(marks):
                return figure.marks.index(marks[place])
        return None

    def words_at(self, figure: MapFigure, x: float, y: float) -> str:
        mark, cell = self._mark_at(figure, x, y), cell_at(figure, x, y)
        if mark is not None:
            return _mark_words(figure.marks[mark])
        return "" if cell is None else cell_words(figure, *cell)

    def press(self, figure: MapFigure, x: float, y: float) -> None:
        self._mark = self._mark_at(figure, x, y)
        self._cursor = cell_at(figure, x, y)
        self._open(figure)

    def press_key(self, figure: MapFigure, event: QKeyEvent) -> bool:
        key = Key(event.key())
        if key in STEPS:
            self._step_cell(figure, *STEPS[key])
        elif key == Key.Key_M and figure.marks:
            self._step_mark(figure)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._open(figure)
        else:
            return False
        return True

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
        cell = _cell_room(figure, *self._cursor)
        self.tell_place(cell_words(figure, *self._cursor), cell.right(), cell.top())

    def _step_mark(self, figure: MapFigure) -> None:
        self._mark = 0 if self._mark is None else (self._mark + 1) % len(figure.marks)
        mark = figure.marks[self._mark]
        self._cursor = cell_at(figure, mark.x, mark.y)
        self.tell_place(_mark_words(mark), mark.x, mark.y)


def _key_of(figure: MapFigure) -> tuple[bool, bool]:
    """Return everything on which the key of the signs depends."""
    return figure.has_lines, figure.is_by_share


def _percent(value: float) -> str:
    return tr("{number}\N{NO-BREAK SPACE}%", number=plain_number(value))


def _still_and_moving(figure: MapFigure) -> tuple[list[MapMark], list[MapMark]]:
    """Return the marks that never move, and those that do."""
    still = [mark for mark in figure.marks if mark.kind == "package"]
    return still, [mark for mark in figure.marks if mark.kind != "package"]


def _named(mark: MapMark, frame: AxesFrame) -> Place:
    return mark.label, frame.point(mark.x, mark.y)


def _cell_room(figure: MapFigure, row: int, column: int) -> QRectF:
    """Return where a cell lies in the data's coordinates; its top is its lower end."""
    rows, columns = figure.shape
    width, height = figure.x_maximum / columns, figure.y_maximum / rows
    return QRectF(column * width, row * height, width, height)


def _mark_words(mark: MapMark) -> str:
    return tr("{name}. {words}", name=mark.name, words=mark.words)
