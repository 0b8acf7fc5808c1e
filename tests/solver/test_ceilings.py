"""Laws of ceilings: they cut gains wherever packages are valued, and never move the deal zone."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.issue import Ceiling
from explorer.model.package import package_at
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.cell import cell_package
from explorer.solver.deal_zone import deal_zone
from explorer.solver.frontier import frontier
from explorer.solver.many_worlds import package_gains
from explorer.solver.side import sides, swept_sides, waiting
from explorer.solver.solve import solve
from explorer.solver.tables import case_tables
from explorer.solver.term_sheet import term_sheet
from explorer.solver.uncertain import assumption_sets
from explorer.solver.world_zone import world_zone
from explorer.solver.worlds import worlds
from explorer.studies.bold import bold
from tests.solver.brute_force import BruteForce
from tests.strategies import small_scenarios

CEILINGS = st.one_of(st.none(), st.integers(-200, 900).map(lambda points: points / 100))


def with_ceilings(scenario: Scenario, sender: float | None, target: float | None) -> Scenario:
    """Return a scenario in whose case each side has a ceiling, or none."""
    case = scenario.case
    source = case.sources[0].id
    stakes = {
        f"{role}_stakes": given.model_copy(
            update={"ceiling": None if points is None else Ceiling(points=points, source=source)}
        )
        for role, given, points in (
            ("sender", case.sender_stakes, sender),
            ("target", case.target_stakes, target),
        )
    }
    capped = case.model_copy(update=stakes)
    return replace(scenario, case=capped)


@given(small_scenarios(), CEILINGS, CEILINGS)
def test_a_ceiling_cuts_gains_and_leaves_the_zone(
    scenario: Scenario, sender: float | None, target: float | None
) -> None:
    plain = with_ceilings(scenario, None, None)
    capped = with_ceilings(scenario, sender, target)
    before, after = BruteForce(plain), solve(capped)
    assert after.zone.packages == before.packages
    assert [row.packages for row in after.board] == [row.packages for row in before.board]
    case = scenario.case
    for number in np.flatnonzero(before.is_member)[:20]:
        package = package_at(case, int(number))
        sheet = term_sheet(capped, package)
        assert sheet.is_in_zone
        for gain, uncut, points, stakes, parts in (
            (
                sheet.sender_gain,
                before.sender_gain[number],
                sender,
                case.sender_stakes,
                sheet.sender_parts,
            ),
            (
                sheet.target_gain,
                before.target_gain[number],
                target,
                case.target_stakes,
                sheet.target_parts,
            ),
        ):
            most = np.inf
            if points is not None:
                most = max(0.0, points - waiting(case, stakes.waiting, plain))
            assert gain == pytest.approx(min(float(uncut), most), abs=1e-8)
            assert sum(part for _, part in parts) == pytest.approx(gain, abs=1e-8)
            is_cut = uncut > most + 1e-8
            assert any(name == "ceiling" for name, _ in parts) or not is_cut


@given(small_scenarios(), CEILINGS, CEILINGS)
def test_frontier_and_solutions_are_those_of_cut_gains(
    scenario: Scenario, sender: float | None, target: float | None
) -> None:
    capped = with_ceilings(scenario, sender, target)
    brute, found = BruteForce(capped), solve(capped)
    assert found.frontier.packages.tolist() == brute.frontier.tolist()
    assert np.allclose(found.frontier.sender_gain, brute.sender_gain[brute.frontier])
    assert np.allclose(found.frontier.target_gain, brute.target_gain[brute.frontier])
    if brute.nash is not None and brute.kalai_smorodinsky is not None:
        assert found.nash is not None
        assert found.kalai_smorodinsky is not None
        assert found.nash.ties == brute.nash.ties
        assert found.nash.package == brute.nash.package
        assert found.kalai_smorodinsky.ties == brute.kalai_smorodinsky.ties
        assert found.kalai_smorodinsky.package == brute.kalai_smorodinsky.package


@given(small_scenarios(), st.integers(0, 400), st.integers(0, 400))
def test_each_world_cuts_by_its_own_worth_of_waiting(
    scenario: Scenario, sender: int, target: int
) -> None:
    capped = with_ceilings(scenario, sender / 100, target / 100)
    draws = assumption_sets(capped, 3, seed=1)
    tables = case_tables(capped.case)
    packages = tuple(
        package_at(capped.case, number)
        for number in range(0, len(tables.price) * len(tables.target_gives), 7)
    )
    found = worlds(capped, draws).sides()
    gains = package_gains(capped, draws, packages)
    for gain, most in zip(gains, found.most, strict=True):
        assert most.shape == (3, 1)
        assert (most >= 0).all()
        assert (gain <= most).all()
    likely = sides(tables.parts, capped)
    base = package_gains(capped, draws.part(0, 0), packages)
    assert base[0].shape == (0, len(packages))
    zone = deal_zone(capped)
    assert zone.conditions.most == likely.most
    for world in range(3):
        there = world_zone(capped, zone.allowance, found, world)
        best = frontier(there)
        if len(best.packages):
            assert best.sender_gain.max() <= found.most[0][world, 0]
            assert best.target_gain.max() <= found.most[1][world, 0]


def korea_at(sender: float, target: float) -> Scenario:
    return with_ceilings(preset_scenario(bundled_case(), "october-2025"), sender, target)


def test_what_is_bold_and_what_stands_for_a_cell_count_cut_gains() -> None:
    scenario = korea_at(12, 55)
    result = solve(scenario)
    assert result.ideal is not None
    most = sides(case_tables(scenario.case).parts, scenario).most
    assert result.ideal[0] == most[0]
    found = bold(scenario, sets=4)
    assert found.nash.max() <= most[0] * most[1] + 1e-9
    assert found.share.max() <= 1
    rows, columns = np.nonzero(result.deal_map.counts)
    chosen = cell_package(result, int(rows[0]), int(columns[0]))
    assert chosen is not None
    assert term_sheet(scenario, chosen).is_in_zone


def test_a_swept_control_moves_where_gains_end() -> None:
    scenario = korea_at(12, 55)
    parts = case_tables(scenario.case).parts
    slope = scenario.case.target_stakes.waiting.slopes[0]
    values = np.array([0.0, 100.0])
    swept = swept_sides(parts, scenario, slope.control, values)
    ends = np.broadcast_to(np.asarray(swept.most[1]), (2, 1))
    for value, end in zip(values, ends, strict=True):
        assert sides(parts, scenario.with_value(slope.control, float(value))).most[1] == end[0]
