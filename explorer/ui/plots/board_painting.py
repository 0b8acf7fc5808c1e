"""How the board is drawn: one pure function for the screen, for pictures and for paper."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardEdges, BoardLane
from explorer.ui.plots.bars_layout import bold_font
from explorer.ui.plots.board_layout import BoardLayout
from explorer.ui.plots.board_marks import paint_key, paint_marks
from explorer.ui.plots.board_words import (
    is_closed_by_lines,
    lane_words,
    name_room,
    remark_start,
    status_room,
)
from explorer.ui.plots.pin_painting import paint_pins
from explorer.ui.plots.soft_painting import paint_soft_ends
from explorer.ui.plots.strokes import draw_segments, flat_pen, hatch, mix
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
PALE = 0.45
ROOM_FOR_REMARK = 9.0
"""How many text lines wide the room right of a bracket must be to be written in."""


@dataclass(frozen=True, slots=True)
class _Brush:
    """What every part of the drawing needs."""

    painter: QPainter
    layout: BoardLayout
    theme: Theme
    words: QFontMetricsF

    def width(self, units: float) -> float:
        return max(1.0, units * self.layout.unit * self.theme.stroke)

    def pale(self, colour: str) -> str:
        return mix(colour, self.theme.ground, PALE)

    def pen(self, colour: str, units: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        self.painter.setPen(flat_pen(colour, self.width(units), style))


def paint_board(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Draw the whole board, from the back to the front.

    Parameters
    ----------
    painter
        On a screen, a picture or a page; its ground is already filled.
    layout
        Where everything lies; made for this figure.
    figure, theme
        What is drawn, and in which colours.
    """
    paint_still(painter, layout, figure, theme)
    paint_live(painter, layout, figure, theme)


