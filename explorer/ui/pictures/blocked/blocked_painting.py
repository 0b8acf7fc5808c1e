"""How red lines are drawn face to face: cards, joins of what excludes each other, bridges."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from explorer.figures.blocked import BlockedFigure, Join
from explorer.model.wording import tr
from explorer.ui.pictures.blocked.blocked_layout import (
    BlockedLayout,
    bridge_words,
    line_words,
    words_room,
)
from explorer.ui.pictures.pen import CENTRE, LEFT, RIGHT, Paragraph, Pen, paragraphs_height
from explorer.ui.pictures.strokes import flat_pen
from explorer.ui.pictures.word_wrap import lines_of

EDGE = 0.28
"""How wide the coloured edge of a card is, in lines of text; the target's is a double one."""

JOIN_LINES = 2
"""How many lines the words below a cross take at most."""

SIGN = 0.38
"""Half of how large the cross on a join is, in lines of text."""


def paint_blocked(pen: Pen, layout: BlockedLayout, figure: BlockedFigure) -> None:
    """Draw both sides' lines, what joins them, and the bridges."""
    heads = zip(layout.heads, figure.heads, strict=True)
    looks = ((pen.theme.sender_text, LEFT), (pen.theme.target_text, RIGHT))
    for (place, name), (colour, align) in zip(heads, looks, strict=True):
        pen.write(place, name, colour, pen.text.bold, align)
    if not figure.count:
        _paint_nothing_drawn(pen, layout)
        return
    pen.painter.save()
    pen.painter.setClipRect(layout.window(), Qt.ClipOperation.IntersectClip)
    seen = layout.rows.seen()
    for row in seen:
        if row < layout.lines:
            _paint_lines(pen, layout, figure, row)
        else:
            _paint_bridge(pen, layout, figure, row)
    cards = _cards(layout, figure)
    for join in figure.joins:
        _paint_join(pen, join, cards[join.first], cards[join.second])
    pen.painter.restore()


def _paint_nothing_drawn(pen: Pen, layout: BlockedLayout) -> None:
    """Draw an empty column for each side: no line is drawn that could face another one."""
    top, bottom = layout.heads[0].bottom(), layout.rect.bottom() - 0.25 * pen.text.line
    for side, head in enumerate(layout.heads):
        column = QRectF(head.left(), top, head.width(), max(bottom - top, 0.0))
        pen.stroke(pen.theme.rule, 1, Qt.PenStyle.DashLine)
        pen.outline(column)
        _paint_edge(pen, column, side)
        words = column.adjusted(pen.text.line, 0, -pen.text.line, 0)
        if pen.text.metrics.width_of(tr("no red line")) <= words.width():
            pen.write(words, tr("no red line"), pen.theme.ink_soft, pen.text.font, CENTRE)


def _cards(layout: BlockedLayout, figure: BlockedFigure) -> dict[str, QRectF]:
    """Return the card of each line, by the id of its control."""
    return {
        line.control_id: layout.cell(number, side, is_shared=row.is_shared)
        for number, row in enumerate(figure.rows)
        for side, line in enumerate((row.left, row.right))
        if line is not None
    }


def _paint_lines(pen: Pen, layout: BlockedLayout, figure: BlockedFigure, row: int) -> None:
    shown, theme = figure.rows[row], pen.theme
    if shown.is_shared and shown.left is not None:
        card = layout.cell(row, 0, is_shared=True)
        _paint_card(pen, card, line_words(figure, shown.left, pen.text, theme.ink, theme))
        return
    looks = ((shown.left, theme.sender_text), (shown.right, theme.target_text))
    for side, (line, colour) in enumerate(looks):
        if line is not None:
            card = layout.cell(row, side)
            _paint_card(pen, card, line_words(figure, line, pen.text, colour, theme))
            _paint_edge(pen, card, side)


def _paint_card(pen: Pen, card: QRectF, words: list[Paragraph]) -> None:
    pen.painter.fillRect(card, QColor(pen.theme.raised))
    pen.hairline(pen.theme.rule)
    pen.outline(card)
    room = words_room(card, pen.text)
    room.setTop(room.center().y() - paragraphs_height(pen.text, words, room.width()) / 2)
    pen.write_paragraphs(room, words)


def _paint_edge(pen: Pen, card: QRectF, side: int) -> None:
    """Draw whose card it is along the side that faces the other one: one line, or a double."""
    colour, width = (pen.theme.sender, pen.theme.target)[side], EDGE * pen.text.line
    left = card.right() - width if side == 0 else card.left()
    edge = QRectF(left, card.top(), width, card.height())
    pen.painter.fillRect(edge, QColor(colour))
    if side == 1:
        middle = edge.adjusted(width / 3, 0, -width / 3, 0)
        pen.painter.fillRect(middle, QColor(pen.theme.ground))


def _paint_join(pen: Pen, join: Join, first: QRectF, second: QRectF) -> None:
    """Join two cards, with a cross where they meet and what it means below."""
    left, right = sorted((first, second), key=QRectF.left)
    start = QPointF(left.right(), left.center().y())
    end = QPointF(right.left(), right.center().y())
    if end.x() <= start.x():
        # A card across both sides: from its edge upwards.
        end = QPointF(start.x(), right.center().y())
    style = Qt.PenStyle.SolidLine if join.is_outright else Qt.PenStyle.DashLine
    pen.stroke(pen.theme.warning, 3, style)
    pen.painter.drawLine(QLineF(start, end))
    centre, size = QLineF(start, end).center(), SIGN * pen.text.line
    _paint_cross(pen, centre, size)
    room = QRectF(left.right(), centre.y() + 2 * size, right.left() - left.right(), 0)
    if start.y() == end.y() and room.width() > 0:
        for line in lines_of(pen.text.small, join.brief, room.width(), most=JOIN_LINES):
            room.setHeight(pen.text.small_line)
            pen.write(room, line, pen.theme.ink_soft, pen.text.small, CENTRE)
            room.moveTop(room.bottom())


def _paint_cross(pen: Pen, centre: QPointF, size: float) -> None:
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.setBrush(QColor(pen.theme.warning))
    pen.painter.drawEllipse(centre, 1.7 * size, 1.7 * size)
    pen.painter.setPen(flat_pen(pen.theme.ground, 0.16 * pen.text.line))
    for arm in (QPointF(0.8 * size, 0.8 * size), QPointF(0.8 * size, -0.8 * size)):
        pen.painter.drawLine(QLineF(centre - arm, centre + arm))


def _paint_bridge(pen: Pen, layout: BlockedLayout, figure: BlockedFigure, row: int) -> None:
    """Draw a move as a deck between two piers; the first one below a heading."""
    theme, bridges = pen.theme, figure.bridges
    if row == layout.lines and bridges is not None:
        pen.write(layout.heading(), bridges.heading, theme.ink, pen.text.bold)
    place, words = layout.bridge(row), bridge_words(figure, row, pen.text, theme)
    if figure.move_at(row) is not None:
        pen.painter.fillRect(place, QColor(theme.raised))
        pen.stroke(theme.zone_outline, 2)
        reach = 0.8 * pen.text.line
        pen.painter.drawPolyline(
            [
                QPointF(place.left() - reach, place.bottom()),
                QPointF(place.left(), place.top()),
                place.topRight(),
                QPointF(place.right() + reach, place.bottom()),
            ]
        )
    room = words_room(place, pen.text)
    room.setTop(room.center().y() - paragraphs_height(pen.text, words, room.width()) / 2)
    pen.write_paragraphs(room, words)
