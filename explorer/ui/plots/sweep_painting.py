"""How the stretches of a lane are drawn in which its commitment has a deal zone."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from explorer.figures.sweep import SweepFigure, SweepLane
from explorer.model.result import Floats
from explorer.ui.plots.canvas import CanvasFrame
from explorer.ui.plots.strokes import draw_segments, flat_pen, mix
from explorer.ui.theme import Theme

THICKEST = 0.78
"""Share of a lane that the widest zone fills."""

THINNEST = 0.06
"""Share of the thickest band that even the narrowest zone has."""

WIDEST = 0.35
"""Width of a zone, as a share of the board's axis, from which a lane is full."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """One open stretch in pixels: half its thickness at each x."""

    x: Floats
    half: Floats


def open_runs(lane: SweepLane) -> list[tuple[int, int]]:
    """Return first and last place of each unbroken stretch of open values."""
    shut = np.zeros(1, dtype=np.bool_)
    edges = np.flatnonzero(np.diff(np.concatenate((shut, lane.is_open, shut)).astype(np.int8)))
    starts, ends = edges[::2].tolist(), edges[1::2].tolist()
    return [(start, end - 1) for start, end in zip(starts, ends, strict=True)]


def lane_band(
    frame: CanvasFrame, figure: SweepFigure, lane: SweepLane, room: QRectF, run: tuple[int, int]
) -> Band:
    """Return the shape of one open stretch: as thick as the zone is wide."""
    first, last = run
    values = figure.values[first : last + 1]
    shares = np.clip(lane.widths[first : last + 1] / WIDEST, THINNEST, 1.0)
    if figure.is_whole or first == last:
        apart = 0.5 if figure.is_whole else 0.25
        values = np.column_stack((values - apart, values + apart)).ravel()
        shares = np.repeat(shares, 2)
    scale = frame.room.width() / (frame.right - frame.left)
    x = frame.room.left() + (values - frame.left) * scale
    return Band(x, 0.5 * THICKEST * room.height() * shares)


def paint_band(painter: QPainter, theme: Theme, room: QRectF, band: Band) -> None:
    """Fill, hatch and outline a band along the middle of its lane."""
    middle = room.center().y()
    pairs = list(zip(band.x.tolist(), band.half.tolist(), strict=True))
    upper = [QPointF(x, middle - half) for x, half in pairs]
    lower = [QPointF(x, middle + half) for x, half in reversed(pairs)]
    shape = QPolygonF([*upper, *lower])
    painter.setPen(flat_pen(theme.zone_fill, 0.5))
    painter.setBrush(QColor(theme.zone_fill))
    painter.drawPolygon(shape)
    painter.setPen(flat_pen(mix(theme.zone_outline, theme.zone_fill, 0.7), theme.stroke))
    draw_segments(painter, _diagonals(band, middle, theme.hatch))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.setPen(flat_pen(theme.zone_outline, 1.2 * theme.stroke))
    painter.drawPolygon(shape)


def _diagonals(band: Band, middle: float, spacing: float) -> list[QLineF]:
    """Return hatch lines cut at the band's edges; clipping is lost in some file formats."""
    reach = np.arange(-band.half.max(), band.half.max() + 0.5, 0.5)
    centres = np.arange(band.x[0] + reach[0], band.x[-1] + reach[-1], spacing).reshape(-1, 1)
    x = centres + reach
    inside = (np.abs(reach) <= np.interp(x, band.x, band.half)) & (x >= band.x[0])
    inside &= x <= band.x[-1]
    first, last = inside.argmax(axis=1), inside.shape[1] - 1 - inside[:, ::-1].argmax(axis=1)
    lines: list[QLineF] = []
    for place in np.flatnonzero(inside.any(axis=1)).tolist():
        start, end = float(reach[first[place]]), float(reach[last[place]])
        centre = float(centres[place, 0])
        lines.append(QLineF(centre + start, middle - start, centre + end, middle - end))
    return lines
