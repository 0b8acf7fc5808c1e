"""How soft ends are drawn on the board: where floor and limit lie in most assumption sets."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import Span
from explorer.ui.plots.board_layout import BoardLayout
from explorer.ui.plots.strokes import flat_pen, mix
from explorer.ui.theme import Theme

FILL, EDGE = 0.22, 0.6
"""How much of its side's colour the inside of a soft end has, and its outer edges."""

THICK = 0.12
"""How much of the height of a row's brackets a soft end takes."""


def paint_soft_ends(
    painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme
) -> None:
    """Draw the soft ends of all rows; the brackets are drawn over them.

    Parameters
    ----------
    painter
        On a screen, a picture or a page.
    layout
        Where everything lies; made for this figure.
    figure, theme
        What is drawn, and in which colours.
    """
    for place, lane in enumerate(figure.lanes):
        if lane.is_broken:
            continue
        if lane.soft_limit is not None:
            y = layout.sender_y(place)
            _paint_end(painter, layout, theme, lane.soft_limit, (y, theme.sender))
        if lane.soft_floor is not None:
            y = layout.target_y(place)
            _paint_end(painter, layout, theme, lane.soft_floor, (y, theme.target))


def _paint_end(
    painter: QPainter, layout: BoardLayout, theme: Theme, span: Span, line: tuple[float, str]
) -> None:
    y, colour = line
    half = max(2.5 * layout.unit, 0.5 * THICK * layout.live_height)
    left, right = layout.x(span[0]), layout.x(span[1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mix(colour, theme.ground, FILL)))
    painter.drawRect(QRectF(left, y - half, right - left, 2 * half))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(mix(colour, theme.ground, EDGE), layout.unit * theme.stroke))
    painter.drawLines([QLineF(x, y - half, x, y + half) for x in (left, right)])
