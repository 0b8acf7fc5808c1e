"""The words above and below the deal map that say what its lines, colours and marks mean."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from explorer.figures.deal_map import MapFigure
from explorer.model.wording import tr
from explorer.ui.plots.canvas import CanvasFrame
from explorer.ui.plots.mark_painting import paint_package
from explorer.ui.plots.strokes import flat_pen, mix, small_font, zone_ramp
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
SAMPLE, GAP, STEP = 2.4, 1.2, 1.2
"""How many lines wide a sample and the gap after its words are, and how far rows are apart."""

ABOVE_AXES = 0.85
"""How many lines above the axes the middle of the last row is."""

EntryKind = Literal["zone", "sender", "target", "lines"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a line or a colour means; ``row`` and ``left`` are its place, the latter in pixels."""

    kind: EntryKind
    words: str
    row: int
    left: float


def legend_entries(figure: MapFigure, font: QFont, width: float) -> tuple[LegendEntry, ...]:
    """Return all entries in rows that are no wider than a width in pixels.

    What red lines shut comes last, so that the others stay where they are when there are none.
    """
    metrics = QFontMetricsF(small_font(font))
    line = metrics.height()
    said: tuple[tuple[EntryKind, str], ...] = (
        ("zone", tr("few to many packages in the zone")),
        ("sender", tr("{party} accepts", party=figure.case.sender.short)),
        ("target", tr("{party} accepts", party=figure.case.target.short)),
        ("lines", tr("shut by red lines or rules")),
    )
    entries: list[LegendEntry] = []
    row, left = 0, 0.0
    for kind, words in said:
        needed = SAMPLE * line + metrics.horizontalAdvance(words) + 2
        if left > 0 and left + needed > width:
            row, left = row + 1, 0.0
        entries.append(LegendEntry(kind, words, row, left))
        left += needed + GAP * line
    return tuple(entries)


def legend_lines(figure: MapFigure, font: QFont, width: float) -> float:
    """Return how many lines of small text high the room above the axes must be."""
    return 1.7 + STEP * legend_entries(figure, font, width)[-1].row


def paint_legend(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: MapFigure
) -> None:
    """Draw the legend above the axes, its last row next to them, and the marks' below them."""
    small = small_font(font)
    metrics = QFontMetricsF(small)
    line = metrics.height()
    painter.setFont(small)
    _paint_marks_key(painter, _beside_label(frame, metrics, figure.x_label), theme)
    entries = legend_entries(figure, font, frame.whole.right() - frame.room.left())
    last = entries[-1].row
    colours = {
        "zone": theme.zone_text,
        "sender": theme.sender_text,
        "target": theme.target_text,
        "lines": theme.ink_soft,
    }
    for entry in entries:
        if entry.kind == "lines" and not figure.has_lines:
            continue
        left = frame.room.left() + entry.left
        middle = frame.room.top() - (ABOVE_AXES + STEP * (last - entry.row)) * line
        sample = QRectF(left, middle - 0.3 * line, 2 * line, 0.6 * line)
        _paint_sample(painter, sample, _pen(theme, entry.kind), theme)
        painter.setPen(QColor(colours[entry.kind]))
        width = metrics.horizontalAdvance(entry.words) + 2
        room = QRectF(left + SAMPLE * line, middle - line / 2, width, line)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, entry.words)


def _pen(theme: Theme, kind: EntryKind) -> QPen | None:
    """Return how the line of an entry is drawn; None for the colours of the zone."""
    wide = 1.6 * theme.stroke
    if kind == "sender":
        return flat_pen(theme.sender, wide)
    if kind == "target":
        return flat_pen(theme.target, wide, Qt.PenStyle.DashLine)
    return flat_pen(theme.baseline, 2.4 * theme.stroke) if kind == "lines" else None


def _beside_label(frame: CanvasFrame, metrics: QFontMetricsF, label: str) -> QRectF:
    """Return the room left of the horizontal axis's name."""
    line, room = metrics.height(), frame.room
    width = room.width() / 2 - metrics.horizontalAdvance(label) / 2 - 2.5 * line
    return QRectF(room.left(), frame.whole.bottom() - 1.1 * line, width, line)


def _paint_marks_key(painter: QPainter, room: QRectF, theme: Theme) -> None:
    """Say what a filled mark means, and what a hollow one, if there is room for both."""
    metrics, radius = QFontMetricsF(painter.font()), 0.26 * room.height()
    entries = ((True, tr("package in the zone")), (False, tr("not in it")))
    widths = [metrics.horizontalAdvance(words) + 2 for _, words in entries]
    if sum(widths) + 3.2 * room.height() > room.width():
        return
    left = room.left()
    for (is_filled, words), width in zip(entries, widths, strict=True):
        circle = QPainterPath()
        circle.addEllipse(QPointF(left + radius, room.center().y()), radius, radius)
        paint_package(painter, theme, circle, 1.3 * theme.stroke, is_filled=is_filled)
        painter.setPen(QColor(theme.ink_soft))
        place = QRectF(left + 0.8 * room.height(), room.top(), width, room.height())
        painter.drawText(place, Align.AlignLeft | Align.AlignVCenter, words)
        left = place.right() + 0.8 * room.height()


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
