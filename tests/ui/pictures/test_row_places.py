"""Rows share a window: none is too thin, none is lost, and the chosen one is always shown."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.pictures.rows.row_places import (
    LEAST_ROW,
    TALLEST_ROW,
    RowWish,
    equal_rows,
    stacked_rows,
)
from tests.examples import examples

LINE = 16.0


@examples(200)
@given(
    height=st.floats(LEAST_ROW * LINE, 2_000),
    count=st.integers(0, 60),
    chosen=st.none() | st.integers(0, 59),
    is_open=st.booleans(),
)
def test_a_row_is_never_too_thin_and_every_row_is_shown_or_counted(
    height: float, count: int, chosen: int | None, is_open: bool
) -> None:
    chosen = None if chosen is None or chosen >= count else chosen
    rows = equal_rows((40.0, height), count, line=LINE, wish=RowWish(chosen, is_open))
    assert list(rows.shown) == sorted(rows.shown)
    assert len(rows.shown) + rows.hidden == count
    assert all(rows.height_of(row) >= LEAST_ROW * LINE - 0.01 for row in rows.shown)
    assert all(rows.height_of(row) <= TALLEST_ROW * LINE + 0.01 for row in rows.shown)
    assert chosen is None or chosen in rows.shown
    assert rows.hidden == 0 or not is_open
    assert rows.excess == 0 or is_open
    for row in rows.shown:
        middle = rows.top_of(row) + rows.height_of(row) / 2
        assert rows.at(middle) == (row if middle < 40 + height else None)


@examples(100)
@given(
    height=st.floats(LEAST_ROW * LINE, 2_000),
    first=st.sets(st.integers(0, 9), min_size=1),
    chosen=st.none() | st.integers(0, 9),
    most=st.integers(1, 10),
)
def test_of_rows_that_are_wanted_no_other_but_the_chosen_one_is_shown(
    height: float, first: set[int], chosen: int | None, most: int
) -> None:
    wish = RowWish(chosen, most=most, first=tuple(sorted(first)))
    rows = equal_rows((0.0, height), 10, line=LINE, wish=wish)
    wanted = first if chosen is None else first | {chosen}
    assert set(rows.shown) <= wanted
    assert chosen is None or chosen in rows.shown
    has_room = len(wanted) <= most and len(wanted) * LEAST_ROW * LINE <= height
    assert set(rows.shown) == wanted or not has_room
    assert len(rows.shown) + rows.hidden == 10
    assert 1 <= len(rows.shown) <= most


@examples(100)
@given(height=st.floats(40, 600), more=st.floats(0, 400), count=st.integers(1, 30))
def test_more_room_never_makes_a_row_thinner_or_shows_fewer(
    height: float, more: float, count: int
) -> None:
    small = equal_rows((0.0, height), count, line=LINE)
    large = equal_rows((0.0, height + more), count, line=LINE)
    assert len(large.shown) >= len(small.shown)
    assert large.bottom >= small.bottom - 0.01


@examples(100)
@given(
    heights=st.lists(st.floats(5, 80), min_size=1, max_size=30),
    window=st.floats(80, 300),
    data=st.data(),
)
def test_any_row_can_be_scrolled_into_sight(
    heights: list[float], window: float, data: st.DataObject
) -> None:
    rows = stacked_rows(10.0, window, heights)
    rows = rows.scrolled(data.draw(st.floats(-50, 3_000)))
    row = data.draw(st.integers(0, len(heights) - 1))
    rows = rows.scrolled(rows.offset_for(row))
    assert row in rows.seen()
    assert rows.top_of(row) >= 10.0 - 0.01
    # What is less than a pixel is rounding and not scrolled.
    assert rows.top_of(row) + rows.height_of(row) <= 10.0 + window + 1


def test_the_first_rows_stand_in_order_and_the_chosen_one_takes_the_last_place() -> None:
    rows = equal_rows((0.0, 4 * LEAST_ROW * LINE), 8, line=LINE, wish=RowWish(chosen=6))
    assert (rows.shown, rows.hidden) == ((0, 1, 2, 6), 4)
    assert rows.at(-1.0) is rows.at(1_000.0) is None


def test_a_window_of_whole_rows_ends_with_a_row_and_hides_none_of_what_can_be_scrolled_to() -> None:
    rows = stacked_rows(10.0, 100.0, [40.0, 40.0, 40.0])
    whole = rows.whole()
    assert (whole.height, whole.seen()) == (80.0, (0, 1))
    assert whole.content == rows.content
    assert stacked_rows(10.0, 30.0, [40.0, 40.0]).whole().height == 30.0
    assert stacked_rows(10.0, 100.0, [40.0]).whole().height == 100.0
