"""The spread of a class's predictions as a picture, followed by hand and keyboard."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont

from explorer.figures.spread import SpreadFigure
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture
from explorer.ui.pictures.spread.spread_layout import (
    SpreadLayout,
    smallest_spread,
    spread_layout,
)
from explorer.ui.pictures.spread.spread_painting import paint_spread


class SpreadPlot(RowsPicture[SpreadFigure, SpreadLayout]):
    """Answers with the hands of both rounds, or rounds with the numbers that were predicted."""

    liked_size = QSize(40, 16)

    def row_count(self, figure: SpreadFigure) -> int:
        return len(figure.rows)

    def row_words(self, figure: SpreadFigure, row: int) -> str:
        return figure.rows[row].detail

    def arranged(
        self, figure: SpreadFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> SpreadLayout:
        return spread_layout(figure, rect, font, wish)

    def paint_rows(self, pen: Pen, layout: SpreadLayout, figure: SpreadFigure) -> None:
        paint_spread(pen, layout, figure)

    def minimumSizeHint(self) -> QSize:
        return smallest_spread(self.font()).toSize()
