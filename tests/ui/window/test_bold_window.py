"""Bold but sure, in the window: at once from a few sets, from all of them once the hand rests."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.figures.bold import LEAST, RANK
from explorer.model.bold import Bold
from explorer.studies.bold import package_sureness
from explorer.studies.sureness import FIRST_SETS, SETS
from explorer.ui.app.app import Program
from explorer.ui.pictures.axes.bold_plot import BoldPlot
from tests.ui.window.conftest import settle


def _found(program: Program) -> Bold:
    found = program.window.desk.pictures.viewing().bold
    assert found is not None
    return found


def _plot(program: Program) -> BoldPlot:
    plot = program.window.desk.workbench.below.plot
    assert isinstance(plot, BoldPlot)
    return plot


def test_packages_are_counted_at_once_and_over_all_sets_at_rest(
    program: Program, qtbot: QtBot
) -> None:
    program.window.desk.pictures.choose_lower_view("bold")
    assert _found(program).sets == FIRST_SETS
    qtbot.waitUntil(lambda: _found(program).is_done)
    assert _found(program).sets == SETS
    qtbot.waitUntil(lambda: _plot(program).figure.source is _found(program))


def test_a_move_begins_anew_and_another_picture_ends_the_count(
    program: Program, qtbot: QtBot
) -> None:
    pictures, store = program.window.desk.pictures, program.store
    pictures.choose_lower_view("bold")
    store.begin_gesture("move")
    store.edit(store.state.scenario.with_value("russia_alignment", 40), "move")
    settle(program)
    assert _found(program).sets == FIRST_SETS
    assert _found(program).scenario == store.state.scenario
    store.end_gesture()
    pictures.choose_lower_view("map")
    assert pictures.viewing().bold is None


def test_slider_and_page_keys_move_what_is_enough(program: Program, qtbot: QtBot) -> None:
    program.window.desk.pictures.choose_lower_view("bold")
    slider = program.window.desk.workbench.below.choices.slider(LEAST)
    assert slider.value() == 80
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert _plot(program).figure.at_least == slider.value() == 79
    qtbot.keyClick(_plot(program), Qt.Key.Key_PageUp)
    assert _plot(program).figure.at_least == slider.value() == 84
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert _plot(program).figure.at_least == 100
    qtbot.keyClick(_plot(program), Qt.Key.Key_PageUp)
    assert _plot(program).figure.at_least == 100
    program.window.desk.pictures.choose(RANK, "nash")
    assert _plot(program).figure.rank == "nash"


def test_the_term_sheet_tells_in_how_many_sets_every_package_is(
    program: Program, qtbot: QtBot
) -> None:
    pictures = program.window.desk.pictures
    pictures.choose_lower_view("bold")
    qtbot.waitUntil(lambda: _found(program).is_done)
    figure = _plot(program).figure
    best = next(mark for mark in figure.marks if mark.kind == "boldest")
    pictures.choose_package(best.package)
    sheet = program.window.desk.workbench.term_sheet
    found = package_sureness(program.store.state.scenario, best.package)
    assert found.hits == figure.source.hits[best.place]
    assert f"in {round(100 * found.hits / found.sets)} of 100 assumption sets" in (
        sheet.accessibleDescription()
    )
    assert any(mark.kind == "selected" for mark in _plot(program).figure.marks)
