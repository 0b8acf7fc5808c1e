"""How the mark of a package is drawn."""

from PySide6.QtGui import QColor, QPainter, QPainterPath

from explorer.ui.look.theme import Theme
from explorer.ui.pictures.strokes import flat_pen

RADIUS = 4.2
"""Of a mark, in pixels at a text scale of 1."""

LARGE = 1.3
"""How much larger the proposals of a year are drawn than other packages."""


def paint_package(
    painter: QPainter, theme: Theme, shape: QPainterPath, width: float, *, is_filled: bool
) -> None:
    """Draw the shape that stands for a package: filled in the deal zone, hollow outside it.

    It has a rim of the ground, so that it stands out on the deal zone's colour.
    """
    painter.strokePath(shape, flat_pen(theme.ground, 3 * width))
    painter.setPen(flat_pen(theme.ink, width))
    painter.setBrush(QColor(theme.ink if is_filled else theme.ground))
    painter.drawPath(shape)
