"""Colours, pens and small shapes that all pictures share; lengths grow with the text."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from explorer.ui.look.theme import Theme, scaled_font
from explorer.ui.look.tokens import BODY, SMALL

SMALL_TEXT = SMALL / BODY
"""Size of words of second rank beside the text of the window."""

LINE_HEIGHT = 16.0
"""The height of a text line, in pixels, at which a length of 1 is one pixel."""


INNER = 0.38
"""How far the inner corners of a star reach, as a share of its points."""


@cache
def mix(colour: str, ground: str, share: float) -> str:
    """Return ``share`` of a colour on a ground; all colours are ``"#RRGGBB"``."""
    front, back = QColor(colour), QColor(ground)
    channels = (QColor.red, QColor.green, QColor.blue)
    parts = (round(share * of(front) + (1 - share) * of(back)) for of in channels)
    return "#" + "".join(f"{part:02X}" for part in parts)


def small_font(font: QFont) -> QFont:
    """Return the font for words of second rank."""
    return scaled_font(font, SMALL_TEXT)


def unit_of_font(font: QFont) -> float:
    """Return how many pixels a length of 1 has beside text of this font."""
    return QFontMetricsF(font).height() / LINE_HEIGHT


@cache
def flat_pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen whose lines end where they are said to end."""
    pen = QPen(QColor(colour), width, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def line_width(theme: Theme, units: float) -> float:
    """Return the width of a line that is not smoothed, never thinner than the theme allows.

    It is whole pixels: others would be drawn now thicker, now thinner.
    """
    return float(round(max(theme.least_line, units * theme.stroke)))


def plot_pen(
    theme: Theme, colour: str, units: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> QPen:
    """Return the pen of a curve or an outline; the corners of an outline are whole."""
    pen = QPen(flat_pen(colour, line_width(theme, units), style))
    if style == Qt.PenStyle.SolidLine:
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    return pen


def draw_segments(painter: QPainter, lines: list[QLineF]) -> None:
    """Draw many lines with the painter's pen: as one shape, where each shape takes room in a file.

    On the screen single lines are drawn faster.
    """
    if painter.paintEngine().type() == QPaintEngine.Type.Raster:
        painter.drawLines(lines)
        return
    path = QPainterPath()
    for line in lines:
        path.moveTo(line.p1())
        path.lineTo(line.p2())
    painter.strokePath(path, painter.pen())


def painted_area(painter: QPainter) -> QRectF:
    """Return the rectangle that a painter can draw on, in its own coordinates."""
    inverse, _ = painter.combinedTransform().inverted()
    device, room = painter.device(), QRectF(painter.viewport())
    # The transform leads to pixels of the screen; a widget tells its viewport in its own.
    ratio = device.devicePixelRatioF() if isinstance(device, QWidget) else 1.0
    return inverse.mapRect(QTransform.fromScale(ratio, ratio).mapRect(room))


def diamond(centre: QPointF, radius: float) -> QPolygonF:
    """Return a diamond around a point."""
    x, y = centre.x(), centre.y()
    ends = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return QPolygonF([QPointF(*end) for end in ends])


def star(centre: QPointF, radius: float) -> QPolygonF:
    """Return a star of five points around a point, one of them up; it reaches ``radius`` far."""
    x, y = centre.x(), centre.y()
    corners: list[QPointF] = []
    for place in range(10):
        reach, angle = radius * (INNER if place % 2 else 1), place * math.pi / 5
        corners.append(QPointF(x + reach * math.sin(angle), y - reach * math.cos(angle)))
    return QPolygonF(corners)


def plain_ramp(colour: str) -> NDArray[np.uint8]:
    """Return 256 colours (red, green, blue, opacity): nothing first, then always the same."""
    ramp = np.full((256, 4), 255, dtype=np.uint8)
    for channel, of in enumerate((QColor.red, QColor.green, QColor.blue)):
        ramp[:, channel] = of(QColor(colour))
    ramp[0] = 0
    return ramp


def zone_ramp(theme: Theme) -> NDArray[np.uint8]:
    """Return 256 colours (red, green, blue, opacity) from nothing to the fullest deal zone."""
    pale = QColor(mix(theme.zone_fill, theme.ground, 0.42))
    stops = (pale, QColor(theme.zone_fill), QColor(theme.zone_outline))
    ramp = np.full((256, 4), 255, dtype=np.uint8)
    for channel, of in enumerate((QColor.red, QColor.green, QColor.blue)):
        ramp[:, channel] = np.interp(np.linspace(0, 1, 256), (0, 0.5, 1), [of(s) for s in stops])
    ramp[0] = 0
    return ramp
