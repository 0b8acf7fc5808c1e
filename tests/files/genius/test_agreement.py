"""Cases from Genius files agree with the written rule of Genius, package by package."""

from pathlib import Path

import numpy as np
import pytest

from explorer.files.genius.as_case import genius_case
from explorer.files.genius.folder import read_genius
from explorer.model.scenario import preset_scenario
from explorer.solver.deal_zone import deal_zone
from explorer.solver.frontier import frontier
from explorer.solver.solve import solve
from tests.files.genius.domains import Judged, Made, random_domain, small_domain

TOLERANCE = 1e-9


def points(made: Made) -> np.ndarray:
    """Return both parties' gains in points of 100, one row for each package of the domain."""
    rows = [
        [100 * (party.utility(choice) - (party.reservation or 0)) for party in made.parties]
        for choice in made.packages()
    ]
    return np.round(np.array(rows), 7)


def efficient(gains: np.ndarray) -> np.ndarray:
    """Return which rows no other row is at least as good as for both and better for one."""
    better = (gains[:, None, :] >= gains[None, :, :] - TOLERANCE).all(axis=2)
    strictly = (gains[:, None, :] > gains[None, :, :] + TOLERANCE).any(axis=2)
    return ~(better & strictly).any(axis=0)


@pytest.mark.parametrize("sums", [(1, 1), (1.3, 1), (1.1, 1.6)])
@pytest.mark.parametrize("seed", range(20))
def test_zone_frontier_and_solutions_are_those_of_every_package_counted(
    tmp_path: Path, seed: int, sums: tuple[float, float]
) -> None:
    made = random_domain(seed, sums)
    case = genius_case(read_genius([made.write(tmp_path / "shop")]))
    scenario = preset_scenario(case, case.default_preset)
    result = solve(scenario)
    gains = points(made)
    zone = gains[(gains >= -TOLERANCE).all(axis=1)]
    assert result.zone.packages == len(zone)
    found = np.stack([result.frontier.sender_gain, result.frontier.target_gain], axis=1)
    wanted = zone[efficient(zone)] if len(zone) else zone
    assert len(found) == len(wanted)
    assert np.allclose(found[np.lexsort(found.T)], wanted[np.lexsort(wanted.T)], atol=1e-6)
    if not len(zone):
        assert result.nash is None
        return
    best = zone.max(axis=0)
    shares = np.where(best > TOLERANCE, zone / np.where(best > TOLERANCE, best, 1), 0).min(axis=1)
    assert result.nash is not None
    assert result.kalai_smorodinsky is not None
    nash, smorodinsky = result.nash, result.kalai_smorodinsky
    assert nash.sender_gain * nash.target_gain == pytest.approx(zone.prod(axis=1).max(), abs=1e-4)
    least = [smorodinsky.sender_gain, smorodinsky.target_gain] / np.where(best > 0, best, np.inf)
    assert least.min() == pytest.approx(shares.max(), abs=1e-6)
    egalitarian = np.minimum(result.frontier.sender_gain, result.frontier.target_gain).max()
    assert egalitarian == pytest.approx(zone.min(axis=1).max(), abs=1e-6)


def test_utilities_are_cut_at_one_as_genius_cuts_them(tmp_path: Path) -> None:
    # By hand: the buyer's weights add up to 1.1, the seller's to 1.0002. The buyer's best two
    # packages, 1.1 and 1.04, both count as 1, so that the one that the seller likes more is left.
    made = Made(
        [("Disk", ["large", "small"]), ("Screen", ["wide", "plain"]), ("Term", ["short", "long"])],
        [
            Judged([0.5, 0.5, 0.1], [[10, 2], [10, 3], [10, 4]]),
            Judged([0.3, 0.3, 0.4002], [[4, 10], [5, 10], [3, 10]]),
        ],
    )
    case = genius_case(read_genius([made.write(tmp_path / "shop")]))
    assert case.sender_stakes.ceiling is not None
    assert case.target_stakes.ceiling is not None
    result = solve(preset_scenario(case, case.default_preset))
    found = [
        (round(float(x) / 100, 6), round(float(y) / 100, 6))
        for x, y in zip(result.frontier.sender_gain, result.frontier.target_gain, strict=True)
    ]
    assert found == [(1.0, 0.6702), (0.69, 0.8202), (0.64, 0.8502), (0.29, 1.0)]
    assert result.nash is not None
    assert (result.nash.sender_gain, result.nash.target_gain) == pytest.approx((100, 67.02))
    assert result.ideal == (100, 100)


def test_no_ceiling_stands_where_no_package_reaches_it(tmp_path: Path) -> None:
    case = genius_case(read_genius([small_domain().write(tmp_path / "shop")]))
    assert case.sender_stakes.ceiling is None
    assert case.target_stakes.ceiling is None


def test_moving_the_value_without_agreement_is_another_reservation_value(tmp_path: Path) -> None:
    case = genius_case(read_genius([small_domain().write(tmp_path / "one")]))
    other = genius_case(read_genius([small_domain((0.6, 0.3)).write(tmp_path / "two")]))
    scenario = preset_scenario(case, case.default_preset)
    moved = deal_zone(scenario.with_value("sender_reservation", 60))
    there = deal_zone(preset_scenario(other, other.default_preset))
    assert np.array_equal(frontier(moved).sender_gain, frontier(there).sender_gain)
    assert np.array_equal(frontier(moved).packages, frontier(there).packages)
