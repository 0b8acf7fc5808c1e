"""Goals are reached where the measure stands as asked, with few enough changes."""

import pytest

from explorer.classroom.lesson.goal import goal_state
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Goal, Measure
from explorer.model.scenario import preset_scenario
from tests.classroom.conftest import DECLARED


def open_row(most: int, row: str = "icbm-freeze") -> Goal:
    return Goal(
        text="Open it.", measure=Measure(kind="row_is_open", row=row), value=True, most_changes=most
    )


def test_a_goal_is_reached_by_the_move_that_opens(case: Case) -> None:
    start = preset_scenario(case, DECLARED)
    moved = start.with_value("us_max_status", 2)
    assert not goal_state(open_row(1), start, start).is_reached
    state = goal_state(open_row(1), start, moved)
    assert state.is_reached
    assert state.moved == ("us_max_status",)


def test_more_changes_than_allowed_meet_a_goal_without_reaching_it(case: Case) -> None:
    start = preset_scenario(case, DECLARED)
    moved = start.with_values({"us_max_status": 2, "dprk_min_status": 1})
    state = goal_state(open_row(1), start, moved)
    assert state.is_met
    assert state.too_many
    assert not state.is_reached
    assert goal_state(open_row(0), start, moved).is_reached
    assert goal_state(open_row(2), start, moved).is_reached


def test_a_goal_about_something_unknown_is_an_error(case: Case) -> None:
    start = preset_scenario(case, DECLARED)
    with pytest.raises(ScenarioError):
        goal_state(open_row(1, "nowhere"), start, start)
