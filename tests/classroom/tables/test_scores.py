"""Scores of tables against every single package of small cases."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.scores import better_for_both, class_scores
from explorer.model.package import bundle_index, package_of
from explorer.model.scenario import Scenario
from explorer.model.table_result import TableResult
from tests.classroom.tables.plans import FREEZE, PLAN, agreed, results
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import small_scenarios

NOTHING = 1e-9


def _number(scenario: Scenario, levels: dict[str, int]) -> int:
    case, package = scenario.case, package_of(scenario.case, levels)
    size = int(np.prod(case.sender_shape))
    target = bundle_index(case.target_shape, package.target)
    return target * size + bundle_index(case.sender_shape, package.sender)


@examples(60)
@given(small_scenarios(), st.data(), st.integers(1, 3))
def test_every_table_is_scored_as_every_package_would_have_it(
    scenario: Scenario, data: st.DataObject, variants: int
) -> None:
    plan = Plan(scenario, tables=8, seed=2, variants=variants)
    told = data.draw(results(scenario.case, variants))
    found = class_scores(plan, told)
    assert tuple(score.result for score in found.scores) == told
    for score in found.scores:
        expected = brute_force(plan.scenario_of(score.result.variant))
        members = np.flatnonzero(expected.is_member)
        gains = (0.0, 0.0)
        if score.result.levels is None:
            assert not score.is_in_zone
            assert score.broken_lines == ()
            assert better_for_both(score) is None
        else:
            number = _number(scenario, dict(score.result.levels))
            gains = float(expected.sender_gain[number]), float(expected.target_gain[number])
            assert score.is_in_zone == bool(expected.is_member[number])
            assert score.is_efficient == (number in expected.frontier.tolist())
        assert np.allclose((score.sender_gain, score.target_gain), gains, atol=1e-8)
        more = [
            (expected.sender_gain[each] - gains[0], expected.target_gain[each] - gains[1])
            for each in members
        ]
        ours = max([0.0, *(s for s, t in more if t >= -NOTHING)])
        theirs = max([0.0, *(t for s, t in more if s >= -NOTHING)])
        assert np.allclose((score.left.sender, score.left.target), (ours, theirs), atol=1e-6)


@examples(60)
@given(small_scenarios(), st.data())
def test_what_a_class_agreed_is_counted_once_for_each_table(
    scenario: Scenario, data: st.DataObject
) -> None:
    plan = Plan(scenario, tables=8, seed=2, variants=2)
    found = class_scores(plan, data.draw(results(scenario.case, 2)))
    assert sum(count for _, count in found.endings) == len(found.scores)
    assert dict(found.endings)["agreed"] == len(found.agreed)
    for spread in found.spreads:
        assert sum(spread.counts) == len(found.agreed)
        assert len(spread.counts) == len(spread.issue.levels)
    for variant in found.solved:
        missed = found.best_missed(variant)
        expected = brute_force(plan.scenario_of(variant))
        taken = {_number(scenario, dict(s.result.levels or {})) for s in found.agreed}
        free = set(np.flatnonzero(expected.is_member).tolist()) - taken
        assert (missed is None) == (not free)


def test_a_table_off_the_frontier_is_shown_a_package_that_both_prefer() -> None:
    (score,) = class_scores(PLAN, [agreed("1", FREEZE)]).scores
    assert score.is_in_zone
    assert not score.is_efficient
    better = better_for_both(score)
    assert better is not None
    assert better.sender_gain > score.sender_gain
    assert better.target_gain > score.target_gain


def test_the_same_package_has_other_gains_under_other_private_values() -> None:
    told = [agreed(str(variant), FREEZE, variant=variant) for variant in range(3)]
    gains = {(score.sender_gain, score.target_gain) for score in class_scores(PLAN, told).scores}
    assert len(gains) == 3


def test_a_table_without_a_deal_leaves_what_the_zone_offers() -> None:
    told = TableResult(name="1", ending="time_out")
    found = class_scores(PLAN, [told])
    (score,) = found.scores
    ideal = found.solved[0].ideal
    assert ideal is not None
    assert (score.left.sender, score.left.target) == ideal
    assert 0 < score.left.share < 1
