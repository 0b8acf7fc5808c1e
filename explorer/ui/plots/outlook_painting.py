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
from explorer.ui.pictures.pen import bold_font
from explorer.ui.plots.strokes import flat_pen, mix, small_font
from explorer.ui.plots.word_wrap import wrapped_lines
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
COLUMNS = (0.0, 0.2, 0.37, 0.61)
"""Where the columns of the windows begin, as shares of the width: name, days, word, voices."""

VOICES = 3
"""Which of the columns holds the voices."""

MANY = 12
"""As many lines as any words here may take."""

SUBSTANCE = "substance"
"""The reason under which the deal zone is drawn as a bar."""

NOWHERE = -1
"""Where the cursor stands if it is on no window, or on no voice."""

SHARES_LINES = 2.0
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
    tall = min(REASONS_SHARE * room.height(), _reasons_height(figure, room.width(), font))
    gap = 0.5 * line
    reasons = tuple(
        QRectF(room.left() + left, room.top(), width, tall)
        for left, width in _reason_spans(figure, room.width(), gap)
    )
    head = QRectF(room.left(), room.top() + tall + gap, room.width(), 0.0)
    head.setHeight(_head_height(figure, room.width(), font))
    rows = _rows(figure, QRectF(head.bottomLeft(), room.bottomRight()), font)
    return OutlookLayout(reasons, head, rows)


def outlook_height(figure: OutlookFigure, width: float, font: QFont) -> float:
    """Return how high an outlook is in which nothing is cut, at a width."""
    windows = sum(_window_height(window, width, font) for window in figure.windows)
    reasons = _reasons_height(figure, width, font)
    head = 0.5 * QFontMetricsF(font).height() + _head_height(figure, width, font)
    whole = reasons + head + windows
    return max(whole, reasons / REASONS_SHARE)


def _reason_spans(
    figure: OutlookFigure, width: float, gap: float
) -> tuple[tuple[float, float], ...]:
    """Return where the boxes of the reasons begin and how wide they are."""
    count = len(figure.reasons)
    ends = REASON_ENDS if count == len(REASON_ENDS) - 1 else (0.0,)
    return tuple(
        (start * width + gap, (end - start) * width - 1.5 * gap) for start, end in pairwise(ends)
    )


def _reasons_height(figure: OutlookFigure, width: float, font: QFont) -> float:
    """Return how high the tallest reason is, with the bar under the last one."""
    line, small = QFontMetricsF(font).height(), QFontMetricsF(small_font(font))
    spans = _reason_spans(figure, width, 0.5 * line)
    heights = [0.0]
    for reason, (_, room) in zip(figure.reasons, spans, strict=False):
        lines = wrapped_lines(small, capitalised(reason.words), room, most=MANY)
        bar = (SHARES_LINES + 0.2) * line if reason.id == SUBSTANCE else 0.2 * line
        heights.append(line + len(lines) * small.height() + bar)
    return max(heights)


def _rows(figure: OutlookFigure, room: QRectF, font: QFont) -> tuple[QRectF, ...]:
    """Return a row for each window, taller where there is more to say of it."""
    heights = [_window_height(window, room.width(), font) for window in figure.windows]
    unit = room.height() / max(sum(heights), 1.0)
    tops = accumulate(heights, initial=0.0)
    return tuple(
        QRectF(room.left(), room.top() + top * unit, room.width(), height * unit)
        for top, height in zip(tops, heights, strict=False)
    )


def _window_height(window: OutlookWindow, width: float, font: QFont) -> float:
    """Return how high a window's row is in which nothing is cut."""
    line, bold = QFontMetricsF(font).height(), QFontMetricsF(bold_font(font))
    small = QFontMetricsF(small_font(font))
    name, days, word, said = (
        _padded(line, _column(QRectF(0, 0, width, 0), place)).width()
        for place in range(len(COLUMNS))
    )

    def written(metrics: QFontMetricsF, words: str, room: float) -> float:
        return len(wrapped_lines(metrics, words, room, most=MANY)) * metrics.height()

    columns = (
        written(bold, window.name, name) + written(small, window.dates, name),
        line + written(small, window.length, days),
        written(bold, capitalised(window.verdict), word) + written(small, window.reason, word),
        sum(written(small, voice.words, said) for voice in window.voices),
    )
    return max(columns) + 0.4 * line


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
    if not figure.reasons:
        _paint_sentence(brush, figure, room)
        return
    layout = outlook_layout(figure, room, font)
    for place, (reason, box) in enumerate(zip(figure.reasons, layout.reasons, strict=True)):
        bottom = box.bottom() - (SHARES_LINES * brush.line if reason.id == SUBSTANCE else 0)
        _paint_reason(brush, reason, QRectF(box.topLeft(), QPointF(box.right(), bottom)))
        if reason.id == SUBSTANCE:
            _paint_shares(brush, figure, layout.reasons[place])
    if not figure.windows:
        _paint_sentence(brush, figure, QRectF(layout.head.topLeft(), room.bottomRight()))
        return
    _paint_head(brush, figure, layout)
    for place, (window, row) in enumerate(zip(figure.windows, layout.rows, strict=True)):
        if place == cursor[0]:
            painter.fillRect(row, QColor(theme.selection))
        painter.setPen(flat_pen(theme.rule, 1))
        painter.drawLine(QLineF(row.topLeft(), row.topRight()))
        _paint_window(brush, figure, window, row)
        _paint_voices(brush, window, row, cursor[1] if place == cursor[0] else NOWHERE)


