"""How pins are drawn on the board: outlines above each row, a letter beside each, a legend."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane
from explorer.ui.plots.board_layout import BoardLayout
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 1.8, 1.2, 1.8), (1.5, 2.0))
"""The line of each pin in units on and off: unbroken, dash-dotted, dotted; never dashed, as the
baseline is."""

WIDTH = 1.5
"""Of the outlines, in units."""

THICKEST = 0.28
"""How thick a line is at most, as a share of its outline's height."""


def paint_pins(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Draw the outlines of all pins and, above the axis, what each one is.

    Parameters
    ----------
    painter, layout, figure, theme
        As for the board itself.
    """
    if not layout.pins:
        return
    painter.setFont(layout.small)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_legend(painter, layout, figure, theme)
    for place, lane in enumerate(figure.lanes):
        _paint_outlines(painter, layout, place, lane, theme)


def pin_pen(number: int, layout: BoardLayout, theme: Theme) -> QPen:
    """Return the line of a pin, by its number from 0."""
    width = max(1.0, WIDTH * layout.unit * theme.stroke)
    pen = QPen(QColor(theme.ink), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[number]:
        pen.setDashPattern(DASHES[number])
    return pen


def _paint_outlines(
    painter: QPainter, layout: BoardLayout, place: int, lane: BoardLane, theme: Theme
) -> None:
    rooms: list[tuple[str, QRectF]] = []
    for number, pin in enumerate(lane.pins):
        if pin.zone is None:
            continue
        top, bottom = layout.pin_band(place, number)
        left = layout.x(pin.zone[0])
        right = max(layout.x(pin.zone[1]), left + 3 * layout.unit)
        room = QRectF(left, top, right - left, bottom - top)
        pen = pin_pen(_style(pin.letter), layout, theme)
        pen.setWidthF(min(pen.widthF(), max(1.0, THICKEST * room.height())))
        painter.setPen(pen)
        painter.drawRect(room)
        rooms.append((pin.letter, room))
    if rooms:
        painter.setPen(QColor(theme.ink))
        _paint_letters(painter, layout, rooms)


def _paint_letters(painter: QPainter, layout: BoardLayout, rooms: list[tuple[str, QRectF]]) -> None:
    """Write the letters before the first outline, each as high as its own, side by side."""
    metrics = QFontMetricsF(layout.small)
    step = metrics.horizontalAdvance("B") + 2 * layout.unit
    apart, needed = 4 * layout.unit, step * len(rooms)
    left = min(room.left() for _, room in rooms) - apart - needed
    if left < layout.x_start:
        # Behind the last one there is room then, or else nowhere.
        left = max(room.right() for _, room in rooms) + apart
        left = min(left, layout.room.right() - needed)
    for order, (letter, room) in enumerate(rooms):
        base = room.center().y() + metrics.capHeight() / 2
        painter.drawText(QPointF(left + order * step, base), letter)


def _paint_legend(
    painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme
) -> None:
    metrics = QFontMetricsF(layout.small)
    height = layout.axis_top - layout.room.top()
    left = layout.room.left() + 0.5 * layout.line
    share = (layout.room.right() - left) / len(figure.pins)
    sample, box = 26 * layout.unit, 0.5 * metrics.height()
    for letter, name in figure.pins:
        painter.setPen(pin_pen(_style(letter), layout, theme))
        middle = layout.room.top() + height / 2
        painter.drawRect(QRectF(left, middle - box / 2, sample, box))
        start = left + sample + 5 * layout.unit
        room = QRectF(start, layout.room.top(), share - sample - 13 * layout.unit, height)
        words = f"{letter}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{name}"
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(theme.ink))
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
        left += min(share, sample + 30 * layout.unit + metrics.horizontalAdvance(words))


def _style(letter: str) -> int:
    """Return which line a letter has: the first for A, and so on, from the first again."""
    return (ord(letter[0]) - ord("A")) % len(DASHES)
