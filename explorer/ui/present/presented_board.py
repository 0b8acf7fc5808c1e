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
    """A board of which the chosen row and those that the case names first are shown."""

    def arranged(
        self, figure: BoardFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardLayout:
        wish = replace(wish, least=LEAST_ROW)
        lower = rect.adjusted(0, 0, 0, BELOW * QFontMetricsF(font).height())
        return replace(board_layout(figure, lower, font, wish), brackets=BRACKETS)

    def minimumSizeHint(self) -> QSize:
        return QSize()


class PresentedBoards(BoardsPlot):
    """Boards side by side with as many rows as can be read from afar."""

    def arranged(
        self, figure: BoardsFigure, rect: QRectF, font: QFont, wish: RowWish
    ) -> BoardsLayout:
        return super().arranged(figure, rect, font, replace(wish, least=LEAST_BOARDS_ROW))
