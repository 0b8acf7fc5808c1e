"""Moves that turn an answer: they do, alone or only both together, and nothing smaller does."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, Claim, ControlMove, MovePair, package_claim, row_claims
from explorer.model.control import Control, mover_to
from explorer.model.result import Result
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.claims import is_true
from explorer.solver.moves import (
    move_steps,
    nearest_possible,
    opening_pairs,
    pair_step,
    pair_steps,
    smallest_first,
    smallest_pairs,
)
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from tests.examples import examples
from tests.solver.claims_force import claims_of, is_so
from tests.strategies import small_scenarios

CASE = bundled_case("korea")

SAME = 1e-9
"""By how much two shares of a range may differ and still be the same."""


def moves_of(result: Result, claim: Claim) -> tuple[ControlMove, ...]:
    return smallest_first([move for moves in move_steps(result, claim) for move in moves])


def share(scenario: Scenario, control: Control, value: float) -> float:
    reach = control_range(scenario.case, control)
    return abs(value - scenario.value(control.id)) / (reach.maximum - reach.minimum)


def values_of(scenario: Scenario, control: Control, step: int) -> list[float]:
    """Return the values that somebody can move a control to, those of pairs alone."""
    reach, now = control_range(scenario.case, control), scenario.value(control.id)
    values = [float(each) for each in range(int(reach.minimum), int(reach.maximum) + 1)]
    if control.kind == "scale" and step > 1:
        ends = (values[0], values[-1])
        values = [each for each in values if each in ends or round(each - now) % step == 0]
    return [each for each in values if each != now and mover_to(control, each, now=now) != "nobody"]


def turns(scenario: Scenario, claim: Claim, now: bool, moved: dict[str, float]) -> bool:
    return is_so(scenario.with_values(moved), claim) != now


@examples(40)
@given(small_scenarios(respects_signs=False), st.data())
def test_a_single_move_turns_its_claim_and_no_smaller_one_of_its_sort_does(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    now, found = is_true(result, claim), moves_of(result, claim)
    for move in found:
        assert turns(scenario, claim, now, {move.control_id: move.value})
    order = [(move.mover == "nobody", move.share) for move in found]
    assert order == sorted(order)
    control = data.draw(st.sampled_from(scenario.case.controls))
    reach, at = control_range(scenario.case, control), scenario.value(control.id)
    value = float(data.draw(st.integers(int(reach.minimum), int(reach.maximum))))
    mover = mover_to(control, value, now=at)
    same = [
        move
        for move in found
        if move.control_id == control.id and (move.mover == "nobody") == (mover == "nobody")
    ]
    assert len(same) <= 1
    if turns(scenario, claim, now, {control.id: value}):
        assert same[0].share <= share(scenario, control, value) + SAME


@examples(40)
@given(small_scenarios(), st.data())
def test_a_pair_turns_its_claim_and_neither_of_its_moves_does(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    now, single = is_true(result, claim), moves_of(result, claim)
    found = smallest_pairs(result, claim, single, most=3)
    assert len({frozenset(move.control_id for move in pair.moves) for pair in found}) == len(found)
    assert [pair.share for pair in found] == sorted(pair.share for pair in found)
    for pair in found:
        moved = {move.control_id: move.value for move in pair.moves}
        assert turns(scenario, claim, now, moved)
        assert pair.share < nearest_possible(single)
        then = solve(scenario.with_values(moved))
        before = {row.row.id for row in result.board if row.is_open}
        opened = {row.row.id for row in then.board if row.is_open} - before
        assert (set(pair.row_ids), pair.packages) == (opened, then.zone.packages)
        for move in pair.moves:
            assert move.mover != "nobody"
            assert not turns(scenario, claim, now, {move.control_id: move.value})


@examples(60)
@given(small_scenarios(respects_signs=False), st.data())
def test_no_smaller_pair_turns_the_claim(scenario: Scenario, data: st.DataObject) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    now, single = is_true(result, claim), moves_of(result, claim)
    found = smallest_pairs(result, claim, single, most=1)
    least = found[0].share if found else np.inf
    step = pair_step(claim)
    both = data.draw(st.permutations(scenario.case.controls))[:2]
    choices = [values_of(scenario, control, step) for control in both]
    if not all(choices):
        return
    for _ in range(4):
        values = [data.draw(st.sampled_from(each)) for each in choices]
        shares = [share(scenario, *each) for each in zip(both, values, strict=True)]
        size = max(shares)
        if size < min(least, nearest_possible(single)) - SAME:
            moved = {control.id: value for control, value in zip(both, values, strict=True)}
            assert not turns(scenario, claim, now, moved)


def coarse(scenario: Scenario, claim: Claim, within: float) -> list[tuple[float, float]]:
    """Return the sizes of all pairs up to a size that turn a claim, by solving every one."""
    now, step = is_so(scenario, claim), pair_step(claim)
    sizes: list[tuple[float, float]] = []
    for first, second in combinations(scenario.case.controls, 2):
        for x in values_of(scenario, first, step):
            for y in values_of(scenario, second, step):
                shares = share(scenario, first, x), share(scenario, second, y)
                if max(shares) <= within and turns(
                    scenario, claim, now, {first.id: x, second.id: y}
                ):
                    sizes.append((max(shares), sum(shares)))
    return sorted(sizes)


def size(pair: MovePair) -> tuple[float, float]:
    return pair.share, pair.first.share + pair.second.share


def test_the_smallest_pair_of_a_row_is_that_of_trying_every_pair() -> None:
    scenario = preset_scenario(CASE, "october-2025").with_value("us_credibility", 85)
    result = solve(scenario)
    claim = Claim("row", "phased-step")
    single = moves_of(result, claim)
    (found,) = smallest_pairs(result, claim, single, most=1)
    least = coarse(scenario, claim, within=found.share)[0]
    assert size(found) == pytest.approx(least)
    assert nearest_possible(single) > found.share


def test_where_lines_block_everything_the_two_to_loosen_are_found() -> None:
    scenario = preset_scenario(CASE, "october-2025-declared").with_values(
        {"us_min_warheads": 2, "dprk_max_warheads": 1}
    )
    result = solve(scenario)
    assert not result.zone.packages
    openings = zone_openings(result)
    found = opening_pairs(result, ZONE, openings, most=3)
    assert found
    assert all(pair.packages for pair in found)
    for pair in found:
        moved = {move.control_id for move in pair.moves}
        assert len(moved & {"us_max_status", "dprk_min_status"}) == 1
        assert len(moved & {"us_min_warheads", "dprk_max_warheads"}) == 1


def test_pairs_are_looked_for_only_where_no_single_move_is_enough() -> None:
    result = solve(preset_scenario(CASE, "october-2025"))
    sweeps = all_sweeps(result.scenario)
    for claim in row_claims(result):
        openings = row_openings(result, claim.id, sweeps)
        pairs = opening_pairs(result, claim, openings, most=2)
        assert (pairs is None) == any(each.mover != "nobody" for each in openings)


def test_a_search_tells_how_far_it_has_come_and_ends_final() -> None:
    result = solve(preset_scenario(CASE, "october-2025"))
    for claim in (Claim("row", "full-denuclearisation"), package_claim(CASE, "icbm_freeze")):
        told = [step for step in pair_steps(result, claim, (), most=5) if step is not None]
        assert [step.is_final for step in told] == [*[False] * (len(told) - 1), True]
        assert [step.reach for step in told] == sorted({step.reach for step in told})
    steps = list(pair_steps(result, ZONE, (), most=1))
    assert steps.count(None) > len([step for step in steps if step is not None])
