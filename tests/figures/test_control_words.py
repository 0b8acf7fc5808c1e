"""The words of controls fit their values, and every value has one place in the range table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.control_detail import control_detail, reference_values
from explorer.figures.control_words import (
    change_words,
    control_status,
    drawn_lines,
    is_drawn,
    line_preset_of,
    move_name,
    reset_name,
    set_words,
    stretches,
)
from explorer.figures.phrase import control_title
from explorer.figures.source_words import source_text, source_title
from explorer.files.case_file import bundled_case
from explorer.model.scenario import (
    Scenario,
    control_range,
    default_scenario,
    preset_scenario,
    with_line_preset,
)
from tests.figures.sentences import assert_reads_well
from tests.strategies import korea_scenarios, scenarios, small_cases

KOREA = bundled_case()


@given(st.data())
def test_every_value_of_every_control_has_words(data: st.DataObject) -> None:
    case = data.draw(small_cases())
    scenario = data.draw(scenarios(case))
    for control in case.controls:
        value = scenario.value(control.id)
        status = control_status(case, control.id, value)
        for text in (status.status, status.value_text, change_words(case, control.id, value)):
            assert text
            assert_reads_well(text)
        assert_reads_well(set_words(case, control.id, value))


@given(korea_scenarios())
def test_every_value_lies_in_exactly_one_stretch_of_its_table(scenario: Scenario) -> None:
    for control in KOREA.controls:
        value = scenario.value(control.id)
        held = [s for s in stretches(KOREA, control.id) if s.holds(value)]
        assert len(held) == 1
        assert held[0].words == control_status(KOREA, control.id, value).status


@given(korea_scenarios())
def test_drawn_lines_are_those_that_left_their_loosest_value(scenario: Scenario) -> None:
    drawn = drawn_lines(scenario)
    for control in KOREA.controls:
        loosest = control_range(KOREA, control).off
        moved = control.kind != "scale" and scenario.value(control.id) != loosest
        assert is_drawn(KOREA, control.id, scenario.value(control.id)) == moved
        # A rule of coherence restricts, but nobody has drawn it.
        assert (control.id in drawn) == (moved and control.kind != "coherence")


def test_a_value_below_the_first_stretch_takes_its_word() -> None:
    control = KOREA.controls[0]
    words = control_status(KOREA, control.id, -1).status
    assert words == control_status(KOREA, control.id, 0).status


def test_a_line_that_is_not_drawn_says_so_once() -> None:
    status = control_status(KOREA, "us_max_status", 3)
    assert (status.value_text, status.status) == ("no line", "no line")
    assert change_words(KOREA, "us_max_status", 3) == "no line"


def test_undo_names_say_what_the_hand_did() -> None:
    assert move_name(KOREA, "russia_alignment") == "move Russia alignment"
    assert move_name(KOREA, "dprk_min_status") == "move Pyongyang’s line on nuclear status"
    for switch in ("un_consent", "no_loss_japan"):
        assert move_name(KOREA, switch) == f"switch {KOREA.control(switch).name}"
    assert reset_name(KOREA, "china_ties") == "reset China ties"


def test_a_drawn_set_of_lines_is_recognised_and_an_edited_one_is_not() -> None:
    scenario = default_scenario(KOREA)
    for preset in KOREA.line_presets:
        drawn = with_line_preset(scenario, preset.id)
        assert line_preset_of(drawn, preset.party) == preset.id
    strange = scenario.with_values({"us_min_fissile": 4, "us_max_status": 0})
    assert line_preset_of(strange, "sender") == ""


@pytest.mark.parametrize("control_id", list(KOREA.control_places))
def test_the_detail_of_every_control_is_complete_and_reads_well(control_id: str) -> None:
    detail = control_detail(KOREA, control_id)
    control = KOREA.control(control_id)
    assert control_title(KOREA, control) in detail.title
    assert detail.purpose == control.purpose
    assert len(detail.marks) == len(control.marks)
    assert len(detail.sources) == len(control.sources)
    assert bool(detail.binds) == (control.kind != "scale")
    assert bool(detail.range_note) == (control.kind == "scale")
    cells = [cell for mark in detail.marks for cell in (mark.label, mark.value, mark.words)]
    assert detail.movers
    for text in (*cells, detail.movers, detail.binds, detail.range_note):
        assert_reads_well(text)
    assert not {source.id for source in KOREA.sources} & {*detail.sources}


def test_the_reference_values_name_the_scenarios_they_come_from() -> None:
    october, hanoi = preset_scenario(KOREA, "october-2025"), preset_scenario(KOREA, "hanoi-2019")
    now, loaded, baseline, default = reference_values(
        "russia_alignment",
        scenario=october.with_value("russia_alignment", 50),
        loaded=october,
        baseline=hanoi,
    )
    words = control_status(KOREA, "russia_alignment", 50).status
    assert now.words == f"{words[0].upper()}{words[1:]} (50)"
    assert (loaded.place, baseline.place) == ("As loaded (October 2025)", "Baseline (Hanoi 2019)")
    assert baseline.words.endswith(f"({hanoi.value('russia_alignment'):g})")
    assert default.words == loaded.words


def test_an_unknown_source_stands_as_it_is() -> None:
    assert source_text(KOREA, "unheard-of") == "unheard-of"
    assert source_title(KOREA, "unheard-of") == "unheard-of"
