"""The board as a picture: its rows with brackets and zones, followed by hand and keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.board import BoardFigure, axis_words, lane_words, mark_words
from explorer.figures.board_lane import BoardMark
from explorer.ui.pictures.board.board_layout import (
    BoardLayout,
    board_layout,
    selected_row,
    smallest_board,
)
from explorer.ui.pictures.board.board_motion import (
    Pulse,
    between,
    paint_pulses,
    places,
    pulses_between,
)
from explorer.ui.pictures.board.board_painting import (
    paint_board,
    paint_live,
    paint_still,
    still_parts,
)
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.motion import (
    GLIDE_MILLISECONDS,
    PULSE_MILLISECONDS,
    SLOW,
    Motion,
)
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture
from explorer.ui.widgets.way import Way


class BoardPlot(RowsPicture[BoardFigure, BoardLayout]):
    """The signature picture: both sides' brackets for each commitment, and where they overlap.

    Up and Down choose a row, Left and Right step through the named packages of the row, Enter
    opens the package, or the row where there is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: BoardMark | None = None
        self._back = KeptPicture(QColor(self._theme.ground))
        self.glide, self.pulse = Way(self, self.update), Way(self, self.update)
        self._start: BoardFigure | None = None
        self._pulses: tuple[Pulse, ...] = ()

    def show_figure(self, figure: BoardFigure) -> None:
        """Show a figure; edges glide to their new places, and zones that open or close pulse."""
        previous = self._figure
        if previous is not None and figure is not previous:
            is_alike = self.form(previous) == self.form(figure) and self.isVisible()
            self._begin_motion(previous, figure, self._motion if is_alike else "none")
        super().show_figure(figure)

    def _begin_motion(self, previous: BoardFigure, figure: BoardFigure, motion: Motion) -> None:
        if motion == "none":
            self.glide.end()
            self.pulse.end()
            return
        if places(previous) != places(figure):
            self._start = self._on_way(previous)
            self.glide.end()
            if motion != "pulse":
                self.glide.begin(GLIDE_MILLISECONDS * (SLOW if motion == "slow" else 1))
        found = pulses_between(previous, figure)
        if found:
            self._pulses = found
            self.pulse.begin(PULSE_MILLISECONDS)

    def _on_way(self, figure: BoardFigure) -> BoardFigure:
        """Return a figure as it is drawn now, on its way from the last one."""
        return figure if self._start is None else between(self._start, figure, self.glide.share)

    def row_count(self, figure: BoardFigure) -> int:
        return len(figure.lanes)

    def row_words(self, figure: BoardFigure, row: int) -> str:
        return lane_words(figure, figure.lanes[row])

    def arranged(
        self, figure: BoardFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardLayout:
        return board_layout(figure, rect, font, wish)

    def paint_rows(self, pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
        paint_board(pen, layout, figure)

    def form(self, figure: BoardFigure) -> object:
        names = tuple((lane.name, lane.short) for lane in figure.lanes)
        layers = (figure.pins, figure.uncertainty, figure.baseline_words, figure.offers)
        return (names, layers, figure.maximum)

    def cursor_row(self, figure: BoardFigure) -> int | None:
        return selected_row(figure)

    def stand_on(self, figure: BoardFigure, row: int) -> None:
        self._mark = None
        self.row_chosen.emit(figure.lanes[row].id)

    def open_row(self, figure: BoardFigure, row: int) -> None:
        if self._mark is not None and self._mark in figure.lanes[row].marks:
            self.package_chosen.emit(self._mark.package)
        else:
            self.row_chosen.emit(figure.lanes[row].id)

    def click_row(self, figure: BoardFigure, row: int, point: QPointF) -> None:
        mark = self.laid_out(figure).mark_at(figure.lanes[row], row, point)
        self.stand_on(figure, row)
        self._mark = mark
        if mark is not None:
            self.package_chosen.emit(mark.package)

    def step_across(self, figure: BoardFigure, step: int) -> None:
        row = self.cursor_row(figure)
        if row is None or not figure.lanes[row].marks:
            return
        marks = sorted(figure.lanes[row].marks, key=_price)
        held = [number for number, mark in enumerate(marks) if mark == self._mark]
        start = held[0] + step if held else (0 if step > 0 else -1)
        self._mark = marks[start % len(marks)]
        self.tell_row(figure, row, mark_words(self._mark))
        self.update()

    def words_at(self, figure: BoardFigure, layout: BoardLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        mark = None if row is None else layout.mark_at(figure.lanes[row], row, point)
        if mark is not None:
            return mark_words(mark)
        if row is not None:
            return self.row_words(figure, row)
        is_axis = point.y() > layout.rows.bottom and layout.x_start <= point.x() <= layout.x_end
        share = (point.x() - layout.x_start) / (layout.x_end - layout.x_start)
        return axis_words(figure, share * layout.maximum) if is_axis else ""

    def paint_screen(self, painter: QPainter, layout: BoardLayout, figure: BoardFigure) -> None:
        def paint_back(on_pixels: QPainter) -> None:
            paint_still(Pen(on_pixels, self._theme, layout.text), layout, figure)

        key = (layout, still_parts(figure))
        self._back.draw(painter, QSizeF(self.size()), key=key, paint=paint_back)
        # Pixels are copied faster before edges are smoothed.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, self._theme, layout.text)
        paint_live(pen, layout, self._on_way(figure))
        if self.pulse.is_under_way:
            paint_pulses(pen, layout, figure, self._pulses, self.pulse.share)
        row = self.cursor_row(figure)
        if self._mark is None or not self.hasFocus() or row not in layout.rows.spans:
            return
        if row is not None and self._mark in figure.lanes[row].marks:
            reach = 8 * pen.text.unit
            pen.stroke(self._theme.focus, 1.5)
            painter.drawEllipse(layout.middle(row, self._mark.price), reach, reach)

    def follow_look(self) -> None:
        super().follow_look()
        self._back = KeptPicture(QColor(self._theme.ground))

    def minimumSizeHint(self) -> QSize:
        return smallest_board(self._figure, self.font()).toSize()


def _price(mark: BoardMark) -> float:
    return mark.price
