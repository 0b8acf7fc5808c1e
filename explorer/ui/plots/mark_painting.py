"""How named points are drawn on a canvas, and the words beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from explorer.ui.plots.label_placing import Anchor, Named, is_readable, named_marks
from explorer.ui.plots.strokes import diamond, flat_pen, small_font, unit_of_font
from explorer.ui.theme import Theme

RADIUS = 4.2

LARGE = 1.3
"""How much larger the proposals of a year are drawn than other packages."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark in pixels: its kind decides its shape; the label may be empty.

    Packages that lie in the deal zone are filled (``is_filled``), others are hollow.
    """

    kind: str
    label: str
    centre: QPointF
    is_filled: bool = False


class SpotPainter:
    """Draws marks and their names, and remembers where the names stand.

    Marks that never move (``still``) choose their places first, so that their names never move
    either.
    """

    def __init__(self) -> None:
        self._still: tuple[Named, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._named: tuple[Named, ...] = ()

    def place_still(self, room: QRectF, font: QFont, spots: Sequence[Spot]) -> None:
        """Give each name of marks that never move a free place inside ``room``."""
        self._still = named_marks(_anchors(spots, font), room)
        self._labels = tuple(spot.label for spot in spots)

    def paint_moving(
        self,
        painter: QPainter,
        room: QRectF,
        theme: Theme,
        font: QFont,
        spots: Sequence[Spot],
        still: Sequence[Spot] = (),
    ) -> None:
        """Draw marks that move, those that never do, and the names of all.

        A name is left out while a moving mark covers it or could be taken for its own.
        """
        labels = (*self._labels, *(spot.label for spot in spots))
        # Packages lie apart, so that most often nothing has moved since the last frame.
        asked = (labels, [spot.centre for spot in spots], self._still, room, font)
        if self._asked != asked:
            self._asked, self._named = asked, self._placed(room, _anchors(spots, font))
        _paint_names(painter, theme, font, self._named, labels)
        for spot in (*still, *spots):
            paint_spot(painter, theme, spot, RADIUS * unit_of_font(font))

    def _placed(self, room: QRectF, moving: Sequence[Anchor]) -> tuple[Named, ...]:
        still = tuple(
            named if is_readable(named, moving) else Named(named.anchor, None)
            for named in self._still
        )
        return (*still, *named_marks(moving, room, still))


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


def _paint_names(
    painter: QPainter, theme: Theme, font: QFont, marks: Sequence[Named], labels: Sequence[str]
) -> None:
    painter.setFont(small_font(font))
    veil = QColor(theme.ground)
    veil.setAlphaF(0.78)
    for named, label in zip(marks, labels, strict=True):
        place, leader = named.place, named.leader
        if place is None or not label:
            continue
        if leader is not None:
            for colour, width in ((theme.ground, 3.0), (theme.ink_soft, 1.0)):
                painter.setPen(flat_pen(colour, width * theme.stroke))
                painter.drawLine(leader)
        painter.fillRect(place.adjusted(0, 1, 0, -1), veil)
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label)


def paint_spot(painter: QPainter, theme: Theme, spot: Spot, radius: float) -> None:
    """Draw one mark: circle for packages, triangle, square and diamond for solutions."""
    painter.setPen(flat_pen(theme.ink, 1.3 * theme.stroke))
    painter.setBrush(QColor(theme.ground if spot.kind == "ideal" else theme.ink))
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
        radius *= LARGE if spot.kind == "proposal" else 1
        _paint_circle(painter, theme, spot, 0.9 * radius)


def _paint_circle(painter: QPainter, theme: Theme, spot: Spot, radius: float) -> None:
    """Draw a package as :func:`paint_package` would: a disc is quicker to fill than a rim."""
    width = 1.3 * theme.stroke
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ground))
    painter.drawEllipse(spot.centre, radius + 1.5 * width, radius + 1.5 * width)
    painter.setPen(flat_pen(theme.ink, width))
    painter.setBrush(QColor(theme.ink if spot.is_filled else theme.ground))
    painter.drawEllipse(spot.centre, radius, radius)


def paint_package(
    painter: QPainter, theme: Theme, shape: QPainterPath, width: float, *, is_filled: bool
) -> None:
    """Draw the shape that stands for a package: filled in the deal zone, hollow outside it.

    It has a rim of the ground, so that it stands out on the deal zone's colour.
    """
    painter.strokePath(shape, flat_pen(theme.ground, 3 * width))
    painter.setPen(flat_pen(theme.ink, width))
    painter.setBrush(QColor(theme.ink if is_filled else theme.ground))
    painter.drawPath(shape)


def _halo(painter: QPainter, theme: Theme, shape: QPolygonF) -> None:
    """Draw a filled shape with a rim of the ground, so that it stands out on dark cells."""
    painter.setPen(flat_pen(theme.ground, 1.5 * theme.stroke))
    painter.drawPolygon(shape)
