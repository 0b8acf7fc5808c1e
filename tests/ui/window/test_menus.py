"""The menus: every letter and every key leads to one command only."""

import re
from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from explorer.files.settings import Settings
from explorer.ui.commands.menu_plan import menus
from explorer.ui.widgets.tool_button import ToolButton


def test_a_letter_stands_for_one_entry_of_a_menu(program) -> None:
    bar = program.window.menuBar()
    for menu in [bar, *bar.findChildren(QMenu)]:
        words = " ".join(action.text() for action in menu.actions())
        letters = Counter(re.findall(r"&(\w)", words.lower()))
        assert not [letter for letter, count in letters.items() if count > 1], words


def test_every_command_of_a_menu_stands_in_one_place(program) -> None:
    ids = Counter(id_ for plan in menus() for id_ in plan.ids)
    known = {*program.window.menus.actions, *program.window.menus.submenus}
    assert set(ids) <= known
    assert not [id_ for id_, count in ids.items() if count > 1]


def test_a_key_stands_for_one_command(program) -> None:
    actions = program.window.menus.actions.values()
    keys = Counter(key.toString() for action in actions for key in action.shortcuts())
    assert not [key for key, count in keys.items() if count > 1]


def test_an_ampersand_in_a_file_name_is_no_letter_to_press(program, tmp_path) -> None:
    menus = program.window.menus
    menus.show_recent([tmp_path / "Q&A.dealzone", tmp_path / ("n" * 200)])
    texts = [action.text() for action in menus.submenus["recent"].actions()]
    assert texts[0] == "Q&&A.dealzone"
    assert len(texts[1]) < 60
    menus.show_recent(Settings().recent_files)


def test_a_maximised_window_stays_so_after_full_screen(program) -> None:
    window, commands = program.window, program.window.commands
    window.setWindowState(Qt.WindowState.WindowMaximized)
    commands.view.toggle_full_screen(True)
    assert window.isFullScreen()
    commands.view.toggle_full_screen(False)
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_pointing_at_a_command_tells_its_keys(program) -> None:
    actions = program.window.menus.actions
    assert actions["compare"].toolTip().splitlines()[0] == "Compare (Ctrl+E)"
    assert actions["reset_layout"].toolTip() == "Reset layout"
    program.window.commands.scenario.load_preset("hanoi-2019")
    assert actions["undo"].toolTip() == "Undo load Hanoi 2019 (Ctrl+Z)\nTake the last step back"


def test_every_button_of_the_toolbar_says_what_it_does(program) -> None:
    levels = ("explore", "analyse", "present")
    others = ("undo", "redo", "replay", "pin_snapshot", "compare", "why", "projector")
    assert program.window.menus.text_button.toolTip() == "Text size (Ctrl++, Ctrl+-)"
    for command in (*levels, *others):
        words, does = program.window.menus.actions[command].toolTip().splitlines()
        assert words
        assert does not in words


def test_the_names_of_menu_buttons_begin_with_what_stands_on_them(program) -> None:
    menus = program.window.menus
    assert menus.text_button.accessibleName() == "Aa: Text size"
    assert menus.scenario_button.accessibleName().startswith("Scenario: October 2025")


def test_enter_presses_a_button_of_the_toolbar(program, qtbot) -> None:
    action = program.window.menus.actions["compare"]
    toolbar = program.window.menus.toolbar
    button = next(b for b in toolbar.findChildren(ToolButton) if b.defaultAction() is action)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert action.isChecked()


def test_the_key_for_regions_reaches_toolbar_and_status_bar(program) -> None:
    bench = program.window.desk.workbench
    assert bench.regions()[-2:] == (program.window.menus.toolbar, program.window.statusBar())


def test_escape_leaves_full_screen(program, qtbot) -> None:
    window = program.window
    action = window.menus.actions["full_screen"]
    action.trigger()
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not action.isChecked()
