"""Grids of a row over lines: open where solving each point says so, however hostile the rest."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.row_grid import row_grid
from explorer.solver.solve import solve
from explorer.solver.tables import case_tables
from tests.examples import examples
from tests.strategies import korea_scenarios, small_scenarios


def agrees(scenario: Scenario, x: str, y: str, row: int) -> None:
    """Compare the grid over the ends, and where both stand, with solving each point."""
    axes: list[tuple[str, np.ndarray]] = []
    for id_ in (x, y):
        reach = control_range(scenario.case, scenario.case.control(id_))
        values = {reach.minimum, scenario.value(id_), reach.maximum}
        axes.append((id_, np.array(sorted(values), dtype=np.float64)))
    bundle = case_tables(scenario.case).row_bundles[row]
    found = row_grid(scenario, bundle, axes[0], axes[1])
    assert found.shape == (len(axes[1][1]), len(axes[0][1]))
    for place, y_value in enumerate(axes[1][1].tolist()):
        for column, x_value in enumerate(axes[0][1].tolist()):
            there = scenario.with_values({x: x_value, y: y_value})
            assert found[place, column] == solve(there).board[row].is_open


def a_line_and_another(scenario: Scenario, data: st.DataObject) -> tuple[str, str]:
    lines = [control.id for control in scenario.case.controls if control.kind != "scale"]
    assume(lines and scenario.case.rows)
    line = data.draw(st.sampled_from(lines))
    others = [control.id for control in scenario.case.controls if control.id != line]
    other = data.draw(st.sampled_from(others))
    return (line, other) if data.draw(st.booleans()) else (other, line)


@examples(60)
@given(small_scenarios(respects_signs=False), st.data())
def test_a_line_and_another_control_open_a_row_where_solving_says_so(
    scenario: Scenario, data: st.DataObject
) -> None:
    x, y = a_line_and_another(scenario, data)
    agrees(scenario, x, y, data.draw(st.integers(0, len(scenario.case.rows) - 1)))


@examples(15)
@given(korea_scenarios(), st.data())
def test_so_they_do_in_the_case_of_korea(scenario: Scenario, data: st.DataObject) -> None:
    x, y = a_line_and_another(scenario, data)
    agrees(scenario, x, y, data.draw(st.integers(0, len(scenario.case.rows) - 1)))


def test_with_all_controls_at_their_ends_the_two_that_open_a_row_are_found() -> None:
    scenario = preset_scenario(bundled_case("korea"), "october-2025")
    controls = scenario.case.controls
    hostile = scenario.with_values(
        {each.id: control_range(scenario.case, each).maximum for each in controls}
    )
    lines = [each.id for each in controls if each.kind != "scale"]
    for x, y in zip(lines[::5], lines[1::5], strict=False):
        agrees(hostile, x, y, 0)
