"""How the meeting outlook is drawn: three reasons above, a line for each window below."""

from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.outlook import OutlookFigure, OutlookReason, OutlookWindow
from explorer.figures.phrase import capitalised
from explorer.model.result import MeetingWord
from explorer.model.wording import tr
from explorer.ui.plots.strokes import flat_pen, mix, small_font
from explorer.ui.plots.word_wrap import fits, wrapped_lines
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
COLUMNS = (0.0, 0.2, 0.37, 0.61)
"""Where the columns of the windows begin, as shares of the width: name, days, word, voices."""

VOICES = 3
"""Which of the columns holds the voices."""

LEAST_VOICES = 2
"""A window's row is at least as tall as for so many voices; its own words need as much."""

NOWHERE = -1
"""Where the cursor stands if it is on no window, or on no voice."""

SHARES_LINES = 1.7
"""How many lines of text the bar of the deal zone's classes is high."""

PALE, DARK = 0.15, 0.6
"""How strong the colour of the deal zone is in classes that lie side by side."""

REASON_ENDS = (0.0, 0.3, 0.62, 1.0)
"""Where the boxes of the three reasons begin and end, as shares of the width."""

REASONS_SHARE = 0.34
"""How much of the height the three reasons take at most."""


@dataclass(frozen=True, slots=True)
class OutlookLayout:
    """Places in pixels: a box for each reason, the headings, a row for each window."""

    reasons: tuple[QRectF, ...]
    head: QRectF
    rows: tuple[QRectF, ...]


def _column(room: QRectF, place: int) -> QRectF:
    """Return a column of a row."""
    ends = (*COLUMNS, 1.0)
    left = room.left() + ends[place] * room.width()
    right = room.left() + ends[place + 1] * room.width()
    return QRectF(left, room.top(), right - left, room.height())


@dataclass(frozen=True, slots=True)
class _Brush:
    """What every part of the drawing needs."""

    painter: QPainter
    font: QFont
    small: QFont
    theme: Theme

    @property
    def line(self) -> float:
        return QFontMetricsF(self.font).height()

    @property
    def small_line(self) -> float:
        return QFontMetricsF(self.small).height()

    def write(self, room: QRectF, words: str, colour: str, font: QFont, most: int) -> float:
        """Write words from the top of a room; return where the next line begins."""
        metrics = QFontMetricsF(font)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        y = room.top()
        for line in wrapped_lines(metrics, words, room.width(), most=most):
            place = QRectF(room.left(), y, room.width(), metrics.height())
            self.painter.drawText(place, Align.AlignLeft | Align.AlignVCenter, line)
            y += metrics.height()
        return y


def outlook_layout(figure: OutlookFigure, room: QRectF, font: QFont) -> OutlookLayout:
    """Return where everything lies in a rectangle."""
    line = QFontMetricsF(font).height()
    tall = min(REASONS_SHARE * room.height(), 5.6 * line)
    gap = 0.5 * line
    count = len(figure.reasons)
    ends = REASON_ENDS if count == len(REASON_ENDS) - 1 else (0.0,)
    reasons = tuple(
        QRectF(
            room.left() + start * room.width() + gap,
            room.top(),
            (end - start) * room.width() - 1.5 * gap,
            tall,
        )
        for start, end in pairwise(ends)
    )
    head = QRectF(room.left(), room.top() + tall + gap, room.width(), 1.1 * line)
    rows = _rows(figure, QRectF(head.bottomLeft(), room.bottomRight()))
    return OutlookLayout(reasons, head, rows)


def _rows(figure: OutlookFigure, room: QRectF) -> tuple[QRectF, ...]:
    """Return a row for each window, taller where more was said of it."""
    weights = [max(len(window.voices), LEAST_VOICES) for window in figure.windows]
    unit = room.height() / max(sum(weights), 1)
    tops = accumulate(weights, initial=0)
    return tuple(
        QRectF(room.left(), room.top() + top * unit, room.width(), weight * unit)
        for top, weight in zip(tops, weights, strict=False)
    )


