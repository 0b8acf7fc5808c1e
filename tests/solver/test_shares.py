"""Likeness by shares: which package is shown never hangs on the scale of one side's points."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.issue import Role
from explorer.model.package import package_at
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.cell import cell_package
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.solve import solve
from tests.examples import examples
from tests.scaled_case import scaled_side
from tests.strategies import small_scenarios

ROLES = st.sampled_from(("sender", "target"))
FACTORS = st.sampled_from((0.125, 0.5, 2.0, 8.0, 10.0))


def scaled(scenario: Scenario, role: Role, factor: float) -> Scenario:
    return replace(scenario, case=scaled_side(scenario.case, role, factor))


@examples(60)
@given(small_scenarios(), ROLES, FACTORS, st.data())
def test_the_nearest_miss_is_the_same_on_another_scale_of_one_side(
    scenario: Scenario, role: Role, factor: float, data: st.DataObject
) -> None:
    case = scenario.case
    total = int(np.prod(case.target_shape) * np.prod(case.sender_shape))
    package = package_at(case, data.draw(st.integers(0, total - 1)))
    here, there = (
        nearest_miss(scenario, package),
        nearest_miss(scaled(scenario, role, factor), package),
    )
    assert (here is None) == (there is None)
    if here is not None and there is not None:
        assert here.package == there.package


@examples(60)
@given(small_scenarios(), ROLES, FACTORS, st.data())
def test_the_package_of_a_cell_is_the_same_on_another_scale_of_one_side(
    scenario: Scenario, role: Role, factor: float, data: st.DataObject
) -> None:
    here, there = solve(scenario), solve(scaled(scenario, role, factor))
    totals = here.deal_map.totals
    # Cells are made of the sender's points, and rounding may move what lies on an edge.
    assume((totals == there.deal_map.totals).all())
    row, column = data.draw(st.sampled_from(np.argwhere(totals).tolist()))
    assert cell_package(here, row, column) == cell_package(there, row, column)


@pytest.mark.parametrize("role", ["sender", "target"])
def test_every_cell_and_nearest_miss_of_korea_is_the_same_on_another_scale(role: Role) -> None:
    here = preset_scenario(bundled_case(), "october-2025")
    there = scaled(here, role, 4.0)
    results = solve(here), solve(there)
    totals = results[0].deal_map.totals
    assert (totals == results[1].deal_map.totals).all()
    for row, column in np.argwhere(totals).tolist()[::29]:
        first, second = (cell_package(result, row, column) for result in results)
        assert first == second
        if first is not None:
            near, far = nearest_miss(here, first), nearest_miss(there, first)
            assert near is not None
            assert far is not None
            assert near.package == far.package
