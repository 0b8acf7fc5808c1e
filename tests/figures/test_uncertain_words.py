"""Names of drawn numbers: every one has its own, in the words of the case and not of the file."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.uncertain_words import uncertain_name
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, default_scenario
from explorer.solver.uncertain import uncertain_numbers
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios

CASE = bundled_case()


def test_every_number_of_the_case_has_a_name_of_its_own() -> None:
    drawn = uncertain_numbers(default_scenario(CASE))
    names = [uncertain_name(CASE, each.id) for each in drawn]
    assert len(set(names)) == len(names)
    for each, name in zip(drawn, names, strict=True):
        assert_reads_well(name)
        assert name != each.id
        assert "_" not in name


@given(small_scenarios())
def test_every_number_of_any_case_has_a_name(scenario: Scenario) -> None:
    for each in uncertain_numbers(scenario):
        name = uncertain_name(scenario.case, each.id)
        assert name != each.id
        assert_reads_well(name)


@given(small_scenarios())
def test_a_cost_names_its_giver_and_a_worth_the_other_side(scenario: Scenario) -> None:
    case = scenario.case
    other = {"sender": "target", "target": "sender"}
    for issue in case.issues:
        giver, receiver = case.party(issue.given_by), case.party(other[issue.given_by])
        assert uncertain_name(case, f"issues.{issue.id}.cost").endswith(giver.short)
        assert uncertain_name(case, f"issues.{issue.id}.benefit").endswith(receiver.short)


@given(st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})*", fullmatch=True))
def test_what_is_not_understood_is_its_own_name(words: str) -> None:
    known = ("issues", "discounts", "sender_stakes", "target_stakes", "controls")
    if words.partition(".")[0] not in known:
        assert uncertain_name(CASE, words) == words