def paint_outlook(
    painter: QPainter,
    figure: OutlookFigure,
    room: QRectF,
    *,
    font: QFont,
    theme: Theme,
    cursor: tuple[int, int] = (NOWHERE, NOWHERE),
) -> None:
    """Draw the outlook into a rectangle; the cursor's window and voice stand out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _Brush(painter, font, small_font(font), theme)
    if not figure.windows:
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_soft))
        painter.drawText(room, Align.AlignCenter | Qt.TextFlag.TextWordWrap, figure.sentence)
        return
    layout = outlook_layout(figure, room, font)
    for place, (reason, box) in enumerate(zip(figure.reasons, layout.reasons, strict=True)):
        bottom = box.bottom() - (SHARES_LINES * brush.line if reason.id == "substance" else 0)
        _paint_reason(brush, reason, QRectF(box.topLeft(), QPointF(box.right(), bottom)))
        if reason.id == "substance":
            _paint_shares(brush, figure, layout.reasons[place])
    _paint_head(brush, figure, layout)
    for place, (window, row) in enumerate(zip(figure.windows, layout.rows, strict=True)):
        if place == cursor[0]:
            painter.fillRect(row, QColor(theme.selection))
        painter.setPen(flat_pen(theme.rule, 1))
        painter.drawLine(QLineF(row.topLeft(), row.topRight()))
        _paint_window(brush, figure, window, row)
        _paint_voices(brush, window, row, cursor[1] if place == cursor[0] else NOWHERE)


def _paint_reason(brush: _Brush, reason: OutlookReason, box: QRectF) -> None:
    theme, line = brush.theme, brush.line
    _paint_sign(brush, QPointF(box.left() + 0.4 * line, box.top() + 0.5 * line), reason.is_good)
    bold = QFont(brush.font)
    bold.setBold(True)
    head = QRectF(box.left() + 1.1 * line, box.top(), box.width() - 1.1 * line, line)
    y = brush.write(head, reason.title, theme.ink, bold, 1)
    words = QRectF(box.left(), y, box.width(), box.bottom() - y)
    most = int(words.height() // brush.small_line)
    brush.write(words, capitalised(reason.words), theme.ink_soft, brush.small, most)


def _paint_sign(brush: _Brush, centre: QPointF, is_good: bool) -> None:
    """Draw a tick for what stands well and a cross for what does not."""
    painter, size = brush.painter, 0.26 * brush.line
    x, y = centre.x(), centre.y()
    colour = brush.theme.zone_text if is_good else brush.theme.warning
    painter.setPen(flat_pen(colour, 0.13 * brush.line))
    if is_good:
        corners = ((x - size, y), (x - 0.3 * size, y + 0.8 * size), (x + size, y - 0.8 * size))
        painter.drawPolyline([QPointF(*corner) for corner in corners])
    else:
        painter.drawLine(QLineF(x - size, y - size, x + size, y + size))
        painter.drawLine(QLineF(x - size, y + size, x + size, y - size))


def _paint_shares(brush: _Brush, figure: OutlookFigure, box: QRectF) -> None:
    """Draw the deal zone as one bar cut by class, dark and pale by turns, with their names."""
    painter, theme = brush.painter, brush.theme
    bar = QRectF(box.left(), box.bottom() - SHARES_LINES * brush.line, box.width(), 0.0)
    bar.setBottom(box.bottom() - 0.1 * brush.line)
    metrics = QFontMetricsF(brush.small)
    painter.setFont(brush.small)
    left = bar.left()
    for place, share in enumerate(figure.shares):
        if not share.share:
            continue
        part = QRectF(left, bar.top(), share.share * bar.width(), bar.height())
        strength = PALE if place % 2 else DARK
        painter.fillRect(part, QColor(mix(theme.zone_fill, theme.ground, strength)))
        painter.setPen(flat_pen(theme.zone_outline, theme.stroke))
        painter.drawLine(QLineF(part.topRight(), part.bottomRight()))
        if fits(metrics, share.name, part.width() - 0.4 * brush.line):
            painter.setPen(QColor(theme.ink))
            painter.drawText(part, Align.AlignCenter, share.name)
        left = part.right()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(theme.zone_outline if left > bar.left() else theme.track, 1))
    painter.drawRect(bar)


def _paint_head(brush: _Brush, figure: OutlookFigure, layout: OutlookLayout) -> None:
    heads = (
        tr("Window"),
        tr("Days; mark: {days:g}", days=figure.lead_days),
        tr("A meeting"),
        tr("What was said"),
    )
    for place, words in enumerate(heads):
        room = _padded(brush.line, _column(layout.head, place))
        brush.write(room, words, brush.theme.ink_soft, brush.small, 1)


def _padded(line: float, room: QRectF) -> QRectF:
    pad = 0.4 * line
    return room.adjusted(pad, 0.15 * line, -pad, -0.1 * line)


def _paint_window(brush: _Brush, figure: OutlookFigure, window: OutlookWindow, row: QRectF) -> None:
    theme = brush.theme
    bold = QFont(brush.font)
    bold.setBold(True)
    name, days, word = (_padded(brush.line, _column(row, place)) for place in range(VOICES))
    y = brush.write(name, window.name, theme.ink, bold, 2)
    left = int((name.bottom() - y) // brush.small_line)
    under = QRectF(name.left(), y, name.width(), name.bottom() - y)
    brush.write(under, window.dates, theme.ink_soft, brush.small, min(left, 3))
    _paint_days(brush, figure, window, days)
    y = brush.write(word, capitalised(window.verdict), _colour(theme, window.word), bold, 2)
    left = int((word.bottom() - y) // brush.small_line)
    under = QRectF(word.left(), y, word.width(), word.bottom() - y)
    brush.write(under, window.reason, theme.ink_soft, brush.small, left)


def _paint_days(brush: _Brush, figure: OutlookFigure, window: OutlookWindow, room: QRectF) -> None:
    """Draw a window as long as it is, on a scale that is longer for short times, and the mark."""
    painter, theme = brush.painter, brush.theme
    bar = QRectF(room.left(), room.top() + 0.25 * brush.line, room.width(), 0.5 * brush.line)
    length = bar.width() * _reach(window.days, figure.longest)
    painter.fillRect(bar, QColor(theme.raised))
    is_late = window.days < figure.lead_days
    colour = theme.track if is_late else theme.zone_fill
    painter.fillRect(QRectF(bar.topLeft(), QPointF(bar.left() + length, bar.bottom())), colour)
    x = bar.left() + bar.width() * _reach(figure.lead_days, figure.longest)
    painter.setPen(flat_pen(theme.ink, 0.14 * brush.line))
    painter.drawLine(QLineF(x, bar.top() - 0.2 * brush.line, x, bar.bottom() + 0.2 * brush.line))
    under = QRectF(room.left(), bar.bottom() + 0.25 * brush.line, room.width(), brush.small_line)
    brush.write(under, window.length, theme.ink_soft, brush.small, 1)


def _reach(days: float, longest: float) -> float:
    """Return where a number of days lies on the scale, 0 to 1."""
    return log(1 + days) / log(1 + longest) if longest > 0 else 0.0


def _colour(theme: Theme, word: MeetingWord) -> str:
    if word == "open":
        return theme.zone_text
    return theme.warning if word in ("late", "blocked") else theme.ink


def voice_places(window: OutlookWindow, row: QRectF, font: QFont) -> tuple[QRectF, ...]:
    """Return where the voices that fit into a window's row stand, from the top.

    Each voice has a line before any has two.
    """
    small, line = small_font(font), QFontMetricsF(font).height()
    metrics = QFontMetricsF(small)
    room = _padded(line, _column(row, VOICES))
    lines = int(room.height() // metrics.height())
    shown, y = window.voices[:lines], room.top()
    places: list[QRectF] = []
    for place, voice in enumerate(shown):
        left = lines - round((y - room.top()) / metrics.height())
        most = left - (len(shown) - place - 1)
        count = len(wrapped_lines(metrics, voice.words, room.width(), most=most))
        places.append(QRectF(room.left(), y, room.width(), count * metrics.height()))
        y = places[-1].bottom()
    return tuple(places)


def _paint_voices(brush: _Brush, window: OutlookWindow, row: QRectF, voice_cursor: int) -> None:
    """Write who said what; what has a lens is underlined, as it leads there."""
    places = voice_places(window, row, brush.font)
    for place, (voice, room) in enumerate(zip(window.voices, places, strict=False)):
        font = QFont(brush.small)
        font.setUnderline(bool(voice.lens_id))
        font.setBold(place == voice_cursor)
        most = round(room.height() / brush.small_line)
        brush.write(room, voice.words, brush.theme.ink, font, most)
