"""The line of words above the deal map that says what its lines and colours mean."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from explorer.figures.deal_map import MapFigure
from explorer.model.wording import tr
from explorer.ui.plots.canvas import CanvasFrame
from explorer.ui.plots.strokes import flat_pen, mix, small_font, zone_ramp
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag


def paint_legend(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: MapFigure
) -> None:
    """Draw the legend above the axes; what finds no room any more is left out."""
    small = small_font(font)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    line = metrics.height()
    middle = frame.room.top() - 0.85 * line
    left = frame.room.left()
    wide = 1.6 * theme.stroke
    solid = flat_pen(theme.sender, wide)
    dashed = flat_pen(theme.target, wide, Qt.PenStyle.DashLine)
    sender = tr("{party} accepts", party=figure.case.sender.short)
    target = tr("{party} accepts", party=figure.case.target.short)
    entries: list[tuple[QPen | None, str, str]] = [
        (None, tr("few to many packages in the zone"), theme.zone_text),
        (solid, sender, theme.sender_text),
        (dashed, target, theme.target_text),
    ]
    if figure.has_lines:
        grey = flat_pen(theme.baseline, 2.4 * theme.stroke)
        entries.append((grey, tr("shut by red lines"), theme.ink_soft))
    for pen, words, colour in entries:
        width = metrics.horizontalAdvance(words) + 2
        if left + 2.4 * line + width > frame.whole.right():
            return
        sample = QRectF(left, middle - 0.3 * line, 2 * line, 0.6 * line)
        _paint_sample(painter, sample, pen, theme)
        painter.setPen(QColor(colour))
        room = QRectF(left + 2.4 * line, middle - line / 2, width, line)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
        left = room.right() + 1.2 * line


def _paint_sample(painter: QPainter, room: QRectF, pen: QPen | None, theme: Theme) -> None:
    if pen is not None:
        if pen.color() == QColor(theme.baseline):
            painter.fillRect(room, QColor(mix(theme.track, theme.ground, 0.22)))
        painter.setPen(pen)
        y = room.center().y()
        painter.drawLine(QLineF(room.left(), y, room.right(), y))
        return
    ramp = zone_ramp(theme)
    fading = QLinearGradient(room.topLeft(), room.topRight())
    for place in (1, 128, 255):
        red, green, blue = (int(part) for part in ramp[place][:3])
        fading.setColorAt((place - 1) / 254, QColor(red, green, blue))
    painter.fillRect(room, fading)
