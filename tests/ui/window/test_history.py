"""History in the real window: a year is one step, brings its proposals, and can be undone."""

from explorer.figures.board import BoardFigure
from explorer.figures.board_layers import OFFERS
from explorer.figures.deal_map import MapFigure
from explorer.files.case_file import bundled_case
from explorer.files.record_file import bundled_record
from explorer.model.history_year import year_scenario
from explorer.ui.app.app import Program
from explorer.ui.pictures.history.history_plot import HistoryPlot
from explorer.views.registry import figure_of
from tests.ui.window.conftest import settle

CASE = bundled_case("korea")
FOUND = bundled_record(CASE)
assert FOUND is not None
RECORD = FOUND


def history(program: Program) -> HistoryPlot:
    pictures = program.window.desk.pictures
    pictures.choose_lower_view("history")
    plot = program.window.desk.workbench.below.plot
    assert isinstance(plot, HistoryPlot)
    return plot


def test_a_year_sets_the_sliders_and_one_undo_takes_it_back(program: Program) -> None:
    before = program.store.state
    history(program).year_chosen.emit(2019)
    after = program.store.state
    assert after.scenario == year_scenario(CASE, RECORD, 2019, with_lines=False)
    assert after.loaded == after.scenario
    assert after.undo_name == "go to the year 2019"
    program.window.commands.scenario.undo()
    assert program.store.state.snapshot == before.snapshot


def test_a_play_is_one_step_however_many_years_it_has(program: Program) -> None:
    before = program.store.state
    plot = history(program)
    plot.play_or_stop()
    for year in (1995, 1996, 1997):
        plot.year_chosen.emit(year)
    plot.play_or_stop()
    assert program.store.state.undo_name == "go through the years"
    program.window.commands.scenario.undo()
    assert program.store.state.snapshot == before.snapshot
    assert program.store.state.undo_name is None


def test_the_lines_of_the_period_come_with_the_year_that_is_shown(program: Program) -> None:
    pictures = program.window.desk.pictures
    pictures.choose("history.lines", "period")
    assert program.store.state.scenario.value("us_min_fissile") == 0
    history(program).year_chosen.emit(2020)
    assert program.store.state.scenario.value("us_min_fissile") == 3
    pictures.choose("history.lines", "none")
    assert program.store.state.scenario.value("us_min_fissile") == 0
    assert program.store.state.scenario.name == "History 2020"


def test_board_and_map_show_what_was_proposed_in_the_year(program: Program) -> None:
    program.window.desk.workbench.board.choices.switch(OFFERS).click()
    history(program).year_chosen.emit(2019)
    settle(program)
    viewing = program.window.desk.pictures.viewing()
    board, deal_map = figure_of("board", viewing), figure_of("map", viewing)
    assert isinstance(board, BoardFigure)
    assert isinstance(deal_map, MapFigure)
    dated = [mark.label for lane in board.lanes for mark in lane.marks if mark.is_dated]
    assert "Hanoi, North's offer" in dated
    assert len(deal_map.proposals) == len(RECORD.packages_in(2019))
    program.window.commands.scenario.undo()
    settle(program)
    board = figure_of("board", program.window.desk.pictures.viewing())
    assert isinstance(board, BoardFigure)
    assert not any(mark.is_dated for lane in board.lanes for mark in lane.marks)


def test_years_outside_the_record_change_nothing(program: Program) -> None:
    before = program.store.state.snapshot
    history(program).year_chosen.emit(1950)
    assert program.store.state.snapshot == before
