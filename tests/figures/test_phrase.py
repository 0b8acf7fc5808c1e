"""Points on screen are whole, in order, and never nothing where there is something."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.phrase import points_of, signed_points, whole_points
from explorer.figures.table import points_text

POINTS = st.floats(-2000, 2000).map(lambda value: round(value, 9))


@given(POINTS)
def test_points_are_whole_and_nothing_is_told_only_of_nothing(value: float) -> None:
    for words in (whole_points(value), signed_points(value), points_of(abs(value))):
        assert not re.search(r"\d\.\d", words)
        assert "-" not in words
    assert (whole_points(value) == "0") == (abs(value) <= 1e-9)
    assert (signed_points(value) == "0") == (abs(value) <= 1e-9)


@given(st.floats(0.5, 2000))
def test_half_a_point_is_rounded_up_on_both_sides_of_zero(value: float) -> None:
    whole = int(round(value, 9) + 0.5)
    assert whole_points(value) == f"{whole:,}"
    assert whole_points(-value) == f"−{whole:,}"
    assert signed_points(value) == f"+{whole:,}"
    assert signed_points(-value) == f"−{whole:,}"


@given(POINTS, POINTS)
def test_a_smaller_number_is_never_told_as_a_larger_one(one: float, other: float) -> None:
    def place(value: float) -> float:
        words = whole_points(value).replace(",", "").replace("−", "-")
        return {"under 1": 0.5, "just below 0": -0.5}.get(words) or float(words)

    low, high = sorted((one, other))
    assert place(low) <= place(high)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0 points"),
        (0.3, "under 1 point"),
        (0.5, "1 point"),
        (1.4, "1 point"),
        (4, "4 points"),
    ],
)
def test_a_number_of_points_stands_with_its_unit(value: float, words: str) -> None:
    assert points_of(value) == words


@given(st.floats(-0.06, 0.06))
def test_a_table_knows_no_negative_zero(value: float) -> None:
    assert points_text(value) in ("0.0", "0.1", "−0.1")
