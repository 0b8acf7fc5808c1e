"""The two-factor map says what solving each of its points says, however it goes about it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.result import Floats
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.solve import solve
from explorer.solver.two_factor import (
    control_values,
    is_same_map,
    two_factor,
    two_factor_lines,
    two_factor_map,
)
from tests.examples import examples
from tests.solver.brute_force import brute_force
from tests.strategies import korea_scenarios, small_scenarios

KOREA = bundled_case("korea")
OCTOBER = preset_scenario(KOREA, "october-2025")


@st.composite
def two_controls(draw: st.DrawFn, scenario: Scenario) -> tuple[str, str]:
    """Draw two different controls of a scenario."""
    ids = [control.id for control in scenario.case.controls]
    first = draw(st.sampled_from(ids))
    return first, draw(st.sampled_from([id_ for id_ in ids if id_ != first]))


@st.composite
def values_of(draw: st.DrawFn, scenario: Scenario, control_id: str) -> Floats:
    """Draw some rising values that a control can take."""
    reach = control_range(scenario.case, scenario.case.control(control_id))
    whole = st.integers(int(reach.minimum), int(reach.maximum))
    value = whole if reach.is_whole else st.one_of(whole, st.floats(reach.minimum, reach.maximum))
    return np.array(sorted(draw(st.lists(value, min_size=1, max_size=4))), dtype=np.float64)


@given(st.one_of(small_scenarios(), small_scenarios(respects_signs=False)), st.data())
def test_every_point_of_a_map_agrees_with_the_brute_force(
    scenario: Scenario, data: st.DataObject
) -> None:
    x, y = data.draw(two_controls(scenario))
    xs, ys = data.draw(values_of(scenario, x)), data.draw(values_of(scenario, y))
    found = two_factor(scenario, x, y, x_values=xs, y_values=ys)
    for column, x_value in enumerate(xs):
        for row, y_value in enumerate(ys):
            expected = brute_force(scenario.with_values({x: float(x_value), y: float(y_value)}))
            is_open = [each.is_open for each in expected.board]
            assert found.is_open[:, row, column].tolist() == is_open


@examples(60)
@given(st.one_of(small_scenarios(respects_signs=False), korea_scenarios()), st.data())
def test_points_of_a_whole_map_agree_with_the_solver(
    scenario: Scenario, data: st.DataObject
) -> None:
    x, y = data.draw(two_controls(scenario))
    found = two_factor_map(scenario, x, y, is_fine=data.draw(st.booleans()))
    for _ in range(5):
        column = data.draw(st.integers(0, len(found.x_values) - 1))
        row = data.draw(st.integers(0, len(found.y_values) - 1))
        point = {x: float(found.x_values[column]), y: float(found.y_values[row])}
        is_open = [each.is_open for each in solve(scenario.with_values(point)).board]
        assert found.is_open[:, row, column].tolist() == is_open


@examples(20)
@given(korea_scenarios(), st.data())
def test_the_lines_through_a_point_agree_with_the_solver(
    scenario: Scenario, data: st.DataObject
) -> None:
    x, y = data.draw(two_controls(scenario))
    for line, moved in zip(two_factor_lines(scenario, x, y), (x, y), strict=True):
        values = line.x_values if moved == x else line.y_values
        flags = line.is_open[:, 0, :] if moved == x else line.is_open[:, :, 0]
        place = data.draw(st.integers(0, len(values) - 1))
        board = solve(scenario.with_value(moved, float(values[place]))).board
        assert flags[:, place].tolist() == [row.is_open for row in board]


def test_edges_of_the_map_are_where_the_board_changes() -> None:
    """Points on an edge are where a rounding error would show: none of them differs."""
    x, y = "russia_alignment", "china_ties"
    found = two_factor_map(OCTOBER, x, y, is_fine=True)
    edges = np.argwhere(found.is_open[:, :, 1:] != found.is_open[:, :, :-1])
    for _, row, column in edges[:: max(1, len(edges) // 150)]:
        for place in (column, column + 1):
            point = {x: float(found.x_values[place]), y: float(found.y_values[row])}
            board = solve(OCTOBER.with_values(point)).board
            assert found.is_open[:, row, place].tolist() == [each.is_open for each in board]


def test_moving_either_control_keeps_the_map() -> None:
    x, y = "russia_alignment", "us_will"
    moved = OCTOBER.with_values({x: 12, y: 34})
    assert is_same_map(OCTOBER, moved, x, y)
    assert two_factor_map(moved, x, y, is_fine=True) is two_factor_map(OCTOBER, x, y, is_fine=True)
    assert not is_same_map(OCTOBER, moved, x, "china_ties")


def test_a_map_cannot_be_written_to() -> None:
    found = two_factor_map(OCTOBER, "russia_alignment", "us_max_status", is_fine=False)
    assert not any(
        array.flags.writeable for array in (found.x_values, found.y_values, found.is_open)
    )


def test_a_scale_has_every_whole_value_on_the_fine_map() -> None:
    values = control_values(KOREA, "us_will", 201)
    assert set(range(101)) <= set(values.tolist())
    assert control_values(KOREA, "us_max_status", 201).tolist() == [0, 1, 2, 3]
