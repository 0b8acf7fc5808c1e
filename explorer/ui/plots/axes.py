"""The axes of a canvas: their words, the room these need, and how they are drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.ui.plots.canvas import CanvasFrame
from explorer.ui.plots.strokes import flat_pen, small_font
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
Ticks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class AxisWords:
    """The names of both axes and the words at their ticks; the colours are of the names."""

    x_label: str
    y_label: str
    x_colour: str
    y_colour: str
    x_ticks: Ticks
    y_ticks: Ticks
    has_grid: bool = True


def axis_margins(font: QFont, words: AxisWords, *, top_lines: float) -> QMarginsF:
    """Return the room that the words need around the axes, in pixels.

    Parameters
    ----------
    font
        The widget's font.
    words
        What is to be written.
    top_lines
        How many lines of words stand above the axes.
    """
    metrics = QFontMetricsF(small_font(font))
    line = metrics.height()
    widest = max((metrics.horizontalAdvance(text) for _, text in words.y_ticks), default=0.0)
    left = widest + (2.1 if words.y_label else 1.1) * line
    bottom = (2.6 if words.x_label else 1.4) * line
    return QMarginsF(left, max(0.5, top_lines) * line, 1.2 * line, bottom)


def paint_axes(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, words: AxisWords
) -> None:
    """Draw frame, ticks and words around the data."""
    small = small_font(font)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(theme.track, 1))
    painter.drawRect(frame.room)
    _paint_ticks(painter, frame, theme, metrics, words)
    line, room = metrics.height(), frame.room
    painter.setPen(QColor(words.x_colour))
    below = QRectF(room.left(), frame.whole.bottom() - 1.2 * line, room.width(), 1.2 * line)
    painter.drawText(below, Align.AlignCenter, words.x_label)
    if words.y_label:
        painter.save()
        painter.setPen(QColor(words.y_colour))
        painter.translate(frame.whole.left() + 0.2 * line, room.bottom())
        painter.rotate(-90)
        low, high = _beside(metrics.horizontalAdvance(words.y_label), frame)
        beside = QRectF(low, 0, high - low, 1.2 * line)
        said = metrics.elidedText(words.y_label, Qt.TextElideMode.ElideRight, high - low)
        painter.drawText(beside, Align.AlignCenter, said)
        painter.restore()


def _beside(length: float, frame: CanvasFrame) -> tuple[float, float]:
    """Return from where to where words run upwards, in pixels from the foot of the axes.

    They stand at the middle of the axis, and use all of the canvas where the axis is short.
    """
    below = frame.whole.bottom() - frame.room.bottom()
    above = frame.room.bottom() - frame.whole.top()
    length = min(length + 4, below + above)
    low = min(max((frame.room.height() - length) / 2, -below), above - length)
    return low, low + length


def _paint_ticks(
    painter: QPainter, frame: CanvasFrame, theme: Theme, metrics: QFontMetricsF, words: AxisWords
) -> None:
    line, room, long = metrics.height(), frame.room, 0.25 * metrics.height()
    painter.setPen(flat_pen(theme.track, 1))
    across = [(frame.point(value, frame.low), text) for value, text in words.x_ticks]
    upward = [(frame.point(frame.left, value), text) for value, text in words.y_ticks]
    painter.drawLines([QLineF(p.x(), p.y(), p.x(), p.y() + long) for p, _ in across])
    if words.has_grid:
        painter.drawLines([QLineF(p.x() - long, p.y(), p.x(), p.y()) for p, _ in upward])
    painter.setPen(QColor(theme.ink_soft))
    taken = frame.whole.left()
    for point, text in across:
        width = metrics.horizontalAdvance(text) + 4
        left = min(max(point.x() - width / 2, frame.whole.left()), frame.whole.right() - width)
        if left < taken:
            continue
        painter.drawText(QRectF(left, room.bottom() + long, width, line), Align.AlignCenter, text)
        taken = left + width
    for point, text in upward:
        place = QRectF(frame.whole.left(), point.y() - line / 2, 0, line)
        place.setRight(room.left() - 1.6 * long)
        painter.drawText(place, Align.AlignRight | Align.AlignVCenter, text)
