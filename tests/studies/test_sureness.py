"""How sure: grows with the sets, never changes its mind about those it has seen."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.package import package_of
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.many_worlds import outcomes
from explorer.solver.solve import solve
from explorer.solver.uncertain import assumption_sets
from explorer.studies.sureness import sureness, sureness_steps
from tests.examples import examples
from tests.strategies import korea_scenarios, small_scenarios

SEEDS = st.integers(0, 2**32 - 1)


@examples(8)
@given(korea_scenarios(), SEEDS, st.integers(1, 130))
def test_the_numbers_are_those_of_the_sets(scenario: Scenario, seed: int, sets: int) -> None:
    found = sureness(scenario, seed=seed, sets=sets)
    case = scenario.case
    packages = tuple(package_of(case, each.levels) for each in case.packages)
    every = outcomes(scenario, assumption_sets(scenario, sets, seed=seed), packages)
    assert found.is_done
    assert found.sets == sets
    assert found.zone_sets == np.count_nonzero(every.packages.sum(axis=1))
    assert [count for _, count in found.classes] == (every.packages > 0).sum(axis=0).tolist()
    assert [count for _, count in found.named] == every.is_in_zone.sum(axis=0).tolist()
    assert [row.open_sets for row in found.rows] == every.is_open.sum(axis=0).tolist()
    totals = np.sort(every.packages.sum(axis=1))
    assert list(found.packages) == sorted(found.packages)
    assert np.isin(found.packages, totals).all()
    for place, row in enumerate(found.rows):
        below = np.count_nonzero(every.limits[:, place] < row.limit[0])
        above = np.count_nonzero(every.limits[:, place] > row.limit[1])
        assert max(below, above) <= 0.1 * sets
        assert row.floor[0] <= row.floor[1]


@examples(20)
@given(small_scenarios(), SEEDS)
def test_answers_come_with_ever_more_sets_and_the_last_is_the_whole(
    scenario: Scenario, seed: int
) -> None:
    steps = list(sureness_steps(scenario, seed=seed, sets=100))
    # Once the sets are known, the options of the structure choices follow one by one.
    answers = [step for step in steps if not step.structure]
    told = [len(step.structure) for step in steps[len(answers) :]]
    assert told == list(range(1, len(told) + 1))
    assert [answer.sets for answer in answers] == [24, 88, 100]
    assert [answer.is_done for answer in answers] == [False, False, True]
    assert all(answer.wanted == 100 for answer in answers)
    assert answers[0].zone_sets <= answers[1].zone_sets <= answers[2].zone_sets
    assert steps[-1] == sureness(scenario, seed=seed, sets=100)


@pytest.mark.parametrize("seed", [1, 2, 2025])
def test_known_packages_are_as_sure_as_many_more_sets_say(seed: int) -> None:
    # Ten thousand sets of another seed put the small deal into the zone in 58 of 100.
    found = sureness(preset_scenario(bundled_case(), "october-2025"), seed=seed)
    named = dict(found.named)
    assert named["icbm_freeze"] == pytest.approx(580, abs=45)
    assert named["cap_and_freeze"] < 15
    assert named["full_cvid"] == named["recognition_arms_control"] == 0


def test_trust_of_20_leaves_less_than_one_set_in_a_hundred() -> None:
    october = preset_scenario(bundled_case(), "october-2025")
    scenario = october.with_values({"us_credibility": 20, "dprk_credibility": 20})
    assert not solve(scenario).zone.packages
    # Trust is drawn up to 35 here, where a few sets of all others are kind enough.
    assert sureness(scenario).zone_sets < 10


@pytest.mark.parametrize("trust", [0, 10])
def test_trust_that_leaves_every_set_empty_gives_no_set_a_zone(trust: int) -> None:
    october = preset_scenario(bundled_case(), "october-2025")
    scenario = october.with_values({"us_credibility": trust, "dprk_credibility": trust})
    found = sureness(scenario)
    assert not solve(scenario).zone.packages
    assert found.zone_sets == 0
    assert found.packages == (0, 0, 0)
    assert {row.open_sets for row in found.rows} == {0}


def test_less_trust_never_makes_a_zone_surer() -> None:
    october = preset_scenario(bundled_case(), "october-2025")
    shares = [
        sureness(
            october.with_values({"us_credibility": trust, "dprk_credibility": trust}), sets=200
        ).zone_sets
        for trust in range(0, 101, 10)
    ]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 200)


@examples(25)
@given(small_scenarios(), SEEDS)
def test_without_any_spread_every_set_says_what_solving_says(scenario: Scenario, seed: int) -> None:
    exact = Case.model_validate(_without_spread(scenario.case.model_dump()))
    certain = replace(scenario, case=exact)
    found = sureness(certain, seed=seed, sets=5)
    assert found.zone_sets == (5 if solve(certain).zone.packages else 0)


def _without_spread(part: object) -> object:
    """Return a part of a case with every range drawn together to its likely value."""
    if isinstance(part, list | tuple):
        return [_without_spread(each) for each in part]
    if not isinstance(part, dict):
        return part
    fields = {key: _without_spread(value) for key, value in part.items()}
    likely = fields.get("value", fields.get("default", 1))
    return {**fields, "low": likely, "high": likely} if {"low", "high"} <= fields.keys() else fields


@given(small_scenarios())
@examples(3)
def test_many_sets_are_told_of_in_few_answers(scenario: Scenario) -> None:
    answers = list(sureness_steps(scenario, sets=5_000))
    assert len([each for each in answers if not each.structure]) < 50
    assert answers[-1].sets == 5_000
