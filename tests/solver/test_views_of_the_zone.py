"""Term sheets, sweeps, gain clouds and map cells against the zone they speak of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.package import package_at
from explorer.model.scenario import Scenario, control_range, default_scenario, preset_scenario
from explorer.solver.cell import cell_package
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.line import allowance
from explorer.solver.solve import solve
from explorer.solver.sweep import sweep
from explorer.solver.tables import case_tables
from explorer.solver.term_sheet import term_sheet
from tests.examples import examples
from tests.packages import package_index
from tests.solver.brute_force import brute_force
from tests.strategies import korea_scenarios, small_scenarios

SCENARIOS = st.one_of(small_scenarios(), korea_scenarios())


@given(small_scenarios(respects_signs=False))
def test_every_term_sheet_agrees_with_the_brute_force(scenario: Scenario) -> None:
    expected = brute_force(scenario)
    for number in range(0, expected.total, max(1, expected.total // 40)):
        sheet = term_sheet(scenario, package_at(scenario.case, number))
        assert sheet.is_in_zone == expected.is_member[number]
        assert sheet.sender_gain == pytest.approx(expected.sender_gain[number], abs=1e-8)
        assert sheet.target_gain == pytest.approx(expected.target_gain[number], abs=1e-8)


@given(SCENARIOS, st.data())
def test_the_parts_of_a_term_sheet_add_up_to_the_gains(
    scenario: Scenario, data: st.DataObject
) -> None:
    case = scenario.case
    number = data.draw(st.integers(0, brute_total(scenario) - 1))
    sheet = term_sheet(scenario, package_at(case, number))
    assert sum(points for _, points in sheet.sender_parts) == pytest.approx(sheet.sender_gain)
    assert sum(points for _, points in sheet.target_parts) == pytest.approx(sheet.target_gain)
    issues = [issue.id for issue in (*case.target_issues, *case.sender_issues)]
    assert [name for name, _ in sheet.sender_parts] == [*issues, "headline", "waiting"]


def brute_total(scenario: Scenario) -> int:
    """Return how many packages a scenario's case has."""
    tables = case_tables(scenario.case)
    return len(tables.target_gives) * len(tables.price)


@examples(40)
@given(SCENARIOS, st.data())
def test_a_sweep_says_what_solving_each_value_says(scenario: Scenario, data: st.DataObject) -> None:
    control = data.draw(st.sampled_from(scenario.case.controls))
    swept = sweep(scenario, control.id)
    reach = control_range(scenario.case, control)
    assert swept.values.tolist() == list(range(int(reach.minimum), int(reach.maximum) + 1))
    place = data.draw(st.integers(0, len(swept.values) - 1))
    board = solve(scenario.with_value(control.id, float(swept.values[place]))).board
    for row, floor, limit, opened in zip(
        board, swept.floors[:, place], swept.limits[:, place], swept.is_open[:, place], strict=True
    ):
        # To the last bit, not nearly.
        assert row.is_open == opened
        assert limit == row.sender_limit
        assert (None if np.isnan(floor) else floor) == row.target_floor


@examples(40)
@given(SCENARIOS, st.data())
def test_tipping_points_are_where_a_row_changes_and_nowhere_else(
    scenario: Scenario, data: st.DataObject
) -> None:
    control = data.draw(st.sampled_from(scenario.case.controls))
    swept = sweep(scenario, control.id)
    ids = [row.id for row in scenario.case.rows]
    for row_id, opened in zip(ids, swept.is_open, strict=True):
        state = bool(opened[0])
        changes = {value: opens for id_, value, opens in swept.tipping if id_ == row_id}
        for value, now in zip(swept.values.tolist(), opened.tolist(), strict=True):
            state = changes.get(value, state)
            assert state == now


@examples(30)
@given(SCENARIOS)
def test_a_gain_cloud_holds_every_package_of_the_zone_once(scenario: Scenario) -> None:
    result = solve(scenario)
    cloud = gain_cloud(result)
    assert int(cloud.counts.sum()) == result.zone.packages
    if result.ideal is not None:
        assert cloud.x_maximum >= result.ideal[0]
        assert cloud.y_maximum >= result.ideal[1]


@examples(30)
@given(SCENARIOS, st.data())
def test_the_package_of_a_cell_lies_in_the_cell_and_in_the_zone_if_the_cell_has_any(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    tables = case_tables(scenario.case)
    rows, columns = result.deal_map.counts.shape
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    package = cell_package(result, row, column)
    gives = tables.target_gives[tables.column_of == column].any()
    gives &= tables.sender_gives[tables.row_of == row].any()
    assert (package is not None) == bool(gives)
    if package is not None:
        target, partner = divmod(package_index(scenario.case, package), len(tables.price))
        assert (tables.row_of[partner], tables.column_of[target]) == (row, column)
        sheet = term_sheet(scenario, package)
        assert sheet.is_in_zone == (result.deal_map.counts[row, column] > 0)
        if result.deal_map.is_coherent[row, column]:
            assert not sheet.broken_lines


@given(small_scenarios())
def test_the_kinds_leave_what_the_lines_leave(scenario: Scenario) -> None:
    _assert_kinds_are_right(scenario)


def test_the_kinds_leave_what_every_line_and_guard_together_leave() -> None:
    case = bundled_case("korea")
    guards = {control.id: 1.0 for control in case.controls if control.kind == "guard"}
    for preset in (case.default_preset, f"{case.default_preset}-declared"):
        _assert_kinds_are_right(preset_scenario(case, preset).with_values(guards))


def _assert_kinds_are_right(scenario: Scenario) -> None:
    tables = case_tables(scenario.case)
    left = allowance(tables, scenario)
    every = left.allowed_with_all(np.arange(len(tables.target_gives)))
    for bundle in range(len(tables.target_gives)):
        expected = tables.sender_gives.copy()
        for line in left.lines:
            forbidden = line.forbidden_with(bundle)
            if forbidden is not None:
                expected &= ~forbidden
        allowed = left.allowed_with(bundle)
        breaks = any(line.breaks_with(bundle) for line in left.lines)
        assert (allowed is None) == (breaks or not tables.target_gives[bundle])
        assert np.array_equal(every[bundle], expected if allowed is not None else expected & False)
        assert allowed is None or np.array_equal(allowed, expected)


def test_arrays_of_a_result_cannot_be_written() -> None:
    result = solve(default_scenario(bundled_case("korea")))
    arrays = (result.frontier.packages, result.deal_map.counts, result.deal_map.totals)
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
