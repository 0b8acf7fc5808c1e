"""Effects in all and alone: those known from algebra, the same for a seed, and SALib's."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.result import Floats
from explorer.model.scenario import preset_scenario
from explorer.model.study import Importance
from explorer.solver.uncertain import uncertain_numbers
from explorer.studies.importance import importance_steps
from explorer.studies.total_effects import first_effects, radial_points, total_effects

SEEDS = st.integers(0, 2**32 - 1)
FACTORS = np.array([4.0, 2.0, 1.0, 0.0])

Function = Callable[[Floats], Floats]


def additive(shares: Floats) -> Floats:
    return shares @ FACTORS + 30


def ishigami(shares: Floats) -> Floats:
    first, second, third, _ = np.moveaxis((2 * shares - 1) * np.pi, -1, 0)
    return np.sin(first) + 7 * np.sin(second) ** 2 + 0.1 * third**4 * np.sin(first)


def product(shares: Floats) -> Floats:
    """Return 1 where the first two are both above one half, else 0."""
    return np.asarray((shares[..., 0] > 0.5) & (shares[..., 1] > 0.5), dtype=np.float64)


def ishigami_effects() -> Floats:
    """Return the total effects from the variances in Ishigami and Homma (1990)."""
    a, b = 7, 0.1
    alone = (1 + b * np.pi**4 / 5) ** 2 / 2
    second = a**2 / 8
    together = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    whole = alone + second + together
    return np.array([alone + together, second, together, 0]) / whole


KNOWN = {
    additive: FACTORS**2 / (FACTORS**2).sum(),
    ishigami: ishigami_effects(),
    # Each alone decides in half of the cases, by the whole variance p (1 - p) of p = 1/4.
    product: np.array([2 / 3, 2 / 3, 0, 0]),
}


def ishigami_alone() -> Floats:
    """Return the first-order effects from the same variances."""
    a, b = 7, 0.1
    alone, second = (1 + b * np.pi**4 / 5) ** 2 / 2, a**2 / 8
    whole = alone + second + b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    return np.array([alone, second, 0, 0]) / whole


KNOWN_ALONE = {
    additive: KNOWN[additive],
    ishigami: ishigami_alone(),
    # Knowing one of the two leaves 0 or 1/2: the variance of these, 1/16, of 3/16.
    product: np.array([1 / 3, 1 / 3, 0, 0]),
}


def estimated(function: Function, count: int, seed: int) -> tuple[Floats, Floats]:
    return total_effects(function(radial_points(count, 4, seed=seed)), seed=seed)


@pytest.mark.parametrize("function", KNOWN_ALONE, ids=lambda each: each.__name__)
def test_known_first_order_effects_are_found(function: Function) -> None:
    effects, halves = first_effects(function(radial_points(40_000, 4, seed=1)), seed=1)
    np.testing.assert_allclose(effects, KNOWN_ALONE[function], atol=0.03)
    assert (np.abs(effects - KNOWN_ALONE[function]) <= 1.6 * halves + 1e-12).all()
    assert halves[3] == effects[3] == 0


def test_first_order_effects_are_those_of_salib_from_the_same_points() -> None:
    analysis = pytest.importorskip("SALib.analyze.sobol")
    problem = {"num_vars": 4, "names": list("abcd"), "bounds": [[0.0, 1.0]] * 4}
    answers = ishigami(radial_points(4096, 4, seed=5))
    found = analysis.analyze(problem, answers.T.ravel(), calc_second_order=False, seed=5)
    ours, halves = first_effects(answers, seed=5)
    np.testing.assert_allclose(ours, found["S1"], atol=0.002)
    np.testing.assert_allclose(halves, found["S1_conf"], rtol=0.3, atol=0.002)


@pytest.mark.parametrize("function", KNOWN, ids=lambda each: each.__name__)
def test_known_total_effects_are_found(function: Function) -> None:
    effects, halves = estimated(function, 20_000, seed=1)
    np.testing.assert_allclose(effects, KNOWN[function], atol=0.02)
    # Wider than 95 per cent, because twelve intervals are looked at.
    assert (np.abs(effects - KNOWN[function]) <= 1.6 * halves + 1e-12).all()


@pytest.mark.parametrize("function", KNOWN, ids=lambda each: each.__name__)
def test_intervals_hold_the_truth_about_as_often_as_they_promise(function: Function) -> None:
    held = 0
    for seed in range(50):
        effects, halves = estimated(function, 256, seed=seed)
        held += np.count_nonzero(np.abs(effects - KNOWN[function]) <= halves + 1e-12)
    assert 0.9 <= held / 200 < 1


@given(st.integers(2, 40), st.integers(1, 5), SEEDS)
def test_each_point_is_moved_in_one_input_at_a_time(count: int, inputs: int, seed: int) -> None:
    points = radial_points(count, inputs, seed=seed)
    assert points.shape == (inputs + 2, count, inputs)
    base, other = points[0], points[-1]
    for place in range(inputs):
        expected = base.copy()
        expected[:, place] = other[:, place]
        assert (points[place + 1] == expected).all()
    assert ((points >= 0) & (points < 1)).all()
    assert (points == radial_points(count, inputs, seed=seed)).all()


@given(
    st.integers(2, 30),
    st.sampled_from((1e-6, 1.0, 1e9)),
    st.floats(-1e6, 1e6),
    SEEDS,
)
def test_units_do_not_matter_and_nothing_is_negative(
    count: int, unit: float, shift: float, seed: int
) -> None:
    answers = ishigami(radial_points(count, 4, seed=seed))
    effects, halves = total_effects(answers, seed=seed)
    assert effects.shape == halves.shape == (4,)
    assert (effects >= 0).all()
    assert (halves >= 0).all()
    assert effects[3] == halves[3] == 0
    again = total_effects((answers + shift) * unit, seed=seed)
    np.testing.assert_allclose(again, (effects, halves), rtol=1e-4, atol=1e-6)
    np.testing.assert_array_equal(total_effects(answers, seed=seed), (effects, halves))


def test_an_answer_that_differs_at_one_point_alone_has_finite_intervals() -> None:
    answers = np.full((4, 50), 7.3)
    answers[0, 3] = answers[1, 3] = 7.4
    effects, halves = total_effects(answers, seed=0)
    assert effects[0] == 0
    # Half of (1/50), over (1/100) less (1/100) squared.
    assert effects[1] == pytest.approx(0.01 / (0.01 - 0.0001))
    assert np.isfinite(halves).all()


def test_effects_of_the_case_are_those_of_salib() -> None:
    """SALib draws other points, so intervals of 95 per cent overlap for all but one in twenty."""
    sampling = pytest.importorskip("SALib.sample.sobol")
    analysis = pytest.importorskip("SALib.analyze.sobol")
    scenario = preset_scenario(bundled_case(), "october-2025")
    names = [each.id for each in uncertain_numbers(scenario)]
    problem = {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}

    def points(count: int, inputs: int, *, seed: int) -> Floats:
        assert inputs == len(names)
        drawn = sampling.sample(problem, count, calc_second_order=False, seed=seed)
        return drawn.reshape(count, inputs + 2, inputs).transpose(1, 0, 2)

    def analysed(answers: Floats, *, seed: int) -> tuple[Floats, Floats]:
        found = analysis.analyze(problem, answers.T.ravel(), calc_second_order=False, seed=seed)
        return found["ST"], found["ST_conf"]

    ours = by_name(importance("phased-step"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("explorer.studies.importance.radial_points", points)
        patch.setattr("explorer.studies.importance.total_effects", analysed)
        theirs = by_name(importance("phased-step"))
    low = np.maximum([ours[name][0] for name in names], [theirs[name][0] for name in names])
    high = np.minimum([ours[name][1] for name in names], [theirs[name][1] for name in names])
    assert np.count_nonzero(low <= high) >= 0.95 * len(names)


def importance(row_id: str) -> Importance:
    scenario = preset_scenario(bundled_case(), "october-2025")
    *_, found = importance_steps(scenario, row_id, seed=3)
    assert isinstance(found, Importance)
    return found


def by_name(found: Importance) -> dict[str, tuple[float, float]]:
    return {each.assumption: (each.low, each.high) for each in found.weights}
