"""Editing the numbers of a case: what can be edited, what is refused, and how it is put back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumption,
    assumptions,
    changed_assumptions,
    is_variation_of,
    original,
    with_estimates,
    with_likely,
)
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.parameter import edited_fields, parameters
from explorer.model.quantity import Frozen, Quantity
from explorer.model.scenario import preset_scenario
from tests.strategies import small_cases

BASE = "issues.icbm.cost.base"
WAITING = "target_stakes.waiting.base"
SHARES = "issues.icbm.benefit.verification.multipliers.2"


def edited(item: Assumption, factor: float) -> Estimate:
    """Return an assumption's estimate scaled by a factor from 0.5 to 1, or another option."""
    now = item.estimate
    if item.kind == "choice":
        place = (int(now.values[0]) + (factor < 1)) % len(item.options)
        return Estimate((place,), low=place, high=place)
    values = tuple(value * factor for value in now.values)
    if item.kind == "number":
        low, high = sorted((now.low * factor, now.high * factor))
        return Estimate(values, low, high)
    return Estimate(values, now.low, now.high)


@st.composite
def edits(draw: st.DrawFn, case: Case) -> dict[str, Estimate]:
    """Draw edits of some of a case's assumptions."""
    chosen = draw(st.lists(st.sampled_from(assumptions(case)), unique_by=lambda item: item.id))
    return {item.id: edited(item, draw(st.sampled_from((0.5, 0.75, 1)))) for item in chosen}


@given(small_cases(), st.data())
def test_editing_and_putting_back_restores_the_case(case: Case, data: st.DataObject) -> None:
    wanted = data.draw(edits(case))
    varied = with_estimates(case, wanted)
    assert original(varied) == case
    assert is_variation_of(varied, case)
    assert is_variation_of(case, varied)
    put_back = {change.id: change.was for change in changed_assumptions(varied)}
    assert with_estimates(varied, put_back) == case
    now = {item.id: item.estimate for item in assumptions(varied)}
    assert now == {item.id: item.estimate for item in assumptions(case)} | wanted


@given(small_cases(), st.data())
def test_the_order_of_edits_does_not_matter(case: Case, data: st.DataObject) -> None:
    wanted = data.draw(edits(case))
    one_by_one = case
    for id_ in reversed(wanted):
        one_by_one = with_estimates(one_by_one, {id_: wanted[id_]})
    assert one_by_one == with_estimates(case, wanted)


@given(small_cases(), st.data())
def test_a_varied_case_survives_being_written(case: Case, data: st.DataObject) -> None:
    varied = with_estimates(case, data.draw(edits(case)))
    assert Case.model_validate_json(varied.model_dump_json(), strict=True) == varied


def test_every_number_with_a_range_is_listed_once_under_a_readable_id() -> None:
    case = bundled_case()
    ids = [item.id for item in assumptions(case)]
    assert len(set(ids)) == len(ids)
    assert {BASE, WAITING, SHARES} <= set(ids)
    assert "issues.icbm.cost.slopes.missile_advances.series" in ids
    dumped = case.model_dump_json()
    assert dumped.count('"low":') - len(
        [control for control in case.controls if control.kind == "scale"]
    ) == len([item for item in assumptions(case) if item.kind in ("number", "levels")])


def test_a_case_as_it_was_read_is_its_own_original_and_changed_nowhere() -> None:
    case = bundled_case()
    assert original(case) is case
    assert changed_assumptions(case) == ()
    assert with_estimates(case, {}) == case


def test_another_case_is_no_variation() -> None:
    case = bundled_case()
    other = Case.model_validate({**case.model_dump(), "name": "Another case"})
    assert not is_variation_of(case, other)


