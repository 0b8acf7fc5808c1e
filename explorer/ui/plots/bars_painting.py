"""How bars are drawn: one pure function for the screen, for pictures and for paper."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from explorer.figures.bars import Bar, BarsFigure, Meaning
from explorer.model.wording import tr_n
from explorer.ui.plots.bars_layout import WRAP, BarRow, BarsLayout, bold_font, outer_end
from explorer.ui.plots.strokes import draw_segments, flat_pen, hatch, mix
from explorer.ui.plots.word_wrap import wrapped_lines
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
FILL = 0.62
"""How much of its outline's colour the inside of a bar has."""

OWN_AXIS = 0.7
"""How much of the colour of lines the axis of a single bar has."""


@dataclass(frozen=True, slots=True)
class _Brush:
    """What every part of the drawing needs."""

    painter: QPainter
    layout: BarsLayout
    theme: Theme
    scrolled: float

    def width(self, units: float) -> float:
        return max(1.0, units * self.layout.unit * self.theme.stroke)


def paint_bars(
    painter: QPainter,
    layout: BarsLayout,
    figure: BarsFigure,
    theme: Theme,
    *,
    scrolled: float = 0.0,
) -> None:
    """Draw bars, from the back to the front.

    Parameters
    ----------
    painter
        On a screen, a picture or a page; its ground is already filled.
    layout
        Where everything lies; made for this figure.
    figure, theme
        What is drawn, and in which colours.
    scrolled
        By how many pixels the rows have been moved up.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = _Brush(painter, layout, theme, scrolled)
    if not layout.rows:
        _paint_empty(brush, figure)
        _paint_notes(brush, figure, layout.room.bottom() - layout.notes_height)
        return
    painter.save()
    painter.setClipRect(layout.rows_room, Qt.ClipOperation.IntersectClip)
    _paint_rows(brush, figure)
    painter.restore()
    _paint_ends(brush, figure)
    bottom = _paint_axis(brush, figure)
    if not layout.excess:
        _paint_notes(brush, figure, bottom)


def paint_omission(painter: QPainter, layout: BarsLayout, theme: Theme) -> None:
    """Say on paper how many bars had no room, where there are such."""
    hidden = sum(
        1
        for row in layout.rows
        if row.bar is not None and row.top + row.height > layout.rows_room.height() + 0.5
    )
    if not hidden:
        return
    words = tr_n("{n} more bar in the table", "{n} more bars in the table", hidden)
    painter.setFont(layout.small)
    room = QRectF(layout.room)
    room.setTop(layout.rows_room.bottom() - 1.1 * layout.small_line)
    room.setHeight(1.1 * layout.small_line)
    painter.fillRect(room, QColor(theme.raised))
    painter.setPen(QColor(theme.ink))
    painter.drawText(room, Align.AlignCenter, words)


def _paint_rows(brush: _Brush, figure: BarsFigure) -> None:
    layout = brush.layout
    seen = [row for row in layout.rows if layout.rect(row, brush.scrolled).intersects(layout.room)]
    for row in seen:
        if row.bar is not None and row.bar.is_selected:
            room = layout.rect(row, brush.scrolled)
            brush.painter.fillRect(room, QColor(brush.theme.selection))
    _paint_grid(brush, figure)
    for row in seen:
        if row.bar is None:
            _paint_heading(brush, row)
        else:
            _paint_name(brush, row, row.bar)
            _paint_bar(brush, row, row.bar)
    if not figure.has_own_axes:
        _paint_zero(brush)
    if layout.excess:
        last = layout.rect(layout.rows[-1], brush.scrolled)
        _paint_notes(brush, figure, last.bottom())


def _paint_grid(brush: _Brush, figure: BarsFigure) -> None:
    room = brush.layout.rows_room
    brush.painter.setPen(flat_pen(brush.theme.rule, 1))
    places = [brush.layout.x(value) for value, _ in figure.ticks]
    brush.painter.drawLines([QLineF(x, room.top(), x, room.bottom()) for x in places])


def _paint_zero(brush: _Brush) -> None:
    x, room = brush.layout.x(0.0), brush.layout.rows_room
    brush.painter.setPen(flat_pen(brush.theme.ink_soft, brush.width(1.2)))
    brush.painter.drawLine(QLineF(x, room.top(), x, room.bottom()))


def _paint_heading(brush: _Brush, row: BarRow) -> None:
    layout, painter = brush.layout, brush.painter
    room = layout.rect(row, brush.scrolled).adjusted(0.5 * layout.line, 0, -0.5 * layout.line, 0)
    painter.setFont(bold_font(layout.small))
    painter.setPen(QColor(brush.theme.ink_soft))
    room.setBottom(room.bottom() - 0.15 * layout.line)
    align = Align.AlignLeft | Align.AlignBottom
    painter.drawText(room, Qt.TextFlag.TextWordWrap | align, row.heading)


def _paint_name(brush: _Brush, row: BarRow, bar: Bar) -> None:
    layout, painter = brush.layout, brush.painter
    room = layout.rect(row, brush.scrolled)
    room.setLeft(layout.names.left())
    room.setWidth(layout.names.width())
    font = bold_font(layout.label) if bar.is_selected else layout.label
    painter.setPen(QColor(brush.theme.ink))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    most = max(1, int((row.height + 1) // metrics.height()))
    lines = wrapped_lines(metrics, bar.name, room.width() + 1, most=most)
    room.setTop(room.center().y() - len(lines) * metrics.height() / 2)
    room.setHeight(metrics.height())
    for line in lines:
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, line)
        room.translate(0, metrics.height())


def _paint_bar(brush: _Brush, row: BarRow, bar: Bar) -> None:
    layout = brush.layout
    room = layout.rect(row, brush.scrolled)
    thick = min(0.62 * row.height, 1.5 * layout.line)
    if bar.span is not None:
        _paint_own_axis(brush, room, bar, thick)
    if bar.value is not None:
        start, end = layout.x_of(bar, bar.start), layout.x_of(bar, bar.value)
        left, right = min(start, end), max(start, end)
        body = QRectF(left, room.center().y() - thick / 2, right - left, thick)
        if bar.value != bar.start:
            _paint_body(brush, body, bar)
        if bar.low is not None and bar.high is not None:
            _paint_whisker(brush, layout.x_of(bar, bar.low), layout.x_of(bar, bar.high), body)
    if bar.mark is not None:
        _paint_mark(brush, layout.x_of(bar, bar.mark), room.center().y(), thick)
    _paint_words(brush, room, bar)


def _paint_own_axis(brush: _Brush, room: QRectF, bar: Bar, thick: float) -> None:
    """Draw the axis of one bar: a pale band from end to end, and an upright line at zero."""
    layout, y = brush.layout, room.center().y()
    band = QRectF(layout.x_start, y - 0.5 * thick, layout.x_end - layout.x_start, thick)
    brush.painter.fillRect(band, QColor(mix(brush.theme.rule, brush.theme.ground, OWN_AXIS)))
    zero = layout.x_of(bar, 0.0)
    brush.painter.setPen(flat_pen(brush.theme.ink_soft, brush.width(1.6)))
    brush.painter.drawLine(QLineF(zero, y - 0.72 * thick, zero, y + 0.72 * thick))


def _paint_mark(brush: _Brush, x: float, y: float, thick: float) -> None:
    """Draw where something stands now: an upright line through the bar with a knob above."""
    reach, knob = 0.62 * thick, 0.16 * thick
    brush.painter.setPen(flat_pen(brush.theme.ink, brush.width(2.0)))
    brush.painter.drawLine(QLineF(x, y - reach, x, y + reach))
    brush.painter.setBrush(QColor(brush.theme.ink))
    brush.painter.drawEllipse(QPointF(x, y - reach), knob, knob)
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_body(brush: _Brush, body: QRectF, bar: Bar) -> None:
    painter, theme = brush.painter, brush.theme
    fill, outline = _colours(theme, bar.meaning)
    painter.fillRect(body, QColor(fill))
    if bar.meaning == "zone":
        painter.setPen(flat_pen(mix(outline, fill, 0.7), brush.width(1)))
        hatch(painter, body, theme.hatch * brush.layout.unit)
    painter.setPen(flat_pen(outline, brush.width(1.4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(body)
    # As on the board, the target's lines are double: never told by colour alone.
    inset = brush.width(3.2)
    if bar.meaning == "target" and body.width() > 2.5 * inset:
        x = body.right() - inset if (bar.value or 0) > 0 else body.left() + inset
        painter.drawLine(QLineF(x, body.top(), x, body.bottom()))


def _paint_whisker(brush: _Brush, low: float, high: float, body: QRectF) -> None:
    y, cap = body.center().y(), 0.27 * body.height()
    brush.painter.setPen(flat_pen(brush.theme.ink, brush.width(1.4)))
    lines = [QLineF(low, y, high, y)]
    lines += [QLineF(x, y - cap, x, y + cap) for x in (low, high)]
    draw_segments(brush.painter, lines)


def _paint_words(brush: _Brush, room: QRectF, bar: Bar) -> None:
    layout, painter = brush.layout, brush.painter
    painter.setFont(layout.small)
    painter.setPen(QColor(brush.theme.ink if bar.value is not None else brush.theme.ink_soft))
    metrics, gap = QFontMetricsF(layout.small), 0.35 * layout.small_line
    end = outer_end(bar) or 0.0
    place = QRectF(room)
    if end < 0:
        place.setRight(layout.x_of(bar, end) - gap)
        place.setLeft(layout.names.right())
        align = Align.AlignRight
    else:
        place.setLeft(layout.x_of(bar, end) + gap)
        align = Align.AlignLeft
    words = metrics.elidedText(bar.words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, align | Align.AlignVCenter, words)


def _paint_ends(brush: _Brush, figure: BarsFigure) -> None:
    layout, painter = brush.layout, brush.painter
    if not any(figure.ends):
        return
    painter.setFont(layout.small)
    painter.setPen(QColor(brush.theme.ink_soft))
    metrics = QFontMetricsF(layout.small)
    top = QRectF(layout.names.right(), layout.room.top(), 0, layout.rows_room.top())
    top.setBottom(layout.rows_room.top())
    right = layout.room.right() - 0.5 * layout.line
    middle = layout.x(0.0)
    gap = 0.5 * layout.small_line
    first, last = figure.ends
    if figure.has_own_axes:
        _paint_outer_ends(brush, figure.ends, top)
        return
    # Where zero lies near the right end, the words move to the left of it together.
    middle = min(middle, right - gap - metrics.horizontalAdvance(last) - 2)
    left_room = QRectF(top.left(), top.top(), middle - gap - top.left(), top.height())
    right_room = QRectF(middle + gap, top.top(), right - middle - gap, top.height())
    for words, room, align in (
        (first, left_room, Align.AlignRight),
        (last, right_room, Align.AlignLeft),
    ):
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0.0))
        painter.drawText(room, align | Align.AlignVCenter, said)


def _paint_outer_ends(brush: _Brush, ends: tuple[str, str], top: QRectF) -> None:
    """Write what lies at both ends of every axis above them, each half as wide as the axis."""
    layout, metrics = brush.layout, QFontMetricsF(brush.layout.small)
    half = (layout.x_end - layout.x_start) / 2 - 0.5 * layout.small_line
    starts = (layout.x_start, layout.x_end - half)
    for words, left, align in zip(ends, starts, (Align.AlignLeft, Align.AlignRight), strict=True):
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, half)
        room = QRectF(left, top.top(), half, top.height())
        brush.painter.drawText(room, align | Align.AlignVCenter, said)


def _paint_axis(brush: _Brush, figure: BarsFigure) -> float:
    """Draw ticks and words under the rows; return where they end."""
    layout, painter = brush.layout, brush.painter
    metrics = QFontMetricsF(layout.small)
    height, bottom = layout.small_line, layout.rows_room.bottom()
    painter.setFont(layout.small)
    if not figure.has_own_axes:
        painter.setPen(flat_pen(brush.theme.track, 1))
        painter.drawLine(QLineF(layout.x_start, bottom, layout.x_end, bottom))
    painter.setPen(QColor(brush.theme.ink_soft))
    taken = layout.room.left()
    for value, words in figure.ticks:
        width = metrics.horizontalAdvance(words) + 4
        left = min(
            max(layout.x(value) - width / 2, layout.room.left()), layout.room.right() - width
        )
        if left >= taken:
            room = QRectF(left, bottom + 0.15 * height, width, height)
            painter.drawText(room, Align.AlignCenter, words)
            taken = left + width + 0.4 * height
    bottom += 1.3 * height if figure.ticks else 0.2 * height
    if figure.axis_words:
        room = QRectF(layout.room.left(), bottom, layout.room.width(), 1.1 * height)
        said = metrics.elidedText(
            figure.axis_words, Qt.TextElideMode.ElideRight, layout.room.width() - height
        )
        width = metrics.horizontalAdvance(said) + 4
        middle = (layout.x_start + layout.x_end) / 2
        room.setLeft(min(max(middle - width / 2, room.left()), room.right() - width))
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, said)
        bottom += 1.1 * height
    return bottom


def _paint_notes(brush: _Brush, figure: BarsFigure, top: float) -> None:
    layout, painter = brush.layout, brush.painter
    painter.setFont(layout.small)
    painter.setPen(QColor(brush.theme.ink_soft))
    metrics = QFontMetricsF(layout.small)
    pad = 0.5 * layout.line
    top += 0.3 * layout.small_line
    for note in figure.notes:
        room = QRectF(layout.room.left() + pad, top, layout.room.width() - 2 * pad, 100_000)
        height = metrics.boundingRect(room, WRAP, note).height()
        room.setHeight(height + 1)
        painter.drawText(room, WRAP, note)
        top += height


def _paint_empty(brush: _Brush, figure: BarsFigure) -> None:
    layout, painter = brush.layout, brush.painter
    room = layout.room.adjusted(layout.line, 0, -layout.line, -layout.notes_height)
    painter.setFont(layout.font)
    painter.setPen(QColor(brush.theme.ink_soft))
    painter.drawText(room, Qt.TextFlag.TextWordWrap | Align.AlignCenter, figure.empty_words)


def _colours(theme: Theme, meaning: Meaning) -> tuple[str, str]:
    """Return the colours of a bar's inside and outline."""
    if meaning == "zone":
        return theme.zone_fill, theme.zone_outline
    if meaning == "faint":
        return theme.ground, theme.rule
    outline = {"sender": theme.sender, "target": theme.target, "neutral": theme.ink_soft}[meaning]
    return mix(outline, theme.ground, FILL), outline
