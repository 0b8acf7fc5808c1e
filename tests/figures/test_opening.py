"""Openings in words: only what the case names, smallest first, honest about what they open."""

from hypothesis import given, settings

from explorer.figures.opening import row_opening_figure, zone_opening_figure
from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.solve import solve
from explorer.solver.sweep import all_sweeps
from tests.figures.sentences import assert_reads_well
from tests.strategies import small_scenarios


@settings(max_examples=30)
@given(small_scenarios())
def test_every_opening_of_any_case_reads_well(scenario: Scenario) -> None:
    result = solve(scenario)
    sweeps = all_sweeps(scenario)
    figures = [
        row_opening_figure(result, row.row.id, row_openings(result, row.row.id, sweeps), most=3)
        for row in result.board
        if not row.is_open
    ]
    if not result.zone.packages:
        figures.append(zone_opening_figure(result, zone_openings(result), most=3))
    for figure in figures:
        assert_reads_well(figure.heading)
        assert bool(figure.moves) != bool(figure.nothing)
        assert len(figure.moves) <= 3
        for move in figure.moves:
            assert_reads_well(move.detail)
            assert scenario.case.control(move.control_id).name in move.title


def test_the_declared_lines_open_by_giving_way_on_status() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025-declared"))
    figure = zone_opening_figure(result, zone_openings(result), most=3)
    assert {move.control_id for move in figure.moves} == {"us_max_status", "dprk_min_status"}
    assert all(move.detail.startswith("Opens: ") for move in figure.moves)


def test_a_row_that_nothing_opens_says_so() -> None:
    result = solve(preset_scenario(bundled_case(), "october-2025"))
    row = "full-denuclearisation"
    found = row_openings(result, row, all_sweeps(result.scenario))
    figure = row_opening_figure(result, row, found, most=3)
    assert figure.moves == ()
    assert figure.nothing