@pytest.mark.parametrize(
    ("id_", "estimate", "reason"),
    [
        ("issues.nothing", Estimate((1,), 1, 1), "no assumption"),
        (WAITING, Estimate((1, 2), 1, 1), "2 values were given, but 1"),
        (WAITING, Estimate((math.nan,), 0, 1), "ordinary numbers"),
        (WAITING, Estimate((1,), 2, 3), "low value 2"),
        (WAITING, Estimate((1,), 0, 0.5), "high value 0.5"),
        (BASE, Estimate((1, 2, 3, 4, 5), 0.7, 1.3), "Level 0"),
        (BASE, Estimate((0, 2, 3, 4, 5), 1.1, 1.3), "factors"),
        (BASE, Estimate((0, 2, 3, 4, 5), 0, 1.3), "factors"),
        (SHARES, Estimate((0.1, 0.2, 0.3, 0.4), 0.7, 1), "no range"),
        (SHARES, Estimate((0.1, 0.2, 0.3, 1.4), 1, 1), "0 to 1"),
        (SHARES, Estimate((0.1, 0.2, 0.9, 0.4), 1, 1), "More verification"),
        ("issues.sanc.cost.base", Estimate((0, -1, 3, 4, 5), 0.7, 1.3), "starts at 0"),
    ],
)
def test_an_edit_that_cannot_stand_is_refused_with_a_reason(
    id_: str, estimate: Estimate, reason: str
) -> None:
    with pytest.raises(ScenarioError, match=reason):
        with_estimates(bundled_case(), {id_: estimate})


def test_one_assumption_is_found_by_its_id() -> None:
    assert assumption(bundled_case(), WAITING).estimate == Estimate((1,), 0.7, 1.3)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "nothing"}, "no assumption"),
        ({"now": Estimate((2,), 0, 3)}, "another value"),
        ({"was": Estimate((2,), 3, 3)}, "was: The low value"),
    ],
)
def test_a_case_whose_changes_do_not_fit_it_is_refused(
    change: dict[str, object], reason: str
) -> None:
    case = bundled_case()
    now = assumption(case, WAITING).estimate
    record = {"id": WAITING, "was": now, "now": now, **change}
    with pytest.raises(ValueError, match=reason):
        Case.model_validate({**case.model_dump(), "changes": (record,)})


def test_a_change_that_is_told_twice_is_refused() -> None:
    case = bundled_case()
    now = assumption(case, WAITING).estimate
    record = {"id": WAITING, "was": now, "now": now}
    with pytest.raises(ValueError, match="2 times"):
        Case.model_validate({**case.model_dump(), "changes": (record, record)})


@given(st.floats(-9, 9), st.floats(0, 9), st.floats(0, 9), st.floats(-20, 20))
def test_a_range_always_holds_the_likely_value_that_was_typed(
    value: float, below: float, above: float, typed: float
) -> None:
    before = Estimate((value,), value - below, value + above)
    after = with_likely(before, (typed,))
    assert after.low <= typed <= after.high
    if before.low <= typed <= before.high:
        assert (after.low, after.high) == (before.low, before.high)


def test_a_range_moves_in_proportion_and_factors_stay() -> None:
    assert with_likely(Estimate((10,), 7, 13), (20,)) == Estimate((20,), 14, 26)
    assert with_likely(Estimate((0.3,), 0.3, 0.3), (0.6,)) == Estimate((0.6,), 0.6, 0.6)
    assert with_likely(Estimate((0,), -1, 1), (5,)) == Estimate((5,), 4, 6)
    assert with_likely(Estimate((0, 1), 0.7, 1.3), (0, 9)) == Estimate((0, 9), 0.7, 1.3)


def test_a_scenario_keeps_its_settings_under_a_variation() -> None:
    case = bundled_case()
    scenario = preset_scenario(case, case.default_preset)
    varied = with_estimates(case, {WAITING: Estimate((2,), 1, 3)})
    moved = scenario.with_case(varied)
    assert (moved.case, moved.values, moved.name) == (varied, scenario.values, scenario.name)
    assert scenario.with_case(case) is scenario


class Weight(Frozen):
    """A part that cases may have one day."""

    amount: Quantity


class Extended(Frozen):
    """A part in which parameters lie in a dict and in a tuple without ids."""

    by_name: dict[str, Quantity]
    unnamed: tuple[Weight, ...]


def test_parameters_are_found_and_edited_wherever_a_case_may_hold_them() -> None:
    one = Quantity(value=1, low=0, high=2, unit="points", source="drawn")
    part = Extended(by_name={"first": one}, unnamed=(Weight(amount=one), Weight(amount=one)))
    found = list(parameters(part))
    assert [item.id for item in found] == [
        "by_name.first",
        "unnamed.0.amount",
        "unnamed.1.amount",
    ]
    two = Estimate((2,), 1, 3)
    after = Extended.model_validate(edited_fields(part, {found[0].path: two, found[2].path: two}))
    assert [item.estimate for item in parameters(after)] == [two, found[1].estimate, two]
