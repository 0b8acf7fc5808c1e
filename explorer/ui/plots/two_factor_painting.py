"""How the two-factor map is drawn: the hatch, words in regions, dated marks, points, legend."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from explorer.figures.two_factor import TwoFactorFigure
from explorer.figures.two_factor_cells import cells, factor_labels, factor_shades, open_rows
from explorer.model.result import Flags, Floats
from explorer.model.wording import tr
from explorer.ui.plots.canvas import CanvasFrame
from explorer.ui.plots.strokes import (
    diamond,
    draw_segments,
    flat_pen,
    hatch,
    small_font,
    unit_of_font,
    zone_ramp,
)
from explorer.ui.theme import Theme, contrast

Align = Qt.AlignmentFlag

RAMP_SAMPLES = 1024
"""How finely the way from the ground to the fullest colour is searched for even steps."""

SAMPLE = 2.0
"""Pixels between two places at which a diagonal asks whether it is inside."""


@cache
def count_ramp(theme: Theme) -> NDArray[np.uint8]:
    """Return 256 colours (red, green, blue, opacity) from nothing to the fullest deal zone.

    Each has the same contrast to the next, so that as many numbers of rows as there are can be
    told apart as well as the theme allows.
    """
    stops = [QColor(each) for each in (theme.ground, theme.zone_fill, theme.zone_outline)]
    way = np.stack(
        [
            np.interp(np.linspace(0, 2, RAMP_SAMPLES), (0, 1, 2), [of(stop) for stop in stops])
            for of in (QColor.red, QColor.green, QColor.blue)
        ],
        axis=1,
    ).round()
    names = ["#" + "".join(f"{int(part):02X}" for part in colour) for colour in way]
    contrasts = np.array([contrast(theme.ground, name) for name in names])
    reached: Floats = np.maximum.accumulate(np.log(contrasts))
    evenly: Floats = np.linspace(0, float(reached[-1]), 256)
    places = np.searchsorted(reached, evenly)
    ramp = np.full((256, 4), 255, dtype=np.uint8)
    ramp[:, :3] = way[places]
    ramp[0] = 0
    ramp.flags.writeable = False
    return ramp


def paint_hatch(
    painter: QPainter, frame: CanvasFrame, theme: Theme, figure: TwoFactorFigure
) -> None:
    """Draw diagonals over the selected row's region; they stand still while its edge moves."""
    if figure.row is None:
        return
    inside = cells(figure, figure.source.is_open[figure.row].astype(np.int64)) > 0
    painter.setPen(flat_pen(theme.zone_outline, 0.8 * theme.stroke))
    draw_segments(painter, _hatch_lines(frame.room, inside, 1.6 * theme.hatch))


def _hatch_lines(room: QRectF, inside: Flags, spacing: float) -> list[QLineF]:
    """Return the parts of all diagonals that lie in a region of cells over a rectangle.

    Along each diagonal x + y is the same; it is cut where neighbouring samples differ.
    """
    if not inside.any() or room.width() < 1 or room.height() < 1:
        return []
    rows, columns = inside.shape
    first = np.ceil((room.left() + room.top()) / spacing)
    sums = np.arange(first, (room.right() + room.bottom()) / spacing) * spacing
    xs = np.arange(room.left() + SAMPLE / 2, room.right(), SAMPLE)
    ys = sums[:, None] - xs[None, :]
    is_near = (ys > room.top()) & (ys < room.bottom())
    column = ((xs - room.left()) * (columns / room.width())).astype(np.intp)
    up = np.clip((room.bottom() - ys) * (rows / room.height()), 0, rows - 1).astype(np.intp)
    hit = np.pad(is_near & inside[up, column[None, :].clip(0, columns - 1)], ((0, 0), (1, 1)))
    line, place = np.nonzero(hit[:, 1:] != hit[:, :-1])
    lines: list[QLineF] = []
    for total, start, end in zip(sums[line[::2]], place[::2], place[1::2], strict=True):
        left, right = room.left() + start * SAMPLE, min(room.left() + end * SAMPLE, room.right())
        lines.append(QLineF(left, total - left, right, total - right))
    return lines


def paint_labels(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: TwoFactorFigure
) -> None:
    """Write into each region what it stands for."""
    small = small_font(font)
    small.setBold(True)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    veil = QColor(theme.ground)
    veil.setAlphaF(0.82)
    for x, y, words in factor_labels(figure):
        width, height = metrics.horizontalAdvance(words) + metrics.height() / 2, metrics.height()
        at = frame.point(x, y)
        place = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
        painter.fillRect(place, veil)
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, Align.AlignCenter, words)


