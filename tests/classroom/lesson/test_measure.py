"""Measures answer what the solver answers, for every kind, and say what they cannot know."""

import math
from typing import Any, get_args

import pytest

from explorer.classroom.lesson.measure import FARES, measured, measured_number
from explorer.figures.other_words import gauge_words
from explorer.figures.prices import sender_reach
from explorer.files.shelf import record_of
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Measure, MeasureKind
from explorer.model.measure_check import NEEDS, answer_kind, measure_problems
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.lens import seen_through
from explorer.solver.record_check import record_findings
from explorer.solver.solve import solve
from explorer.solver.split import split
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.structure import structure_answers
from explorer.solver.term_sheet import term_sheet
from explorer.studies.sureness import sureness
from tests.classroom.conftest import DECLARED, HANOI, OCTOBER
from tests.renamed_case import renamed_case

SMALL = {"icbm": 2, "test": 1, "ver": 1, "sanc": 2, "stat": 1, "exer": 1, "pol": 1, "aid": 1}


def asked(kind: MeasureKind, **more: Any) -> Measure:
    return Measure(kind=kind, **more)


@pytest.fixture
def hanoi(case: Case) -> Scenario:
    return preset_scenario(case, HANOI)


@pytest.fixture
def october(case: Case) -> Scenario:
    return preset_scenario(case, OCTOBER)


def test_the_zone_and_its_classes_are_counted_as_the_solver_counts(hanoi: Scenario) -> None:
    zone = solve(hanoi).zone
    assert measured(asked("zone_packages"), hanoi) == zone.packages
    for id_, packages in zone.by_class:
        assert measured(asked("class_packages", of=id_), hanoi) == packages


def test_rows_are_told_as_the_board_tells_them(october: Scenario) -> None:
    board = solve(october).board
    assert measured(asked("open_rows"), october) == tuple(
        row.row.id for row in board if row.is_open
    )
    for row in board:
        id_ = row.row.id
        assert measured(asked("row_is_open", row=id_), october) is row.is_open
        assert measured(asked("row_packages", row=id_), october) == row.packages
        assert measured(asked("row_gap", row=id_), october) == (row.gap or 0)
        assert measured(asked("row_high", row=id_), october) == sender_reach(row)
        width = measured_number(asked("row_width", row=id_), october)
        low = measured_number(asked("row_low", row=id_), october)
        assert (width > 0) == row.is_open
        assert low == row.target_floor or (row.target_floor is None and math.isnan(low))


def test_a_package_is_judged_as_its_term_sheet_does(case: Case) -> None:
    scenario = preset_scenario(case, DECLARED)
    sheet = term_sheet(scenario, package_of(case, SMALL))
    for named in ({"package": SMALL}, {"package_id": "icbm_freeze"}):
        assert measured(asked("is_in_zone", **named), scenario) is sheet.is_in_zone
        assert measured(asked("sender_gain", **named), scenario) == sheet.sender_gain
        assert measured(asked("target_gain", **named), scenario) == sheet.target_gain
        assert measured(asked("broken_lines", **named), scenario) == sheet.broken_lines
    parts = dict(sheet.sender_parts)
    assert measured(asked("sender_waiting"), scenario) == -parts["waiting"]
    parts = dict(sheet.target_parts)
    assert measured(asked("target_waiting"), scenario) == -parts["waiting"]


def test_others_are_told_as_they_stand(october: Scenario, case: Case) -> None:
    others = package_others(october, package_of(case, SMALL))
    for standing in others.standings:
        of = {"of": standing.stakeholder.id, "package": SMALL}
        assert measured(asked("stakeholder_gain", **of), october) == standing.points
        fare = measured(asked("stakeholder_fare", **of), october)
        assert fare in FARES
        assert (fare == "better") == (standing.low > -1e-9 and standing.high > 0)
        assert (fare == "worse") == (standing.high < 1e-9 and standing.low < 0)
    reading = others.readings[0]
    gauge = {"of": reading.gauge.id, "package": SMALL}
    assert measured(asked("gauge", **gauge), october) == reading.value
    assert measured(asked("gauge_word", **gauge), october) == gauge_words(
        reading.gauge, reading.value
    )


def test_shares_of_packages_without_loss_are_those_of_row_and_zone(case: Case) -> None:
    october, declared = preset_scenario(case, OCTOBER), preset_scenario(case, DECLARED)
    for place, stakeholder in enumerate(case.stakeholders):
        zone = asked("stakeholder_share", of=stakeholder.id)
        row = asked("stakeholder_share", of=stakeholder.id, row="icbm-freeze")
        assert measured(zone, october) == zone_others(october).spreads[place].share
        assert measured(row, october) == row_others(october, "icbm-freeze").spreads[place].share
        assert math.isnan(measured_number(zone, declared))


