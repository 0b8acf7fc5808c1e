"""PERT: stays in its range, rises with the share, and has the mean that defines it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.solver.pert import pert_values

NUMBERS = st.floats(-100, 100).map(lambda number: round(number, 2))
RANGES = st.lists(NUMBERS, min_size=3, max_size=3).map(sorted)
EVENLY = (np.arange(20_000) + 0.5) / 20_000


@given(RANGES)
def test_values_rise_with_the_share_and_stay_in_the_range(ends: list[float]) -> None:
    low, likely, high = ends
    values = pert_values(EVENLY, low, likely, high)
    assert values.min() >= low
    assert values.max() <= high
    assert (np.diff(values) >= 0).all()


@given(RANGES)
def test_the_mean_is_the_one_that_defines_it(ends: list[float]) -> None:
    low, likely, high = ends
    mean = pert_values(EVENLY, low, likely, high).mean()
    assert mean == pytest.approx((low + 4 * likely + high) / 6, abs=2e-3 * (high - low) + 1e-9)


@given(RANGES, st.floats(0, 1), st.floats(0, 1))
def test_the_same_share_never_falls_as_the_likeliest_value_rises(
    ends: list[float], first: float, second: float
) -> None:
    low, _, high = ends
    lower, upper = sorted((first, second))
    shares = EVENLY[::200]
    below = pert_values(shares, low, low + lower * (high - low), high)
    above = pert_values(shares, low, low + upper * (high - low), high)
    assert (above >= below - 1e-6 * (high - low)).all()


def test_a_range_of_one_value_gives_that_value() -> None:
    assert pert_values(np.array([0.0, 0.3, 1.0]), 2.0, 2.0, 2.0).tolist() == [2.0, 2.0, 2.0]
