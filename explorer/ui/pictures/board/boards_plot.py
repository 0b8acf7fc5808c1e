"""Boards side by side as a picture: the rows in line, their names once at the left."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from explorer.figures.boards import BoardsFigure
from explorer.ui.pictures.board.board_layout import selected_row
from explorer.ui.pictures.board.boards_painting import (
    BoardsLayout,
    boards_layout,
    paint_boards_frame,
)
from explorer.ui.pictures.board.side_plot import SidePlot
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish


class BoardsPlot(SidePlot[BoardsFigure, BoardsLayout]):
    """Several boards with their rows in line: Up and Down choose a row of all."""

    def row_count(self, figure: BoardsFigure) -> int:
        return len(figure.boards[0].lanes)

    def arranged(
        self, figure: BoardsFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardsLayout:
        return boards_layout(figure, rect, font, wish)

    def paint_frame(self, pen: Pen, layout: BoardsLayout, figure: BoardsFigure) -> None:
        paint_boards_frame(pen, layout, figure)

    def form(self, figure: BoardsFigure) -> object:
        names = tuple(lane.short for lane in figure.boards[0].lanes)
        return (names, figure.names, figure.maximum, bool(figure.hint))

    def cursor_row(self, figure: BoardsFigure) -> int | None:
        return selected_row(figure.boards[0])

    def stand_on(self, figure: BoardsFigure, row: int) -> None:
        self.row_chosen.emit(figure.boards[0].lanes[row].id)

    def click_row(self, figure: BoardsFigure, row: int, point: QPointF) -> None:
        self._column = self.laid_out(figure).board_at(point.x())
        self.stand_on(figure, row)
