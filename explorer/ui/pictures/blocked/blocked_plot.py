"""Who blocks whom as a picture: red lines face to face, and bridges to try."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from explorer.figures.blocked import BlockedFigure, BlockedLine
from explorer.ui.pictures.blocked.blocked_layout import BlockedLayout, blocked_layout
from explorer.ui.pictures.blocked.blocked_painting import paint_blocked
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class BlockedPlot(RowsPicture[BlockedFigure, BlockedLayout]):
    """Red lines of both sides face to face; below them moves that open the zone.

    Up and Down go from row to row, Left and Right from side to side. A click or Enter on a line
    goes to its control, on a move tries it.
    """

    liked_size = QSize(50, 24)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = 0

    def row_count(self, figure: BlockedFigure) -> int:
        return figure.count

    def row_words(self, figure: BlockedFigure, row: int) -> str:
        return figure.row_words(row)

    def arranged(
        self, figure: BlockedFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BlockedLayout:
        return blocked_layout(figure, rect, font, self._theme)

    def paint_rows(self, pen: Pen, layout: BlockedLayout, figure: BlockedFigure) -> None:
        paint_blocked(pen, layout, figure)

    def form(self, figure: BlockedFigure) -> object:
        return (figure.rows, figure.joins, figure.bridges)

    def open_row(self, figure: BlockedFigure, row: int) -> None:
        """Try a move, or go to the control of the line on which the keyboard stands."""
        move, line = figure.move_at(row), self._line(figure, row)
        if move is not None:
            self.point_chosen.emit({move.control_id: move.value})
        elif line is not None:
            self.control_chosen.emit(line.control_id)

    def click_row(self, figure: BlockedFigure, row: int, point: QPointF) -> None:
        self._side = int(point.x() > self.laid_out(figure).rect.center().x())
        self.stand_on(figure, row)
        if self._card(figure, self.laid_out(figure), row).contains(point):
            self.open_row(figure, row)

    def step_across(self, figure: BlockedFigure, step: int) -> None:
        """Go to the line on the other side."""
        self._side = int(step > 0)
        row = self.cursor_row(figure)
        line = None if row is None else self._line(figure, row)
        if row is not None and line is not None:
            self.tell_row(figure, row, line.words)
        self.update()

    def words_at(self, figure: BlockedFigure, layout: BlockedLayout, point: QPointF) -> str:
        row = layout.rows.at(point.y())
        if row is None or row >= len(figure.rows):
            return "" if row is None else figure.row_words(row)
        shown = figure.rows[row]
        for side, line in enumerate((shown.left, shown.right)):
            card = layout.cell(row, side, is_shared=shown.is_shared)
            if line is not None and card.contains(point):
                return line.words
        return figure.row_words(row)

    def cursor_rect(self, figure: BlockedFigure, layout: BlockedLayout, row: int) -> QRectF:
        return self._card(figure, layout, row).adjusted(-2, -2, 2, 2)

    def _line(self, figure: BlockedFigure, row: int) -> BlockedLine | None:
        """Return the line of a row on which the keyboard stands; the other where there is none."""
        if row >= len(figure.rows):
            return None
        shown = figure.rows[row]
        sides = (shown.right, shown.left) if self._side else (shown.left, shown.right)
        return next((line for line in sides if line is not None), None)

    def _card(self, figure: BlockedFigure, layout: BlockedLayout, row: int) -> QRectF:
        if row >= len(figure.rows):
            return layout.bridge(row)
        shown, line = figure.rows[row], self._line(figure, row)
        return layout.cell(row, int(line is shown.right), is_shared=shown.is_shared)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(30 * line, 8 * line)
