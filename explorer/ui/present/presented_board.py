"""Boards before a room: rows just high enough for their words, zones as high as they can be."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.ui.pictures.board.board_layout import BoardLayout, board_layout
from explorer.ui.pictures.board.board_plot import BoardPlot
from explorer.ui.pictures.board.boards_painting import BoardsLayout
from explorer.ui.pictures.board.boards_plot import BoardsPlot
from explorer.ui.pictures.rows.row_places import RowWish

LEAST_ROW = 1.8
"""How many lines of its large text a row is high at least: a name close above its status."""

BRACKETS = (0.16, 0.84)
"""Where both brackets stand in a row: further apart than on a desk, for higher zones."""

BELOW = 0.4
"""By how many lines of text the words below the axis stand lower than on a desk."""


LEAST_BOARDS_ROW = 1.4
"""The same where boards stand side by side, whose rows have a name alone."""


class PresentedBoard(BoardPlot):
    """A board of which the chosen row is shown and those that a scene, or the case, names first."""

    _rows: frozenset[str] = frozenset()

    def show_rows(self, rows: frozenset[str]) -> None:
        """Show the rows with these ids and no others; none for those that the case names first."""
        if rows != self._rows:
            self._rows = rows
            self.forget_layout()
            self.update()

    def arranged(
        self, figure: BoardFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardLayout:
        wish = replace(wish, least=LEAST_ROW, first=wanted_rows(figure, self._rows))
        lower = rect.adjusted(0, 0, 0, BELOW * QFontMetricsF(font).height())
        return replace(board_layout(figure, lower, font, wish), brackets=BRACKETS)

    def minimumSizeHint(self) -> QSize:
        return QSize()


class PresentedBoards(BoardsPlot):
    """Boards side by side with as many rows as can be read from afar."""

    _rows: frozenset[str] = frozenset()

    def show_rows(self, rows: frozenset[str]) -> None:
        """Show the rows with these ids and no others; none for those that the case names first."""
        if rows != self._rows:
            self._rows = rows
            self.forget_layout()
            self.update()

    def arranged(
        self, figure: BoardsFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardsLayout:
        first = wanted_rows(figure.boards[0], self._rows)
        wish = replace(wish, least=LEAST_BOARDS_ROW, first=first)
        return super().arranged(figure, rect, font, wish)


def wanted_rows(figure: BoardFigure, rows: frozenset[str]) -> tuple[int, ...]:
    """Return the numbers of a board's rows with some ids, from the top."""
    return tuple(number for number, lane in enumerate(figure.lanes) if lane.id in rows)
