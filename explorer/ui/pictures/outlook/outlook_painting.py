"""How the meeting outlook is drawn: three reasons above, a line for each window below."""

from math import log

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from explorer.figures.outlook import OutlookFigure, OutlookReason, OutlookWindow
from explorer.ui.pictures.outlook.outlook_layout import (
    DAYS,
    SHARES_LINES,
    SIGN_LINES,
    SUBSTANCE,
    VOICES,
    OutlookLayout,
    head_words,
    name_words,
    reason_words,
    title_words,
    verdict_words,
    voice_words,
)
from explorer.ui.pictures.pen import CENTRE, Pen
from explorer.ui.pictures.strokes import flat_pen, mix
from explorer.ui.pictures.word_wrap import wrapped_lines

PALE, DARK = 0.15, 0.6
"""How strong the colour of the deal zone is in classes that lie side by side."""

NAME, WORD = 0, 2
"""Which columns hold the name of a window and the word for a meeting."""


def paint_outlook(
    pen: Pen,
    layout: OutlookLayout,
    figure: OutlookFigure,
    cursor: tuple[int | None, int | None] = (None, None),
) -> None:
    """Draw the outlook; the cursor's window and voice stand out."""
    if not figure.reasons:
        pen.write_centred(layout.rect, figure.sentence)
        return
    for reason, box in zip(figure.reasons, layout.reasons, strict=True):
        _paint_reason(pen, reason, box, is_brief=layout.is_brief)
        if reason.id == SUBSTANCE:
            _paint_shares(pen, figure, box)
    if not figure.windows:
        below = QRectF(layout.head.topLeft(), layout.rect.bottomRight())
        pen.write_centred(below, figure.sentence)
        return
    heads = head_words(figure, pen.text, pen.theme, is_brief=layout.is_brief)
    for column, words in enumerate(heads):
        pen.write_paragraphs(layout.cell(layout.head, column), [words])
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    for row in layout.rows.seen():
        place, is_chosen = layout.row(row), row == cursor[0]
        if is_chosen:
            pen.painter.fillRect(place, QColor(pen.theme.selection))
        pen.hairline(pen.theme.rule)
        pen.painter.drawLine(QLineF(place.topLeft(), place.topRight()))
        _paint_window(pen, layout, figure, row, cursor[1] if is_chosen else None)
    pen.painter.restore()


def _paint_window(
    pen: Pen, layout: OutlookLayout, figure: OutlookFigure, row: int, voice: int | None
) -> None:
    window, place = figure.windows[row], layout.row(row)
    text, theme = pen.text, pen.theme
    pen.write_paragraphs(layout.cell(place, NAME), name_words(window, text, theme))
    _paint_days(pen, figure, window, layout.cell(place, DAYS))
    pen.write_paragraphs(layout.cell(place, WORD), verdict_words(window, text, theme))
    pen.write_paragraphs(layout.cell(place, VOICES), voice_words(window, text, theme, voice))


def _paint_reason(pen: Pen, reason: OutlookReason, box: QRectF, *, is_brief: bool) -> None:
    line = pen.text.line
    _paint_sign(pen, QPointF(box.left() + 0.4 * line, box.top() + 0.5 * line), reason.is_good)
    head = box.adjusted(SIGN_LINES * line, 0, 0, 0)
    head_end = pen.write_paragraphs(head, [title_words(reason, pen.text, pen.theme)])
    words = QRectF(box.left(), head_end, box.width(), 0)
    if not is_brief:
        pen.write_paragraphs(words, [reason_words(reason, pen.text, pen.theme)])


def _paint_sign(pen: Pen, centre: QPointF, is_good: bool) -> None:
    """Draw a tick for what stands well and a cross for what does not."""
    painter, size, x, y = pen.painter, 0.26 * pen.text.line, centre.x(), centre.y()
    colour = pen.theme.zone_text if is_good else pen.theme.warning
    painter.setPen(flat_pen(colour, 0.13 * pen.text.line))
    if is_good:
        corners = ((x - size, y), (x - 0.3 * size, y + 0.8 * size), (x + size, y - 0.8 * size))
        painter.drawPolyline([QPointF(*corner) for corner in corners])
    else:
        painter.drawLine(QLineF(x - size, y - size, x + size, y + size))
        painter.drawLine(QLineF(x - size, y + size, x + size, y - size))


def _paint_shares(pen: Pen, figure: OutlookFigure, box: QRectF) -> None:
    """Draw the deal zone as one bar cut by class, dark and pale by turns, with their names."""
    painter, theme, line = pen.painter, pen.theme, pen.text.line
    bar = QRectF(box.left(), box.bottom() - SHARES_LINES * line, box.width(), 0.0)
    bar.setBottom(box.bottom() - 0.1 * line)
    left = bar.left()
    for place, share in enumerate(figure.shares):
        if not share.share:
            continue
        part = QRectF(left, bar.top(), share.share * bar.width(), bar.height())
        strength = PALE if place % 2 else DARK
        painter.fillRect(part, QColor(mix(theme.zone_fill, theme.ground, strength)))
        painter.setPen(flat_pen(theme.zone_outline, theme.stroke))
        painter.drawLine(QLineF(part.topRight(), part.bottomRight()))
        lines = wrapped_lines(pen.text.small_metrics, share.name, part.width(), most=2)
        if " ".join(lines) == share.name:
            painter.setFont(pen.text.small)
            painter.setPen(QColor(theme.ink))
            painter.drawText(part, CENTRE, "\n".join(lines))
        left = part.right()
    pen.hairline(theme.zone_outline if left > bar.left() else theme.track)
    pen.outline(bar)


def _paint_days(pen: Pen, figure: OutlookFigure, window: OutlookWindow, room: QRectF) -> None:
    """Draw a window as long as it is, on a scale that is longer for short times, and the mark."""
    painter, theme, line = pen.painter, pen.theme, pen.text.line
    top = room.top()
    if not window.has_passed:
        bar = QRectF(room.left(), room.top() + 0.25 * line, room.width(), 0.5 * line)
        length = bar.width() * _reach(window.days, figure.longest)
        painter.fillRect(bar, QColor(theme.raised))
        painter.fillRect(QRectF(bar.left(), bar.top(), length, bar.height()), QColor(theme.track))
        x = bar.left() + bar.width() * _reach(figure.lead_days, figure.longest)
        painter.setPen(flat_pen(theme.ink, 0.14 * line))
        painter.drawLine(QLineF(x, bar.top() - 0.2 * line, x, bar.bottom() + 0.2 * line))
        top = bar.bottom() + 0.25 * line
    under = QRectF(room.left(), top, room.width(), pen.text.small_line)
    pen.write(under, window.length, theme.ink_soft, pen.text.small)


def _reach(days: float, longest: float) -> float:
    """Return where a number of days lies on the scale, 0 to 1."""
    return log(1 + days) / log(1 + longest) if longest > 0 else 0.0
