"""Bars as a picture: named numbers in groups, followed by hand and keyboard."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from explorer.figures.bars import Bar, BarsFigure
from explorer.ui.pictures.bars.bars_layout import (
    ON_PAPER,
    ON_SCREEN,
    BarsLayout,
    bars_layout,
    smallest_bars,
)
from explorer.ui.pictures.bars.bars_painting import paint_bars, paint_omission
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.rows.row_places import RowWish
from explorer.ui.pictures.rows.rows_picture import RowsPicture


class BarsPlot(RowsPicture[BarsFigure, BarsLayout]):
    """Named numbers as bars in groups; where there are more than fit, they scroll.

    Up, Down, Page up, Page down, Home and End move a cursor from bar to bar, Enter or a click
    chooses what the bar stands for.
    """

    liked_size = QSize(44, 18)

    least_on_screen = ON_SCREEN

    least_on_paper = ON_PAPER

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = ""

    def row_count(self, figure: BarsFigure) -> int:
        return len(_bars(figure))

    def row_words(self, figure: BarsFigure, row: int) -> str:
        bar = _bars(figure)[row]
        return bar.detail or bar.name

    def arranged(self, figure: BarsFigure, rect: QRectF, font: QFont, wish: RowWish) -> BarsLayout:
        return bars_layout(figure, rect, font, wish)

    def paint_rows(self, pen: Pen, layout: BarsLayout, figure: BarsFigure) -> None:
        paint_bars(pen, layout, figure)

    def paint_omission(self, pen: Pen, layout: BarsLayout) -> None:
        paint_omission(pen, layout)

    def cursor_row(self, figure: BarsFigure) -> int | None:
        # Bars change their order with their lengths: the keyboard stays on the same one.
        bars = list(enumerate(_bars(figure)))
        held = [row for row, bar in bars if bar.id == self._held]
        chosen = [row for row, bar in bars if bar.is_selected]
        return next(iter(held + chosen), None)

    def stand_on(self, figure: BarsFigure, row: int) -> None:
        self._held = _bars(figure)[row].id

    def open_row(self, figure: BarsFigure, row: int) -> None:
        """Choose what a bar stands for."""
        bar = _bars(figure)[row]
        if bar.row_id:
            self.row_chosen.emit(bar.row_id)
        if bar.package is not None:
            self.package_chosen.emit(bar.package)
        if bar.control_id:
            self.control_chosen.emit(bar.control_id)

    def above(self, figure: BarsFigure, layout: BarsLayout, row: int) -> float:
        """Bring the heading above the first bar of a group into sight with it."""
        top, _ = layout.rows.spans[row]
        return sum(each.height for each in layout.headings if each.top + each.height == top)

    def minimumSizeHint(self) -> QSize:
        return smallest_bars(self._figure, self.font()).toSize()


def _bars(figure: BarsFigure) -> tuple[Bar, ...]:
    return tuple(bar for group in figure.groups for bar in group.bars)
