"""How the outside tests are drawn: what is claimed, what was found, and how weak it is."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from explorer.figures.history import HistoryFigure
from explorer.figures.history_tables import found_words
from explorer.model.record_result import LineOutcome, SweepOutcome
from explorer.ui.plots.strokes import flat_pen, small_font
from explorer.ui.theme import Theme, scaled_font

Align = Qt.AlignmentFlag
WRAP = Align.AlignLeft | Align.AlignTop | Qt.TextFlag.TextWordWrap

CHART_SHARE = 0.4
"""Share of the width that the curve of a sweep takes."""


@dataclass(frozen=True, slots=True)
class _Block:
    """One test as paragraphs: name, what is claimed, expected and found, and the caution."""

    outcome: LineOutcome | SweepOutcome
    words: tuple[str, ...]


def paint_tests(
    painter: QPainter, room: QRectF, font: QFont, figure: HistoryFigure, theme: Theme
) -> None:
    """Draw the tests below each other; in a small room in smaller words."""
    findings = figure.findings
    if findings is None:
        return
    found = found_words(figure.case, findings)
    blocks = [
        _Block(outcome, (test.name, test.claim, test.expectation, words, test.caution))
        for outcome, words in zip(findings.outcomes, found, strict=True)
        for test in [outcome.test]
    ]
    fitted = _fitting(blocks, room, font)
    line = QFontMetricsF(fitted).height()
    top = room.top() + 0.4 * line
    for block in blocks:
        place = _text_room(block, room, top)
        bottom = _paint_block(painter, place, fitted, block, theme)
        if isinstance(block.outcome, SweepOutcome):
            chart = QRectF(place.right() + 3.5 * line, top, 0, 0)
            chart.setRight(room.right() - 1.5 * line)
            chart.setBottom(min(max(bottom, top + 12 * line), room.bottom() - 1.2 * line))
            painter.setFont(small_font(fitted))
            _paint_chart(painter, chart, figure, block.outcome, theme)
        top = bottom + 0.9 * line


def _fitting(blocks: list[_Block], room: QRectF, font: QFont) -> QFont:
    """Return the largest font in which all blocks have room."""
    fitted = font
    for scale in (1.0, 0.92, 0.85, 0.78, 0.7):
        fitted = scaled_font(font, scale)
        line = QFontMetricsF(fitted).height()
        heights = (_block_height(_text_room(each, room, 0), fitted, each) for each in blocks)
        if sum(heights) + 1.3 * line * len(blocks) <= room.height():
            break
    return fitted


def _text_room(block: _Block, room: QRectF, top: float) -> QRectF:
    has_chart = isinstance(block.outcome, SweepOutcome)
    width = room.width() * (1 - CHART_SHARE if has_chart else 1)
    return QRectF(room.left() + 6, top, width - 12, 100_000)


def _block_height(place: QRectF, font: QFont, block: _Block) -> float:
    metrics = QFontMetricsF(font)
    return sum(metrics.boundingRect(place, WRAP, words).height() for words in block.words)


def _paint_block(
    painter: QPainter, place: QRectF, font: QFont, block: _Block, theme: Theme
) -> float:
    """Write the paragraphs and return where they end."""
    bold = QFont(font)
    bold.setBold(True)
    fonts = (bold, font, font, font, font)
    colours = (theme.ink, theme.ink_soft, theme.ink_soft, theme.ink, theme.ink_soft)
    top = place.top()
    for words, used, colour in zip(block.words, fonts, colours, strict=True):
        painter.setFont(used)
        painter.setPen(QColor(colour))
        height = QFontMetricsF(used).boundingRect(place, WRAP, words).height()
        painter.drawText(QRectF(place.left(), top, place.width(), height + 2), WRAP, words)
        top += height
    return top


def _paint_chart(
    painter: QPainter, chart: QRectF, figure: HistoryFigure, outcome: SweepOutcome, theme: Theme
) -> None:
    """Draw the size of the zone over the control, the points that are read aloud named."""
    metrics = QFontMetricsF(painter.font())
    line, highest = metrics.height(), max(*outcome.packages, 1)
    painter.setPen(flat_pen(theme.track, 1))
    painter.drawLine(QLineF(chart.left(), chart.bottom(), chart.right(), chart.bottom()))
    first, last = outcome.values[0], outcome.values[-1]

    def point(value: float, packages: int) -> QPointF:
        across = (value - first) / (last - first)
        up = packages / highest * (chart.height() - 1.2 * line)
        return QPointF(chart.left() + across * chart.width(), chart.bottom() - up)

    pairs = zip(outcome.values, outcome.packages, strict=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(theme.zone_outline, 2 * theme.stroke))
    painter.drawPolyline(QPolygonF([point(*pair) for pair in pairs]))
    for value in outcome.test.points:
        packages = outcome.packages_at(value)
        at, words = point(value, packages), f"{packages:,}"
        painter.setBrush(QColor(theme.zone_fill))
        painter.setPen(flat_pen(theme.zone_outline, 1.5 * theme.stroke))
        painter.drawEllipse(at, 0.25 * line, 0.25 * line)
        painter.setPen(QColor(theme.ink))
        width = metrics.horizontalAdvance(words) + 4
        above = QRectF(at.x() - width / 2, at.y() - 1.4 * line, width, line)
        painter.drawText(above, Align.AlignCenter, words)
        painter.setPen(QColor(theme.ink_soft))
        under = QRectF(at.x() - 2 * line, chart.bottom() + 0.1 * line, 4 * line, line)
        painter.drawText(under, Align.AlignCenter, f"{value:g}")
    control = figure.case.control(outcome.test.control).name
    middle = QRectF(chart.left(), chart.bottom() - 1.3 * line, chart.width(), line)
    painter.drawText(middle, Align.AlignCenter, control)
