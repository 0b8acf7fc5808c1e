"""Tests of the bundled Korea case as data: whole, sourced, and in words that fit the window."""

import pytest

from explorer.files.case_file import bundled_case, bundled_case_ids, case_problems
from explorer.files.resources import resource
from explorer.model.case import Case
from explorer.model.control import is_switch
from explorer.model.scenario import default_scenario, preset_scenario, with_line_preset

TARGET = ("icbm", "srbm", "test", "fiss", "warh", "ver")
SENDER = ("sanc", "stat", "exer", "pol", "aid")
CONTROLS = {
    "missile_advances",
    "russia_alignment",
    "china_ties",
    "sanctions_enforcement",
    "us_will",
    "dprk_will",
    "us_credibility",
    "dprk_credibility",
    "us_max_relief_before_disarmament",
    "us_max_political_before_disarmament",
    "us_max_status",
    "us_max_exercises",
    "us_min_icbm",
    "us_min_fissile",
    "us_min_verification",
    "us_min_short_range",
    "us_min_tests",
    "us_min_warheads",
    "us_max_aid",
    "us_congress",
    "us_senate",
    "dprk_min_status",
    "dprk_min_relief",
    "dprk_max_warheads",
    "dprk_max_verification",
    "dprk_max_icbm",
    "dprk_max_short_range",
    "dprk_max_tests",
    "dprk_max_fissile",
    "dprk_min_exercises",
    "dprk_min_political",
    "dprk_min_aid",
    "un_consent",
    "un_consent_political",
}

RULES = {
    "coherent_test_site",
    "coherent_cap",
    "coherent_removal",
    "coherent_verification",
    "coherent_goal_first",
    "coherent_recognition",
    "coherent_all_relief",
}

GUARDS = {
    "no_loss_south_korea",
    "no_loss_south_korea_conservative",
    "no_loss_japan",
    "no_loss_china",
    "no_loss_russia",
}


@pytest.fixture
def korea() -> Case:
    return bundled_case("korea")


def test_the_case_is_bundled_sound_and_read_once() -> None:
    assert "korea" in bundled_case_ids()
    assert case_problems(resource("cases", "korea.json")) == ()
    assert bundled_case() is bundled_case("korea")


def test_it_has_the_issues_in_the_order_of_the_model(korea: Case) -> None:
    assert tuple(issue.id for issue in korea.target_issues) == TARGET
    assert tuple(issue.id for issue in korea.sender_issues) == SENDER
    assert korea.target_shape == (5, 3, 3, 5, 4, 4)
    assert korea.sender_shape == (5, 4, 3, 3, 3)


def test_it_has_exactly_the_controls_of_the_model(korea: Case) -> None:
    assert set(korea.control_places) == CONTROLS | RULES | GUARDS
    assert {control.id for control in korea.controls if control.kind == "coherence"} == RULES


def test_every_issue_has_a_line_of_each_side(korea: Case) -> None:
    lines = [control for control in korea.controls if control.kind == "limit"]
    for issue in korea.issues:
        assert {line.party for line in lines if line.issue == issue.id} == {"sender", "target"}


def test_a_line_holds_the_other_side_to_more_and_its_own_side_to_less(korea: Case) -> None:
    for control in korea.controls:
        if control.kind == "limit":
            is_giver = korea.issue(control.issue).given_by == control.party
            assert control.bound == ("at_most" if is_giver else "at_least"), control.id


def test_guards_come_last_so_that_the_controls_of_the_model_keep_their_places(korea: Case) -> None:
    assert set(list(korea.control_places)[-len(GUARDS) :]) == GUARDS
    assert {korea.control(guard).kind for guard in GUARDS} == {"guard"}


def test_everybody_who_looks_on_has_a_guard_and_low_confidence(korea: Case) -> None:
    guarded = [control.stakeholder for control in korea.controls if control.kind == "guard"]
    assert guarded == [stakeholder.id for stakeholder in korea.stakeholders]
    for stakeholder in korea.stakeholders:
        for series in stakeholder.points.values():
            assert (series.low, series.high) == (0.7, 1.3)
            assert series.note.startswith("Low confidence.")


def test_both_sides_benefits_add_up_to_a_hundred_at_most(korea: Case) -> None:
    for issues in (korea.target_issues, korea.sender_issues):
        best = [max(issue.benefit.points.values) for issue in issues if issue.benefit]
        assert sum(best) == 100


def test_costs_and_benefits_rise_with_the_level_at_both_ends_of_every_slope(korea: Case) -> None:
    for issue in korea.issues:
        base = issue.cost.base.values
        full = list(base)
        for slope in issue.cost.slopes:
            full = [a + b for a, b in zip(full, slope.series.values, strict=True)]
        benefit = issue.benefit.points.values if issue.benefit else (0.0,)
        for rising in (base, full, benefit):
            assert list(rising) == sorted(rising), issue.id


def test_the_default_preset_is_the_default_of_every_control(korea: Case) -> None:
    assert preset_scenario(korea, korea.default_preset).values == default_scenario(korea).values


def test_every_preset_and_every_set_of_lines_makes_a_scenario(korea: Case) -> None:
    for preset in korea.presets:
        scenario = preset_scenario(korea, preset.id)
        for lines in korea.line_presets:
            with_line_preset(scenario, lines.id)


def test_the_declared_preset_is_the_default_with_both_declared_sets_of_lines(korea: Case) -> None:
    scenario = default_scenario(korea)
    for lines in ("us-declared", "dprk-declared"):
        scenario = with_line_preset(scenario, lines)
    assert scenario.values == preset_scenario(korea, "october-2025-declared").values


def test_every_preset_is_introduced_by_one_sentence(korea: Case) -> None:
    for preset in korea.presets:
        assert preset.sentence.endswith("."), preset.id
        assert preset.sentence.count(". ") == 0, preset.id
        assert len(preset.sentence.split()) <= 25, preset.id
        assert (preset.group == "period") == preset.id.startswith("period-")


def test_every_purpose_fits_twenty_words(korea: Case) -> None:
    for control in korea.controls:
        assert len(control.purpose.split()) <= 20, control.id


def test_the_ends_of_every_track_are_single_words(korea: Case) -> None:
    for control in korea.controls:
        # A switch has no track.
        if not is_switch(control):
            assert len(control.low_word.split()) == len(control.high_word.split()) == 1, control.id


def test_short_words_of_levels_are_short(korea: Case) -> None:
    for issue in korea.issues:
        for level in issue.levels:
            assert len(level.short.split()) <= 4, level.short


def test_every_weight_says_why(korea: Case) -> None:
    for issue in korea.issues:
        assert issue.cost.base.note, issue.id
        assert issue.benefit is None or issue.benefit.points.note, issue.id


def test_landmarks_rise_from_little_to_everything(korea: Case) -> None:
    prices = [
        sum(issue.cost.base.values[mark.levels.get(issue.id, 0)] for issue in korea.sender_issues)
        for mark in korea.landmarks
    ]
    assert prices == sorted(set(prices))
    assert prices[-1] == sum(max(issue.cost.base.values) for issue in korea.sender_issues)


def test_every_source_is_used(korea: Case) -> None:
    text = resource("cases", "korea.json").read_text(encoding="utf-8")
    for source in korea.sources:
        assert text.count(f'"{source.id}"') > 1, source.id


def test_it_carries_a_known_answer_for_every_preset(korea: Case) -> None:
    known = [check.preset for check in korea.checks if not check.values]
    assert known == [preset.id for preset in korea.presets]