def test_openings_are_moves_that_somebody_can_make(case: Case) -> None:
    declared, october = preset_scenario(case, DECLARED), preset_scenario(case, OCTOBER)
    assert measured(asked("openings"), declared) == ("us_max_status", "dprk_min_status")
    assert measured(asked("openings"), october) == ()
    assert measured(asked("openings", row="icbm-freeze"), october) == ()
    found = measured(asked("openings", row="phased-step"), october)
    assert isinstance(found, tuple)
    assert "russia_alignment" in found
    assert "missile_advances" not in found


def test_the_meeting_is_told_as_the_outlook_tells_it(case: Case) -> None:
    declared = preset_scenario(case, DECLARED)
    assert measured(asked("meeting", of="next-months"), declared) == "blocked"
    assert measured(asked("meeting", of="singapore-2018"), declared) == "unknown"
    assert measured(asked("is_clash"), declared) is True
    willing = declared.with_values({"us_will": 100, "dprk_will": 80})
    assert measured_number(asked("lead_days"), willing) < measured_number(
        asked("lead_days"), declared
    )


def test_the_parts_of_a_split_add_up(hanoi: Scenario, october: Scenario) -> None:
    since = {"preset": HANOI}
    for row in ("", "yongbyon"):
        parts = split(hanoi, october, "row_packages" if row else "packages", row)
        total = sum(
            measured_number(asked("split_part", of=each.player.id, since=since, row=row), october)
            for each in parts.parts
        )
        assert abs(total - float((parts.after or 0) - (parts.before or 0))) < 1e-6
    still = asked("split_part", of="us_will", since=since)
    assert measured(still, october) == 0
    assert measured(asked("split_part", of="us_will"), october) == 0


def test_a_lens_and_an_option_count_before_the_question(october: Scenario, case: Case) -> None:
    lens = case.lens("small-deal-critics")
    seen = solve(seen_through(october, lens)).zone.packages
    assert measured(asked("zone_packages", lens=lens.id), october) == seen
    for answer in structure_answers(october):
        options = {answer.choice_id: answer.option_id}
        assert measured(asked("zone_packages", options=options), october) == answer.packages


def test_open_sets_are_those_of_the_study(october: Scenario) -> None:
    study = sureness(october)
    assert measured(asked("open_sets"), october) == 100 * study.zone_sets / study.sets
    for row in study.rows:
        assert measured(asked("open_sets", row=row.row_id), october) == (
            100 * row.open_sets / study.sets
        )
    for id_, sets in study.named:
        assert measured(asked("open_sets", package_id=id_), october) == (100 * sets / study.sets)


def test_the_record_is_told_with_its_baseline(october: Scenario, case: Case) -> None:
    record = record_of(case)
    assert record is not None
    found = record_findings(case, record)
    assert measured(asked("record_hits"), october) == found.with_lines.hits
    assert measured(asked("record_plain_hits"), october) == found.plain.hits
    assert measured(asked("record_always_yes"), october) == found.plain.tally("all").always_yes
    assert measured(asked("record_answers"), october) == len(found.plain.answers)
    refusals = found.plain.tally("refusals")
    assert measured(asked("record_plain_hits", of="refusals"), october) == refusals.hits
    assert measured(asked("record_answers", of="refusals"), october) == refusals.total
    for each in found.plain.proposals:
        of = each.proposal.id
        hits = sum(answer.agrees for answer in each.answers)
        assert measured(asked("proposal_hits", of=of), october) == hits
        read = measured_number(asked("reading_hits", of=of), october)
        assert 0 <= read <= len(each.readings)


def test_a_measure_of_what_the_case_lacks_says_so(october: Scenario) -> None:
    for measure in (
        asked("row_high", row="nowhere"),
        asked("row_high"),
        asked("is_in_zone", package_id="nothing"),
        asked("is_in_zone", package={"icbm": 9}),
        asked("zone_packages", lens="nobody"),
        asked("zone_packages", options={"wind": "on"}),
        asked("class_packages", of="none"),
        asked("record_hits", of="none"),
        asked("proposal_hits", of="none"),
    ):
        with pytest.raises(ScenarioError):
            measured(measure, october)


def test_a_case_without_record_or_meetings_says_so() -> None:
    case = renamed_case()
    scenario = Scenario(case, "x", tuple(reach.default for reach in case.control_ranges))
    without = Scenario(case.model_copy(update={"outlook": None}), "x", scenario.values)
    with pytest.raises(ScenarioError, match="record_hits"):
        measured(asked("record_hits"), scenario)
    with pytest.raises(ScenarioError, match="lead_days"):
        measured(asked("lead_days"), without)
    assert measure_problems(asked("lead_days"), without.case)


def test_words_and_ids_are_no_numbers(october: Scenario) -> None:
    for measure in (asked("open_rows"), asked("meeting", of="next-months")):
        with pytest.raises(ScenarioError, match="is no number"):
            measured_number(measure, october)


def test_every_kind_says_what_it_answers_with() -> None:
    assert set(NEEDS) == set(get_args(MeasureKind))
    assert answer_kind(asked("open_rows")) == "ids"
