"""How named points are drawn on a canvas, and the words beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from explorer.ui.plots.label_placing import Anchor, place_labels
from explorer.ui.plots.strokes import diamond, flat_pen, small_font, unit_of_font
from explorer.ui.theme import Theme

RADIUS = 4.2

Places = tuple[QRectF | None, ...]
"""Where the name of each mark stands; None for a name that finds no place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in pixels: its kind decides its shape; the label may be empty."""

    kind: str
    label: str
    centre: QPointF


class SpotPainter:
    """Draws marks and their names, and remembers where the names stand.

    Marks that never move (``still``) choose their places first, so that their names never move
    either.
    """

    def __init__(self) -> None:
        self._still: tuple[Sequence[Spot], Places] = ((), ())
        self._moving: tuple[tuple[object, ...], Places] = ((), ())

    def paint_still(
        self, painter: QPainter, room: QRectF, theme: Theme, font: QFont, spots: Sequence[Spot]
    ) -> None:
        """Draw marks that never move, and give each name a free place inside ``room``.

        The names themselves are drawn with the moving marks, which may come to lie on one.
        """
        self._still = (spots, place_labels(_anchors(spots, font), room))
        _paint_marks(painter, theme, font, spots)

    def paint_moving(
        self, painter: QPainter, room: QRectF, theme: Theme, font: QFont, spots: Sequence[Spot]
    ) -> None:
        """Draw marks that move, and all names; a name that a moving mark covers is left out.

        Names of moving marks go where the still ones have left room.
        """
        # Packages lie apart, so that most often nothing has moved since the last frame.
        asked = (spots, self._still, room, font)
        if self._moving[0] != asked:
            self._moving = (asked, self._free_places(room, font, spots))
        radius = RADIUS * unit_of_font(font)
        marks = [_square(spot, radius) for spot in spots]
        still, places = self._still
        _paint_names(painter, theme, font, still, _uncovered(places, marks))
        _paint_names(painter, theme, font, spots, self._moving[1])
        _paint_marks(painter, theme, font, spots)

    def _free_places(self, room: QRectF, font: QFont, spots: Sequence[Spot]) -> Places:
        still, places = self._still
        radius = RADIUS * unit_of_font(font)
        taken = [place for place in places if place is not None]
        taken += [_square(spot, radius) for spot in still]
        return place_labels(_anchors(spots, font), room, taken)


def spot_at(spots: Sequence[Spot], point: QPointF, reach: float) -> int | None:
    """Return the place of the mark nearest to a pixel within reach, or None."""
    best: tuple[float, int] | None = None
    for place, spot in enumerate(spots):
        away = spot.centre - point
        distance = (away.x() ** 2 + away.y() ** 2) ** 0.5
        if distance <= reach and (best is None or distance <= best[0]):
            best = (distance, place)
    return None if best is None else best[1]


def _anchors(spots: Sequence[Spot], font: QFont) -> list[Anchor]:
    metrics, unit = QFontMetricsF(small_font(font)), unit_of_font(font)
    return [
        Anchor(
            spot.centre,
            RADIUS * unit,
            QSizeF(metrics.horizontalAdvance(spot.label) + 4 * unit, metrics.height()),
        )
        for spot in spots
    ]


def _square(spot: Spot, radius: float) -> QRectF:
    return QRectF(spot.centre.x() - radius, spot.centre.y() - radius, 2 * radius, 2 * radius)


def _uncovered(places: Places, marks: Sequence[QRectF]) -> Places:
    """Return the places with None for those that a mark would make unreadable."""
    return tuple(
        None if place is None or any(place.intersects(mark) for mark in marks) else place
        for place in places
    )


def _paint_names(
    painter: QPainter, theme: Theme, font: QFont, spots: Sequence[Spot], places: Places
) -> None:
    painter.setFont(small_font(font))
    radius = RADIUS * unit_of_font(font)
    veil = QColor(theme.ground)
    veil.setAlphaF(0.78)
    for spot, place in zip(spots, places, strict=True):
        if place is None or not spot.label:
            continue
        _paint_leader(painter, theme, spot.centre, place, radius)
        painter.fillRect(place.adjusted(0, 1, 0, -1), veil)
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, spot.label)


def _paint_marks(painter: QPainter, theme: Theme, font: QFont, spots: Sequence[Spot]) -> None:
    radius = RADIUS * unit_of_font(font)
    for spot in spots:
        paint_spot(painter, theme, spot, radius)


def _paint_leader(
    painter: QPainter, theme: Theme, centre: QPointF, place: QRectF, radius: float
) -> None:
    """Draw a line from a mark to a name that stands further out."""
    near = QPointF(
        min(max(centre.x(), place.left()), place.right()),
        min(max(centre.y(), place.top()), place.bottom()),
    )
    if QLineF(centre, near).length() > 2.5 * radius:
        painter.setPen(flat_pen(theme.ink_soft, theme.stroke))
        painter.drawLine(centre, near)


def paint_spot(painter: QPainter, theme: Theme, spot: Spot, radius: float) -> None:
    """Draw one mark: circle for packages, triangle, square and diamond for solutions."""
    painter.setPen(flat_pen(theme.ink, 1.3 * theme.stroke))
    painter.setBrush(QColor(theme.ground if spot.kind in ("package", "ideal") else theme.ink))
    x, y = spot.centre.x(), spot.centre.y()
    if spot.kind == "nash":
        ends = (
            (x, y - 1.3 * radius),
            (x + 1.25 * radius, y + radius),
            (x - 1.25 * radius, y + radius),
        )
        _halo(painter, theme, QPolygonF([QPointF(*end) for end in ends]))
    elif spot.kind == "kalai_smorodinsky":
        side = 1.75 * radius
        square = QRectF(x - side / 2, y - side / 2, side, side)
        _halo(painter, theme, QPolygonF(square))
    elif spot.kind == "ideal":
        painter.drawPolygon(diamond(spot.centre, 1.2 * radius))
    elif spot.kind == "selected":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(flat_pen(theme.ground, 5 * theme.stroke))
        painter.drawEllipse(spot.centre, 2 * radius, 2 * radius)
        painter.setPen(flat_pen(theme.ink, 2 * theme.stroke))
        painter.drawEllipse(spot.centre, 2 * radius, 2 * radius)
    else:
        painter.drawEllipse(spot.centre, 0.9 * radius, 0.9 * radius)


def _halo(painter: QPainter, theme: Theme, shape: QPolygonF) -> None:
    """Draw a filled shape with a rim of the ground, so that it stands out on dark cells."""
    painter.setPen(flat_pen(theme.ground, 1.5 * theme.stroke))
    painter.drawPolygon(shape)
