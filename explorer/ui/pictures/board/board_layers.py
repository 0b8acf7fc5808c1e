"""What lies over the board's brackets when it is switched on: offers, uncertain ends, pins, legend.

All is drawn for the screen, for pictures and for paper alike.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane, Span
from explorer.ui.pictures.board.board_layout import BoardLayout, LegendEntry
from explorer.ui.pictures.mark_painting import LARGE, RADIUS, paint_package
from explorer.ui.pictures.pen import Pen
from explorer.ui.pictures.strokes import diamond, mix

VEIL = 0.85
MARK_WIDTH = 1.4
"""Of the lines of marks, in units."""

FILL, EDGE = 0.22, 0.6
"""How much of its side's colour the inside of an uncertain end has, and its outer edges."""

THICK = 0.12
"""How much of the height of a row's brackets an uncertain end takes."""

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 1.8, 1.2, 1.8), (1.5, 2.0))
"""The line of each pin in units on and off: unbroken, dash-dotted, dotted; never dashed, as the
baseline is."""

PIN_WIDTH = 1.5
"""Of the outlines of pins, in units."""

THICKEST = 0.28
"""How thick a pin's line is at most, as a share of its outline's height."""


def paint_marks(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw the offers of all rows, and the names of those that were made in the year shown."""
    for row in layout.rows.seen():
        lane = figure.lanes[row]
        for mark in lane.marks:
            radius = RADIUS * (LARGE if mark.is_dated else 1)
            _paint_mark(pen, layout.middle(row, mark.price), radius, is_filled=mark.is_in_zone)
        if any(mark.is_dated for mark in lane.marks):
            _paint_mark_names(pen, layout, row, lane)


def paint_soft_ends(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw where the ends of all rows lie in most assumption sets; brackets lie over them."""
    for row in layout.rows.seen():
        lane = figure.lanes[row]
        half = max(2.5 * pen.text.unit, 0.5 * THICK * layout.live_height(row))
        ends = (
            (lane.soft_limit, layout.sender_y(row), pen.theme.sender),
            (lane.soft_floor, layout.target_y(row), pen.theme.target),
        )
        for span, y, colour in () if lane.is_broken else ends:
            if span is not None:
                _paint_end(
                    pen, (layout.x(span[0]), layout.x(span[1])), (y - half, y + half), colour
                )


def paint_pins(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw the zones of all pins as outlines, with a letter beside each."""
    pen.painter.setBrush(Qt.BrushStyle.NoBrush)
    for row in layout.rows.seen() if layout.pins else ():
        outlines: list[tuple[str, QRectF]] = []
        for number, pin in enumerate(figure.lanes[row].pins):
            if pin.zone is not None:
                top, bottom = layout.pin_band(row, number)
                left = layout.x(pin.zone[0])
                right = max(layout.x(pin.zone[1]), left + 3 * pen.text.unit)
                outlines.append((pin.letter, QRectF(left, top, right - left, bottom - top)))
        for letter, outline in outlines:
            line = _pin_line(pen, letter)
            line.setWidthF(min(line.widthF(), max(1.0, THICKEST * outline.height())))
            pen.painter.setPen(line)
            pen.painter.drawRect(outline)
        if outlines:
            _paint_letters(pen, layout, outlines)


def paint_legend(pen: Pen, layout: BoardLayout) -> None:
    """Say above the axis what the marks of each layer mean."""
    for entry in layout.legend:
        _paint_sample(pen, entry)
        pen.write(entry.rect, entry.words, pen.theme.ink_soft, pen.text.small)


def _paint_sample(pen: Pen, entry: LegendEntry) -> None:
    sample, box = entry.sample, 0.25 * pen.text.small_line
    middle = sample.center()
    band = QRectF(sample.left(), middle.y() - box, sample.width(), 2 * box)
    if entry.kind == "pin":
        pen.painter.setPen(_pin_line(pen, entry.words))
        pen.outline(band)
    elif entry.kind == "baseline":
        pen.stroke(pen.theme.baseline, 1, Qt.PenStyle.DashLine)
        pen.outline(band)
    elif entry.kind == "ends":
        for left, right, colour in (
            (band.left(), middle.x() - pen.text.unit, pen.theme.sender),
            (middle.x() + pen.text.unit, band.right(), pen.theme.target),
        ):
            _paint_end(pen, (left, right), (band.top(), band.bottom()), colour)
    else:
        centre = QPointF(sample.left() + RADIUS * pen.text.unit, middle.y())
        _paint_mark(pen, centre, RADIUS, is_filled=entry.kind == "inside")


def _paint_mark(pen: Pen, centre: QPointF, radius: float, *, is_filled: bool) -> None:
    shape = QPainterPath()
    shape.addPolygon(diamond(centre, radius * pen.text.unit))
    shape.closeSubpath()
    paint_package(pen.painter, pen.theme, shape, pen.width(MARK_WIDTH), is_filled=is_filled)


def _paint_mark_names(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    """Write the names of the year's proposals beside their marks, where they cover nothing."""
    metrics, away = pen.text.small_metrics, 7 * pen.text.unit
    pen.painter.setFont(pen.text.small)
    middles = [layout.middle(row, mark.price) for mark in lane.marks]
    veil = QColor(pen.theme.ground)
    veil.setAlphaF(VEIL)
    taken = [QRectF(at.x() - away, at.y() - away, 2 * away, 2 * away) for at in middles]
    for at, mark in zip(middles, lane.marks, strict=True):
        width, height = metrics.width_of(mark.label) + 4, metrics.height()
        for left in (at.x() + away, at.x() - away - width):
            room = QRectF(left, at.y() - height / 2, width, height)
            is_inside = layout.x_start <= left and room.right() <= layout.x_end
            if mark.is_dated and is_inside and not any(room.intersects(each) for each in taken):
                taken.append(room)
                pen.painter.fillRect(room, veil)
                pen.painter.setPen(QColor(pen.theme.ink))
                pen.painter.drawText(room, Qt.AlignmentFlag.AlignCenter, mark.label)
                break


def _paint_end(pen: Pen, across: Span, down: Span, colour: str) -> None:
    (left, right), (top, bottom) = across, down
    inside = QColor(mix(colour, pen.theme.ground, FILL))
    pen.painter.fillRect(QRectF(left, top, right - left, bottom - top), inside)
    pen.stroke(mix(colour, pen.theme.ground, EDGE), 1)
    pen.painter.drawLines([QLineF(x, top, x, bottom) for x in (left, right)])


def _pin_line(pen: Pen, letter: str) -> QPen:
    """Return the line of a pin: the first for A, and so on, from the first again."""
    line = QPen(QColor(pen.theme.ink), pen.width(PIN_WIDTH))
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    line.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = DASHES[(ord(letter[0]) - ord("A")) % len(DASHES)]
    if dashes:
        line.setDashPattern(dashes)
    return line


def _paint_letters(pen: Pen, layout: BoardLayout, outlines: list[tuple[str, QRectF]]) -> None:
    """Write each letter beside its own outline, before it or else behind it.

    Where two outlines begin close to each other, the lower one's letter stands further out.
    """
    metrics = pen.text.small_metrics
    wide, high = metrics.width_of("B"), metrics.capHeight()
    apart = 3 * pen.text.unit
    pen.painter.setFont(pen.text.small)
    pen.painter.setPen(QColor(pen.theme.ink))
    taken: list[QRectF] = []
    for letter, outline in outlines:
        room = QRectF(outline.left() - apart - wide, outline.center().y() - high / 2, wide, high)
        way = -1
        if room.left() < layout.x_start:
            room.moveLeft(outline.right() + apart)
            way = 1
        while any(room.intersects(each) for each in taken):
            room.translate(way * (wide + apart), 0)
        taken.append(room)
        pen.painter.drawText(QPointF(room.left(), room.bottom()), letter)
