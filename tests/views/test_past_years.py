"""Years of the record beside what is on screen: solved once, with or without their red lines."""

import pytest

from explorer.figures.board import BoardFigure
from explorer.figures.boards import BoardsFigure
from explorer.figures.deal_map import MapFigure
from explorer.figures.history import LINES
from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.solver.term_sheet import term_sheet
from explorer.views.past_years import year_result, year_scenarios
from explorer.views.registry import figure_of
from explorer.views.view import Viewing

KOREA = bundled_case()


def test_a_year_stands_beside_what_is_on_screen() -> None:
    result = solve(preset_scenario(KOREA, "october-2025"))
    wishes = {"boards.2": "history-2019"}
    look = Viewing(result, None, None, "", None, "us_will", choices=wishes)
    shown = figure_of("boards", look)
    assert isinstance(shown, BoardsFigure)
    assert shown.names == ("On screen: October 2025", "History 2019")
    assert year_result(KOREA, wishes, "history-2019") is year_result(KOREA, {}, "history-2019")


def test_years_bring_the_lines_that_history_shows() -> None:
    plain = dict(year_scenarios(KOREA, {}))["history-2020"]
    drawn = dict(year_scenarios(KOREA, {LINES: "period"}))["history-2020"]
    assert (plain.value("us_min_fissile"), drawn.value("us_min_fissile")) == (0, 3)


@pytest.mark.parametrize("year", [2000, 2018, 2019, 2025])
def test_a_years_proposals_tell_on_board_and_map_whether_they_are_in_the_zone(year: int) -> None:
    scenario = dict(year_scenarios(KOREA, {}))[f"history-{year}"]
    look = Viewing(solve(scenario), None, None, "", None, "us_will")
    board, deal_map = figure_of("board", look), figure_of("map", look)
    assert isinstance(board, BoardFigure)
    assert isinstance(deal_map, MapFigure)
    shown = [mark for mark in deal_map.marks if mark.kind == "proposal"]
    assert shown
    for mark in (*shown, *(mark for lane in board.lanes for mark in lane.marks)):
        assert mark.is_in_zone == term_sheet(scenario, mark.package).is_in_zone


def test_a_case_without_a_record_has_no_years() -> None:
    data = KOREA.model_dump(mode="json") | {"id": "elsewhere"}
    assert not year_scenarios(Case.model_validate(data), {})
