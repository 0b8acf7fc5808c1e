"""The solver against the model worked out package by package."""

import numpy as np
import pytest
from hypothesis import given

from explorer.files.case_file import bundled_case
from explorer.model.example import Check, Preset
from explorer.model.result import BoardRow, Result, Solution
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.deal_zone import deal_zone, packages_with_gains, zone_packages
from explorer.solver.solve import solve
from tests.examples import examples
from tests.packages import package_index
from tests.solver.brute_force import BruteForce, brute_force
from tests.strategies import korea_scenarios, scenarios, small_scenarios


def assert_same(result: Result, expected: BruteForce) -> None:
    """Fail unless a solve and the brute force say the same of one scenario."""
    assert result.zone.packages == expected.packages
    assert result.zone.by_class == expected.by_class
    assert result.zone.total == expected.total
    for row, other in zip(result.board, expected.board, strict=True):
        assert_same_row(row, other)
    assert_same_map(result, expected)
    frontier = result.frontier
    assert frontier.packages.tolist() == expected.frontier.tolist()
    assert frontier.sender_gain == pytest.approx(expected.sender_gain[expected.frontier], abs=1e-8)
    assert frontier.target_gain == pytest.approx(expected.target_gain[expected.frontier], abs=1e-8)
    if expected.ideal is None:
        assert result.ideal is None
    else:
        assert result.ideal == pytest.approx(expected.ideal, abs=1e-8)
    case = result.scenario.case
    for solution, other in (
        (result.nash, expected.nash),
        (result.kalai_smorodinsky, expected.kalai_smorodinsky),
    ):
        assert_same_solution(case, solution, other)


def assert_same_row(row: BoardRow, other: BoardRow) -> None:
    """Fail unless two rows of the board agree in all but the lines that block them."""
    assert (row.row.id, row.packages) == (other.row.id, other.packages)
    assert row.broken_lines == other.broken_lines
    for name in ("sender_limit", "sender_wall", "target_floor", "target_floor_any", "zone", "gap"):
        assert getattr(row, name) == pytest.approx(getattr(other, name), abs=1e-8), name


def assert_same_map(result: Result, expected: BruteForce) -> None:
    """Fail unless two deal maps agree cell by cell."""
    for name in (
        "counts",
        "totals",
        "sender_accepts",
        "target_accepts",
        "is_allowed",
        "is_coherent",
    ):
        ours, theirs = getattr(result.deal_map, name), getattr(expected.deal_map, name)
        assert np.array_equal(ours, theirs), name
    assert result.deal_map.x_maximum == pytest.approx(expected.deal_map.x_maximum)
    assert result.deal_map.y_maximum == pytest.approx(expected.deal_map.y_maximum)


def assert_same_solution(case: object, ours: Solution | None, theirs: Solution | None) -> None:
    """Fail unless two solutions pick the same package with the same gains and ties."""
    if theirs is None:
        assert ours is None
        return
    assert ours is not None
    assert (ours.package, ours.ties) == (theirs.package, theirs.ties)
    assert ours.sender_gain == pytest.approx(theirs.sender_gain, abs=1e-8)
    assert ours.target_gain == pytest.approx(theirs.target_gain, abs=1e-8)


@examples(40)
@given(korea_scenarios())
def test_forty_random_korea_scenarios_agree_to_the_package(scenario: Scenario) -> None:
    assert_same(solve(scenario), brute_force(scenario))


@examples(15)
@given(scenarios(bundled_case("sinai")))
def test_random_scenarios_of_the_other_bundled_case_agree_to_the_package(
    scenario: Scenario,
) -> None:
    assert_same(solve(scenario), brute_force(scenario))


@pytest.mark.parametrize("preset", bundled_case("sinai").presets, ids=lambda each: each.id)
def test_every_preset_of_the_other_bundled_case_agrees_to_the_package(preset: Preset) -> None:
    scenario = preset_scenario(bundled_case("sinai"), preset.id)
    assert_same(solve(scenario), brute_force(scenario))


@examples(300)
@given(small_scenarios())
def test_random_small_cases_agree_to_the_package(scenario: Scenario) -> None:
    assert_same(solve(scenario), brute_force(scenario))


@examples(150)
@given(small_scenarios(respects_signs=False))
def test_agreement_needs_no_sign_rules(scenario: Scenario) -> None:
    assert_same(solve(scenario), brute_force(scenario))


@examples(100)
@given(small_scenarios())
def test_counting_above_gains_agrees_with_counting_members(scenario: Scenario) -> None:
    zone, expected = deal_zone(scenario), brute_force(scenario)
    inside = expected.is_member
    for sender_gain, target_gain in ((0.0, 0.0), (1.5, 0.0), (0.0, 2.25), (1.0, 1.0)):
        enough = inside & (expected.sender_gain >= sender_gain - 1e-9)
        enough &= expected.target_gain >= target_gain - 1e-9
        assert packages_with_gains(zone, sender_gain, target_gain) == int(enough.sum())
    assert zone_packages(zone) == expected.packages


KOREA_CHECKS = bundled_case("korea").checks


@pytest.mark.parametrize(
    "check", KOREA_CHECKS, ids=lambda c: f"{c.preset}-{len(c.values)}-{c.packages}"
)
def test_the_case_gives_its_known_counts(check: Check) -> None:
    scenario = preset_scenario(bundled_case("korea"), check.preset).with_values(check.values)
    zone = solve(scenario).zone
    assert zone.packages == check.packages
    for class_id, packages in check.classes.items():
        assert dict(zone.by_class)[class_id] == packages


BOARD_OCTOBER_2025 = {
    "test-pause": (5.5, 13.46, 52),
    "icbm-freeze": (9.5, 13.32, 25),
    "yongbyon": (13.0, 23.02, 64),
    "interim-freeze": (12.5, 24.32, 73),
    "phased-step": (45.0, 32.23, 0),
    "cap-and-freeze": (51.0, 31.85, 0),
    "long-range-yongbyon": (66.0, 28.03, 0),
    "full-denuclearisation": (None, 75.89, 0),
}


def test_the_board_of_october_2025_stands_as_specified() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    for board in (solve(scenario).board, brute_force(scenario).board):
        found = {
            row.row.id: (row.target_floor, round(row.sender_limit, 2), row.packages)
            for row in board
        }
        assert found == BOARD_OCTOBER_2025


@examples(20)
@given(korea_scenarios())
def test_the_frontier_lies_among_the_members(scenario: Scenario) -> None:
    result = solve(scenario)
    for solution in (result.nash, result.kalai_smorodinsky):
        if solution is not None:
            number = package_index(scenario.case, solution.package)
            assert number in result.frontier.packages
