"""Where the names of marks stand, so that each is read as its own mark's and covers nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

# Share of the label's width and height by which its middle is moved away from the mark.
_SIDES = (
    *((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)),
    *((0.6, -1), (-0.6, -1), (0.6, 1), (-0.6, 1)),
)

# How many radii a name is away from its mark: beside it, or further out on a leader line.
_RINGS = (1.3, 4.5, 9.0)

_NEAR = 2.5
"""How many radii a name can be away from its mark and still need no leader line."""

_APART = 1.3
"""How many times as far as its own mark another one is from a name without a leader line."""

_SPOT = 1.5
"""How many radii two marks are apart at most that cover each other for the most part."""

_CORNER = 1.5
"""How many radii the corner of a mark's square is from its middle, and a little more."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mark that wants its name beside it: its middle, its radius, the size of the name."""

    centre: QPointF
    radius: float
    label: QSizeF

    @property
    def square(self) -> QRectF:
        """The room that the mark itself takes."""
        x, y, r = self.centre.x(), self.centre.y(), self.radius
        return QRectF(x - r, y - r, 2 * r, 2 * r)


@dataclass(frozen=True, slots=True)
class Named:
    """A mark and where its name stands; None where it found no free place.

    ``leader`` is the line from the mark to a name that stands further out.
    """

    anchor: Anchor
    place: QRectF | None
    leader: QLineF | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.place is not None:
            line = QLineF(self.anchor.centre, _nearest(self.place, self.anchor.centre))
            if line.length() > _NEAR * self.anchor.radius:
                object.__setattr__(self, "leader", line)


def named_marks(
    anchors: Sequence[Anchor], room: QRectF, others: Sequence[Named] = ()
) -> tuple[Named, ...]:
    """Return each mark with a place for its name, if there is a free one.

    A place is free where the name covers no mark, no name and no leader, where every other mark
    is further from it than its own (clearly so without a leader), and where its leader crosses
    none of all these.

    Parameters
    ----------
    anchors
        The marks; earlier ones choose first.
    room
        Names stay inside it.
    others
        Further marks, whose names have been given their places.
    """
    found: list[Named] = []
    for number, anchor in enumerate(anchors):
        rivals = [*anchors[:number], *anchors[number + 1 :], *(each.anchor for each in others)]
        # The nearest is the likeliest to object, so that most places are refused at once.
        rivals.sort(key=partial(_gap, anchor))
        taken = [*others, *found]
        places = (Named(anchor, place) for place in _places(anchor, room))
        free = (each for each in places if is_readable(each, rivals) and not _meets(each, taken))
        found.append(next(free, Named(anchor, None)))
    return tuple(found)


def is_readable(named: Named, rivals: Sequence[Anchor]) -> bool:
    """Return whether a name stands apart from other marks and can only be read as its own's."""
    place, leader = named.place, named.leader
    if place is None:
        return False
    away = _distance(place, named.anchor.centre)
    least = away if leader is not None else _APART * away
    left, top, right, bottom = place.left(), place.top(), place.right(), place.bottom()
    for rival in rivals:
        x, y = rival.centre.x(), rival.centre.y()
        across = left - x if x < left else max(0.0, x - right)
        down = top - y if y < top else max(0.0, y - bottom)
        gap = hypot(across, down)
        if leader is None and gap >= least and gap >= _CORNER * rival.radius:
            continue
        if gap < _CORNER * rival.radius and place.intersects(rival.square):
            return False
        # What lies on the same spot cannot be told apart: the name is then read as the spot's.
        if _gap(rival, named.anchor) < _SPOT * rival.radius:
            continue
        if gap < least or (leader is not None and _crosses(leader, rival.square)):
            return False
    return True


def _places(anchor: Anchor, room: QRectF) -> Iterator[QRectF]:
    """Yield the places for a name around its mark that are inside a room, the best first."""
    width, height = anchor.label.width(), anchor.label.height()
    for ring, (across, down) in product(_RINGS, _SIDES):
        away = ring * anchor.radius
        x = anchor.centre.x() + across * (away + width / 2) - width / 2
        y = (
            anchor.centre.y()
            + down * (away + height / 2) * (0.9 if abs(across) == 1 else 1)
            - height / 2
        )
        place = QRectF(x, y, width, height)
        if room.contains(place) and not place.intersects(anchor.square):
            yield place


def _meets(named: Named, taken: Sequence[Named]) -> bool:
    """Return whether a name or its leader lies on another name or another leader."""
    place, leader = named.place, named.leader
    if place is None:
        return False
    for other in taken:
        if other.place is None:
            continue
        if place.intersects(other.place):
            return True
        if other.leader is not None and _crosses(other.leader, place):
            return True
        if leader is not None and _crosses(leader, other.place):
            return True
        if leader is not None and other.leader is not None and _cross(leader, other.leader):
            return True
    return False


def _nearest(place: QRectF, point: QPointF) -> QPointF:
    """Return the point of a rectangle that is nearest to another point."""
    return QPointF(
        min(max(point.x(), place.left()), place.right()),
        min(max(point.y(), place.top()), place.bottom()),
    )


def _gap(first: Anchor, second: Anchor) -> float:
    """Return how far the middles of two marks are apart."""
    away = first.centre - second.centre
    return hypot(away.x(), away.y())


def _distance(place: QRectF, point: QPointF) -> float:
    x, y = point.x(), point.y()
    across = max(place.left() - x, 0.0, x - place.right())
    down = max(place.top() - y, 0.0, y - place.bottom())
    return hypot(across, down)


def _crosses(line: QLineF, room: QRectF) -> bool:
    """Return whether a line runs through a rectangle or ends in it."""
    enters, leaves = 0.0, 1.0
    for start, way, low, high in (
        (line.x1(), line.dx(), room.left(), room.right()),
        (line.y1(), line.dy(), room.top(), room.bottom()),
    ):
        if way:
            first, last = sorted(((low - start) / way, (high - start) / way))
            enters, leaves = max(enters, first), min(leaves, last)
        elif not low <= start <= high:
            return False
    return enters <= leaves


def _cross(first: QLineF, second: QLineF) -> bool:
    kind, _ = first.intersects(second)
    return kind == QLineF.IntersectionType.BoundedIntersection
