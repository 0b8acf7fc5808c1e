"""Diagonals over a region: a pattern on the screen, lines cut at its edge in files."""

from collections.abc import Callable
from functools import cache
from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPixmap

from explorer.model.result import Flags, Floats
from explorer.ui.pictures.strokes import draw_segments, flat_pen, painted_area

Inside = Callable[[Floats, Floats], Flags]
"""Tells which places, by x and y, lie in a region."""

MOST_LINES = 8
"""How many diagonals a tile holds at most."""

SAMPLE = 2.0
"""Pixels between two places at which a diagonal asks whether it is inside."""


@cache
def hatch_pattern(colour: str, width: float, spacing: float, ratio: float) -> QPixmap:
    """Return a tile with a few diagonals; side by side, tiles make unbroken lines.

    It holds as many as make its side whole pixels with the least rounding.

    Parameters
    ----------
    colour, width
        Of the lines, the width in pixels.
    spacing
        How far the lines are apart from left to right, in pixels.
    ratio
        How many pixels of the screen one pixel has.
    """
    step = spacing * ratio
    count = min(range(1, MOST_LINES + 1), key=lambda n: abs(round(n * step) / n - step))
    side = max(1, round(count * step))
    tile = QPixmap(side, side)
    tile.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(flat_pen(colour, width * ratio))
    # Of each neighbour's line a corner reaches into this tile.
    for number in range(2 * count + 1):
        total = number * side / count
        painter.drawLine(QLineF(total + side, -side, total - 2 * side, 2 * side))
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def hatch(painter: QPainter, room: QRectF, spacing: float) -> None:
    """Draw diagonals over a rectangle with the painter's pen, cut exactly at its edges.

    The lines stand still while an edge moves: their places depend on the picture, not on the
    rectangle. What lies outside the picture is left out, however large the rectangle is. On the
    screen a pattern is faster than lines.
    """
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        pen, ratio = painter.pen(), painter.device().devicePixelRatioF()
        pattern = hatch_pattern(pen.color().name(), pen.widthF(), spacing, ratio)
        painter.fillRect(room, QBrush(pattern))
        return
    room = room & painted_area(painter)
    if room.width() <= 0 or room.height() <= 0:
        return
    left, right, top, bottom = room.left(), room.right(), room.top(), room.bottom()
    lines: list[QLineF] = []
    # Along each diagonal x + y is the same.
    for number in range(ceil((left + top) / spacing), ceil((right + bottom) / spacing)):
        total = spacing * number
        start, end = max(left, total - bottom), min(right, total - top)
        lines.append(QLineF(start, total - start, end, total - end))
    draw_segments(painter, lines)


def hatch_lines(room: QRectF, inside: Inside, spacing: float) -> list[QLineF]:
    """Return the parts of all diagonals over a rectangle that lie in a region, in pixels.

    Along each diagonal x + y is the same; it is cut where neighbouring samples differ.

    Parameters
    ----------
    inside
        Is asked for arrays of one shape, x and y as shares of the rectangle from its lower left
        corner.
    spacing
        How far the lines are apart from left to right.
    """
    if room.width() < 1 or room.height() < 1:
        return []
    first = np.ceil((room.left() + room.top()) / spacing)
    sums = np.arange(first, (room.right() + room.bottom()) / spacing) * spacing
    xs = np.arange(room.left() + SAMPLE / 2, room.right(), SAMPLE)
    ys = sums[:, None] - xs[None, :]
    across = np.broadcast_to((xs - room.left()) / room.width(), ys.shape)
    up = (room.bottom() - ys) / room.height()
    is_near = (up > 0) & (up < 1)
    hit = np.pad(is_near & inside(across, up.clip(0, 1)), ((0, 0), (1, 1)))
    line, place = np.nonzero(hit[:, 1:] != hit[:, :-1])
    lines: list[QLineF] = []
    for total, start, end in zip(sums[line[::2]], place[::2], place[1::2], strict=True):
        left, right = room.left() + start * SAMPLE, min(room.left() + end * SAMPLE, room.right())
        lines.append(QLineF(left, total - left, right, total - right))
    return lines
