"""The split of a change: Shapley's axioms, brute force over all orders, and the known answer."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, control_range, default_scenario, preset_scenario
from explorer.model.split import Measure, Split
from explorer.solver import split as split_room
from explorer.solver.solve import solve
from explorer.solver.split import UNIT, coalitions, outcome, players, split, split_of
from tests.examples import examples
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
MEASURES: tuple[Measure, ...] = ("row_packages", "floor", "floor_any", "limit")


@st.composite
def pairs(draw: st.DrawFn, *, most: int = 4) -> tuple[Scenario, Scenario]:
    """Draw two scenarios of one case that differ in few controls."""
    start = draw(small_scenarios())
    controls = draw(
        st.lists(st.sampled_from(start.case.controls), max_size=most, unique_by=lambda c: c.id)
    )
    moved: dict[str, float] = {}
    for control in controls:
        reach = control_range(start.case, control)
        moved[control.id] = draw(st.integers(int(reach.minimum), int(reach.maximum)))
    return start, start.with_values(moved)


def every_split(start: Scenario, end: Scenario) -> list[Split]:
    found = coalitions(start, end)
    rows = [row.id for row in start.case.rows]
    of_rows = [split_of(found, measure, row) for measure in MEASURES for row in rows]
    return [split_of(found, "packages"), *of_rows]


def measured(scenario: Scenario, measure: Measure, row_id: str) -> Fraction | None:
    """Return a measure as the full solve and the board tell it."""
    result = solve(scenario)
    if measure == "packages":
        return Fraction(result.zone.packages)
    row = next(each for each in result.board if each.row.id == row_id)
    if measure == "row_packages":
        return Fraction(row.packages)
    points = {
        "floor": row.target_floor,
        "floor_any": row.target_floor_any,
        "limit": row.sender_limit,
    }[measure]
    return None if points is None else Fraction(round(points * UNIT), UNIT)


@examples(40)
@given(pairs())
def test_the_parts_add_up_to_the_difference_exactly(pair: tuple[Scenario, Scenario]) -> None:
    for found in every_split(*pair):
        assert found.before == measured(pair[0], found.measure, found.row_id)
        assert found.after == measured(pair[1], found.measure, found.row_id)
        if found.is_defined:
            assert found.before is not None
            assert found.after is not None
            assert sum(part.amount for part in found.parts) == found.after - found.before
        else:
            assert not found.parts


@examples(25)
@given(pairs(most=3))
def test_the_split_is_the_average_over_all_orders(pair: tuple[Scenario, Scenario]) -> None:
    start, end = pair
    for found in every_split(start, end):
        if not found.is_defined:
            continue
        changed = [part.player.id for part in found.parts]
        orders = list(permutations(changed))
        totals = dict.fromkeys(changed, Fraction(0))
        for order in orders:
            here = start
            for control in order:
                there = here.with_value(control, end.value(control))
                before = measured(here, found.measure, found.row_id)
                after = measured(there, found.measure, found.row_id)
                assert before is not None
                assert after is not None
                totals[control] += after - before
                here = there
        for part in found.parts:
            assert part.amount == totals[part.player.id] / len(orders)


@examples(40)
@given(pairs())
def test_the_way_back_undoes_the_way_there(pair: tuple[Scenario, Scenario]) -> None:
    for there, back in zip(every_split(*pair), every_split(*reversed(pair)), strict=True):
        assert there.is_defined == back.is_defined
        for one, other in zip(there.parts, back.parts, strict=True):
            assert one.player == other.player
            assert one.amount == -other.amount


@examples(40)
@given(pairs())
def test_what_never_changes_anything_gets_nothing_and_equals_get_equal(
    pair: tuple[Scenario, Scenario],
) -> None:
    found = coalitions(*pair)
    values = [each.packages for each in found.outcomes]
    parts = split_of(found, "packages").parts
    for k in range(len(parts)):
        without = [mask for mask in range(len(values)) if not mask >> k & 1]
        if all(values[mask | 1 << k] == values[mask] for mask in without):
            assert parts[k].amount == 0
        for j in range(k):
            neither = [mask for mask in without if not mask >> j & 1]
            if all(values[mask | 1 << k] == values[mask | 1 << j] for mask in neither):
                assert parts[k].amount == parts[j].amount


def test_from_2019_to_2025_russia_took_most() -> None:
    wills = {"us_will": 90, "dprk_will": 50}
    names = ("hanoi-2019", "october-2025")
    start, end = (preset_scenario(CASE, name).with_values(wills) for name in names)
    found = split(start, end, "packages")
    assert found.before is not None
    assert found.after is not None
    amounts = {part.player.id: part.amount for part in found.parts}
    assert sum(amounts.values()) == found.after - found.before
    assert set(amounts) == {
        control.id
        for control, then, now in zip(CASE.controls, start.values, end.values, strict=True)
        if then != now
    }
    # Russia took most of it.
    assert min(amounts, key=lambda id_: amounts[id_]) == "russia_alignment"
    assert 2 * amounts["russia_alignment"] < found.after - found.before


def test_a_floor_that_is_nowhere_has_no_split() -> None:
    start = preset_scenario(CASE, "october-2025")
    end = start.with_values({"us_will": 10, "us_min_icbm": 4})
    found = split(start, end, "floor", "full-denuclearisation")
    assert not found.is_defined
    assert found.parts == ()


def test_more_than_twelve_settings_are_split_by_their_groups() -> None:
    start = default_scenario(CASE)
    ranges = {each.id: control_range(CASE, each) for each in CASE.controls}
    moved = {
        id_: reach.minimum if start.value(id_) != reach.minimum else reach.maximum
        for id_, reach in ranges.items()
    }
    end = start.with_values(moved)
    found = players(start, end)
    # A group of one control goes by that control's name.
    members = {group.id: (*group.shown, *group.folded) for group in CASE.groups}
    assert {player.id for player in found} == {
        id_ if len(controls) > 1 else controls[0] for id_, controls in members.items()
    }
    assert {c for player in found for c in player.control_ids} == set(moved)
    done = split(start, end, "packages")
    assert done.before is not None
    assert done.after is not None
    assert sum(part.amount for part in done.parts) == done.after - done.before


@examples(20)
@given(korea_scenarios(), korea_scenarios())
def test_outcomes_found_before_are_not_solved_again(start: Scenario, end: Scenario) -> None:
    members = players(start, end)
    if len(members) > 4:
        members = members[:4]
        ids = [control for player in members for control in player.control_ids]
        end = start.with_values({control: end.value(control) for control in ids})
    mixtures = [
        split_room.mixture(start, end, players(start, end), mask)
        for mask in range(2 ** len(players(start, end)))
    ]
    known = {mixed.values: outcome(mixed) for mixed in mixtures}
    for found, mixed in zip(split_room.outcomes(start, end, known), mixtures, strict=True):
        assert found is known[mixed.values]


@examples(5)
@given(small_scenarios())
def test_scenarios_of_two_cases_are_refused(scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="one case"):
        split(scenario, default_scenario(CASE), "packages")
