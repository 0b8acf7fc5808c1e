"""Places and values on a track correspond, and labels keep out of each other's way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.controls.track_geometry import Span, TrackGeometry, spread


@st.composite
def tracks(draw: st.DrawFn) -> TrackGeometry:
    minimum = draw(st.integers(-50, 50))
    count = draw(st.integers(1, 200))
    return TrackGeometry(
        left=draw(st.integers(0, 100)),
        length=draw(st.integers(count, 2000)),
        centre=12,
        minimum=minimum,
        maximum=minimum + count,
        is_mirrored=draw(st.booleans()),
    )


@given(track=tracks(), data=st.data())
def test_a_value_returns_from_its_place(track: TrackGeometry, data: st.DataObject) -> None:
    value = data.draw(st.integers(track.minimum, track.maximum))
    assert track.value_at(track.x_of(value)) == value


@given(track=tracks(), x=st.floats(-1e4, 1e4))
def test_every_place_has_a_value_in_range(track: TrackGeometry, x: float) -> None:
    assert track.minimum <= track.value_at(x) <= track.maximum


@given(track=tracks())
def test_the_minimum_stands_where_reading_begins(track: TrackGeometry) -> None:
    begins = track.left + (track.length if track.is_mirrored else 0)
    assert track.x_of(track.minimum) == begins


@given(
    wishes=st.lists(st.tuples(st.floats(0, 300), st.floats(1, 60)), min_size=1, max_size=5),
)
def test_labels_keep_order_and_distance_while_there_is_room(
    wishes: list[tuple[float, float]],
) -> None:
    wishes.sort()
    centres, widths = zip(*wishes, strict=True)
    room = Span(0, 300)
    spans = spread(centres, widths, room)
    assert [span.width for span in spans] == list(widths)
    assert spans[0].start >= 0
    assert spans[-1].end <= room.end + 1e-6
    for before, after in pairwise(spans):
        assert before.end <= after.start + 1e-6


def test_a_label_with_room_stands_over_its_anchor() -> None:
    (span,) = spread((100.0,), (40.0,), Span(0, 300))
    assert span.start + span.width / 2 == pytest.approx(100)
