"""The axis of both brackets is the board's: its ends, its landmarks, its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.lesson.bracket_axis import bracket_axis
from explorer.figures.case_place import case_places
from explorer.files.case_file import bundled_case
from explorer.model.lesson import Prediction
from explorer.model.scene import Settings

CASE = bundled_case()
PLACES = case_places(CASE)


def asked(low: float, high: float) -> Prediction:
    settings = Settings(preset="hanoi-2019")
    return Prediction(kind="brackets", question="?", settings=settings, low=low, high=high)


def test_the_whole_axis_has_the_ends_and_landmarks_of_the_board() -> None:
    axis = bracket_axis(asked(0, PLACES.highest_price), CASE)
    assert axis.ends == ("nothing", "everything")
    inside = tuple(each for each in PLACES.landmarks if 0 < each.price < PLACES.highest_price)
    assert axis.landmarks == inside
    assert axis.landmarks


@given(st.floats(1, 30), st.floats(31, 60))
def test_a_part_of_the_axis_says_where_it_ends(low: float, high: float) -> None:
    axis = bracket_axis(asked(low, high), CASE)
    assert "nothing" not in axis.ends
    assert all(low < each.price < high for each in axis.landmarks)


@pytest.mark.parametrize("landmark", PLACES.landmarks, ids=lambda each: each.label)
def test_a_place_is_told_by_the_last_landmark_that_it_reaches(landmark) -> None:
    axis = bracket_axis(asked(0, PLACES.highest_price), CASE)
    if landmark in axis.landmarks:
        assert axis.place_words(landmark.price).endswith(f"“{landmark.label}”")
    cheapest = axis.landmarks[0].price
    assert "“" not in axis.place_words(cheapest - 0.1)
