"""Two cases as a picture: their boards side by side, followed by hand and keyboard."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from explorer.figures.board import mark_words
from explorer.figures.board_lane import BoardMark
from explorer.figures.two_cases import TwoCasesFigure
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_layout import BoardLayout, selected_row
from explorer.ui.pictures.board.side_layout import SideLayout
from explorer.ui.pictures.board.side_plot import SidePlot
from explorer.ui.pictures.board.two_cases_layout import own_rows, two_cases_layout
from explorer.ui.pictures.rows.row_places import RowWish


class TwoCasesPlot(SidePlot[TwoCasesFigure, SideLayout]):
    """The boards of two cases, each with its own names and axis.

    Up and Down step through the rows, Left and Right change the board. A row of the case on screen
    becomes the chosen row everywhere; those of the other case are only read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands_on: int | None = None

    def row_count(self, figure: TwoCasesFigure) -> int:
        return figure.rows

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        """Return a row of both boards: who reads the picture aloud hears one after the other."""
        _, rect, is_current = super().readable_row(row)
        figure = self._figure
        if figure is None or row >= figure.rows:
            return "", rect, is_current
        words = " ".join(
            self.words_of(figure, column, row)
            for column, board in enumerate(figure.boards)
            if row < len(board.lanes)
        )
        return words, rect, is_current

    def arranged(
        self, figure: TwoCasesFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> SideLayout:
        return two_cases_layout(figure, rect, font, wish)

    def board_place(self, figure: TwoCasesFigure, layout: SideLayout, column: int) -> BoardLayout:
        return own_rows(layout, figure, column)

    def form(self, figure: TwoCasesFigure) -> object:
        names = tuple(
            tuple((lane.name, lane.short) for lane in board.lanes) for board in figure.boards
        )
        axes = tuple(board.maximum for board in figure.boards)
        return (names, axes, figure.names, bool(figure.hint))

    def cursor_row(self, figure: TwoCasesFigure) -> int | None:
        if self._stands_on is None or self._stands_on >= figure.rows:
            return selected_row(figure.boards[0])
        return self._stands_on

    def stand_on(self, figure: TwoCasesFigure, row: int) -> None:
        self._stands_on = row
        self._tell_chosen(figure, row)

    def open_row(self, figure: TwoCasesFigure, row: int) -> None:
        self._tell_chosen(figure, row)

    def click_row(self, figure: TwoCasesFigure, row: int, point: QPointF) -> None:
        layout = self.laid_out(figure)
        self._column = layout.board_at(point.x())
        mark = self._mark_at(figure, layout, point, row)
        if mark is not None and self._column == 0:
            self.package_chosen.emit(mark.package)
        else:
            self.stand_on(figure, row)

    def words_at(self, figure: TwoCasesFigure, layout: SideLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        mark = None if row is None else self._mark_at(figure, layout, point, row)
        return super().words_at(figure, layout, point) if mark is None else mark_words(mark)

    def words_of(self, figure: TwoCasesFigure, column: int, row: int) -> str:
        if row >= len(figure.boards[column].lanes):
            return tr("{name}. This board has no more rows.", name=figure.names[column])
        return super().words_of(figure, column, row)

    def _tell_chosen(self, figure: TwoCasesFigure, row: int) -> None:
        lanes = figure.boards[0].lanes
        if self._column == 0 and row < len(lanes):
            self.row_chosen.emit(lanes[row].id)

    def _mark_at(
        self, figure: TwoCasesFigure, layout: SideLayout, point: QPointF, row: int
    ) -> BoardMark | None:
        """Return the named package of a row that lies under a point, or None."""
        column = layout.board_at(point.x())
        lanes = figure.boards[column].lanes
        return layout.boards[column].mark_at(lanes[row], row, point) if row < len(lanes) else None
