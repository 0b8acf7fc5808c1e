"""How the board is drawn: pure functions for the screen, for pictures and for paper."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardEdges, BoardLane
from explorer.ui.pictures.board.board_layers import (
    paint_legend,
    paint_marks,
    paint_pins,
    paint_soft_ends,
)
from explorer.ui.pictures.board.board_layout import BoardLayout
from explorer.ui.pictures.board.board_words import (
    is_closed_by_lines,
    lane_words,
    name_room,
    remark_start,
    status_room,
)
from explorer.ui.pictures.hatching import hatch
from explorer.ui.pictures.pen import LEFT, Align, Pen
from explorer.ui.pictures.strokes import draw_segments, flat_pen, mix

ROOM_FOR_REMARK = 9.0
"""How many text lines wide the room right of a bracket must be to be written in."""

RUN, FADE = 0.06, 0.08
"""For which share of the axis the target's line runs from its floor, and then fades."""

FADES = (0.8, 0.6, 0.4, 0.2)
"""How strong the line still is in each part of its fading."""


def paint_board(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw the whole board, from the back to the front.

    Parameters
    ----------
    pen
        Draws on a screen, a picture or a page whose ground is already filled.
    layout
        Where everything lies; made for this figure.
    """
    paint_still(pen, layout, figure)
    paint_live(pen, layout, figure)


def paint_still(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw the back: what seldom changes while the hand moves, see :func:`still_parts`."""
    paint_legend(pen, layout)
    _paint_axis(pen, layout, figure)
    with_rows = _Rows(pen, layout, figure)
    with_rows.paint(_paint_selection)
    _paint_grid(pen, layout, figure)
    if layout.has_names:
        with_rows.paint(_paint_still_words)
    with_rows.begin()
    paint_pins(pen, layout, figure)
    with_rows.end()
    with_rows.paint(_paint_broken)
    with_rows.paint(_paint_others)


def paint_live(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    """Draw the front: brackets, zones and gaps, and the marks that lie over them."""
    with_rows = _Rows(pen, layout, figure)
    with_rows.begin()
    paint_soft_ends(pen, layout, figure)
    with_rows.end()
    for paint in (_paint_live_words, _paint_gap, _paint_sender, _paint_target, _paint_zone):
        with_rows.paint(paint)
    with_rows.begin()
    paint_marks(pen, layout, figure)
    with_rows.end()


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
    return (lanes, figure.ends, figure.brief_ends, figure.maximum, figure.landmarks)


class _Rows:
    """Paints rows one after the other, cut at the window through which they are seen."""

    def __init__(self, pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
        self._pen, self._layout, self._figure = pen, layout, figure
        self._rows = layout.rows.seen()

    def begin(self) -> None:
        """Cut off what lies beyond the window, where rows are scrolled."""
        if self._layout.rows.excess:
            self._pen.painter.save()
            self._pen.painter.setClipRect(self._layout.window(), Qt.ClipOperation.IntersectClip)

    def end(self) -> None:
        """Cut nothing off any more."""
        if self._layout.rows.excess:
            self._pen.painter.restore()

    def paint(self, paint: Callable[[Pen, BoardLayout, int, BoardLane], None]) -> None:
        """Paint a part of each row that can be seen."""
        self.begin()
        for row in self._rows:
            paint(self._pen, self._layout, row, self._figure.lanes[row])
        self.end()


def _paint_selection(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    if lane.is_selected:
        pen.painter.fillRect(layout.row(row), QColor(pen.theme.selection))


def _paint_axis(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    top = QRectF(layout.x_start, layout.axis_top, layout.x_end - layout.x_start, 0)
    top.setBottom(layout.rows.top)
    needed = sum(pen.text.small_metrics.width_of(words) for words in figure.ends)
    has_room = needed < 0.97 * top.width()
    first, last = figure.ends if has_room else figure.brief_ends
    if not has_room and sum(map(pen.text.small_metrics.width_of, (first, last))) > top.width():
        last = ""
    pen.write(top, first, pen.theme.sender_text, pen.text.small)
    pen.write(
        top, last, pen.theme.target_text, pen.text.small, Align.AlignRight | Align.AlignVCenter
    )
    if not has_room:
        _paint_axis_words(pen, layout, figure, top)


def _paint_axis_words(pen: Pen, layout: BoardLayout, figure: BoardFigure, top: QRectF) -> None:
    """Say before the axis what its brief ends are about, where the names leave room."""
    before = QRectF(top)
    before.setLeft(layout.rect.left())
    before.setRight(top.left() - 0.5 * pen.text.line)
    if pen.text.small_metrics.width_of(figure.axis_words) <= before.width():
        pen.write(
            before,
            figure.axis_words,
            pen.theme.ink_soft,
            pen.text.small,
            Align.AlignRight | Align.AlignVCenter,
        )


def _paint_grid(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    pen.hairline(pen.theme.rule)
    prices = (0.0, *(point.price for point in figure.landmarks), figure.maximum)
    top, bottom = layout.rows.top, layout.rows.bottom + 3
    draw_segments(pen.painter, [QLineF(layout.x(p), top, layout.x(p), bottom) for p in prices])
    _paint_landmarks(pen, layout, figure)


def _paint_landmarks(pen: Pen, layout: BoardLayout, figure: BoardFigure) -> None:
    unit, taken = pen.text.unit, layout.x_start - 10 * pen.text.unit
    top, height = layout.rows.bottom + 3 * unit, pen.text.small_line
    for point in figure.landmarks:
        width = pen.text.small_metrics.width_of(point.label) + 2
        left = min(max(layout.x(point.price) - width / 2, layout.x_start), layout.x_end - width)
        if left >= taken + 8 * unit:
            room = QRectF(left, top, width, height)
            pen.write(room, point.label, pen.theme.ink_soft, pen.text.small, Align.AlignCenter)
            taken = room.right()


def _paint_still_words(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    if not is_closed_by_lines(lane):
        _paint_words(pen, layout, row, lane)


def _paint_live_words(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    if layout.has_names and is_closed_by_lines(lane):
        _paint_words(pen, layout, row, lane)


def _paint_words(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    """Write a lane's name, and its status below it."""
    said, theme, text = lane_words(layout, row, lane), pen.theme, pen.text
    font = text.bold if lane.is_selected else text.font
    align = Align.AlignLeft | Align.AlignBottom
    pen.write(name_room(layout, row), said.name, theme.ink, font, align)
    colour = theme.zone_text if lane.is_open else theme.ink_soft
    align = Align.AlignLeft | Align.AlignTop
    pen.write(status_room(layout, row), said.status, colour, text.small, align)


def _paint_broken(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    if lane.is_broken:
        top, bottom = layout.sender_y(row), layout.target_y(row)
        room = QRectF(layout.x_start, top, layout.x_end - layout.x_start, bottom - top)
        pen.stroke(mix(pen.theme.track, pen.theme.ground, 0.6), 0.8)
        hatch(pen.painter, room, 2 * pen.theme.hatch * pen.text.unit)


def _paint_sender(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    painter, colour = pen.painter, pen.theme.sender
    y, serif = layout.sender_y(row), 0.13 * layout.live_height(row)
    start, reach, limit = layout.x(0), layout.x(lane.reach), layout.x(lane.limit)
    is_wall = lane.reach < lane.limit
    if is_wall:
        pen.stroke(pen.pale(colour), 2, Qt.PenStyle.DashLine)
        painter.drawLine(QLineF(reach, y, limit, y))
        pen.stroke(pen.pale(colour), 2)
        painter.drawLine(QLineF(limit, y - serif / 2, limit, y + serif / 2))
    is_shut = lane.is_broken or lane.source.sender_wall is None
    colour = pen.pale(colour) if is_shut else colour
    pen.stroke(colour, 3)
    painter.drawLine(QLineF(start, y, reach, y))
    pen.stroke(colour, 5 if is_wall else 3)
    painter.drawLine(QLineF(reach, y - serif, reach, y + serif * (1.6 if is_wall else 1)))
    if lane.reach > 0:
        pen.stroke(colour, 2)
        painter.drawLine(QLineF(start, y - serif, start, y + serif))


def _paint_target(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    y, serif = layout.target_y(row), 0.13 * layout.live_height(row)
    if lane.floor is None:
        _paint_arrow(pen, layout.x_end, y, serif)
        return
    is_pale = lane.is_floor_beyond_lines or lane.is_broken
    colour = pen.pale(pen.theme.target) if is_pale else pen.theme.target
    style = Qt.PenStyle.DashLine if is_pale else Qt.PenStyle.SolidLine
    floor, apart = layout.x(lane.floor), pen.width(1.6)
    for left, right, strength in _fading(floor, layout):
        pen.stroke(mix(colour, pen.theme.ground, strength), 1.5, style)
        lines = [QLineF(left, y + away, right, y + away) for away in (-apart, apart)]
        pen.painter.drawLines(lines)
    pen.stroke(colour, 3)
    pen.painter.drawLine(QLineF(floor, y - serif, floor, y + serif))


def _fading(floor: float, layout: BoardLayout) -> list[tuple[float, float, float]]:
    """Return the parts of the target's line, from where to where, and how strong each one is.

    Everything right of the floor is enough: a short run says so without crossing the row.
    """
    axis, end = layout.x_end - layout.x_start, layout.x_end
    solid = min(floor + RUN * axis, end)
    step = FADE * axis / len(FADES)
    parts = [(floor, solid, 1.0)]
    parts += [
        (solid + place * step, min(solid + (place + 1) * step, end), strength)
        for place, strength in enumerate(FADES)
        if solid + place * step < end
    ]
    return parts


def _paint_arrow(pen: Pen, end: float, y: float, serif: float) -> None:
    size = max(4.0, 1.1 * serif)
    pen.stroke(pen.theme.target, 2)
    pen.painter.drawLine(QLineF(end - 4 * size, y, end, y))
    for tip in (end, end - size):
        corners = (QPointF(tip - size, y - size), QPointF(tip, y), QPointF(tip - size, y + size))
        pen.painter.drawPolyline(corners)


def zone_room(pen: Pen, layout: BoardLayout, row: int, span: tuple[float, float]) -> QRectF:
    """Return where a deal zone is drawn in a row, wide enough to be seen."""
    left, right = layout.x(span[0]), layout.x(span[1])
    thin = pen.width(3)
    if right - left < thin:
        left, right = left - thin / 2, left + thin / 2
    inset = pen.width(1.5)
    top, bottom = layout.sender_y(row) + inset, layout.target_y(row) - 2 * inset
    return QRectF(left, top, right - left, bottom - top)


def _paint_zone(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    if lane.zone is None:
        return
    theme, room = pen.theme, zone_room(pen, layout, row, lane.zone)
    pen.painter.fillRect(room, QColor(theme.zone_fill))
    pen.stroke(mix(theme.zone_outline, theme.zone_fill, 0.7), 1)
    hatch(pen.painter, room, theme.hatch * pen.text.unit)
    pen.stroke(theme.zone_outline, 1.5)
    pen.outline(room)


def _paint_gap(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    y = layout.middle(row, 0).y()
    if lane.gap is not None:
        start, end = layout.x(lane.gap[0]), layout.x(lane.gap[1])
        pen.painter.setPen(QPen(QColor(pen.theme.ink_soft), pen.width(1.6), Qt.PenStyle.DotLine))
        pen.painter.drawLine(QLineF(start, y, end, y))
    if said := lane_words(layout, row, lane).remark:
        _paint_remark(pen, layout, row, lane, said)


def _paint_remark(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane, said: str) -> None:
    """Write beside the sender's bracket, or from the axis' start where that leaves no room.

    The words interrupt what lies behind them, so that no line strikes them through.
    """
    unit, height = pen.text.unit, pen.text.small_line
    needed = pen.text.small_metrics.width_of(said) + 2
    left = remark_start(layout, lane)
    is_beside = layout.x_end - left >= min(needed, ROOM_FOR_REMARK * layout.text.line)
    if not is_beside and not layout.has_names:
        # A board of several has room for the drawing only; its table tells the rest.
        return
    if not is_beside:
        left = layout.x_start + 7 * unit
    room = QRectF(left, 0, min(needed, layout.x_end - left), height)
    room.moveTop(layout.middle(row, 0).y() - height / 2)
    ground = pen.theme.selection if lane.is_selected else pen.theme.ground
    pen.painter.fillRect(room.adjusted(-3 * unit, 1, 3 * unit, -1), QColor(ground))
    pen.write(room, said, pen.theme.ink_soft, pen.text.small, LEFT)


def _paint_others(pen: Pen, layout: BoardLayout, row: int, lane: BoardLane) -> None:
    """Draw where the edges lie in what the board is compared with, and before a drag."""
    if lane.baseline is not None:
        pen.stroke(pen.theme.baseline, 1, Qt.PenStyle.DashLine)
        _paint_edges(pen, layout, row, lane.baseline)
        if lane.baseline.zone is not None:
            grow = pen.width(2)
            room = zone_room(pen, layout, row, lane.baseline.zone).adjusted(0, -grow, 0, grow)
            pen.outline(room)
    if lane.ghost is not None:
        pen.painter.setPen(flat_pen(pen.theme.ghost, pen.width(1)))
        _paint_edges(pen, layout, row, lane.ghost)


def _paint_edges(pen: Pen, layout: BoardLayout, row: int, edges: BoardEdges) -> None:
    long = 0.2 * layout.live_height(row)
    x, y = layout.x(edges.limit), layout.sender_y(row)
    lines = [QLineF(x, y - long, x, y + long)]
    if edges.floor is not None:
        x, y = layout.x(edges.floor), layout.target_y(row)
        lines.append(QLineF(x, y - long, x, y + long))
    draw_segments(pen.painter, lines)