def paint_still(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Draw the back: what seldom changes while the hand moves, see :func:`still_parts`."""
    brush = _brush(painter, layout, theme)
    _paint_selection(brush, figure)
    _paint_axis(brush, figure)
    if layout.has_names:
        paint_key(painter, layout, figure, theme)
        _for_each_lane(brush, figure, _paint_still_words)
    paint_pins(painter, layout, figure, theme)
    painter.setFont(layout.small)
    for paint in (_paint_broken, _paint_others):
        _for_each_lane(brush, figure, paint)


def paint_live(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Draw the front: brackets, zones and gaps, and the marks that lie over them."""
    brush = _brush(painter, layout, theme)
    paint_soft_ends(painter, layout, figure, theme)
    painter.setFont(layout.small)
    for paint in (
        _paint_live_words,
        _paint_gap,
        _paint_sender,
        _paint_target,
        _paint_zone,
    ):
        _for_each_lane(brush, figure, paint)
    paint_marks(painter, layout, figure, theme)


def still_parts(figure: BoardFigure) -> tuple[object, ...]:
    """Return everything of a figure that :func:`paint_still` draws, to be compared."""
    lanes = tuple(
        (
            lane.name,
            lane.short,
            lane.status,
            lane.brief,
            lane.sure_words,
            is_closed_by_lines(lane),
            lane.is_open,
            lane.is_selected,
            lane.is_broken,
            lane.baseline,
            lane.ghost,
            lane.pins,
        )
        for lane in figure.lanes
    )
    ends = (figure.ends, figure.brief_ends, figure.maximum, figure.landmarks)
    return (lanes, ends, figure.baseline_words, figure.pins)


def _brush(painter: QPainter, layout: BoardLayout, theme: Theme) -> _Brush:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return _Brush(painter, layout, theme, QFontMetricsF(layout.small))


def _for_each_lane(
    brush: _Brush, figure: BoardFigure, paint: Callable[[_Brush, int, BoardLane], None]
) -> None:
    for place, lane in enumerate(figure.lanes):
        paint(brush, place, lane)


def _paint_selection(brush: _Brush, figure: BoardFigure) -> None:
    for place, lane in enumerate(figure.lanes):
        if lane.is_selected:
            brush.painter.fillRect(brush.layout.row(place), QColor(brush.theme.selection))


def _paint_axis(brush: _Brush, figure: BoardFigure) -> None:
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    painter.setFont(layout.small)
    top = QRectF(layout.x_start, layout.axis_top, layout.x_end - layout.x_start, 0)
    top.setBottom(layout.top)
    needed = sum(brush.words.horizontalAdvance(words) for words in figure.ends)
    first, last = figure.ends if needed < 0.97 * top.width() else figure.brief_ends
    painter.setPen(QColor(theme.sender_text))
    painter.drawText(top, Align.AlignLeft | Align.AlignVCenter, first)
    painter.setPen(QColor(theme.target_text))
    painter.drawText(top, Align.AlignRight | Align.AlignVCenter, last)
    painter.setPen(flat_pen(theme.rule, 1))
    prices = (0.0, *(point.price for point in figure.landmarks), figure.maximum)
    lines = [QLineF(layout.x(p), layout.top, layout.x(p), layout.bottom + 3) for p in prices]
    draw_segments(painter, lines)
    painter.setPen(QColor(theme.ink_soft))
    _paint_landmarks(brush, figure)
    if figure.baseline_words:
        _paint_baseline_words(brush, figure.baseline_words)


def _paint_baseline_words(brush: _Brush, said: str) -> None:
    layout, height = brush.layout, brush.words.height()
    left, top = layout.room.left() + 0.5 * layout.line, layout.bottom + 3 * layout.unit
    room = QRectF(left + 22 * layout.unit, top, layout.x_start - left - 26 * layout.unit, height)
    words = brush.words.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
    brush.painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
    brush.pen(brush.theme.baseline, 1, Qt.PenStyle.DashLine)
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    box = 0.5 * height
    brush.painter.drawRect(QRectF(left, room.center().y() - box / 2, 16 * layout.unit, box))


def _paint_landmarks(brush: _Brush, figure: BoardFigure) -> None:
    painter, layout = brush.painter, brush.layout
    taken = layout.x_start - 10 * layout.unit
    for point in figure.landmarks:
        width = brush.words.horizontalAdvance(point.label) + 2
        left = min(max(layout.x(point.price) - width / 2, layout.x_start), layout.x_end - width)
        if left < taken + 8 * layout.unit:
            continue
        room = QRectF(left, layout.bottom + 3 * layout.unit, width, brush.words.height())
        painter.drawText(room, Align.AlignCenter, point.label)
        taken = room.right()


def _paint_still_words(brush: _Brush, place: int, lane: BoardLane) -> None:
    if not is_closed_by_lines(lane):
        _paint_words(brush, place, lane)


def _paint_live_words(brush: _Brush, place: int, lane: BoardLane) -> None:
    if brush.layout.has_names and is_closed_by_lines(lane):
        _paint_words(brush, place, lane)


def _paint_words(brush: _Brush, place: int, lane: BoardLane) -> None:
    """Write a lane's name, and its status after or below it."""
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    said = lane_words(layout, place, lane)
    painter.setPen(QColor(theme.ink))
    painter.setFont(bold_font(layout.font) if lane.is_selected else layout.font)
    align = Align.AlignVCenter if layout.is_compact else Align.AlignBottom
    painter.drawText(name_room(layout, place), Align.AlignLeft | align, said.name)
    painter.setPen(QColor(theme.zone_text if lane.is_open else theme.ink_soft))
    painter.setFont(layout.small)
    align = Align.AlignLeft | Align.AlignTop
    if layout.is_compact:
        align = Align.AlignRight | Align.AlignVCenter
    painter.drawText(status_room(layout, place, lane, said.name), align, said.status)


def _paint_broken(brush: _Brush, place: int, lane: BoardLane) -> None:
    if not lane.is_broken:
        return
    layout = brush.layout
    top, bottom = layout.sender_y(place), layout.target_y(place)
    room = QRectF(layout.x_start, top, layout.x_end - layout.x_start, bottom - top)
    brush.pen(mix(brush.theme.track, brush.theme.ground, 0.6), 0.8)
    hatch(brush.painter, room, 2 * brush.theme.hatch * layout.unit)


def _paint_sender(brush: _Brush, place: int, lane: BoardLane) -> None:
    painter, layout = brush.painter, brush.layout
    y, serif = layout.sender_y(place), 0.13 * layout.live_height
    start, reach, limit = layout.x(0), layout.x(lane.reach), layout.x(lane.limit)
    colour = brush.theme.sender
    if lane.reach < lane.limit:
        brush.pen(brush.pale(colour), 2, Qt.PenStyle.DashLine)
        painter.drawLine(QLineF(reach, y, limit, y))
        brush.pen(brush.pale(colour), 2)
        painter.drawLine(QLineF(limit, y - serif / 2, limit, y + serif / 2))
    is_shut = lane.is_broken or lane.source.sender_wall is None
    colour = brush.pale(colour) if is_shut else colour
    brush.pen(colour, 3)
    painter.drawLine(QLineF(start, y, reach, y))
    is_wall = lane.reach < lane.limit
    brush.pen(colour, 5 if is_wall else 3)
    painter.drawLine(QLineF(reach, y - serif, reach, y + serif * (1.6 if is_wall else 1)))
    if lane.reach > 0:
        brush.pen(colour, 2)
        painter.drawLine(QLineF(start, y - serif, start, y + serif))


def _paint_target(brush: _Brush, place: int, lane: BoardLane) -> None:
    painter, layout = brush.painter, brush.layout
    y, serif = layout.target_y(place), 0.13 * layout.live_height
    is_pale = lane.is_floor_beyond_lines or lane.is_broken
    colour = brush.pale(brush.theme.target) if is_pale else brush.theme.target
    if lane.floor is None:
        _paint_arrow(brush, y, serif)
        return
    floor = layout.x(lane.floor)
    style = Qt.PenStyle.DashLine if is_pale else Qt.PenStyle.SolidLine
    apart = brush.width(1.6)
    brush.pen(colour, 1.5, style)
    painter.drawLine(QLineF(floor, y - apart, layout.x_end, y - apart))
    painter.drawLine(QLineF(floor, y + apart, layout.x_end, y + apart))
    brush.pen(colour, 3)
    painter.drawLine(QLineF(floor, y - serif, floor, y + serif))


def _paint_arrow(brush: _Brush, y: float, serif: float) -> None:
    end, size = brush.layout.x_end, max(4.0, 1.1 * serif)
    brush.pen(brush.theme.target, 2)
    brush.painter.drawLine(QLineF(end - 4 * size, y, end, y))
    for tip in (end, end - size):
        corners = (QPointF(tip - size, y - size), QPointF(tip, y), QPointF(tip - size, y + size))
        brush.painter.drawPolyline(corners)


def _zone_room(brush: _Brush, place: int, span: tuple[float, float]) -> QRectF:
    layout = brush.layout
    left, right = layout.x(span[0]), layout.x(span[1])
    thin = brush.width(3)
    if right - left < thin:
        left, right = left - thin / 2, left + thin / 2
    inset = brush.width(1.5)
    top, bottom = layout.sender_y(place) + inset, layout.target_y(place) - 2 * inset
    return QRectF(left, top, right - left, bottom - top)


def _paint_zone(brush: _Brush, place: int, lane: BoardLane) -> None:
    if lane.zone is None:
        return
    painter, theme = brush.painter, brush.theme
    room = _zone_room(brush, place, lane.zone)
    painter.fillRect(room, QColor(theme.zone_fill))
    brush.pen(mix(theme.zone_outline, theme.zone_fill, 0.7), 1)
    hatch(painter, room, theme.hatch * brush.layout.unit)
    brush.pen(theme.zone_outline, 1.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room)


def _paint_gap(brush: _Brush, place: int, lane: BoardLane) -> None:
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    y = layout.middle(place, 0).y()
    if lane.gap is not None:
        start, end = layout.x(lane.gap[0]), layout.x(lane.gap[1])
        painter.setPen(QPen(QColor(theme.ink_soft), brush.width(1.6), Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(start, y, end, y))
    if said := lane_words(layout, place, lane).remark:
        _paint_remark(brush, place, lane, said)


def _paint_remark(brush: _Brush, place: int, lane: BoardLane, said: str) -> None:
    """Write beside the sender's bracket, or between both where that leaves no room."""
    painter, layout, theme = brush.painter, brush.layout, brush.theme
    y, height = layout.middle(place, 0).y(), brush.words.height()
    left = remark_start(layout, lane)
    needed = min(brush.words.horizontalAdvance(said) + 2, ROOM_FOR_REMARK * layout.line)
    is_between = layout.x_end - left < needed
    if is_between and not layout.has_names:
        # A board of several has room for the drawing only; its table tells the rest.
        return
    if is_between:
        left, y = layout.x_start + 7 * layout.unit, y + height / 2
    words = brush.words.elidedText(said, Qt.TextElideMode.ElideRight, layout.x_end - left)
    room = QRectF(left, y - height, brush.words.horizontalAdvance(words) + 2, height)
    if is_between:
        ground = theme.selection if lane.is_selected else theme.ground
        painter.fillRect(room.adjusted(-3, 1, 3, -1), QColor(ground))
    painter.setPen(QColor(theme.ink_soft))
    painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)


def _paint_others(brush: _Brush, place: int, lane: BoardLane) -> None:
    if lane.baseline is not None:
        brush.pen(brush.theme.baseline, 1, Qt.PenStyle.DashLine)
        _paint_edges(brush, place, lane.baseline)
        if lane.baseline.zone is not None:
            grow = brush.width(2)
            room = _zone_room(brush, place, lane.baseline.zone).adjusted(0, -grow, 0, grow)
            brush.painter.setBrush(Qt.BrushStyle.NoBrush)
            brush.painter.drawRect(room)
    if lane.ghost is not None:
        brush.pen(brush.theme.ghost, 1)
        _paint_edges(brush, place, lane.ghost)


def _paint_edges(brush: _Brush, place: int, edges: BoardEdges) -> None:
    layout, long = brush.layout, 0.2 * brush.layout.live_height
    x, y = layout.x(edges.limit), layout.sender_y(place)
    lines = [QLineF(x, y - long, x, y + long)]
    if edges.floor is not None:
        x, y = layout.x(edges.floor), layout.target_y(place)
        lines.append(QLineF(x, y - long, x, y + long))
    draw_segments(brush.painter, lines)
