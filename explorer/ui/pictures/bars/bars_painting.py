"""How bars are drawn: one pure function for the screen, for pictures and for paper."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from explorer.figures.bars import Bar, BarsFigure
from explorer.model.wording import tr_n
from explorer.ui.pictures.bars.bar_body import paint_body
from explorer.ui.pictures.bars.bars_layout import BarsLayout, Heading, outer_end
from explorer.ui.pictures.bars.range_painting import paint_range
from explorer.ui.pictures.pen import LEFT, RIGHT, Align, Pen
from explorer.ui.pictures.strokes import draw_segments, mix
from explorer.ui.pictures.word_wrap import lines_of

OWN_AXIS = 0.7
"""How much of the colour of lines the axis of a single bar has."""


def paint_bars(pen: Pen, layout: BarsLayout, figure: BarsFigure) -> None:
    """Draw bars, from the back to the front.

    Parameters
    ----------
    pen
        Draws on a screen, a picture or a page whose ground is already filled.
    layout
        Where everything lies; made for this figure.
    """
    if not layout.bars:
        beside = layout.rect.adjusted(pen.text.line, 0, -pen.text.line, -layout.notes_height)
        pen.write_centred(beside, figure.empty_words)
        _paint_notes(pen, layout, figure, layout.rect.bottom() - layout.notes_height)
        return
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    _paint_rows(pen, layout, figure)
    pen.painter.restore()
    _paint_ends(pen, layout, figure)
    bottom = _paint_axis(pen, layout, figure)
    if not layout.rows.excess:
        _paint_notes(pen, layout, figure, bottom)


def paint_omission(pen: Pen, layout: BarsLayout) -> None:
    """Say on paper how many bars had no room, where there are such."""
    rows = layout.rows
    hidden = sum(top + height > rows.height + 0.5 for top, height in rows.spans.values())
    if not hidden:
        return
    words = tr_n("{n} more bar in the table", "{n} more bars in the table", hidden)
    height = 1.1 * pen.text.small_line
    room = QRectF(layout.rect.left(), rows.bottom - height, layout.rect.width(), height)
    pen.painter.fillRect(room, QColor(pen.theme.raised))
    pen.write(room, words, pen.theme.ink, pen.text.small, Align.AlignCenter)


def _paint_rows(pen: Pen, layout: BarsLayout, figure: BarsFigure) -> None:
    seen = [(row, layout.bars[row]) for row in layout.rows.seen()]
    for row, bar in seen:
        if bar.is_selected:
            pen.painter.fillRect(layout.row(row), QColor(pen.theme.selection))
    _paint_grid(pen, layout, figure)
    for heading in layout.headings:
        _paint_heading(pen, layout, heading)
    for row, bar in seen:
        room = layout.row(row)
        if bar.range is not None:
            # The value where it turns stands above the line: all else in the rest of the row.
            room.setTop(room.top() + pen.text.small_line)
            paint_range(pen, layout, room, bar, bar.range)
        else:
            _paint_bar(pen, layout, room, bar)
        _paint_name(pen, layout, room, bar)
    if not figure.has_own_axes:
        x = layout.x(0.0)
        pen.stroke(pen.theme.ink_soft, 1.2)
        pen.painter.drawLines(_upright(layout, x))
    if layout.rows.excess:
        last = layout.row(len(layout.bars) - 1)
        _paint_notes(pen, layout, figure, last.bottom())


def _paint_grid(pen: Pen, layout: BarsLayout, figure: BarsFigure) -> None:
    pen.hairline(pen.theme.rule)
    places = [layout.x(value) for value, _ in figure.ticks]
    pen.painter.drawLines([line for x in places for line in _upright(layout, x)])


def _upright(layout: BarsLayout, x: float) -> list[QLineF]:
    """Return a line down the rows at a place of the axis, broken off beside ranges."""
    return [QLineF(x, top, x, bottom) for top, bottom in layout.axis_parts()]


def _paint_heading(pen: Pen, layout: BarsLayout, heading: Heading) -> None:
    painter, line = pen.painter, pen.text.line
    room = layout.heading(heading).adjusted(0.5 * line, 0, -0.5 * line, -0.15 * line)
    painter.setFont(pen.text.small_bold)
    painter.setPen(QColor(pen.theme.ink_soft))
    align = Align.AlignLeft | Align.AlignBottom
    painter.drawText(room, Qt.TextFlag.TextWordWrap | align, heading.name)


def _paint_name(pen: Pen, layout: BarsLayout, row: QRectF, bar: Bar) -> None:
    font = pen.text.bold_of(layout.label) if bar.is_selected else layout.label
    metrics = pen.text.metrics_of(font)
    most = max(1, int((row.height() + 1) // metrics.height()))
    room = QRectF(layout.names.left(), 0, layout.names.width() + 1, 0)
    lines = lines_of(font, bar.name, room.width(), most=most)
    room.moveTop(row.center().y() - len(lines) * metrics.height() / 2)
    pen.write_lines(room, bar.name, pen.theme.ink, font, most)


def _paint_bar(pen: Pen, layout: BarsLayout, room: QRectF, bar: Bar) -> None:
    thick = min(0.62 * room.height(), 1.5 * pen.text.line)
    if bar.span is not None:
        _paint_own_axis(pen, layout, room, bar, thick)
    if bar.value is not None:
        start, end = layout.x_of(bar, bar.start), layout.x_of(bar, bar.value)
        left, right = min(start, end), max(start, end)
        body = QRectF(left, room.center().y() - thick / 2, right - left, thick)
        if bar.value != bar.start:
            paint_body(pen, body, bar.meaning, is_leftward=bar.value <= 0)
        if bar.low is not None and bar.high is not None:
            _paint_whisker(pen, layout.x_of(bar, bar.low), layout.x_of(bar, bar.high), body)
    if bar.mark is not None:
        _paint_mark(pen, layout.x_of(bar, bar.mark), room.center().y(), thick)
    _paint_words(pen, layout, room, bar)


def _paint_own_axis(pen: Pen, layout: BarsLayout, room: QRectF, bar: Bar, thick: float) -> None:
    """Draw the axis of one bar: a pale band from end to end, and an upright line at zero."""
    y = room.center().y()
    band = QRectF(layout.x_start, y - 0.5 * thick, layout.x_end - layout.x_start, thick)
    pen.painter.fillRect(band, QColor(mix(pen.theme.rule, pen.theme.ground, OWN_AXIS)))
    zero = layout.x_of(bar, 0.0)
    pen.stroke(pen.theme.ink_soft, 1.6)
    pen.painter.drawLine(QLineF(zero, y - 0.72 * thick, zero, y + 0.72 * thick))


def _paint_mark(pen: Pen, x: float, y: float, thick: float) -> None:
    """Draw where something stands now: an upright line through the bar with a knob above."""
    reach, knob = 0.62 * thick, 0.16 * thick
    pen.stroke(pen.theme.ink, 2.0)
    pen.painter.drawLine(QLineF(x, y - reach, x, y + reach))
    pen.painter.setBrush(QColor(pen.theme.ink))
    pen.painter.drawEllipse(QPointF(x, y - reach), knob, knob)
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_whisker(pen: Pen, low: float, high: float, body: QRectF) -> None:
    y, cap = body.center().y(), 0.27 * body.height()
    pen.stroke(pen.theme.ink, 1.4)
    lines = [QLineF(low, y, high, y)]
    lines += [QLineF(x, y - cap, x, y + cap) for x in (low, high)]
    draw_segments(pen.painter, lines)


def _paint_words(pen: Pen, layout: BarsLayout, room: QRectF, bar: Bar) -> None:
    gap, end, place = 0.35 * pen.text.small_line, outer_end(bar) or 0.0, QRectF(room)
    if end < 0:
        place.setRight(layout.x_of(bar, end) - gap)
        place.setLeft(layout.names.right())
    else:
        place.setLeft(layout.x_of(bar, end) + gap)
    colour = pen.theme.ink if bar.value is not None else pen.theme.ink_soft
    pen.write(place, bar.words, colour, pen.text.small, RIGHT if end < 0 else LEFT)


def _paint_ends(pen: Pen, layout: BarsLayout, figure: BarsFigure) -> None:
    """Write what lies at both ends of the axis above it."""
    if not any(figure.ends):
        return
    rect, gap, (first, last) = layout.rect, 0.5 * pen.text.small_line, figure.ends
    top = QRectF(layout.names.right(), rect.top(), 0, layout.rows.top - rect.top())
    right = rect.right() - 0.5 * pen.text.line
    if figure.has_own_axes:
        half = (layout.x_end - layout.x_start) / 2 - gap
        before = QRectF(layout.x_start, top.top(), half, top.height())
        behind = QRectF(layout.x_end - half, top.top(), half, top.height())
        sides = ((first, before, LEFT), (last, behind, RIGHT))
    else:
        # Where zero lies near the right end, the words move to the left of it together.
        width = pen.text.small_metrics.width_of(last) + 2
        middle = min(layout.x(0.0), right - gap - width)
        before = QRectF(top.left(), top.top(), middle - gap - top.left(), top.height())
        behind = QRectF(middle + gap, top.top(), right - middle - gap, top.height())
        sides = ((first, before, RIGHT), (last, behind, LEFT))
    for words, room, align in sides:
        pen.write(room, words, pen.theme.ink_soft, pen.text.small, align)


def _paint_axis(pen: Pen, layout: BarsLayout, figure: BarsFigure) -> float:
    """Draw ticks and words under the rows; return where they end."""
    text, rect, height, bottom = pen.text, layout.rect, pen.text.small_line, layout.rows.bottom
    if not figure.has_own_axes:
        pen.hairline(pen.theme.track)
        pen.painter.drawLine(QLineF(layout.x_start, bottom, layout.x_end, bottom))
    taken = rect.left()
    for value, words in figure.ticks:
        width = text.small_metrics.width_of(words) + 4
        left = min(max(layout.x(value) - width / 2, rect.left()), rect.right() - width)
        if left >= taken:
            room = QRectF(left, bottom + 0.15 * height, width, height)
            pen.write(room, words, pen.theme.ink_soft, text.small, Align.AlignCenter)
            taken = left + width + 0.4 * height
    bottom += 1.3 * height if figure.ticks else 0.2 * height
    if figure.axis_words:
        width = text.small_metrics.width_of(figure.axis_words) + 4
        width = min(width, rect.width() - height)
        left = (layout.x_start + layout.x_end) / 2 - width / 2
        left = min(max(left, rect.left()), rect.right() - width)
        room = QRectF(left, bottom, width, 1.1 * height)
        pen.write(room, figure.axis_words, pen.theme.ink_soft, text.small)
        bottom += 1.1 * height
    return bottom


def _paint_notes(pen: Pen, layout: BarsLayout, figure: BarsFigure, top: float) -> None:
    pad, top = 0.5 * pen.text.line, top + 0.3 * pen.text.small_line
    for note in figure.notes:
        room = QRectF(layout.rect.left() + pad, top, layout.rect.width() - 2 * pad, 0)
        top = pen.write_paragraph(room, note, pen.theme.ink_soft, pen.text.small)
