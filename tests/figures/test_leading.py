"""What a case puts first: taken from its order and its presets alone."""

import pytest

from explorer.figures.leading import (
    declared_partner,
    has_declared,
    hidden_lines,
    leading_groups,
    leading_lines,
    leading_presets,
    leading_sliders,
    on_side,
    side_of,
    with_declared,
)
from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from tests.renamed_case import renamed_case

CASE = bundled_case()
START = preset_scenario(CASE, CASE.default_preset)
DECLARED = preset_scenario(CASE, "october-2025-declared")


def test_three_sliders_and_two_lines_of_each_side_come_first() -> None:
    assert leading_sliders(CASE) == ("missile_advances", "russia_alignment", "china_ties")
    assert leading_lines(CASE, "sender") == ("us_max_relief_before_disarmament", "us_max_status")
    assert leading_lines(CASE, "target") == ("dprk_min_status", "dprk_max_warheads")
    shown = [each for group in leading_groups(CASE) for each in group.shown]
    assert len(shown) == 7
    assert not any(group.folded for group in leading_groups(CASE))


def test_the_lines_of_the_declared_scenario_are_those_that_come_first() -> None:
    lines = {*leading_lines(CASE, "sender"), *leading_lines(CASE, "target")}
    limits = [each.id for each in CASE.controls if each.kind == "limit"]
    assert {each for each in limits if DECLARED.value(each) != START.value(each)} == lines
    assert hidden_lines(DECLARED) == 0


@pytest.mark.parametrize("preset_id", leading_presets(CASE))
def test_a_side_and_its_declared_lines_are_told_from_everything_else(preset_id: str) -> None:
    plain, declared = preset_scenario(CASE, preset_id), declared_partner(CASE, preset_id)
    assert declared is not None
    for scenario in (plain, declared):
        assert side_of(scenario) == preset_id
        assert has_declared(scenario) == (scenario is declared)
    moved = plain.with_value("russia_alignment", 1)
    assert side_of(moved) == ""
    assert not has_declared(moved)


def test_changing_sides_keeps_declared_lines_in_force() -> None:
    first, other = leading_presets(CASE)
    assert on_side(preset_scenario(CASE, other), first) == preset_scenario(CASE, first)
    assert on_side(DECLARED, first) == declared_partner(CASE, first)


def test_declared_lines_come_and_go_without_moving_anything_else() -> None:
    assert with_declared(START, is_on=True) == DECLARED
    assert with_declared(DECLARED, is_on=False) == START
    moved = START.with_value("russia_alignment", 40)
    held = with_declared(moved, is_on=True)
    assert held.value("russia_alignment") == 40
    assert has_declared(held)
    assert with_declared(held, is_on=False).values == moved.values


def test_a_case_with_other_names_has_its_own_first_things() -> None:
    case = renamed_case()
    assert len(leading_sliders(case)) == 3
    assert leading_groups(case)


def test_settings_of_neither_side_are_on_no_side_and_keep_their_sliders() -> None:
    moved = START.with_value("china_ties", 3)
    assert side_of(moved) == ""
    assert with_declared(moved, is_on=True).value("china_ties") == 3


def test_a_side_without_declared_lines_stays_as_it_is() -> None:
    sides = (CASE.default_preset, CASE.baseline_preset)
    presets = tuple(each for each in CASE.presets if each.id in sides)
    case = CASE.model_copy(update={"presets": presets})
    start = preset_scenario(case, case.default_preset)
    assert declared_partner(case, case.default_preset) is None
    assert with_declared(start, is_on=True) == start
