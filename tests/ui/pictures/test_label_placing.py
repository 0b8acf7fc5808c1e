"""Names beside marks: each is read as its own mark's, none covers another, all stay inside."""

from collections.abc import Sequence
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from explorer.ui.pictures.label_placing import Anchor, Named, is_readable, named_marks

PLACES = st.tuples(st.integers(0, 400), st.integers(0, 300))
ROOM = QRectF(0, 0, 400, 300)


def anchors(places: Sequence[tuple[int, int]]) -> list[Anchor]:
    return [Anchor(QPointF(x, y), 4, QSizeF(50, 12)) for x, y in places]


def distance(room: QRectF, point: QPointF) -> float:
    """Return how far a point is from a rectangle."""
    across = max(room.left() - point.x(), 0, point.x() - room.right())
    down = max(room.top() - point.y(), 0, point.y() - room.bottom())
    return QLineF(0, 0, across, down).length()


def along(line: QLineF) -> list[QPointF]:
    return [line.pointAt(step / 50) for step in range(51)]


def inner(room: QRectF) -> QRectF:
    return room.adjusted(0.1, 0.1, -0.1, -0.1)


def assert_clear(found: Sequence[Named]) -> None:
    """Assert that every name is its own mark's, and that nothing lies on anything."""
    named = [each for each in found if each.place is not None]
    assert all(each.place is not None and ROOM.contains(each.place) for each in named)
    for each in named:
        assert each.place is not None
        own = distance(each.place, each.anchor.centre)
        for other in found:
            assert not each.place.contains(other.anchor.centre)
            if QLineF(each.anchor.centre, other.anchor.centre).length() < 1.5 * 4:
                continue
            least = own if each.leader is not None else 1.3 * own
            assert distance(each.place, other.anchor.centre) >= least - 1e-6
            if each.leader is not None:
                square = inner(other.anchor.square)
                assert not any(square.contains(point) for point in along(each.leader))
    for first, second in combinations(named, 2):
        assert first.place is not None
        assert second.place is not None
        assert not first.place.intersects(second.place)
    for first, second in permutations(named, 2):
        if first.leader is None or second.place is None:
            continue
        room = inner(second.place)
        assert not any(room.contains(point) for point in along(first.leader))
        if second.leader is not None:
            kind, _ = first.leader.intersects(second.leader)
            assert kind != QLineF.IntersectionType.BoundedIntersection


@given(places=st.lists(PLACES, max_size=25))
def test_each_name_is_nearest_to_its_own_mark_and_crosses_nothing(
    places: list[tuple[int, int]],
) -> None:
    assert_clear(named_marks(anchors(places), ROOM))


@given(
    crowd=st.lists(st.tuples(st.integers(180, 220), st.integers(140, 160)), max_size=20),
    x=st.integers(185, 215),
)
def test_in_a_crowd_a_name_is_rather_left_out(crowd: list[tuple[int, int]], x: int) -> None:
    assert_clear(named_marks(anchors([(x, 150), *crowd]), ROOM))


@given(first=st.lists(PLACES, max_size=8), later=st.lists(PLACES, min_size=1, max_size=4))
def test_later_marks_leave_the_names_of_earlier_ones_free(
    first: list[tuple[int, int]], later: list[tuple[int, int]]
) -> None:
    taken = named_marks(anchors(first), ROOM)
    added = anchors(later)
    still = [each if is_readable(each, added) else Named(each.anchor, None) for each in taken]
    assert_clear([*still, *named_marks(added, ROOM, still)])


def test_a_single_mark_has_its_name_at_its_right() -> None:
    (named,) = named_marks(anchors([(100, 100)]), ROOM)
    assert named.place is not None
    assert named.place.left() > 100
    assert named.leader is None


def test_a_name_goes_to_the_far_side_of_a_mark_next_to_its_own() -> None:
    left, right = named_marks(anchors([(100, 100), (112, 100)]), ROOM)
    assert left.place is not None
    assert right.place is not None
    assert left.place.right() < 100
    assert right.place.left() > 112
