"""How named packages are drawn on the board: marks in the rows, names of a year's, and a key."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath

from explorer.figures.board import BoardFigure
from explorer.figures.board_lane import BoardLane
from explorer.model.wording import tr
from explorer.ui.plots.board_layout import BoardLayout
from explorer.ui.plots.mark_painting import LARGE, RADIUS, paint_package
from explorer.ui.plots.strokes import diamond
from explorer.ui.theme import Theme

Align = Qt.AlignmentFlag
VEIL = 0.85
WIDTH = 1.4
"""Of the marks' lines, in units."""


def paint_marks(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Draw the marks of all rows, and the names of those that were proposed in the year shown.

    Parameters
    ----------
    painter, layout, figure, theme
        As for the board itself.
    """
    painter.setFont(layout.small)
    for place, lane in enumerate(figure.lanes):
        for mark in lane.marks:
            radius = RADIUS * (LARGE if mark.is_dated else 1)
            middle = layout.middle(place, mark.price)
            _paint_mark(painter, layout, theme, middle, radius, is_filled=mark.is_in_zone)
        if any(mark.is_dated for mark in lane.marks):
            _paint_names(painter, layout, theme, place, lane)


def paint_key(painter: QPainter, layout: BoardLayout, figure: BoardFigure, theme: Theme) -> None:
    """Say above the rows' names what a filled mark means, and what a hollow one.

    Parameters
    ----------
    painter, layout, figure, theme
        As for the board itself.
    """
    if not any(lane.marks for lane in figure.lanes):
        return
    painter.setFont(layout.small)
    metrics = QFontMetricsF(layout.small)
    left, end = layout.room.left() + 0.5 * layout.line, layout.x_start - 0.5 * layout.line
    middle = (layout.axis_top + layout.top) / 2
    for is_filled, words in ((True, tr("package in the zone")), (False, tr("not in it"))):
        width = metrics.horizontalAdvance(words) + 2
        start = left + 3.4 * RADIUS * layout.unit
        if start + width > end:
            return
        centre = QPointF(left + RADIUS * layout.unit, middle)
        _paint_mark(painter, layout, theme, centre, RADIUS, is_filled=is_filled)
        painter.setPen(QColor(theme.ink_soft))
        room = QRectF(start, layout.axis_top, width, layout.top - layout.axis_top)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
        left = room.right() + 0.8 * layout.line


def _paint_mark(
    painter: QPainter,
    layout: BoardLayout,
    theme: Theme,
    centre: QPointF,
    radius: float,
    *,
    is_filled: bool,
) -> None:
    width = max(1.0, WIDTH * layout.unit * theme.stroke)
    shape = QPainterPath()
    shape.addPolygon(diamond(centre, radius * layout.unit))
    shape.closeSubpath()
    paint_package(painter, theme, shape, width, is_filled=is_filled)


def _paint_names(
    painter: QPainter, layout: BoardLayout, theme: Theme, place: int, lane: BoardLane
) -> None:
    """Write the names of the year's proposals beside their marks, where they cover nothing."""
    metrics, away = QFontMetricsF(layout.small), 7 * layout.unit
    middles = [layout.middle(place, mark.price) for mark in lane.marks]
    # In flat rows the words are taller than the room between the brackets, which stay visible.
    veil = QColor(theme.ground)
    veil.setAlphaF(VEIL)
    taken = [QRectF(at.x() - away, at.y() - away, 2 * away, 2 * away) for at in middles]
    for at, mark in zip(middles, lane.marks, strict=True):
        width, height = metrics.horizontalAdvance(mark.label) + 4, metrics.height()
        for left in (at.x() + away, at.x() - away - width):
            room = QRectF(left, at.y() - height / 2, width, height)
            is_inside = layout.x_start <= left and room.right() <= layout.x_end
            if mark.is_dated and is_inside and not any(room.intersects(each) for each in taken):
                taken.append(room)
                painter.fillRect(room, veil)
                painter.setPen(QColor(theme.ink))
                painter.drawText(room, Align.AlignCenter, mark.label)
                break
