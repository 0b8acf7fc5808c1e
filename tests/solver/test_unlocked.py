"""Which lines would have to yield: as solving without them says."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.control import Control
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.solve import solve
from explorer.solver.unlocked import unlocked, unlocked_along
from tests.examples import examples
from tests.strategies import small_scenarios


def lines_of(scenario: Scenario) -> list[Control]:
    return [control for control in scenario.case.controls if control.kind != "scale"]


def has_deal_without(scenario: Scenario, *lines: Control) -> bool:
    off = {line.id: control_range(scenario.case, line).off for line in lines}
    return solve(scenario.with_values(off)).zone.packages > 0


def strictest_of(scenario: Scenario, line: Control) -> float:
    reach = control_range(scenario.case, line)
    return max(reach.minimum, reach.maximum, key=lambda value: abs(value - reach.off))


@examples(40)
@given(small_scenarios(respects_signs=False))
def test_two_lines_lock_the_zone_where_it_holds_packages_once_both_are_off(
    scenario: Scenario,
) -> None:
    found = unlocked(scenario)
    for both in combinations(lines_of(scenario), 2):
        assert found.without(*(line.id for line in both)) == has_deal_without(scenario, *both)


@examples(40)
@given(small_scenarios(), st.data())
def test_a_line_locks_the_zone_along_a_scale_where_some_value_opens_it_once_the_line_is_off(
    scenario: Scenario, data: st.DataObject
) -> None:
    scale = data.draw(st.sampled_from([c for c in scenario.case.controls if c.kind == "scale"]))
    values = np.array(
        sorted(data.draw(st.sets(st.integers(0, 100), min_size=1, max_size=3))), float
    )
    found = unlocked_along(scenario, scale.id, values)
    for line in lines_of(scenario):
        there = (scenario.with_value(scale.id, float(each)) for each in values)
        assert found.without(line.id) == any(has_deal_without(each, line) for each in there)


def test_so_two_lines_do_where_all_are_drawn_at_their_strictest() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    strictest = {control.id: strictest_of(scenario, control) for control in lines_of(scenario)}
    hostile = scenario.with_values(strictest)
    found = unlocked(hostile)
    for both in list(combinations(lines_of(hostile), 2))[::40]:
        assert found.without(*(line.id for line in both)) == has_deal_without(hostile, *both)
