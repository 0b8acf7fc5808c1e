"""How the range of a number is drawn: its line, where the number stands, where an answer turns."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from explorer.figures.bars import Bar, BarRange
from explorer.ui.pictures.bars.bar_body import paint_body
from explorer.ui.pictures.bars.bars_layout import BarsLayout
from explorer.ui.pictures.pen import CENTRE, LEFT, RIGHT, Pen
from explorer.ui.pictures.strokes import diamond, draw_segments

BAND, RING, DIAMOND, CAP = 0.5, 0.26, 0.36, 0.32
"""How high the part that has turned is, and half of ring, diamond and ends, in small lines."""


def paint_range(pen: Pen, layout: BarsLayout, room: QRectF, bar: Bar, span: BarRange) -> None:
    """Draw a range in a row, the value where an answer turns above the line.

    Parameters
    ----------
    room
        The row without the line of words above it.
    bar
        Whose words stand behind the range.
    span
        Its range.
    """
    small, y = pen.text.small_line, room.center().y()
    start, end = (layout.x_on(span, value) for value in (span.low, span.high))
    cap = CAP * small
    ends = [QLineF(x, y - cap, x, y + cap) for x in (start, end)]
    pen.stroke(pen.theme.ink_soft, 1.4)
    draw_segments(pen.painter, [QLineF(start, y, end, y), *ends])
    if span.turned is not None:
        left, right = (layout.x_on(span, value) for value in span.turned)
        band = QRectF(left, y - BAND * small / 2, right - left, BAND * small)
        paint_body(pen, band, span.meaning)
    _paint_marks(pen, layout, span, y)
    _paint_values(pen, layout, span, y - DIAMOND * small - small)
    gap = 0.35 * small
    before = QRectF(layout.x_start, room.top(), start - gap - layout.x_start, room.height())
    behind = QRectF(end + gap, room.top(), layout.x_end - end - gap, room.height())
    words = QRectF(room)
    words.setLeft(layout.x_end + gap)
    pen.write(before, span.low_words, pen.theme.ink_soft, pen.text.small, RIGHT)
    pen.write(behind, span.high_words, pen.theme.ink_soft, pen.text.small, LEFT)
    pen.write(words, bar.words, pen.theme.ink, pen.text.small, LEFT)


def _paint_marks(pen: Pen, layout: BarsLayout, span: BarRange, y: float) -> None:
    """Draw the ring where the number stands, and over it the diamond where the answer turns."""
    small, painter = pen.text.small_line, pen.painter
    now, turn = (QPointF(layout.x_on(span, value), y) for value in (span.now, span.turn))
    pen.stroke(pen.theme.ink, 1.8)
    painter.setBrush(QColor(pen.theme.ground))
    painter.drawEllipse(now, RING * small, RING * small)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, rim in ((pen.theme.ground, pen.width(1.6)), (pen.theme.ink, 0.0)):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(diamond(turn, DIAMOND * small + rim))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_values(pen: Pen, layout: BarsLayout, span: BarRange, top: float) -> None:
    """Write above the line where the answer turns, and where the number stands beside it."""
    text, small = pen.text, pen.text.small_line
    turn = _centred(layout, span, span.turn, text.small_bold_metrics.width_of(span.turn_words) + 2)
    now = _centred(layout, span, span.now, text.small_metrics.width_of(span.now_words) + 2)
    room = QRectF(turn[0], top, turn[1], small)
    beside = QRectF(now[0], top, now[1], small)
    gap = 0.5 * small
    if span.now <= span.turn:
        beside.moveRight(min(beside.right(), room.left() - gap))
    else:
        beside.moveLeft(max(beside.left(), room.right() + gap))
    pen.write(room, span.turn_words, pen.theme.ink, text.small_bold, CENTRE)
    pen.write(beside, span.now_words, pen.theme.ink_soft, text.small, CENTRE)


def _centred(layout: BarsLayout, span: BarRange, value: float, width: float) -> tuple[float, float]:
    """Return left edge and width of words over a value, within the axis."""
    left = min(layout.x_on(span, value) - width / 2, layout.x_end - width)
    return max(left, layout.x_start), width
