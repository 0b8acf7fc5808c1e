"""Which of many points no other beats, against looking at every pair."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.solver.frontier import undominated

# Few different numbers, so that ties are common.
POINTS = st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), max_size=30)


def is_beaten(point: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Return whether another point is at least as good in both and better in one."""
    return any(other != point and other[0] >= point[0] and other[1] >= point[1] for other in others)


@given(POINTS)
def test_a_point_stays_exactly_if_no_other_beats_it(points: list[tuple[int, int]]) -> None:
    first = np.array([point[0] for point in points], dtype=np.float64)
    second = np.array([point[1] for point in points], dtype=np.float64)
    stays = undominated(first, second)
    assert stays.tolist() == [not is_beaten(point, points) for point in points]


def test_of_no_points_none_stays() -> None:
    nothing = np.zeros(0)
    assert undominated(nothing, nothing).tolist() == []
