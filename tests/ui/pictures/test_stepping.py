"""The keyboard's cursor stays among the things there are and reaches all of them."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.pictures.rows.stepping import stepped

counts = st.integers(1, 40)
steps = st.sampled_from((-5, -1, 1, 5))


@given(counts, steps, st.data())
def test_a_step_stays_inside_and_goes_where_it_points(count, step, data) -> None:
    place = data.draw(st.integers(0, count - 1))
    found = stepped(place, step, count)
    assert found is not None
    assert 0 <= found < count
    assert abs(found - place) <= abs(step)
    assert (found - place) * step >= 0
    assert found == place + step or found in (0, count - 1)


@given(counts, steps)
def test_from_nowhere_the_cursor_comes_in_at_the_end_behind_it(count, step) -> None:
    assert stepped(None, step, count) == (0 if step > 0 else count - 1)


@given(st.none() | st.integers(0, 5), steps)
def test_among_nothing_there_is_nowhere_to_stand(place, step) -> None:
    assert stepped(place, step, 0) is None
