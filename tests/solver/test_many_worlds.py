"""Many worlds at once say what solving each of them alone says."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.package import Package, package_at, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.many_worlds import Outcomes, joined, outcomes, row_outcomes
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.solver.uncertain import (
    Draws,
    assumption_sets,
    control_key,
    draws_at,
    uncertain_numbers,
)
from tests.examples import examples
from tests.solver.brute_force import plain_outcomes
from tests.solver.varied import varied
from tests.strategies import korea_scenarios, small_scenarios

ROUNDING = 1.5e-9
"""A number that lies in the middle between two ninth decimals may be rounded either way."""

SEEDS = st.integers(0, 2**32 - 1)


def agrees(found: Outcomes, world: int, result: Result, packages: tuple[Package, ...]) -> None:
    by_class = [count for _, count in result.zone.by_class]
    assert found.packages[world].tolist() == by_class
    for place, row in enumerate(result.board):
        floor = np.inf if row.target_floor is None else row.target_floor
        assert found.floors[world, place] == pytest.approx(floor, abs=ROUNDING)
        assert found.limits[world, place] == pytest.approx(row.sender_limit, abs=ROUNDING)
        assert found.is_open[world, place] == row.is_open
    for place, package in enumerate(packages):
        is_in_zone = term_sheet(result.scenario, package).is_in_zone
        assert found.is_in_zone[world, place] == is_in_zone


def some_packages(case: Case, seed: int) -> tuple[Package, ...]:
    total = int(np.prod(case.target_shape) * np.prod(case.sender_shape))
    numbers = np.random.default_rng(seed).integers(0, total, 5)
    return tuple(package_at(case, int(number)) for number in numbers)


@given(small_scenarios(respects_signs=False), SEEDS)
def test_the_world_as_it_is_comes_out_as_solved(scenario: Scenario, seed: int) -> None:
    packages = some_packages(scenario.case, seed)
    agrees(outcomes(scenario, Draws(1), packages), 0, solve(scenario), packages)


@examples(25)
@given(korea_scenarios(), SEEDS)
def test_korea_as_it_is_comes_out_as_solved(scenario: Scenario, seed: int) -> None:
    packages = some_packages(scenario.case, seed)
    agrees(outcomes(scenario, Draws(1), packages), 0, solve(scenario), packages)


@examples(50)
@given(small_scenarios(respects_signs=False), SEEDS)
def test_each_drawn_world_comes_out_as_its_own_case_solved(scenario: Scenario, seed: int) -> None:
    written_out(scenario, widened, seed)


@examples(4)
@given(korea_scenarios(), SEEDS)
def test_each_drawn_korea_comes_out_as_its_own_case_solved(scenario: Scenario, seed: int) -> None:
    written_out(scenario, assumption_sets, seed)


def written_out(scenario: Scenario, draw: Callable[..., Draws], seed: int) -> None:
    draws = draw(scenario, 3, seed=seed)
    packages = some_packages(scenario.case, seed)
    found = outcomes(scenario, draws, packages)
    for world in range(draws.size):
        agrees(found, world, solve(varied(scenario, draws, world)), packages)


def widened(scenario: Scenario, count: int, *, seed: int) -> Draws:
    """Draw factors for everything, also for what a random case holds fixed, and two controls."""
    random = np.random.default_rng(seed)
    case = scenario.case
    places = [f"issues.{issue.id}.cost" for issue in case.issues]
    places += [f"issues.{issue.id}.benefit" for issue in case.issues if issue.benefit]
    for discount in case.discounts:
        places += [f"discounts.{discount.id}.slopes.{each.control}" for each in discount.slopes]
    for role in ("sender", "target"):
        places += [f"{role}_stakes.headline", f"{role}_stakes.waiting.base"]
    scales = [control.id for control in case.controls if control.kind == "scale"]
    chosen = random.choice(scales, 2, replace=False)
    return Draws(
        count,
        {place: random.uniform(0.5, 1.5, count) for place in places},
        {str(control): random.uniform(0, 100, count) for control in chosen},
    )


@given(small_scenarios(), SEEDS)
def test_rows_alone_are_the_rows_of_the_whole(scenario: Scenario, seed: int) -> None:
    draws = widened(scenario, 11, seed=seed)
    whole, rows = outcomes(scenario, draws), row_outcomes(scenario, draws)
    assert (rows.floors == whole.floors).all()
    assert (rows.limits == whole.limits).all()
    assert (rows.is_open == whole.is_open).all()


@examples(10)
@given(korea_scenarios(), SEEDS)
def test_parts_joined_are_the_whole_and_the_first_sets_never_change(
    scenario: Scenario, seed: int
) -> None:
    draws = assumption_sets(scenario, 30, seed=seed)
    fewer = outcomes(scenario, assumption_sets(scenario, 13, seed=seed))
    whole = outcomes(scenario, draws)
    parts = joined([outcomes(scenario, draws.part(0, 13)), outcomes(scenario, draws.part(13, 99))])
    assert (fewer.packages == whole.packages[:13]).all()
    assert parts.size == whole.size == 30
    assert (parts.packages == whole.packages).all()
    assert (parts.floors == whole.floors).all()


def test_no_worlds_are_refused() -> None:
    with pytest.raises(ValueError, match="concatenate"):
        outcomes(preset_scenario(bundled_case(), "october-2025"), Draws(0))


def test_assumption_sets_keep_every_number_in_its_range() -> None:
    scenario = preset_scenario(bundled_case(), "october-2025")
    uncertain = uncertain_numbers(scenario)
    draws = assumption_sets(scenario, 400, seed=7)
    assert len(draws.numbers) + len(draws.controls) == len(uncertain)
    for each in uncertain:
        is_control = each.id.startswith(control_key(""))
        values = draws.controls[each.id.partition(".")[2]] if is_control else draws.numbers[each.id]
        assert values.min() >= each.low
        assert values.max() <= each.high
        assert abs(values.mean() - (each.low + 4 * each.likely + each.high) / 6) < 0.05 * (
            each.high - each.low
        )


@given(st.integers(0, 100), SEEDS)
def test_a_credibility_is_drawn_around_where_its_slider_stands(value: int, seed: int) -> None:
    start = preset_scenario(bundled_case(), "october-2025")
    for control in start.case.controls:
        if control.kind == "scale" and control.role == "credibility":
            at = start.with_value(control.id, value)
            drawn = assumption_sets(at, 30, seed=seed).controls[control.id]
            assert drawn.min() >= max(0, value - (control.default - control.low))
            assert drawn.max() <= min(100, value + (control.high - control.default))
            (spread,) = (each for each in uncertain_numbers(at) if each.id.endswith(control.id))
            assert spread.low <= spread.likely == value <= spread.high


def test_the_middle_of_every_spread_is_near_the_likeliest_world() -> None:
    scenario = preset_scenario(bundled_case(), "october-2025")
    uncertain = uncertain_numbers(scenario)
    draws = draws_at(uncertain, np.full((1, len(uncertain)), 0.5))
    symmetric = [each for each in uncertain if each.high - each.likely == each.likely - each.low]
    assert symmetric
    for each in symmetric:
        assert draws.numbers[each.id][0] == pytest.approx(each.likely, rel=1e-3)


def test_known_packages_are_in_the_zone_as_often_as_many_more_sets_say() -> None:
    case = bundled_case()
    scenario = preset_scenario(case, "october-2025")
    packages = {each.id: package_of(case, each.levels) for each in case.packages}
    draws = assumption_sets(scenario, 1000, seed=1)
    found = outcomes(scenario, draws, tuple(packages.values()))
    shares = dict(zip(packages, found.is_in_zone.mean(axis=0).tolist(), strict=True))
    # Of ten thousand sets of another seed.
    assert shares["freeze_for_freeze"] == pytest.approx(0.76, abs=0.04)
    assert shares["icbm_freeze"] == pytest.approx(0.58, abs=0.04)
    assert shares["hanoi_dprk"] == pytest.approx(0.30, abs=0.04)
    assert shares["cap_and_freeze"] == pytest.approx(0.005, abs=0.01)
    assert shares["full_cvid"] == 0
    assert shares["recognition_arms_control"] == 0


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared"])
def test_the_plain_reference_of_the_benchmark_does_the_same_work(preset: str) -> None:
    start = preset_scenario(bundled_case(), preset)
    case = start.case
    packages = tuple(package_of(case, each.levels) for each in case.packages)
    draws = assumption_sets(start, 3, seed=7)
    found = outcomes(start, draws, packages)
    sets = [varied(start, draws, world) for world in range(draws.size)]
    for world, plain in enumerate(plain_outcomes(sets)):
        assert found.packages[world].tolist() == plain.by_class
        assert found.floors[world].tolist() == pytest.approx(plain.floors, abs=1e-9)
        assert found.limits[world].tolist() == pytest.approx(plain.limits, abs=1e-9)
        assert found.is_open[world].tolist() == plain.is_open
        assert found.is_in_zone[world].tolist() == plain.is_in_zone
