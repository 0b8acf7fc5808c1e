"""Boards side by side, followed by hand and keyboard; each kept as pixels until it changes."""

from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.board import BoardFigure, lane_words
from explorer.model.wording import tr
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.board.board_layout import FEW_ROWS, BoardLayout
from explorer.ui.pictures.board.board_painting import paint_board
from explorer.ui.pictures.board.side_layout import SideFigure, SideLayout, paint_heads
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import LEAST_ROW
from explorer.ui.pictures.rows.rows_picture import RowsPicture

Shown = TypeVar("Shown", bound=SideFigure)
Laid = TypeVar("Laid", bound=SideLayout)


class SidePlot(RowsPicture[Shown, Laid], Generic[Shown, Laid]):
    """Several boards: Left and Right step from one to the next and tell the row there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 0
        self._kept: list[KeptPicture] = []

    def board_place(self, figure: Shown, layout: Laid, column: int) -> BoardLayout:
        """Return the layout of one board, with the rows that it has."""
        return layout.boards[column]

    def words_of(self, figure: Shown, column: int, row: int) -> str:
        """Return a row of one board in plain words."""
        board = figure.boards[column]
        words = lane_words(board, board.lanes[row])
        return tr("{name}. {words}", name=figure.names[column], words=words)

    def paint_frame(self, pen: Pen, layout: Laid, figure: Shown) -> None:
        """Draw what stands around the boards."""
        paint_heads(pen, layout, figure)

    def row_words(self, figure: Shown, row: int) -> str:
        return self.words_of(figure, self._column_of(figure), row)

    def paint_rows(self, pen: Pen, layout: Laid, figure: Shown) -> None:
        self.paint_frame(pen, layout, figure)
        for column, board in enumerate(figure.boards):
            paint_board(pen, self.board_place(figure, layout, column), board)

    def step_across(self, figure: Shown, step: int) -> None:
        self._column = min(max(self._column + step, 0), len(figure.boards) - 1)
        row = self.cursor_row(figure)
        if row is not None:
            self.tell_row(figure, row, self.row_words(figure, row))
        self.update()

    def words_at(self, figure: Shown, layout: Laid, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        return "" if row is None else self.words_of(figure, layout.board_at(point.x()), row)

    def cursor_rect(self, figure: Shown, layout: Laid, row: int) -> QRectF:
        return layout.boards[self._column_of(figure)].row(row)

    def paint_screen(self, painter: QPainter, layout: Laid, figure: Shown) -> None:
        ground = QColor(self._theme.ground)
        painter.fillRect(self.rect(), ground)
        while len(self._kept) < len(figure.boards):
            self._kept.append(KeptPicture(ground))
        # A figure that stands still is the same object, which is quick to compare.
        for column, board in enumerate(figure.boards):
            place = self.board_place(figure, layout, column)
            shown = _BoardDrawing(place, board, self._theme)
            painter.save()
            painter.translate(place.rect.topLeft())
            size = QSizeF(place.rect.size())
            self._kept[column].draw(painter, size, key=(place, board), paint=shown.paint)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_frame(Pen(painter, self._theme, layout.text), layout, figure)

    def follow_look(self) -> None:
        super().follow_look()
        self._kept = []

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        rows = FEW_ROWS if self._figure is None else self.row_count(self._figure)
        return QSize(32 * line, round((LEAST_ROW * min(rows, FEW_ROWS) + 5) * line))

    def _column_of(self, figure: Shown) -> int:
        """Return the board on which hand or keyboard stand; the last where there are fewer now."""
        return min(self._column, len(figure.boards) - 1)


class _BoardDrawing:
    """One board, drawn with the upper left corner of its rectangle at the origin."""

    def __init__(self, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
        self._layout, self._figure, self._theme = layout, figure, theme

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.translate(-self._layout.rect.topLeft())
        paint_board(Pen(painter, self._theme, self._layout.text), self._layout, self._figure)
