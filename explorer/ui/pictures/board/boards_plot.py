"""Boards side by side as a picture: rows in line, each board kept as pixels until it changes."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.board import lane_words
from explorer.figures.boards import BoardsFigure
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_layout import FEW_ROWS, selected_row
from explorer.ui.pictures.board.boards_painting import (
    BoardDrawing,
    BoardsLayout,
    boards_layout,
    paint_boards,
    paint_boards_frame,
)
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import LEAST_ROW, RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class BoardsPlot(RowsPicture[BoardsFigure, BoardsLayout]):
    """Several boards with their rows in line.

    Up and Down choose a row, Left and Right step from board to board and tell the row there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 0
        self._kept: list[KeptPicture] = []

    def row_count(self, figure: BoardsFigure) -> int:
        return len(figure.boards[0].lanes)

    def row_words(self, figure: BoardsFigure, row: int) -> str:
        return self._words_of(figure, min(self._column, len(figure.boards) - 1), row)

    def arranged(
        self, figure: BoardsFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardsLayout:
        return boards_layout(figure, rect, font, wish)

    def paint_rows(self, pen: Pen, layout: BoardsLayout, figure: BoardsFigure) -> None:
        paint_boards(pen, layout, figure)

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

    def step_across(self, figure: BoardsFigure, step: int) -> None:
        self._column = min(max(self._column + step, 0), len(figure.boards) - 1)
        row = self.cursor_row(figure)
        if row is not None:
            self.tell_row(figure, row, self.row_words(figure, row))
        self.update()

    def words_at(self, figure: BoardsFigure, layout: BoardsLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        return "" if row is None else self._words_of(figure, layout.board_at(point.x()), row)

    def cursor_rect(self, figure: BoardsFigure, layout: BoardsLayout, row: int) -> QRectF:
        return layout.boards[min(self._column, len(layout.boards) - 1)].row(row)

    def paint_screen(self, painter: QPainter, layout: BoardsLayout, figure: BoardsFigure) -> None:
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        while len(self._kept) < len(figure.boards):
            self._kept.append(KeptPicture(QColor(self._theme.ground)))
        # A figure that stands still is the same object, which is quick to compare.
        for kept, board, place in zip(self._kept, figure.boards, layout.boards, strict=False):
            shown = BoardDrawing(place, board, self._theme)
            painter.save()
            painter.translate(place.rect.topLeft())
            size = QSizeF(place.rect.size())
            kept.draw(painter, size, key=(place, board), paint=shown.paint)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_boards_frame(Pen(painter, self._theme, layout.text), layout, figure)

    def follow_look(self) -> None:
        super().follow_look()
        self._kept = []

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        rows = FEW_ROWS if self._figure is None else self.row_count(self._figure)
        return QSize(32 * line, round((LEAST_ROW * min(rows, FEW_ROWS) + 5) * line))

    def _words_of(self, figure: BoardsFigure, column: int, row: int) -> str:
        board = figure.boards[column]
        words = lane_words(board, board.lanes[row])
        return tr("{name}. {words}", name=figure.names[column], words=words)
