"""Full screen: nothing but the picture, until Escape or the same key brings everything back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from explorer.ui.app.app import Program
from tests.ui.window.conftest import OpenProgram


def press(program: Program, key: Qt.Key) -> None:
    program.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(program.window, key)


def around(program: Program) -> tuple[QWidget, ...]:
    """Return everything that stands around a picture."""
    window, bench = program.window, program.window.desk.workbench
    bars = (window.menuBar(), window.menus.toolbar, window.statusBar())
    return (*bars, bench.gallery, bench.controls)


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_the_key_keeps_nothing_but_the_picture_until_it_is_left(
    program: Program, leave: Qt.Key
) -> None:
    bench, window = program.window.desk.workbench, program.window
    shown = [frame.isVisible() for frame in (bench.board, bench.below)]
    bench.stage.activate("upper")
    press(program, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert bench.board.isVisible()
    assert bench.board.isAncestorOf(window.focusWidget())
    assert not [part for part in around(program) if part.isVisible()]
    press(program, leave)
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in around(program))
    assert [frame.isVisible() for frame in (bench.board, bench.below)] == shown
    assert not window.menus.actions["full_screen"].isChecked()


def test_keys_work_while_their_menus_are_away(program: Program) -> None:
    press(program, Qt.Key.Key_F11)
    QTest.keyClick(program.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert program.window.desk.pictures.active_tab == "gains"
    assert not program.window.menuBar().isVisible()


def test_a_picture_that_was_maximised_stays_so_in_the_window(program: Program) -> None:
    stage = program.window.desk.workbench.stage
    stage.show_maximised(is_on=True)
    for _ in range(2):
        press(program, Qt.Key.Key_F11)
    assert stage.is_maximised
    assert program.window.menuBar().isVisible()
    press(program, Qt.Key.Key_Escape)
    assert not stage.is_maximised


def test_what_is_called_from_outside_the_picture_brings_everything_back(program: Program) -> None:
    press(program, Qt.Key.Key_F11)
    program.window.commands.find.focus_control("china_ties")
    assert all(part.isVisible() for part in around(program))


def test_the_simplest_level_keeps_headline_and_board(open_program: OpenProgram) -> None:
    program = open_program(level="explore")
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    page = program.window.desk.workbench.page
    assert page is not None
    parts = (page.toggles, page.controls, program.window.menus.toolbar)
    press(program, Qt.Key.Key_F11)
    assert page.board.isVisible()
    assert page.headline.isVisible()
    assert program.window.focusWidget() is page.board
    assert not [part for part in parts if part.isVisible()]
    # The other level shows its picture alone as well.
    press(program, Qt.Key.Key_F3)
    assert not program.window.desk.workbench.controls.isVisible()
    press(program, Qt.Key.Key_F2)
    assert not [part for part in parts if part.isVisible()]
    press(program, Qt.Key.Key_Escape)
    assert all(part.isVisible() for part in parts)


def test_the_start_page_keeps_its_bars(program: Program) -> None:
    window = program.window
    press(program, Qt.Key.Key_F11)
    window.show_start_page()
    assert window.isFullScreen()
    assert window.menuBar().isVisible()
    press(program, Qt.Key.Key_F11)
    press(program, Qt.Key.Key_F11)
    window.show_workbench()
    assert all(part.isVisible() for part in around(program))