def paint_marks(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: TwoFactorFigure
) -> None:
    """Draw the dated marks of both controls along the upper and the far edge."""
    metrics = QFontMetricsF(small_font(font))
    painter.setFont(small_font(font))
    line, room = metrics.height(), frame.room
    long = 0.25 * line
    taken = room.left() - line
    for value, words in sorted(figure.x.marks):
        at = frame.point(value, frame.high)
        width = metrics.horizontalAdvance(words) + 4
        left = min(max(at.x() - width / 2, room.left()), frame.whole.right() - width)
        _tick(painter, theme, QLineF(at.x(), at.y(), at.x(), at.y() - long))
        if left >= taken:
            place = QRectF(left, at.y() - long - line, width, line)
            painter.drawText(place, Align.AlignCenter, words)
            taken = left + width
    taken = room.bottom() + line
    for value, words in sorted(figure.y.marks):
        at = frame.point(frame.right, value)
        _tick(painter, theme, QLineF(at.x(), at.y(), at.x() + long, at.y()))
        if at.y() + line / 2 <= taken:
            place = QRectF(at.x() + 1.5 * long, at.y() - line / 2, frame.whole.width(), line)
            painter.drawText(place, Align.AlignLeft | Align.AlignVCenter, words)
            taken = at.y() - line / 2


def _tick(painter: QPainter, theme: Theme, line: QLineF) -> None:
    painter.setPen(flat_pen(theme.track, 1))
    painter.drawLine(line)
    painter.setPen(QColor(theme.ink_soft))


def paint_points(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: TwoFactorFigure
) -> None:
    """Draw the baseline as a hollow diamond and the present point with lines to both axes."""
    radius = 4.6 * unit_of_font(font)
    now = frame.point(figure.x.now, figure.y.now)
    painter.setPen(flat_pen(theme.ink, theme.stroke, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(now.x(), frame.room.bottom(), now.x(), now.y()))
    painter.drawLine(QLineF(frame.room.left(), now.y(), now.x(), now.y()))
    if has_baseline(figure) and figure.baseline is not None:
        _paint_baseline(painter, theme, frame.point(*figure.baseline), radius)
    painter.setPen(flat_pen(theme.ground, 2 * theme.stroke))
    painter.setBrush(QColor(theme.ink))
    painter.drawEllipse(now, radius, radius)


def has_baseline(figure: TwoFactorFigure) -> bool:
    """Return whether the baseline has a point of its own."""
    return figure.baseline is not None and figure.baseline != (figure.x.now, figure.y.now)


def _paint_baseline(painter: QPainter, theme: Theme, at: QPointF, radius: float) -> None:
    for colour, width in ((theme.ground, 5.0), (theme.ink, 1.6)):
        painter.setPen(flat_pen(colour, width * theme.stroke))
        painter.setBrush(QColor(theme.ground))
        painter.drawPolygon(diamond(at, 1.4 * radius))


def paint_legend(
    painter: QPainter, frame: CanvasFrame, theme: Theme, font: QFont, figure: TwoFactorFigure
) -> None:
    """Say above the axes what the signs mean; what finds no room any more is left out."""
    metrics = QFontMetricsF(small_font(font))
    painter.setFont(small_font(font))
    line = metrics.height()
    middle, left = frame.whole.top() + 0.75 * line, frame.room.left()
    for kind, words in _legend(figure):
        width = metrics.horizontalAdvance(words) + 2
        if left + 2.2 * line + width > frame.whole.right():
            return
        sample = QRectF(left, middle - 0.32 * line, 1.8 * line, 0.64 * line)
        painter.save()
        if kind == "count":
            _paint_counts(painter, sample, theme, figure)
        else:
            _paint_sample(painter, sample, theme, kind, 0.3 * line)
        painter.restore()
        painter.setPen(QColor(theme.ink_soft))
        room = QRectF(left + 2.2 * line, middle - line / 2, width, line)
        painter.drawText(room, Align.AlignLeft | Align.AlignVCenter, words)
        left = room.right() + 1.1 * line


def _legend(figure: TwoFactorFigure) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    if figure.show == "count":
        counts = open_rows(figure)
        least, most = int(counts.min()), int(counts.max())
        entries.append(("count", tr("{least} to {most} commitments open", least=least, most=most)))
    if figure.row is not None:
        kind = "row" if figure.show == "row" else "outline"
        entries.append((kind, tr("{name} open", name=figure.row_name)))
    entries.append(("now", tr("now")))
    if has_baseline(figure):
        entries.append(("baseline", tr("baseline")))
    return entries


def _paint_counts(painter: QPainter, room: QRectF, theme: Theme, figure: TwoFactorFigure) -> None:
    """Draw the colours of all numbers of rows that the map shows, side by side."""
    shades = np.unique(factor_shades(figure))
    width = room.width() / len(shades)
    for place, shade in enumerate(shades):
        red, green, blue, opacity = (int(part) for part in count_ramp(theme)[shade])
        part = QRectF(room.left() + place * width, room.top(), width, room.height())
        painter.fillRect(part, QColor(red, green, blue, opacity))


def _paint_sample(painter: QPainter, room: QRectF, theme: Theme, kind: str, radius: float) -> None:
    if kind == "now":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink))
        painter.drawEllipse(room.center(), radius, radius)
    elif kind == "baseline":
        _paint_baseline(painter, theme, room.center(), radius)
    else:
        if kind == "row":
            red, green, blue = (int(part) for part in zone_ramp(theme)[128][:3])
            painter.fillRect(room, QColor(red, green, blue))
            painter.setPen(flat_pen(theme.zone_outline, 0.8 * theme.stroke))
            hatch(painter, room, theme.hatch)
        edge = theme.zone_outline if kind == "row" else theme.ink
        painter.setPen(flat_pen(edge, 2 * theme.stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
