"""Blockades: lines that exclude each other really do, and no pair that does is missed."""

from itertools import combinations

from hypothesis import assume, given

from explorer.model.scenario import Scenario, control_range
from explorer.solver.blockade import blockade, drawn_by_somebody, outright_blockade
from explorer.solver.solve import solve
from tests.examples import examples
from tests.strategies import small_scenarios


def packages(scenario: Scenario, lines: tuple[str, ...], kept: tuple[str, ...]) -> int:
    """Return how many packages the zone holds with only some of the lines."""
    case = scenario.case
    off = {line: control_range(case, case.control(line)).off for line in lines if line not in kept}
    return solve(scenario.with_values(off)).zone.packages


@examples(60)
@given(small_scenarios())
def test_pairs_that_exclude_each_other_are_exactly_those_that_leave_nothing_only_together(
    scenario: Scenario,
) -> None:
    assume(not solve(scenario).zone.packages)
    lines, found = drawn_by_somebody(scenario), blockade(scenario)
    assert found.is_without_lines == (not packages(scenario, lines, ()))
    if found.is_without_lines:
        return
    alone = {line for line in lines if not packages(scenario, lines, (line,))}
    assert {*found.alone} == alone
    party = {line: scenario.case.control(line).party for line in lines}
    expected = {
        (first, second)
        for first, second in combinations([line for line in lines if line not in alone], 2)
        if party[first] != party[second] and not packages(scenario, lines, (first, second))
    }
    assert {(each.first, each.second) for each in found.exclusions} == expected


@examples(60)
@given(small_scenarios())
def test_what_no_package_keeps_no_side_signs(scenario: Scenario) -> None:
    lines = drawn_by_somebody(scenario)
    for each in outright_blockade(scenario).exclusions:
        assert each.is_outright
        assert not packages(scenario, lines, (each.first, each.second))
        assert not packages(scenario, lines, lines)


@examples(60)
@given(small_scenarios())
def test_quick_and_slow_search_agree_on_what_no_package_keeps(scenario: Scenario) -> None:
    found, quick = blockade(scenario), outright_blockade(scenario)
    outright = {each for each in found.exclusions if each.is_outright}
    assert outright <= {*quick.exclusions}
