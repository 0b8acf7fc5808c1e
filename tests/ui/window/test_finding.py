"""The finder of the window goes wherever an entry points: by command, control, picture, page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer.figures.finder import Entry
from explorer.ui.app.app import Program
from explorer.views.registry import VIEWS


def pick(program: Program, kind: str, entry_id: str) -> Entry:
    """Open the finder and pick an entry, as a click on it does."""
    find = program.window.commands.find
    entry = next(each for each in find.entries() if (each.kind, each.id) == (kind, entry_id))
    find.find()
    find.finder.chosen.emit(entry)
    return entry


def test_a_command_of_the_finder_is_done(program: Program) -> None:
    program.window.commands.scenario.load_preset("hanoi-2019")
    assert program.store.state.scenario.name == "Hanoi 2019"
    pick(program, "command", "undo")
    assert program.store.state.scenario.name != "Hanoi 2019"
    pick(program, "command", "compare")
    assert program.window.commands.comparison.comparing.is_on
    assert program.window.menus.actions["compare"].isChecked()


def test_what_cannot_act_is_not_found(program: Program) -> None:
    find = program.window.commands.find
    known = {each.id for each in find.entries() if each.kind == "command"}
    assert "undo" not in known
    program.window.commands.scenario.load_preset("hanoi-2019")
    assert "undo" in {each.id for each in find.entries() if each.kind == "command"}


def test_a_scenario_a_row_and_a_package_are_shown(program: Program) -> None:
    pictures, case = program.window.desk.pictures, program.store.state.scenario.case
    pick(program, "scenario", "hanoi-2019")
    assert program.store.state.scenario.name == "Hanoi 2019"
    pick(program, "row", case.rows[2].id)
    assert pictures.viewing().selected_row == case.rows[2].id
    pick(program, "package", case.packages[0].id)
    assert pictures.viewing().selected_package is not None
    assert program.window.desk.workbench.term_sheet.isVisibleTo(program.window)


def test_a_position_is_looked_through(program: Program) -> None:
    lens = program.store.state.scenario.case.lens("kim-taewoo")
    before = program.store.state.scenario
    pick(program, "position", lens.id)
    assert program.store.state.scenario != before


def test_every_picture_comes_up(program: Program, qtbot: QtBot) -> None:
    for view in VIEWS:
        pick(program, "view", view.id)
        if view.id == "board":
            plot = program.window.desk.workbench.board.plot
            assert plot is not None
            qtbot.waitUntil(plot.hasFocus)
        else:
            assert program.window.desk.pictures.lower_view == view.id


def test_a_control_gets_the_keyboard_and_a_page_opens(program: Program, qtbot: QtBot) -> None:
    pick(program, "control", "china_ties")
    control = program.window.desk.workbench.controls.control("china_ties")
    qtbot.waitUntil(lambda: control.isAncestorOf(program.window.focusWidget()))
    pick(program, "page", "glossary")
    assert program.window.commands.help.window.page_id == "glossary"


def test_terms_of_the_field_find_their_page(program: Program) -> None:
    find = program.window.commands.find
    for term in ("BATNA", "ZOPA", "reservation value", "Pareto frontier"):
        find.find()
        find.finder._field.setText(term)
        assert "page" in {each.kind for each in find.finder.matches()}, term


def test_what_does_nothing_behind_the_start_page_is_not_offered_there(program: Program) -> None:
    menus = program.window.menus
    program.window.show_start_page()
    off = {name for name, action in menus.actions.items() if not action.isEnabled()}
    assert {"pin_snapshot", "compare", "table", "why", "export_image", "find"} <= off
    assert not off & {"open", "quit", "guide", "text_larger", "projector", "preferences"}
    program.window.show_workbench()
    assert menus.actions["pin_snapshot"].isEnabled()
    assert not menus.actions["undo"].isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_F])
def test_both_keys_open_the_finder(program: Program, qtbot: QtBot, key: Qt.Key) -> None:
    program.window.activateWindow()
    finder = program.window.commands.find.finder
    qtbot.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(finder._field.hasFocus)
    qtbot.keyClicks(finder._field, "verif")
    assert finder.isVisible()
    assert "verification" in finder.matches()[0].title.casefold()


def test_closing_the_finder_gives_the_keyboard_straight_back(
    program: Program, qtbot: QtBot, qapp: QApplication
) -> None:
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    program.window.desk.workbench.focus_controls()
    opener = program.window.focusWidget()
    program.window.commands.find.find()
    went: list[QWidget | None] = []

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        went.append(now)

    qapp.focusChanged.connect(note)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
    qapp.focusChanged.disconnect(note)
    assert went == [opener]
