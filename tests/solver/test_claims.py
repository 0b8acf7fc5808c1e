"""Whether claims hold elsewhere: the same as solving there, whatever moves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, Claim, package_claim, row_claims
from explorer.model.result import Floats
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.claims import holds, holds_at, holds_on, is_true, margins, witnesses
from explorer.solver.side import TOLERANCE
from explorer.solver.solve import solve
from explorer.solver.uncertain import Draws, assumption_sets
from tests.examples import examples
from tests.solver.claims_force import claims_of, is_so
from tests.solver.varied import varied
from tests.strategies import small_scenarios

CASE = bundled_case("korea")
SEEDS = st.integers(0, 2**32 - 1)

EDGE = 1e-6
"""Margins nearer to nought than this can be rounded either way in another order of sums."""


def drawn_values(scenario: Scenario, control_id: str, count: int, seed: int) -> Floats:
    """Return some whole values of a control."""
    reach = control_range(scenario.case, scenario.case.control(control_id))
    random = np.random.default_rng(seed)
    return random.integers(reach.minimum, reach.maximum + 1, count).astype(np.float64)


@examples(40)
@given(small_scenarios(respects_signs=False), st.data(), SEEDS)
def test_a_claim_holds_at_other_settings_where_solving_says_so(
    scenario: Scenario, data: st.DataObject, seed: int
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    assert is_true(result, claim) == is_so(scenario, claim)
    ids = [control.id for control in scenario.case.controls]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
    moved = {id_: drawn_values(scenario, id_, 4, seed + n) for n, id_ in enumerate(chosen)}
    expected = [
        is_so(scenario.with_values({id_: values[n] for id_, values in moved.items()}), claim)
        for n in range(4)
    ]
    seen = witnesses(result, claim)
    assert holds_at(scenario, claim, moved).tolist() == expected
    assert holds_at(scenario, claim, moved, seen).tolist() == expected


@examples(40)
@given(small_scenarios(), st.data())
def test_a_grid_of_two_controls_says_what_its_points_say(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    ids = [control.id for control in scenario.case.controls]
    x, y = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    xs, ys = (np.unique(drawn_values(scenario, id_, 3, n)) for n, id_ in enumerate((x, y)))
    found = holds_on(scenario, claim, (x, xs), (y, ys), witnesses(result, claim))
    assert found.shape == (len(ys), len(xs))
    for row, y_value in enumerate(ys):
        for column, x_value in enumerate(xs):
            there = scenario.with_values({x: float(x_value), y: float(y_value)})
            assert found[row, column] == is_so(there, claim)


@examples(30)
@given(small_scenarios(respects_signs=False), st.data(), SEEDS)
def test_a_claim_holds_in_a_world_where_its_margin_is_not_negative(
    scenario: Scenario, data: st.DataObject, seed: int
) -> None:
    claim = data.draw(claims_of(solve(scenario)))
    draws = assumption_sets(scenario, 3, seed=seed)
    margin, together = margins(scenario, (claim, ZONE), draws)
    assert margin.shape == together.shape == (3, 2)
    for world in range(3):
        there = varied(scenario, draws, world)
        if abs(margin[world, 0]) > EDGE:
            assert holds(scenario, claim, draws)[world] == (margin[world, 0] >= -TOLERANCE)
            assert is_so(there, claim) == (margin[world, 0] >= -TOLERANCE)


def test_where_lines_leave_no_package_the_margin_says_so() -> None:
    scenario = preset_scenario(CASE, "october-2025").with_values(
        {"us_max_status": 0, "dprk_min_status": 3, "us_max_aid": 0, "dprk_min_aid": 2}
    )
    claims = (ZONE, *row_claims(solve(scenario)), package_claim(CASE, CASE.packages[0].id))
    margin, _ = margins(scenario, claims, Draws(2))
    assert np.isneginf(margin).all()
    assert not any(holds(scenario, claim, Draws(2)).any() for claim in claims)


def test_witnesses_are_packages_of_the_zone_and_of_the_row() -> None:
    result = solve(preset_scenario(CASE, "october-2025"))
    for claim in (ZONE, *row_claims(result)):
        found = witnesses(result, claim)
        assert bool(found) == is_true(result, claim)
        assert all(is_so(result.scenario, Claim("package", package=each)) for each in found)
    assert witnesses(result, package_claim(CASE, "icbm_freeze")) == ()


def test_a_claim_about_a_package_names_one() -> None:
    with pytest.raises(ValueError, match="a claim about a package needs one"):
        holds(preset_scenario(CASE, "october-2025"), Claim("package"), Draws(1))
    with pytest.raises(KeyError):
        package_claim(CASE, "weather")
