"""The bundled case of Egypt and Israel as data: whole, sourced, and its known answers."""

import pytest

from explorer.files.case_file import bundled_case, case_problems
from explorer.files.record_file import bundled_record
from explorer.files.resources import resource
from explorer.model.assumption import assumptions
from explorer.model.example import Check
from explorer.model.history_year import day_scenario
from explorer.model.scenario import default_scenario, preset_scenario, with_line_preset
from explorer.solver.outlook import meeting_outlook
from explorer.solver.record_check import record_findings
from explorer.solver.solve import solve

SINAI = bundled_case("sinai")
FOUND = bundled_record(SINAI)
assert FOUND is not None
RECORD = FOUND


def test_the_case_is_sound() -> None:
    assert case_problems(resource("cases", "sinai.json")) == ()
    assert SINAI.target_shape == (4, 4, 4, 4, 4, 4)
    assert SINAI.sender_shape == (4, 3, 4, 3, 3)


def test_every_issue_has_a_line_of_each_side() -> None:
    lines = [control for control in SINAI.controls if control.kind == "limit"]
    for issue in SINAI.issues:
        sides = {line.party for line in lines if line.issue == issue.id}
        assert issue.given_by in sides, issue.id
    for line in lines:
        is_giver = SINAI.issue(line.issue).given_by == line.party
        assert line.bound == ("at_most" if is_giver else "at_least"), line.id


def test_every_number_has_a_source_a_range_and_a_note() -> None:
    for item in assumptions(SINAI):
        assert item.source
        assert item.kind in ("choice", "shares") or item.note, item.id
        assert item.estimate.low <= item.estimate.high


def test_everybody_who_looks_on_has_low_confidence() -> None:
    for stakeholder in SINAI.stakeholders:
        for series in stakeholder.points.values():
            assert series.note.startswith("Low confidence.")


@pytest.mark.parametrize("check", SINAI.checks, ids=lambda check: check.preset)
def test_known_answers_hold(check: Check) -> None:
    zone = solve(preset_scenario(SINAI, check.preset).with_values(check.values)).zone
    assert zone.packages == check.packages
    if check.classes:
        assert dict(zone.by_class) == check.classes


def test_line_presets_draw_lines_of_one_side() -> None:
    for item in SINAI.line_presets:
        drawn = with_line_preset(default_scenario(SINAI), item.id)
        assert {id_: drawn.value(id_) for id_ in item.values} == item.values


def test_marks_and_presets_of_leverage_stand_where_the_record_has_them() -> None:
    for index in RECORD.indices:
        assert sum(part.weight for part in index.parts) == 100
        for mark in SINAI.control(index.control).marks:
            year = int(mark.label[-4:])
            assert mark.value == RECORD.by_year[year].indices[index.control], mark
    for preset in SINAI.presets:
        assert preset.as_of is not None
        there = day_scenario(SINAI, RECORD, preset.as_of, with_lines=False)
        for index in RECORD.indices:
            assert preset.values[index.control] == there.value(index.control), preset.id


def test_stakes_and_trust_of_a_preset_are_those_of_its_day_in_the_record() -> None:
    for preset in SINAI.presets:
        assert preset.as_of is not None
        period = RECORD.period_at(preset.as_of)
        assert {id_: preset.values[id_] for id_ in period.scales} == period.scales, preset.id


def test_eleven_proposals_stand_beside_always_yes_and_the_misses_are_told() -> None:
    plain, drawn = (getattr(record_findings(SINAI, RECORD), n) for n in ("plain", "with_lines"))
    counted = plain.tally("all")
    assert (counted.hits, counted.total, counted.always_yes) == (20, 22, 14)
    missed = {
        (each.episode.id, answer.role)
        for each in plain.proposals
        for answer in each.answers
        if not answer.agrees
    }
    assert missed == {("settlements_stay_1978", "target"), ("linkage_1978", "sender")}
    assert drawn.hits == 22
    assert "with these eleven proposals and their answers known" in RECORD.warning


def test_the_test_that_comes_out_against_the_model_is_told_as_such() -> None:
    outcomes = record_findings(SINAI, RECORD).outcomes
    verdicts = {outcome.test.id: outcome.verdict for outcome in outcomes}
    assert verdicts == {
        "linkage": "definition",
        "settlements": "definition",
        "land-and-army": "against",
    }


def test_what_came_later_is_after_the_day_of_the_case() -> None:
    assert SINAI.as_of is not None
    assert all(fact.date > SINAI.as_of for fact in SINAI.later)


def test_declared_terms_clash_where_leaders_meet_anyway() -> None:
    calm, clash = (
        meeting_outlook(solve(preset_scenario(SINAI, preset)))
        for preset in ("september-1978", "september-1978-declared")
    )
    assert calm is not None
    assert clash is not None
    assert not calm.is_clash
    assert clash.is_clash
