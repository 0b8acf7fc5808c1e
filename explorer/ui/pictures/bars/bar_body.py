"""The body of a bar in the colour of what it means; never told by colour alone."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor

from explorer.figures.bars import Meaning
from explorer.ui.look.theme import Theme
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.strokes import mix

FILL = 0.62
"""How much of its outline's colour the inside of a bar has."""


def paint_body(pen: Pen, body: QRectF, meaning: Meaning, *, is_leftward: bool = False) -> None:
    """Draw a body: the deal zone's is hatched, the target's has a second line at its end.

    ``is_leftward``: Whether its end is the left edge.
    """
    fill, outline = _colours(pen.theme, meaning)
    pen.painter.fillRect(body, QColor(fill))
    if meaning == "zone":
        pen.stroke(mix(outline, fill, 0.7), 1)
        hatch(pen.painter, body, pen.theme.hatch * pen.text.unit)
    pen.stroke(outline, 1.4)
    pen.outline(body)
    # As on the board, the target's lines are double: never told by colour alone.
    inset = pen.width(3.2)
    if meaning == "target" and body.width() > 2.5 * inset:
        x = body.left() + inset if is_leftward else body.right() - inset
        pen.painter.drawLine(QLineF(x, body.top(), x, body.bottom()))


def _colours(theme: Theme, meaning: Meaning) -> tuple[str, str]:
    """Return the colours of a bar's inside and outline."""
    if meaning == "zone":
        return theme.zone_fill, theme.zone_outline
    if meaning == "faint":
        return theme.ground, theme.rule
    outline = {"sender": theme.sender, "target": theme.target, "neutral": theme.ink_soft}[meaning]
    return mix(outline, theme.ground, FILL), outline
