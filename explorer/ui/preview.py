"""The preview: a small picture of the board, for the start page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from explorer.figures.board import board_figure
from explorer.model.result import Result
from explorer.ui.plots.board_plot import BoardPlot
from explorer.ui.theme import Theme, scaled_font

TEXT_SHARE = 0.85
"""Size of the preview's text as a share of the page's."""


def board_preview(result: Result, theme: Theme, font: QFont, size: QSize, ratio: float) -> QPixmap:
    """Return a picture of the board.

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
    plot = BoardPlot()
    plot.setFont(scaled_font(font, TEXT_SHARE))
    plot.show_theme(theme)
    plot.show_figure(board_figure(result))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.paint_on(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return picture
