"""The preview: a small picture of the board, for the start page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.model.result import Result
from explorer.ui.look.theme import Theme, scaled_font
from explorer.ui.pictures.board.board_layout import board_layout
from explorer.ui.pictures.board.board_painting import paint_board
from explorer.ui.pictures.pen import Pen

TEXT_SHARE = 0.85
"""Size of the preview's text as a share of the page's."""


def board_preview(result: Result, theme: Theme, font: QFont, size: QSize, ratio: float) -> QPixmap:
    """Return a picture of as many rows of the board as can be read in it.

    Parameters
    ----------
    result
        What the board shows.
    theme
        In whose colours.
    font
        The page's font.
    size
        Width and height in the page's pixels.
    ratio
        How many pixels of the screen make one of the page's.
    """
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    figure = board_figure(result, company=Company(has_offers=False))
    rect = QRectF(0, 0, size.width(), size.height())
    layout = board_layout(figure, rect, scaled_font(font, TEXT_SHARE))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_board(Pen(painter, theme, layout.text), layout, figure)
    painter.end()
    return picture
