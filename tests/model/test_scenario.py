"""Scenarios: always valid, never changed, moved by making new ones."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.errors import ScenarioError
from explorer.model.scenario import (
    Scenario,
    control_range,
    default_scenario,
    preset_scenario,
    with_line_preset,
)
from tests.strategies import korea_scenarios

CASE = bundled_case("korea")


@given(korea_scenarios(), st.data())
def test_moving_a_control_moves_this_one_only(scenario: Scenario, data: st.DataObject) -> None:
    control = data.draw(st.sampled_from(CASE.controls))
    reach = control_range(CASE, control)
    value = data.draw(st.integers(int(reach.minimum), int(reach.maximum)))
    moved = scenario.with_value(control.id, value)
    assert moved.value(control.id) == value
    for other in CASE.controls:
        if other.id != control.id:
            assert moved.value(other.id) == scenario.value(other.id)
    assert moved.with_value(control.id, scenario.value(control.id)) == scenario


@given(st.sampled_from(CASE.controls), st.floats())
def test_a_value_is_taken_exactly_if_it_lies_in_the_range(control, value: float) -> None:
    reach = control_range(CASE, control)
    fits = reach.minimum <= value <= reach.maximum
    fits = fits and (not reach.is_whole or value == int(value))
    if fits:
        assert default_scenario(CASE).with_value(control.id, value).value(control.id) == value
    else:
        with pytest.raises(ScenarioError, match=control.id):
            default_scenario(CASE).with_value(control.id, value)


def test_whole_values_read_as_whole_numbers() -> None:
    scenario = default_scenario(CASE).with_values({"china_ties": 71.0, "un_consent": True})
    assert str(scenario.value("china_ties")) == "71"
    assert str(scenario.value("un_consent")) == "1"


def test_shares_run_from_zero_to_one() -> None:
    scenario = default_scenario(CASE).with_value("china_ties", 25)
    assert math.isclose(scenario.share("china_ties"), 0.25)


def test_the_default_of_every_line_is_no_line() -> None:
    scenario = default_scenario(CASE)
    for control in CASE.controls:
        if control.kind == "limit":
            reach = control_range(CASE, control)
            loosest = reach.maximum if control.bound == "at_most" else reach.minimum
            assert scenario.value(control.id) == loosest


@pytest.mark.parametrize("preset", CASE.line_presets, ids=lambda preset: preset.id)
def test_a_set_of_lines_leaves_the_other_side_alone(preset) -> None:
    before = preset_scenario(CASE, "october-2025-declared")
    after = with_line_preset(before, preset.id)
    own = {control.id for control in CASE.controls_of(preset.party)}
    for control in CASE.controls:
        if control.id not in own:
            assert after.value(control.id) == before.value(control.id)
        elif control.id in preset.values:
            assert after.value(control.id) == preset.values[control.id]
        else:
            assert after.value(control.id) == control_range(CASE, control).default


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: preset_scenario(CASE, "october"), "no preset"),
        (lambda: with_line_preset(default_scenario(CASE), "us"), "no set of red lines"),
        (lambda: default_scenario(CASE).with_value("china", 1), "no control"),
        (lambda: Scenario(CASE, "short", (1.0,)), "values"),
    ],
)
def test_unknown_names_are_refused_with_the_known_ones(call, words: str) -> None:
    with pytest.raises(ScenarioError, match=words):
        call()
