"""Laws of the check against the record, of its scores and baselines, and of the outside tests."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.history_year import day_scenario, year_scenario
from explorer.model.package import package_of
from explorer.model.record_result import RISE, CheckedProposal, RecordCheck, Tally, TallyId
from explorer.model.scenario import preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.record_check import (
    count_outcome,
    line_outcome,
    record_check,
    record_findings,
    sweep_outcome,
)
from explorer.solver.record_hold_out import SETS, hold_out, record_hold_out
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
PLAIN = record_check(CASE, RECORD, with_lines=False)
DRAWN = record_check(CASE, RECORD, with_lines=True)
SINAI = bundled_case("sinai")
CHECKS = pytest.mark.parametrize("check", [PLAIN, DRAWN], ids=["plain", "drawn"])


def test_a_count_says_how_much_two_sets_of_lines_leave() -> None:
    record = bundled_record(SINAI)
    assert record is not None
    (outcome,) = record_findings(SINAI, record).count_tests
    start = preset_scenario(SINAI, outcome.test.preset)
    for lines, found in ((outcome.test.fewer, outcome.fewer), (outcome.test.more, outcome.more)):
        assert zone_packages(deal_zone(start.with_values(dict(lines)))) == found
    assert outcome.verdict == "against"
    easier = outcome.test.model_copy(update={"times": 1.2})
    assert count_outcome(SINAI, easier).verdict == "direction"
    nothing = outcome.test.model_copy(update={"more": {"eg_min_west": 3, "il_max_west": 1}})
    assert count_outcome(SINAI, nothing).verdict == "against"


@CHECKS
def test_always_yes_scores_as_many_as_the_record_has_yes(check: RecordCheck) -> None:
    yes = sum(answer.said_yes for answer in check.answers)
    assert check.tally("all").always_yes == yes
    for tally in check.tallies:
        assert 0 <= tally.hits <= tally.total
        assert 0 <= tally.always_yes <= tally.total
    assert check.tally("agreements").always_yes == check.tally("agreements").total
    assert check.tally("refusals").always_yes == 0


@CHECKS
@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("all", ("agreements", "refusals")),
        ("all", ("sender", "target")),
        ("all", ("before", "after")),
        ("refusals", ("sender-refusals", "target-refusals")),
    ],
)
def test_split_scores_add_up(
    check: RecordCheck, whole: TallyId, parts: tuple[TallyId, TallyId]
) -> None:
    one, other = map(check.tally, parts)
    added = Tally(
        whole,
        one.hits + other.hits,
        one.total + other.total,
        one.always_yes + other.always_yes,
    )
    assert check.tally(whole) == added


@CHECKS
def test_scores_are_those_of_the_single_answers(check: RecordCheck) -> None:
    agreeing = [answer for answer in check.answers if answer.agrees]
    assert check.hits == check.tally("all").hits == len(agreeing)
    own = [each for each in check.proposals if each.proposal.made_by is not None]
    reported = [each for each in check.proposals if not each.proposal.is_confirmed]
    assert check.tally("others").total == len(check.answers) - len(own)
    assert check.tally("confirmed").total == len(check.answers) - 2 * len(reported)
    assert own
    assert reported


def test_without_a_year_set_apart_nothing_is_split() -> None:
    whole = replace(PLAIN, apart_from=None)
    ids = {tally.id for tally in whole.tallies}
    assert not ids & {"before", "after"}
    assert hold_out(CASE, RECORD, whole) is None


def test_a_proposer_said_yes_to_its_own_proposal() -> None:
    for each in PLAIN.proposals:
        for answer in each.answers:
            assert answer.role != each.proposal.made_by or answer.said_yes


def test_no_year_and_no_levels_are_checked_twice() -> None:
    seen = [
        (each.episode.start.year, sorted(each.proposal.levels.items())) for each in PLAIN.proposals
    ]
    assert all(seen.count(each) == 1 for each in seen)


def test_lines_only_ever_turn_a_yes_into_a_no() -> None:
    for plain, drawn in zip(PLAIN.answers, DRAWN.answers, strict=True):
        assert plain.gain == drawn.gain
        assert plain.model_says_yes or not drawn.model_says_yes
        own = set(drawn.broken_lines) - set(plain.broken_lines)
        assert drawn.model_says_yes == (plain.model_says_yes and not own)


@given(st.sampled_from(PLAIN.proposals))
def test_both_say_yes_exactly_when_the_proposal_breaks_nothing_and_pleases_both(
    each: CheckedProposal,
) -> None:
    for check, with_lines in ((PLAIN, False), (DRAWN, True)):
        single = next(one for one in check.proposals if one.proposal == each.proposal)
        scenario = day_scenario(CASE, RECORD, single.episode.start, with_lines=with_lines)
        sheet = term_sheet(scenario, package_of(CASE, single.proposal.levels))
        both = all(answer.model_says_yes for answer in single.answers)
        assert both or not sheet.is_in_zone
        assert sheet.is_in_zone or not both or sheet.broken_lines


def test_other_readings_are_judged_on_the_same_day_and_against_the_same_answers() -> None:
    with_readings = [each for each in PLAIN.proposals if each.proposal.readings]
    assert with_readings
    for each in with_readings:
        scenario = day_scenario(CASE, RECORD, each.episode.start, with_lines=False)
        for read, stated in zip(each.readings, each.proposal.readings, strict=True):
            sheet = term_sheet(scenario, package_of(CASE, stated.levels))
            assert [answer.gain for answer in read.answers] == [
                sheet.sender_gain,
                sheet.target_gain,
            ]
            assert [answer.said_yes for answer in read.answers] == [
                answer.said_yes for answer in each.answers
            ]


def test_the_hold_out_is_chosen_early_and_scored_late() -> None:
    outcome = record_hold_out(CASE, RECORD)
    assert outcome is not None
    assert outcome == hold_out(CASE, RECORD, PLAIN)
    before, after = PLAIN.tally("before"), PLAIN.tally("after")
    assert 0 < outcome.best <= outcome.models
    assert outcome.models % SETS == 0
    assert 0 <= outcome.before <= before.total
    for share in (outcome.after, outcome.after_of_all):
        assert 0 <= share <= after.total


def test_a_test_that_its_own_line_decides_is_said_to_follow_from_a_definition() -> None:
    for outcome in record_findings(CASE, RECORD).line_tests:
        assert outcome.breaks_line
        assert not outcome.is_inside_with_lines
        assert outcome.verdict == ("definition" if outcome.is_inside else "against")
        assert line_outcome(CASE, RECORD, outcome.test) == outcome


def test_a_sweep_agrees_in_direction_only_where_the_zone_clearly_turns_up_again() -> None:
    for outcome in record_findings(CASE, RECORD).sweep_tests:
        lowest = min(outcome.packages)
        assert outcome.packages_at(outcome.lowest_at) == lowest
        turns = outcome.packages[-1] >= RISE * lowest > 0
        assert outcome.verdict == ("direction" if turns else "against")
        flat = replace(outcome, packages=(5,) * len(outcome.values))
        assert flat.verdict == "against"
        risen = replace(outcome, packages=(*outcome.packages[:-1], 2 * lowest + 1))
        assert risen.verdict == "direction"
        assert sweep_outcome(CASE, outcome.test) == outcome


@examples(10)
@given(st.sampled_from(list(RECORD.by_year)))
def test_the_zone_of_a_year_is_no_larger_with_the_lines_of_its_period(year: int) -> None:
    plain, drawn = (
        zone_packages(deal_zone(year_scenario(CASE, RECORD, year, with_lines=with_lines)))
        for with_lines in (False, True)
    )
    assert drawn <= plain


def test_findings_are_found_once_and_kept() -> None:
    assert record_findings(CASE, RECORD) is record_findings(CASE, RECORD)
    assert record_hold_out(CASE, RECORD) is record_hold_out(CASE, RECORD)
    findings = record_findings(CASE, RECORD)
    assert len(findings.verdicts) == len(findings.outcomes) > 0


def test_a_case_that_is_edited_has_findings_of_its_own() -> None:
    other = bundled_case("korea").model_copy()
    assert other is not CASE
    assert record_findings(other, RECORD) is not record_findings(CASE, RECORD)
