"""Structure choices: their answers are those of the case with the option chosen, and their laws."""

from hypothesis import given

from explorer.model.assumption import Estimate, assumption, with_estimates
from explorer.model.scenario import Scenario
from explorer.solver.solve import solve
from explorer.solver.structure import structure_answers
from explorer.solver.uncertain import uncertain_numbers
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import korea_scenarios, small_scenarios


def with_option(scenario: Scenario, choice_id: str, option_id: str) -> Scenario:
    """Return a scenario with one option of one structure choice chosen."""
    item = assumption(scenario.case, f"structure.{choice_id}")
    place = [id_ for id_, _ in item.options].index(option_id)
    chosen = {item.id: Estimate((place,), place, place)}
    return scenario.with_case(with_estimates(scenario.case, chosen))


@examples(20)
@given(small_scenarios())
def test_every_option_answers_what_the_case_with_it_does(scenario: Scenario) -> None:
    answers = tuple(structure_answers(scenario))
    options = [(c.id, o.id) for c in scenario.case.structure for o in c.options]
    assert [(each.choice_id, each.option_id) for each in answers] == options
    for answer in answers:
        result = solve(with_option(scenario, answer.choice_id, answer.option_id))
        assert answer.packages == result.zone.packages
        assert answer.open_rows == tuple(row.row.id for row in result.board if row.is_open)


@examples(20)
@given(small_scenarios())
def test_the_option_that_stands_answers_what_the_scenario_does(scenario: Scenario) -> None:
    standing = [each for each in structure_answers(scenario) if each.is_standing]
    assert [each.choice_id for each in standing] == [c.id for c in scenario.case.structure]
    assert {each.packages for each in standing} <= {solve(scenario).zone.packages}


@examples(20)
@given(small_scenarios())
def test_whoever_lets_inspectors_stand_in_for_trust_loses_no_package(scenario: Scenario) -> None:
    multiplied = brute_force(with_option(scenario, "trust", "multiply")).is_member
    replaced = brute_force(with_option(scenario, "trust", "replace")).is_member
    assert not (multiplied & ~replaced).any()


@examples(20)
@given(small_scenarios())
def test_counting_what_makes_no_sense_only_adds_packages(scenario: Scenario) -> None:
    left_out = brute_force(with_option(scenario, "sense", "on")).is_member
    counted = brute_force(with_option(scenario, "sense", "off")).is_member
    assert not (left_out & ~counted).any()


@examples(6)
@given(korea_scenarios())
def test_patrons_that_stay_close_no_package_and_patrons_that_leave_open_none(
    scenario: Scenario,
) -> None:
    stay, partly, leave = (
        brute_force(with_option(scenario, "patrons", option)).is_member
        for option in ("stay", "partly_leave", "leave")
    )
    assert not (leave & ~partly).any()
    assert not (partly & ~stay).any()


@given(small_scenarios())
def test_sets_draw_an_ending_share_only_where_no_option_fixes_it(scenario: Scenario) -> None:
    for option in scenario.case.structure[0].options:
        chosen = with_option(scenario, "backing", option.id)
        drawn = {each.id for each in uncertain_numbers(chosen)}
        share = chosen.case.ending_shares[0].share
        is_free = option.id == "as_set" and share.low < share.high
        assert ("ending_shares.backing" in drawn) == is_free
