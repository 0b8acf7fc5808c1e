"""Openings: they open, and nothing smaller does."""

from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.control import Control
from explorer.model.result import Opening
from explorer.model.scenario import Scenario, control_range, preset_scenario
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from tests.examples import examples
from tests.strategies import small_scenarios

CASE = bundled_case("korea")


def smaller_moves(scenario: Scenario, control: Control, opening: Opening | None) -> list[float]:
    """Return whole values nearer to the control's own than an opening; all if there is none."""
    reach = control_range(scenario.case, control)
    now = scenario.value(control.id)
    within = reach.maximum + 1 if opening is None else abs(opening.value - now)
    values = range(int(reach.minimum), int(reach.maximum) + 1)
    return [value for value in values if abs(value - now) < within]


@examples(60)
@given(small_scenarios(), st.data())
def test_an_opening_opens_its_row_and_no_smaller_move_does(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    closed = [row.row.id for row in result.board if not row.is_open]
    assume(closed)
    row_id = data.draw(st.sampled_from(closed))
    place = [row.id for row in scenario.case.rows].index(row_id)
    found = {
        opening.control_id: opening
        for opening in row_openings(result, row_id, all_sweeps(scenario))
    }
    control = data.draw(st.sampled_from(scenario.case.controls))
    opening = found.get(control.id)
    for value in smaller_moves(scenario, control, opening):
        assert not solve(scenario.with_value(control.id, value)).board[place].is_open
    if opening is not None:
        then = solve(scenario.with_value(control.id, opening.value))
        assert then.zone.packages == opening.packages
        assert row_id in opening.row_ids
        assert all(row.is_open for row in then.board if row.row.id in opening.row_ids)


@examples(60)
@given(small_scenarios(), st.data())
def test_an_opening_of_an_empty_zone_fills_it_and_no_smaller_move_does(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    assume(not result.zone.packages)
    found = {opening.control_id: opening for opening in zone_openings(result)}
    control = data.draw(st.sampled_from(scenario.case.controls))
    opening = found.get(control.id)
    for value in smaller_moves(scenario, control, opening):
        assert not solve(scenario.with_value(control.id, value)).zone.packages
    if opening is not None:
        assert opening.packages > 0


def test_both_declared_lines_open_by_either_side_giving_way_on_status_alone() -> None:
    result = solve(preset_scenario(CASE, "october-2025-declared"))
    found = {opening.control_id: opening.packages for opening in zone_openings(result)}
    assert found["us_max_status"] == 5784
    assert set(found) == {"us_max_status", "dprk_min_status"}


@given(small_scenarios())
def test_openings_come_smallest_first(scenario: Scenario) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    for row in result.board:
        if not row.is_open:
            shares = [opening.share for opening in row_openings(result, row.row.id, sweeps)]
            assert shares == sorted(shares)
            assert all(0 <= share <= 1 for share in shares)
