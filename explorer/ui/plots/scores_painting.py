"""How the scores of the check are drawn: a bar for each, beside a yes to everything."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.history import HistoryFigure
from explorer.figures.history_scores import (
    hits_text,
    hold_out_words,
    score_columns,
    tally_name,
    yes_text,
)
from explorer.model.record import Record
from explorer.model.record_result import Tally
from explorer.ui.plots.strokes import flat_pen, small_font
from explorer.ui.theme import Theme, scaled_font

Align = Qt.AlignmentFlag
MIDDLE_LEFT = Align.AlignLeft | Align.AlignVCenter

NAMES_SHARE, BARS_SHARE = 0.36, 0.34
"""Shares of the width that the names and the bars take; both numbers stand on the right."""

SCALES = (1.0, 0.92, 0.85, 0.78, 0.7)
"""How small words may get in a small room, largest first."""


def paint_scores(
    painter: QPainter, room: QRectF, font: QFont, figure: HistoryFigure, theme: Theme
) -> None:
    """Draw each score as a bar with a mark where a yes to everything stands; words below."""
    record, check = figure.record, figure.check
    if record is None or check is None:
        return
    words = hold_out_words(record, check, figure.hold_out)
    fitted = _fitting(font, room, len(check.tallies), words)
    line = QFontMetricsF(fitted).height()
    painter.setFont(fitted)
    _paint_heads(painter, QRectF(room.left(), room.top(), room.width(), 1.3 * line), theme)
    under = room.top() + 1.5 * line
    needed = _height(fitted, room.width(), words)
    height = min(1.9 * line, (room.bottom() - needed - 0.6 * line - under) / len(check.tallies))
    for place, tally in enumerate(check.tallies):
        row = QRectF(room.left(), under + place * height, room.width(), height)
        _paint_row(painter, row, _name(figure, record, tally), tally, theme)
    painter.setPen(QColor(theme.ink_soft))
    below = QRectF(room.left() + 4, room.bottom() - needed - 2, room.width() - 8, needed + 2)
    painter.drawText(below, Align.AlignLeft | Qt.TextFlag.TextWordWrap, words)


def _name(figure: HistoryFigure, record: Record, tally: Tally) -> str:
    return tally_name(figure.case, record, tally)


def _fitting(font: QFont, room: QRectF, count: int, words: str) -> QFont:
    """Return the largest font in which rows and words have room."""
    fitted = small_font(font)
    for scale in SCALES:
        fitted = scaled_font(small_font(font), scale)
        line = QFontMetricsF(fitted).height()
        if (count + 2.2) * line + _height(fitted, room.width(), words) <= room.height():
            break
    return fitted


def _height(font: QFont, width: float, words: str) -> float:
    space = QRectF(0, 0, width - 8, 100_000)
    flags = Align.AlignLeft | Qt.TextFlag.TextWordWrap
    return QFontMetricsF(font).boundingRect(space, flags, words).height() if words else 0.0


def _columns(row: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Return the places of name, bar, the model's score and that of a yes to everything."""
    names, bars = NAMES_SHARE * row.width(), BARS_SHARE * row.width()
    rest = (row.width() - names - bars) / 2
    left, top, height = row.left(), row.top(), row.height()
    return (
        QRectF(left + 4, top, names - 8, height),
        QRectF(left + names, top, bars, height),
        QRectF(left + names + bars, top, rest, height),
        QRectF(left + names + bars + rest, top, rest, height),
    )


def _paint_heads(painter: QPainter, row: QRectF, theme: Theme) -> None:
    name, _, model, yes = _columns(row)
    painter.setPen(QColor(theme.ink_soft))
    aligned = (MIDDLE_LEFT, Align.AlignCenter, Align.AlignCenter)
    for words, place, align in zip(score_columns(), (name, model, yes), aligned, strict=True):
        painter.drawText(place, align, words)
    painter.setPen(flat_pen(theme.track, 1))
    painter.drawLine(QLineF(row.left(), row.bottom(), row.right(), row.bottom()))


def _paint_row(painter: QPainter, row: QRectF, name: str, tally: Tally, theme: Theme) -> None:
    place, bar, model, yes = _columns(row)
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.ink))
    short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, MIDDLE_LEFT, short)
    painter.drawText(model, Align.AlignCenter, hits_text(tally))
    painter.setPen(QColor(theme.ink_soft))
    painter.drawText(yes, Align.AlignCenter, yes_text(tally))
    inner = bar.adjusted(0, 0.28 * row.height(), 0, -0.28 * row.height())
    painter.setPen(flat_pen(theme.track, 1))
    painter.setBrush(QColor(theme.ground))
    painter.drawRect(inner)
    filled = QRectF(inner)
    filled.setWidth(inner.width() * tally.hits / tally.total)
    painter.fillRect(filled, QColor(theme.zone_outline))
    x = inner.left() + inner.width() * tally.always_yes / tally.total
    painter.setPen(flat_pen(theme.ink, 2 * theme.stroke))
    painter.drawLine(
        QLineF(x, bar.top() + 0.12 * row.height(), x, bar.bottom() - 0.12 * row.height())
    )
