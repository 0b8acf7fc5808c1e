"""Variants: other private values, within the ranges of the case, the same for the same seed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.assumption import assumptions
from explorer.model.package import package_at
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.term_sheet import term_sheet
from explorer.solver.variant import private_draws, variant_scenario
from tests.examples import examples
from tests.solver.varied import varied
from tests.strategies import small_scenarios

OCTOBER = preset_scenario(bundled_case("korea"), "october-2025")
PRIVATE = ("issues.", "sender_stakes.", "target_stakes.")


def test_the_first_variant_is_the_scenario_itself() -> None:
    assert variant_scenario(OCTOBER, 0, seed=7) is OCTOBER


@examples(30)
@given(small_scenarios(), st.integers(1, 5), st.integers(0, 999), st.data())
def test_a_variant_is_the_drawn_world_without_what_both_sides_know(
    scenario: Scenario, variant: int, seed: int, data: st.DataObject
) -> None:
    found = variant_scenario(scenario, variant, seed=seed)
    draws = private_draws(scenario.case, variant, seed=seed)
    expected = varied(scenario, draws, variant - 1)
    size = 1
    for levels in (*scenario.case.target_shape, *scenario.case.sender_shape):
        size *= levels
    package = package_at(scenario.case, data.draw(st.integers(0, size - 1)))
    ours, theirs = term_sheet(found, package), term_sheet(expected, package)
    assert ours.sender_gain == pytest.approx(theirs.sender_gain, abs=1e-6)
    assert ours.target_gain == pytest.approx(theirs.target_gain, abs=1e-6)


@examples(10)
@given(st.integers(1, 25), st.integers(0, 999_999))
def test_every_private_value_stays_in_its_range_and_nothing_else_moves(
    variant: int, seed: int
) -> None:
    found = variant_scenario(OCTOBER, variant, seed=seed)
    assert found.values == OCTOBER.values
    before = {item.id: item for item in assumptions(OCTOBER.case)}
    for item in assumptions(found.case):
        was = before[item.id].estimate
        if not item.id.startswith(PRIVATE) or item.kind not in ("number", "levels"):
            assert item.estimate == was
        elif item.kind == "number":
            assert was.low - 1e-9 <= item.estimate.values[0] <= was.high + 1e-9
        else:
            for old, new in zip(was.values, item.estimate.values, strict=True):
                assert abs(new) <= was.high * abs(old) + 1e-9
                assert abs(new) >= was.low * abs(old) - 1e-9


def test_the_same_seed_gives_the_same_values_and_another_one_others() -> None:
    again = [variant_scenario(OCTOBER, 2, seed=seed).case.changes for seed in (1, 1, 2)]
    assert again[0] == again[1] != again[2]


def test_more_variants_leave_the_first_ones_as_they_are() -> None:
    few, many = (private_draws(OCTOBER.case, count, seed=5) for count in (2, 9))
    assert set(few.numbers) == set(many.numbers)
    assert not few.controls
    for id_, values in few.numbers.items():
        assert values.tolist() == many.numbers[id_][:2].tolist()