def _paint_sentence(brush: _Brush, figure: OutlookFigure, room: QRectF) -> None:
    """Write the sentence where there is no window to draw."""
    brush.painter.setFont(brush.font)
    brush.painter.setPen(QColor(brush.theme.ink_soft))
    brush.painter.drawText(room, Align.AlignCenter | Qt.TextFlag.TextWordWrap, figure.sentence)


def _paint_reason(brush: _Brush, reason: OutlookReason, box: QRectF) -> None:
    theme, line = brush.theme, brush.line
    _paint_sign(brush, QPointF(box.left() + 0.4 * line, box.top() + 0.5 * line), reason.is_good)
    bold = bold_font(brush.font)
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
        lines = wrapped_lines(metrics, share.name, part.width(), most=2)
        if " ".join(lines) == share.name:
            painter.setPen(QColor(theme.ink))
            painter.drawText(part, Align.AlignCenter, "\n".join(lines))
        left = part.right()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(flat_pen(theme.zone_outline if left > bar.left() else theme.track, 1))
    painter.drawRect(bar)


def _heads(figure: OutlookFigure) -> tuple[str, ...]:
    return (
        tr("Window"),
        tr("Days to its end, stretched; mark: {days:g}", days=figure.lead_days),
        tr("A meeting"),
        tr("What was said"),
    )


def _head_height(figure: OutlookFigure, width: float, font: QFont) -> float:
    line, small = QFontMetricsF(font).height(), QFontMetricsF(small_font(font))
    rooms = (_padded(line, _column(QRectF(0, 0, width, 0), n)) for n in range(len(COLUMNS)))
    lines = (
        len(wrapped_lines(small, words, room.width(), most=MANY))
        for words, room in zip(_heads(figure), rooms, strict=True)
    )
    return max(lines) * small.height() + 0.3 * line


def _paint_head(brush: _Brush, figure: OutlookFigure, layout: OutlookLayout) -> None:
    for place, words in enumerate(_heads(figure)):
        room = _padded(brush.line, _column(layout.head, place))
        brush.write(room, words, brush.theme.ink_soft, brush.small, MANY)


def _padded(line: float, room: QRectF) -> QRectF:
    pad = 0.4 * line
    return room.adjusted(pad, 0.15 * line, -pad, -0.1 * line)


def _paint_window(brush: _Brush, figure: OutlookFigure, window: OutlookWindow, row: QRectF) -> None:
    theme = brush.theme
    bold = bold_font(brush.font)
    name, days, word = (_padded(brush.line, _column(row, place)) for place in range(VOICES))
    y = brush.write(name, window.name, theme.ink, bold, MANY)
    left = int((name.bottom() - y) // brush.small_line)
    under = QRectF(name.left(), y, name.width(), name.bottom() - y)
    brush.write(under, window.dates, theme.ink_soft, brush.small, left)
    _paint_days(brush, figure, window, days)
    y = brush.write(word, capitalised(window.verdict), _colour(theme, window.word), bold, 2)
    left = int((word.bottom() - y) // brush.small_line)
    under = QRectF(word.left(), y, word.width(), word.bottom() - y)
    brush.write(under, window.reason, theme.ink_soft, brush.small, left)


def _paint_days(brush: _Brush, figure: OutlookFigure, window: OutlookWindow, room: QRectF) -> None:
    """Draw a window as long as it is, on a scale that is longer for short times, and the mark."""
    painter, theme = brush.painter, brush.theme
    if window.has_passed:
        brush.write(room, window.length, theme.ink_soft, brush.small, 1)
        return
    bar = QRectF(room.left(), room.top() + 0.25 * brush.line, room.width(), 0.5 * brush.line)
    length = bar.width() * _reach(window.days, figure.longest)
    painter.fillRect(bar, QColor(theme.raised))
    painter.fillRect(QRectF(bar.topLeft(), QPointF(bar.left() + length, bar.bottom())), theme.track)
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
    if word in ("late", "blocked"):
        return theme.warning
    return theme.ink_soft if word in ("met", "unmet", "passed") else theme.ink


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
