"""How sure and solve never contradict each other, wherever the sliders stand."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.many_worlds import outcomes
from explorer.solver.solve import solve
from explorer.solver.uncertain import Uncertain, draws_at, uncertain_numbers
from explorer.studies.sureness import sureness
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import small_scenarios

SEEDS = st.integers(0, 2**32 - 1)

MARGIN = 1e-3
"""How far, in points, a zone is from opening or closing where a tiny spread must not matter."""


@examples(40)
@given(small_scenarios(), SEEDS)
def test_spreads_that_go_to_nothing_say_all_or_none_as_solving_does(
    scenario: Scenario, seed: int
) -> None:
    expected = brute_force(scenario)
    worse = np.minimum(expected.sender_gain, expected.target_gain)
    assume(not (np.abs(worse) < MARGIN).any())
    spread = Case.model_validate(_spread(scenario.case.model_dump(), 1e-7))
    found = sureness(replace(scenario, case=spread), seed=seed, sets=12)
    assert found.zone_sets == (12 if solve(scenario).zone.packages else 0)


def _spread(part: object, share: float) -> object:
    """Return a part of a case with every range as wide as a share of its likely value."""
    if isinstance(part, list | tuple):
        return [_spread(each, share) for each in part]
    if not isinstance(part, dict):
        return part
    fields = {key: _spread(value, share) for key, value in part.items()}
    if not {"low", "high"} <= fields.keys():
        return fields
    likely = fields.get("value", fields.get("default", 1))
    assert isinstance(likely, int | float)
    # A share has nowhere to go above 1.
    above = 0 if "value" in fields and likely == 1 else share * abs(likely)
    return {**fields, "low": likely - share * abs(likely), "high": likely + above}


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared"])
@pytest.mark.parametrize("trust", [0, 20, 50, 75, 100])
def test_where_even_the_best_world_of_all_is_empty_no_set_has_a_zone(
    preset: str, trust: int
) -> None:
    start = preset_scenario(bundled_case(), preset)
    scenario = start.with_values({"us_credibility": trust, "dprk_credibility": trust})
    uncertain = uncertain_numbers(scenario)
    best = np.array([[_best_share(each) for each in uncertain]])
    is_empty = not outcomes(scenario, draws_at(uncertain, best)).packages.any()
    assert is_empty or preset == "october-2025"
    if is_empty:
        found = sureness(scenario, sets=200)
        assert found.zone_sets == 0
        assert {row.open_sets for row in found.rows} == {0}


def _best_share(each: Uncertain) -> float:
    """Return the end of a spread at which a deal is worth most to both sides.

    What promises bring, what they are trusted, and what a deal as such is worth are at their
    highest; costs, discounts, waiting and what ends with a deal at their lowest.
    """
    is_good = "benefit" in each.id or "controls" in each.id or "headline" in each.id
    return float(is_good)
