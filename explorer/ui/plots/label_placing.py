"""Where the names of marks stand, so that they cover neither each other nor other marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF, QRectF, QSizeF

# Share of the label's width and height by which its middle is moved away from the mark.
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))

# How many radii a name is away from its mark: beside it, or further out on a leader line.
_RINGS = (1.3, 4.5, 9.0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mark that wants its name beside it: its middle, its radius, the size of the name."""

    centre: QPointF
    radius: float
    label: QSizeF


def place_labels(
    anchors: Sequence[Anchor], room: QRectF, taken: Iterable[QRectF] = ()
) -> tuple[QRectF | None, ...]:
    """Return a rectangle for the name of each mark, or None where there is no free place.

    Parameters
    ----------
    anchors
        The marks; earlier ones choose first.
    room
        Names stay inside it.
    taken
        What must stay uncovered besides the marks.
    """
    used = [*taken, *(_around(anchor) for anchor in anchors)]
    places: list[QRectF | None] = []
    for anchor in anchors:
        place = _free_place(anchor, room, used)
        if place is not None:
            used.append(place)
        places.append(place)
    return tuple(places)


def _around(anchor: Anchor) -> QRectF:
    x, y, r = anchor.centre.x(), anchor.centre.y(), anchor.radius
    return QRectF(x - r, y - r, 2 * r, 2 * r)


def _free_place(anchor: Anchor, room: QRectF, used: Sequence[QRectF]) -> QRectF | None:
    width, height = anchor.label.width(), anchor.label.height()
    for ring, (across, down) in product(_RINGS, _SIDES):
        away = ring * anchor.radius
        x = anchor.centre.x() + across * (away + width / 2) - width / 2
        y = anchor.centre.y() + down * (away + height / 2) * (0.9 if across else 1) - height / 2
        place = QRectF(x, y, width, height)
        if room.contains(place) and not any(place.intersects(other) for other in used):
            return place
    return None
