"""What tables left, found and did not find, against every single package."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.model.package import Package, bundle_index, package_at
from explorer.model.scenario import Scenario
from explorer.solver.agreement import best_untaken, value_left
from explorer.solver.nearest_miss import nearest_better
from explorer.solver.solve import solve
from tests.examples import examples
from tests.solver.brute_force import BruteForce, brute_force
from tests.solver.test_nearest_miss import steps_between
from tests.strategies import small_scenarios

NOTHING = 1e-9


def _gains(expected: BruteForce, number: int) -> tuple[float, float]:
    return float(expected.sender_gain[number]), float(expected.target_gain[number])


@examples(80)
@given(small_scenarios(), st.data())
def test_the_value_left_is_the_most_that_any_member_gives_on_top(
    scenario: Scenario, data: st.DataObject
) -> None:
    expected = brute_force(scenario)
    chosen = data.draw(st.integers(0, expected.total - 1))
    gains = _gains(expected, chosen)
    left = value_left(solve(scenario).frontier, gains)
    members = np.flatnonzero(expected.is_member)
    more = [_gains(expected, int(each)) for each in members]
    ours = [s - gains[0] for s, t in more if t >= gains[1] - NOTHING]
    theirs = [t - gains[1] for s, t in more if s >= gains[0] - NOTHING]
    assert abs(left.sender - max([0.0, *ours])) < 1e-6
    assert abs(left.target - max([0.0, *theirs])) < 1e-6
    if expected.ideal is not None and min(expected.ideal) > NOTHING:
        best_s, best_t = expected.ideal
        both = [min((s - gains[0]) / best_s, (t - gains[1]) / best_t) for s, t in more]
        assert abs(left.share - max([0.0, *both])) < 1e-6


@examples(80)
@given(small_scenarios(), st.data())
def test_nothing_is_left_of_a_member_exactly_if_it_stands_on_the_frontier(
    scenario: Scenario, data: st.DataObject
) -> None:
    expected = brute_force(scenario)
    members = np.flatnonzero(expected.is_member).tolist()
    if members:
        chosen = data.draw(st.sampled_from(members))
        left = value_left(solve(scenario).frontier, _gains(expected, chosen))
        assert left.is_nothing == (chosen in expected.frontier.tolist())


@examples(80)
@given(small_scenarios(), st.data())
def test_the_nearest_better_package_is_better_and_none_is_nearer(
    scenario: Scenario, data: st.DataObject
) -> None:
    expected = brute_force(scenario)
    chosen = data.draw(st.integers(0, expected.total - 1))
    ours, theirs = _gains(expected, chosen)
    found = nearest_better(scenario, package_at(scenario.case, chosen), (ours, theirs))
    more = {
        int(each): (expected.sender_gain[each] - ours, expected.target_gain[each] - theirs)
        for each in np.flatnonzero(expected.is_member)
    }
    better = [each for each, gains in more.items() if min(gains) > NOTHING]
    if not better:
        better = [
            each for each, (s, t) in more.items() if min(s, t) >= -NOTHING and max(s, t) > NOTHING
        ]
    assert (found is None) == (not better)
    if found is not None:
        assert _number(scenario, found.package) in better
        assert found.steps == min(steps_between(scenario, chosen, each) for each in better)


@examples(80)
@given(small_scenarios(), st.data())
def test_the_best_untaken_package_is_a_member_that_nobody_took(
    scenario: Scenario, data: st.DataObject
) -> None:
    expected = brute_force(scenario)
    every = st.lists(st.integers(0, expected.total - 1), max_size=4)
    taken = set(data.draw(every)) | set(expected.frontier[: data.draw(st.integers(0, 3))].tolist())
    found = best_untaken(scenario, {package_at(scenario.case, each) for each in taken})
    free = [each for each in np.flatnonzero(expected.is_member).tolist() if each not in taken]
    assert (found is None) == (not free)
    if found is not None:
        number = _number(scenario, found.package)
        assert number in free
        gains = (found.sender_gain, found.target_gain)
        assert np.allclose(gains, _gains(expected, number), atol=1e-8)
        if expected.ideal is not None and min(expected.ideal) > 1e-6:
            s, t = expected.ideal
            shares = {
                each: min(expected.sender_gain[each] / s, expected.target_gain[each] / t)
                for each in free
            }
            assert shares[number] >= max(shares.values()) - 1e-6


def _number(scenario: Scenario, package: Package) -> int:
    case = scenario.case
    size = int(np.prod(case.sender_shape))
    target = bundle_index(case.target_shape, package.target)
    return target * size + bundle_index(case.sender_shape, package.sender)
