"""The rule: finds a box that is there, tells true numbers, stays short."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.study import Progress, Rule
from explorer.solver.solve import solve
from explorer.studies.rule import MOST_BOUNDS, best_box, rule_steps
from tests.examples import examples
from tests.strategies import korea_scenarios

SEEDS = st.integers(0, 2**32 - 1)


def rule_of(scenario: Scenario, row_id: str, seed: int, samples: int = 300) -> Rule:
    *reports, rule = rule_steps(scenario, row_id, seed=seed, samples=samples)
    done = [report.done for report in reports if isinstance(report, Progress)]
    assert done == sorted(done)
    assert done[-1] == samples
    assert isinstance(rule, Rule)
    return rule


@examples(30)
@given(SEEDS, st.integers(1, 3))
def test_a_box_that_is_there_is_found(seed: int, bounded: int) -> None:
    random = np.random.default_rng(seed)
    numbers = random.integers(0, 101, (1500, 5)).astype(float)
    low = random.integers(0, 40, bounded)
    is_open = (numbers[:, :bounded] >= low).all(axis=1) & (numbers[:, 0] <= 80)
    box = best_box(numbers, is_open)
    inside = box.holds(numbers)
    both = np.count_nonzero(inside & is_open)
    assert both >= 0.9 * np.count_nonzero(is_open)
    assert both >= 0.9 * np.count_nonzero(inside)
    assert len(box.bounded) <= MOST_BOUNDS


@given(SEEDS, st.floats(0, 1))
def test_what_is_open_by_chance_still_gets_a_short_true_rule(seed: int, share: float) -> None:
    random = np.random.default_rng(seed)
    numbers = random.integers(0, 101, (120, 3)).astype(float)
    is_open = random.random(120) < share
    box = best_box(numbers, is_open)
    assert len(box.bounded) <= MOST_BOUNDS
    assert (box.low <= box.high).all()
    for place in range(3):
        is_bounded = box.low[place] > numbers[:, place].min()
        is_bounded |= box.high[place] < numbers[:, place].max()
        assert is_bounded == (place in box.bounded)


def test_a_number_with_one_value_is_never_a_bound() -> None:
    numbers = np.stack([np.full(200, 7.0), np.arange(200.0)], axis=1)
    assert best_box(numbers, numbers[:, 1] > 120).bounded == (1,)


@examples(3)
@given(korea_scenarios(), SEEDS, st.sampled_from(("", "phased-step", "yongbyon")))
def test_the_numbers_of_a_rule_are_those_of_its_settings(
    scenario: Scenario, seed: int, row_id: str
) -> None:
    rule = rule_of(scenario, row_id, seed, samples=60)
    assert rule == rule_of(scenario, row_id, seed, samples=60)
    scales = [each for each in scenario.case.controls if each.kind == "scale"]
    random = np.random.default_rng(seed)
    low = np.array([each.low for each in scales])
    high = np.array([each.high for each in scales])
    drawn = random.integers(low, high, size=(60, len(scales)), endpoint=True)
    found = [0, 0, 0]
    for values in drawn.tolist():
        named = dict(zip([each.id for each in scales], values, strict=True))
        result = solve(scenario.with_values(named))
        opened = [row.row.id for row in result.board if row.is_open]
        is_open = row_id in opened if row_id else result.zone.packages > 0
        keeps = all(each.low <= named[each.control_id] <= each.high for each in rule.bounds)
        found[0] += is_open
        found[1] += keeps
        found[2] += keeps and is_open
    assert found == [rule.open_samples, rule.inside, rule.open_inside]


def test_a_rule_is_better_than_none_and_says_by_how_much() -> None:
    rule = rule_of(preset_scenario(bundled_case(), "october-2025"), "phased-step", 1, 1500)
    assert rule.bounds
    assert rule.density > 2 * rule.open_samples / rule.samples
    assert rule.coverage > 0.6
    assert {bound.control_id for bound in rule.bounds} >= {"us_credibility"}


def test_where_lines_shut_everything_there_is_no_rule() -> None:
    rule = rule_of(preset_scenario(bundled_case(), "october-2025-declared"), "", 1)
    assert (rule.bounds, rule.open_samples, rule.inside) == ((), 0, 300)
    assert rule.coverage == rule.density == 0
