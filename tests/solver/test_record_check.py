"""The check against the record, and the outside tests: figures, misses and laws."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.history_year import year_scenario
from explorer.model.package import package_of
from explorer.model.record_result import CheckedProposal, RecordCheck
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.record_check import (
    episode_scenario,
    line_outcome,
    record_check,
    record_findings,
    sweep_outcome,
)
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND
PLAIN = record_check(CASE, RECORD, with_lines=False)
DRAWN = record_check(CASE, RECORD, with_lines=True)

# The gains that were written down when the weights were set, the sender's first.
GAINS = {
    "agreed_framework_1994": (0.7, 18.1),
    "berlin_moratorium_1999": (1.4, 5.3),
    "joint_communique_2000": (1.7, 6.1),
    "missile_deal_2000": (0.2, 8.0),
    "initial_actions_2007": (2.7, 13.4),
    "second_phase_2007": (2.7, 13.4),
    "leap_day_2012": (13.3, -1.7),
    "drills_offer_2015": (-4.1, 4.1),
    "suspension_for_suspension_2017": (2.9, -0.7),
    "freeze_for_freeze_2018": (1.7, 13.5),
    "hanoi_2019_1": (6.2, 13.0),
    "hanoi_2019_2": (41.9, -106.1),
    "hanoi_2019_3": (18.0, -16.6),
    "stockholm_2019": (15.8, -6.8),
}


def misses(check: RecordCheck) -> list[tuple[str, str]]:
    return [
        (each.proposal.id, answer.role)
        for each in check.proposals
        for answer in each.answers
        if not answer.agrees
    ]


def test_without_lines_24_of_28_single_answers_agree_and_four_do_not() -> None:
    assert (PLAIN.hits, len(PLAIN.answers)) == (24, 28)
    assert misses(PLAIN) == [
        ("missile_deal_2000", "sender"),
        ("leap_day_2012", "target"),
        ("suspension_for_suspension_2017", "sender"),
        ("hanoi_2019_1", "sender"),
    ]


def test_the_gains_are_those_that_were_written_down() -> None:
    found = {
        each.proposal.id: tuple(round(answer.gain, 1) for answer in each.answers)
        for each in PLAIN.proposals
    }
    assert found == GAINS


def test_with_the_lines_of_the_periods_other_answers_are_missed() -> None:
    assert DRAWN.hits == 25
    assert misses(DRAWN) == [
        ("berlin_moratorium_1999", "sender"),
        ("joint_communique_2000", "sender"),
        ("leap_day_2012", "target"),
    ]


def test_lines_only_ever_turn_a_yes_into_a_no() -> None:
    for plain, drawn in zip(PLAIN.answers, DRAWN.answers, strict=True):
        assert plain.gain == drawn.gain
        assert not plain.broken_lines
        assert plain.model_says_yes or not drawn.model_says_yes
        assert drawn.model_says_yes == (plain.model_says_yes and not drawn.broken_lines)


@given(st.sampled_from(PLAIN.proposals))
def test_both_say_yes_exactly_when_the_proposal_is_in_the_zone_of_its_day(
    each: CheckedProposal,
) -> None:
    for check, with_lines in ((PLAIN, False), (DRAWN, True)):
        single = next(one for one in check.proposals if one.proposal == each.proposal)
        scenario = episode_scenario(CASE, RECORD, single.episode, with_lines=with_lines)
        sheet = term_sheet(scenario, package_of(CASE, single.proposal.levels))
        both = all(answer.model_says_yes for answer in single.answers)
        assert sheet.is_in_zone == both


def test_the_offer_of_hanoi_is_inside_without_the_line_and_outside_with_it() -> None:
    outcome = record_findings(CASE, RECORD).line_tests[0]
    assert outcome.is_inside
    assert not outcome.is_inside_with_lines
    assert outcome.is_as_expected
    assert line_outcome(CASE, RECORD, outcome.test) == outcome


def test_the_zone_over_the_missile_slider_falls_and_turns_up_again() -> None:
    outcome = record_findings(CASE, RECORD).sweep_tests[0]
    assert [outcome.packages_at(at) for at in (0, 60, 100)] == [111_132, 41_065, 45_117]
    assert outcome.is_as_expected
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
    assert record_findings(CASE, RECORD).outcomes


def test_a_case_that_is_edited_has_findings_of_its_own() -> None:
    other = bundled_case("korea").model_copy()
    assert other is not CASE
    assert record_findings(other, RECORD) is not record_findings(CASE, RECORD)
