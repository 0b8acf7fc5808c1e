"""Names beside marks: none covers another, all stay inside."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from explorer.ui.plots.label_placing import Anchor, place_labels

PLACES = st.tuples(st.integers(0, 400), st.integers(0, 300))
ROOM = QRectF(0, 0, 400, 300)


def anchors(places: list[tuple[int, int]]) -> list[Anchor]:
    return [Anchor(QPointF(x, y), 4, QSizeF(50, 12)) for x, y in places]


@given(places=st.lists(PLACES, max_size=25))
def test_names_cover_neither_each_other_nor_a_mark(places: list[tuple[int, int]]) -> None:
    found = [room for room in place_labels(anchors(places), ROOM) if room is not None]
    for first, second in combinations(found, 2):
        assert not first.intersects(second)
    for x, y in places:
        assert not any(room.contains(QPointF(x, y)) for room in found)
    assert all(ROOM.contains(room) for room in found)


@given(first=st.lists(PLACES, max_size=8), later=st.lists(PLACES, min_size=1, max_size=4))
def test_what_is_taken_stays_free(
    first: list[tuple[int, int]], later: list[tuple[int, int]]
) -> None:
    taken = [room for room in place_labels(anchors(first), ROOM) if room is not None]
    for room in place_labels(anchors(later), ROOM, taken):
        assert room is None or not any(room.intersects(other) for other in taken)


def test_a_single_mark_has_its_name_at_its_right() -> None:
    (place,) = place_labels(anchors([(100, 100)]), ROOM)
    assert place is not None
    assert place.left() > 100
