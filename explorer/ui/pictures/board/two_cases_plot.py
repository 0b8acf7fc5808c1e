"""Two cases as a picture: their boards side by side, followed by hand and keyboard."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from explorer.figures.board import lane_words, mark_words
from explorer.figures.board_lane import BoardMark
from explorer.figures.two_cases import TwoCasesFigure
from explorer.model.wording import tr
from explorer.ui.pictures.board.board_layout import FEW_ROWS, selected_row
from explorer.ui.pictures.board.board_painting import paint_board
from explorer.ui.pictures.board.boards_painting import BoardDrawing
from explorer.ui.pictures.board.two_cases_layout import (
    TwoCasesLayout,
    own_rows,
    paint_names,
    two_cases_layout,
)
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import LEAST_ROW, RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class TwoCasesPlot(RowsPicture[TwoCasesFigure, TwoCasesLayout]):
    """The boards of two cases, each with its own names and axis.

    Up and Down step through the rows, Left and Right change the board. A row of the case on screen
    becomes the chosen row everywhere; those of the other case are only read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = 0
        self._stands_on: int | None = None
        self._kept = (KeptPicture(self._ground()), KeptPicture(self._ground()))

    def row_count(self, figure: TwoCasesFigure) -> int:
        return figure.rows

    def row_words(self, figure: TwoCasesFigure, row: int) -> str:
        return self._words_of(figure, self._column, row)

    def readable_row(self, row: int) -> tuple[str, QRect, bool]:
        """Return a row of both boards: who reads the picture aloud hears one after the other."""
        _, rect, is_current = super().readable_row(row)
        figure = self._figure
        if figure is None or row >= figure.rows:
            return "", rect, is_current
        words = " ".join(
            self._words_of(figure, column, row)
            for column, board in enumerate(figure.boards)
            if row < len(board.lanes)
        )
        return words, rect, is_current

    def arranged(
        self, figure: TwoCasesFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> TwoCasesLayout:
        return two_cases_layout(figure, rect, font, wish)

    def paint_rows(self, pen: Pen, layout: TwoCasesLayout, figure: TwoCasesFigure) -> None:
        paint_names(pen, layout, figure)
        for column, board in enumerate(figure.boards):
            paint_board(pen, own_rows(layout, figure, column), board)

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

    def step_across(self, figure: TwoCasesFigure, step: int) -> None:
        self._column = min(max(self._column + step, 0), 1)
        row = self.cursor_row(figure)
        if row is not None:
            self.tell_row(figure, row, self.row_words(figure, row))
        self.update()

    def words_at(self, figure: TwoCasesFigure, layout: TwoCasesLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        if row is None:
            return ""
        mark = self._mark_at(figure, layout, point, row)
        if mark is not None:
            return mark_words(mark)
        return self._words_of(figure, layout.board_at(point.x()), row)

    def cursor_rect(self, figure: TwoCasesFigure, layout: TwoCasesLayout, row: int) -> QRectF:
        return layout.boards[self._column].row(row)

    def paint_screen(
        self, painter: QPainter, layout: TwoCasesLayout, figure: TwoCasesFigure
    ) -> None:
        painter.fillRect(self.rect(), self._ground())
        for column, (kept, board) in enumerate(zip(self._kept, figure.boards, strict=True)):
            place = own_rows(layout, figure, column)
            shown = BoardDrawing(place, board, self._theme)
            painter.save()
            painter.translate(place.rect.topLeft())
            size = QSizeF(place.rect.size())
            kept.draw(painter, size, key=(place, board), paint=shown.paint)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_names(Pen(painter, self._theme, layout.text), layout, figure)

    def follow_look(self) -> None:
        super().follow_look()
        self._kept = (KeptPicture(self._ground()), KeptPicture(self._ground()))

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        rows = FEW_ROWS if self._figure is None else self.row_count(self._figure)
        return QSize(32 * line, round((LEAST_ROW * min(rows, FEW_ROWS) + 5) * line))

    def _ground(self) -> QColor:
        return QColor(self._theme.ground)

    def _tell_chosen(self, figure: TwoCasesFigure, row: int) -> None:
        lanes = figure.boards[0].lanes
        if self._column == 0 and row < len(lanes):
            self.row_chosen.emit(lanes[row].id)

    def _mark_at(
        self, figure: TwoCasesFigure, layout: TwoCasesLayout, point: QPointF, row: int
    ) -> BoardMark | None:
        """Return the named package of a row that lies under a point, or None."""
        column = layout.board_at(point.x())
        lanes = figure.boards[column].lanes
        return layout.boards[column].mark_at(lanes[row], row, point) if row < len(lanes) else None

    def _words_of(self, figure: TwoCasesFigure, column: int, row: int) -> str:
        board, name = figure.boards[column], figure.names[column]
        if row >= len(board.lanes):
            return tr("{name}. This board has no more rows.", name=name)
        return tr("{name}. {words}", name=name, words=lane_words(board, board.lanes[row]))
