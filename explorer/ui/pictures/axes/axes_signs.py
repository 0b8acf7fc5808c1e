"""How named points look on the axes, where their names stand, and samples for the key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPaintEngine,
    QPainter,
    QPen,
    QPolygonF,
)

from explorer.ui.look.theme import Theme
from explorer.ui.pictures.axes.axes_items import Mark
from explorer.ui.pictures.kept_picture import KeptPicture
from explorer.ui.pictures.label_placing import Anchor, Named, is_readable, named_marks
from explorer.ui.pictures.mark_painting import LARGE, RADIUS
from explorer.ui.pictures.strokes import (
    diamond,
    flat_pen,
    small_font,
    star,
    unit_of_font,
    zone_ramp,
)

AT_EASE = (64.0, 27.0)
"""Width and height of axes at ease, in lines of their words."""

DOT = 3.8
"""How wide a package of a frontier is."""

Place = tuple[str, QPointF]
"""A name, and the pixel of what it names."""


def sign(
    kind: str, at: tuple[float, float], theme: Theme, unit: float, *, is_filled: bool = False
) -> Mark:
    """Return the mark of a named point: a circle for packages, other shapes for solutions.

    Parameters
    ----------
    kind
        Which solution it is, or what kind of package.
    at
        Its place, in the data's coordinates.
    theme, unit
        In which colours, and how many pixels a length of 1 has.
    is_filled
        Whether a package lies in the deal zone; others are hollow.
    """
    radius, width = RADIUS * unit, 1.3 * theme.stroke
    solid = {"nash": ("t1", 2.4), "kalai_smorodinsky": ("s", 1.75)}
    if kind in solid:
        symbol, size = solid[kind]
        rim = 1.5 * theme.stroke
        return Mark(*at, symbol, size * radius, theme.ground, theme.ink, rim)
    if kind == "frontier":
        # A dot of its own over those of the frontier, so that it can be stepped to and clicked.
        return Mark(*at, "o", DOT * unit, "", theme.ink, 0)
    if kind in {"ideal", "boldest"}:
        symbol, size = ("d", 2.4) if kind == "ideal" else ("star", 3.6)
        return Mark(*at, symbol, size * radius, theme.ink, theme.ground, width)
    if kind == "table":
        fill = theme.ink if is_filled else theme.ground
        return Mark(*at, "t", 2.6 * radius, theme.ink, fill, width, halo=theme.ground)
    if kind == "selected":
        return Mark(*at, "o", 4 * radius, theme.ink, "", 2 * theme.stroke, halo=theme.ground)
    size = 1.8 * radius * (LARGE if kind == "proposal" else 1)
    fill = theme.ink if is_filled else theme.ground
    return Mark(*at, "o", size, theme.ink, fill, width, halo=theme.ground)


class MarkNames:
    """Writes the names of marks, and remembers where they stand.

    Marks that never move (``still``) choose their places first, so that their names never move
    either; such a name is left out while a moving mark covers it or could be taken for its own.
    Those choose first of all that have room for a name in a picture at ease: a window of another
    size shows more names or fewer, but not others in their place.
    """

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._still: tuple[Named, ...] = ()
        self._asked_all: tuple[object, ...] = ()
        self._named: tuple[Named, ...] = ()
        self._kept = KeptPicture()

    def paint(
        self,
        painter: QPainter,
        room: QRectF,
        theme: Theme,
        font: QFont,
        moving: Sequence[Place],
        still: Sequence[Place] = (),
    ) -> None:
        """Write all names for which there is a free place inside ``room``."""
        asked = (list(still), room, font)
        if self._asked != asked:
            self._asked, self._still = asked, _placed_still(still, room, font)
        asked_all = (list(moving), self._still)
        if self._asked_all != asked_all:
            self._asked_all, self._named = asked_all, self._placed(room, _anchors(moving, font))
        count, names = len(still), [name for name, _ in (*still, *moving)]
        paint = partial(_paint_names, theme=theme, font=font)
        paint_still = partial(paint, marks=self._named[:count], names=names[:count])
        if count and painter.paintEngine().type() == QPaintEngine.Type.Raster:
            key = (theme, font, self._named[:count])
            size = QSizeF(room.right(), room.bottom())
            self._kept.draw(painter, size, key=key, paint=paint_still)
        else:
            paint_still(painter)
        paint(painter, marks=self._named[count:], names=names[count:])

    def _placed(self, room: QRectF, moving: Sequence[Anchor]) -> tuple[Named, ...]:
        still = tuple(
            named if is_readable(named, moving) else Named(named.anchor, None)
            for named in self._still
        )
        return (*still, *named_marks(moving, room, still))


def _placed_still(still: Sequence[Place], room: QRectF, font: QFont) -> tuple[Named, ...]:
    """Return marks with places for their names in a room, those first that have one at ease."""
    line = QFontMetricsF(small_font(font)).height()
    ease = QRectF(0, 0, AT_EASE[0] * line, AT_EASE[1] * line)
    across, down = ease.width() / max(room.width(), 1), ease.height() / max(room.height(), 1)
    moved = [
        (name, QPointF((at.x() - room.left()) * across, (at.y() - room.top()) * down))
        for name, at in still
    ]
    has_room = [named.place is not None for named in named_marks(_anchors(moved, font), ease)]
    order = sorted(range(len(still)), key=has_room.__getitem__, reverse=True)
    placed = named_marks(_anchors([still[place] for place in order], font), room)
    found = dict(zip(order, placed, strict=True))
    return tuple(found[place] for place in range(len(still)))


def _anchors(places: Sequence[Place], font: QFont) -> list[Anchor]:
    metrics, unit = QFontMetricsF(small_font(font)), unit_of_font(font)
    return [
        Anchor(
            centre,
            RADIUS * unit,
            QSizeF(metrics.horizontalAdvance(name) + 4 * unit, metrics.height()),
        )
        for name, centre in places
    ]


def _paint_names(
    painter: QPainter, theme: Theme, font: QFont, marks: Sequence[Named], names: Sequence[str]
) -> None:
    painter.setFont(small_font(font))
    veil = QColor(theme.ground)
    veil.setAlphaF(0.78)
    for named, name in zip(marks, names, strict=True):
        place, leader = named.place, named.leader
        if place is None or not name:
            continue
        if leader is not None:
            for colour, width in ((theme.ground, 3.0), (theme.ink_soft, 1.0)):
                painter.setPen(flat_pen(colour, width * theme.stroke))
                painter.drawLine(leader)
        painter.fillRect(place.adjusted(0, 1, 0, -1), veil)
        painter.setPen(QColor(theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)


Sample = Callable[[QPainter, QRectF], None]
"""Draws a sample for the key into a rectangle."""


def zone_sample(theme: Theme) -> Sample:
    """Return how the colours of the deal zone are shown, from few packages to many."""
    return partial(_paint_zone, theme)


def line_sample(pen: QPen, ground: str = "") -> Sample:
    """Return how a line is shown, on a ground that it encloses."""
    return partial(_paint_line, pen, ground)


def dot_sample(theme: Theme, *, is_filled: bool) -> Sample:
    """Return how a filled or a hollow circle is shown."""
    return partial(_paint_dot, theme, theme.ink if is_filled else theme.ground)


def _paint_zone(theme: Theme, painter: QPainter, room: QRectF) -> None:
    ramp = zone_ramp(theme)
    fading = QLinearGradient(room.topLeft(), room.topRight())
    for place in (1, 128, 255):
        red, green, blue = (int(part) for part in ramp[place][:3])
        fading.setColorAt((place - 1) / 254, QColor(red, green, blue))
    painter.fillRect(room, fading)


def _paint_line(pen: QPen, ground: str, painter: QPainter, room: QRectF) -> None:
    if ground:
        painter.fillRect(room, QColor(ground))
    painter.setPen(pen)
    y = room.center().y()
    painter.drawLine(QLineF(room.left(), y, room.right(), y))


def _paint_dot(theme: Theme, fill: str, painter: QPainter, room: QRectF) -> None:
    radius = 0.45 * room.height()
    painter.setPen(flat_pen(theme.ink, 1.3 * theme.stroke))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(QPointF(room.right() - radius, room.center().y()), radius, radius)


def mark_sample(mark: Mark, pen: QPen | None = None) -> Sample:
    """Return how a mark is shown, on a line with a pen if there is one."""
    return partial(_paint_mark, mark, pen)


def _paint_mark(mark: Mark, pen: QPen | None, painter: QPainter, room: QRectF) -> None:
    centre, reach = room.center(), mark.size / 2
    if pen is None:
        centre.setX(room.right() - reach)
    else:
        _paint_line(pen, "", painter, room)
    x, y = centre.x(), centre.y()
    if mark.symbol == "x":
        painter.setPen(flat_pen(mark.fill, 0.25 * mark.size))
        for down in (-0.8 * reach, 0.8 * reach):
            painter.drawLine(QLineF(x - 0.8 * reach, y - down, x + 0.8 * reach, y + down))
        return
    painter.setPen(flat_pen(mark.line, mark.width) if mark.line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.fill))
    if mark.symbol == "s":
        painter.drawRect(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
    elif mark.symbol == "t1":
        corners = (QPointF(x, y - reach), QPointF(x + reach, y + reach))
        painter.drawPolygon(QPolygonF([*corners, QPointF(x - reach, y + reach)]))
    elif mark.symbol == "t":
        corners = (QPointF(x, y + reach), QPointF(x + reach, y - reach))
        painter.drawPolygon(QPolygonF([*corners, QPointF(x - reach, y - reach)]))
    elif mark.symbol == "star":
        painter.drawPolygon(star(centre, reach))
    elif mark.symbol == "d":
        painter.drawPolygon(diamond(centre, reach))
    else:
        painter.drawEllipse(centre, reach, reach)


def wedge_sample(theme: Theme) -> Sample:
    """Return how a deal zone that grows wider is shown."""
    return partial(_paint_wedge, theme)


def _paint_wedge(theme: Theme, painter: QPainter, room: QRectF) -> None:
    tip = QPointF(room.left(), room.center().y())
    painter.setPen(flat_pen(theme.zone_outline, 1.2 * theme.stroke))
    painter.setBrush(QColor(theme.zone_fill))
    painter.drawPolygon(QPolygonF([tip, room.topRight(), room.bottomRight()]))
