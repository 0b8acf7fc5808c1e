"""Effects: those known from algebra, the same for a seed, and SALib's on the same points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.result import Floats
from explorer.studies.effects import (
    LEVELS,
    morris_effects,
    morris_points,
    sobol_effects,
    sobol_points,
)

SEEDS = st.integers(0, 2**32 - 1)
SLOPES = np.array([4.0, -2.0, 1.0, 0.0])


def additive(shares: Floats) -> Floats:
    return shares @ SLOPES + 30


def twisted(shares: Floats) -> Floats:
    """Return an answer in which factors depend on each other."""
    first, second, third, _ = np.moveaxis(shares, -1, 0)
    return np.sin(5 * first) + 3 * first * second + third**2


def test_first_and_total_effects_of_a_sum_are_shares_of_its_variance() -> None:
    found = sobol_effects(additive(sobol_points(20_000, 4, seed=1)), seed=1)
    known = SLOPES**2 / (SLOPES**2).sum()
    np.testing.assert_allclose(found.first, known, atol=0.03)
    np.testing.assert_allclose(found.total, known, atol=0.03)
    assert (np.abs(found.first - known) <= 1.6 * found.first_half + 1e-12).all()
    assert found.first[3] == found.first_half[3] == found.total[3] == 0


def test_what_two_factors_do_together_only_counts_in_the_total() -> None:
    points = sobol_points(20_000, 2, seed=2)
    answers = np.asarray((points[..., 0] > 0.5) != (points[..., 1] > 0.5), dtype=np.float64)
    found = sobol_effects(answers, seed=2)
    np.testing.assert_allclose(found.first, 0, atol=0.03)
    np.testing.assert_allclose(found.total, 1, atol=0.03)


def test_an_answer_that_never_differs_has_no_effects() -> None:
    found = sobol_effects(np.full((5, 8), 3.3), seed=0)
    for values in (found.first, found.first_half, found.total, found.total_half):
        np.testing.assert_array_equal(values, np.zeros(3))


@given(SEEDS, st.sampled_from((1e-6, 1.0, 1e6)), st.floats(-1e3, 1e3))
def test_units_of_the_answer_do_not_matter(seed: int, unit: float, shift: float) -> None:
    answers = twisted(sobol_points(16, 4, seed=seed))
    found = sobol_effects(answers, seed=seed)
    again = sobol_effects((answers + shift) * unit, seed=seed)
    np.testing.assert_allclose(again.first, found.first, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(again.total, found.total, rtol=1e-4, atol=1e-6)


def test_sobol_effects_are_those_of_salib() -> None:
    analysis = pytest.importorskip("SALib.analyze.sobol")
    answers = twisted(sobol_points(512, 4, seed=5))
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0.0, 1.0]] * 4}
    theirs = analysis.analyze(problem, answers.T.ravel(), calc_second_order=False, seed=1)
    ours = sobol_effects(answers, seed=5)
    # SALib measures answers from their mean over all points, we over those that are drawn.
    np.testing.assert_allclose(ours.first, theirs["S1"], atol=1e-3)
    np.testing.assert_allclose(ours.total, theirs["ST"], atol=1e-9)
    np.testing.assert_allclose(ours.first_half, theirs["S1_conf"], rtol=0.6, atol=1e-3)


@given(st.integers(2, 12), st.integers(1, 8), SEEDS)
def test_a_trajectory_moves_each_factor_once_and_stays_inside(
    trajectories: int, factors: int, seed: int
) -> None:
    points = morris_points(trajectories, factors, seed=seed)
    assert points.shape == (trajectories, factors + 1, factors)
    assert ((points >= 0) & (points <= 1)).all()
    moves = np.diff(points, axis=1)
    assert (np.count_nonzero(moves, axis=2) == 1).all()
    assert (np.count_nonzero(moves, axis=1) == 1).all()
    sizes = np.abs(moves[moves != 0])
    np.testing.assert_allclose(sizes, LEVELS / (2 * (LEVELS - 1)))
    np.testing.assert_array_equal(points, morris_points(trajectories, factors, seed=seed))


@given(SEEDS)
def test_elementary_effects_of_a_sum_are_its_slopes(seed: int) -> None:
    points = morris_points(6, 4, seed=seed)
    found = morris_effects(points, additive(points), seed=seed)
    np.testing.assert_allclose(found.mean, SLOPES, atol=1e-9)
    np.testing.assert_allclose(found.mean_size, np.abs(SLOPES), atol=1e-9)
    np.testing.assert_allclose(found.spread, 0, atol=1e-9)
    np.testing.assert_allclose(found.half, 0, atol=1e-9)


def test_morris_effects_are_those_of_salib() -> None:
    analysis = pytest.importorskip("SALib.analyze.morris")
    points = morris_points(20, 4, seed=3)
    answers = twisted(points)
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0.0, 1.0]] * 4}
    theirs = analysis.analyze(problem, points.reshape(-1, 4), answers.ravel(), num_levels=LEVELS)
    ours = morris_effects(points, answers, seed=3)
    np.testing.assert_allclose(ours.mean_size, theirs["mu_star"], rtol=1e-9)
    np.testing.assert_allclose(ours.mean, theirs["mu"], rtol=1e-9)
    np.testing.assert_allclose(ours.spread, theirs["sigma"], rtol=1e-9)
