"""The stage: any two pictures above each other or side by side, or one alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.window.stage import Stage
from explorer.views.registry import VIEW_IDS
from explorer.views.tabs import TAB_IDS, TABS
from tests.ui.window.conftest import OpenProgram


@pytest.fixture
def wide(open_program: OpenProgram) -> Program:
    """Return a program with room for two pictures in every layout."""
    opened = open_program(size=(1920, 1000))
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    return opened


def stage_of(program: Program) -> Stage:
    return program.window.desk.workbench.stage


def on_screen(program: Program) -> list[str]:
    """Return the pictures that can be seen, by what their frames show."""
    stage = stage_of(program)
    frames = (stage.upper_frame, stage.lower_frame)
    return [frame.view_id for frame in frames if frame.isVisible()]


def test_any_two_pictures_stand_together_and_none_stands_twice(wide: Program) -> None:
    pictures = wide.window.desk.pictures
    assert on_screen(wide) == ["board", "map"]
    pictures.choose_view("gains", "upper")
    assert on_screen(wide) == ["gains", "map"]
    pictures.choose_view("map", "upper")
    assert on_screen(wide) == ["map", "gains"]
    for view_id in VIEW_IDS:
        pictures.choose_view(view_id)
        assert view_id in on_screen(wide)
        assert len(set(on_screen(wide))) == 2


def test_layouts_share_the_room_and_come_back_after_a_restart(
    wide: Program, open_program: OpenProgram
) -> None:
    stage, actions = stage_of(wide), wide.window.menus.actions
    actions["layout_beside"].trigger()
    QApplication.processEvents()
    assert stage.upper_frame.height() > 0.8 * stage.height()
    actions["layout_single"].trigger()
    assert len(on_screen(wide)) == 1
    assert actions["layout_single"].isChecked()
    assert not actions["layout_beside"].isChecked()
    wide.window.desk.pictures.choose_view("history", "lower")
    wide.window.close()
    again = open_program(size=(1920, 1000))
    again.window.show_workbench()
    assert on_screen(again) == ["history"]
    again.window.menus.actions["layout_stacked"].trigger()
    assert on_screen(again) == ["board", "history"]


def test_a_maximised_picture_has_the_window_until_it_is_left(wide: Program, qtbot: QtBot) -> None:
    bench, actions = wide.window.desk.workbench, wide.window.menus.actions
    bench.stage.activate("upper")
    actions["maximise"].trigger()
    assert on_screen(wide) == ["board"]
    assert bench.board.isAncestorOf(wide.window.focusWidget())
    assert not bench.controls.isVisible()
    assert not bench.summary.isVisible()
    QTest.keyClick(wide.window, Qt.Key.Key_Escape)
    assert on_screen(wide) == ["board", "map"]
    assert bench.controls.isVisible()
    assert not actions["maximise"].isChecked()
    actions["maximise"].trigger()
    wide.window.commands.find.focus_control("china_ties")
    assert bench.controls.isVisible()


def test_digits_and_steps_change_the_active_place(wide: Program, qtbot: QtBot) -> None:
    with qtbot.waitActive(wide.window):
        wide.window.activateWindow()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(wide.window, Qt.Key.Key_3, control)
    assert on_screen(wide) == ["board", TABS[2].view_id]
    QTest.keyClick(wide.window, Qt.Key.Key_Tab, control)
    assert on_screen(wide) == ["board", TABS[3].view_id]
    for _ in range(3):
        wide.window.commands.stage.step(-1)
    assert on_screen(wide) == ["board", TABS[-1].view_id]
    assert wide.window.desk.pictures.active_tab == TAB_IDS[-1]
    stage_of(wide).upper_frame.plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(wide.window, Qt.Key.Key_5, control)
    assert on_screen(wide) == [TABS[4].view_id, TABS[-1].view_id]


def test_a_window_without_room_for_two_shows_one_and_the_other_when_it_is_asked_for(
    open_program: OpenProgram,
) -> None:
    program = open_program(size=(1280, 720))
    program.settings.change(coach_marks_seen=True)
    program.window.show_workbench()
    assert on_screen(program) == ["board"]
    program.window.desk.pictures.choose_view("map")
    assert on_screen(program) == ["map"]
    program.window.resize(1440, 900)
    QApplication.processEvents()
    assert on_screen(program) == ["board", "map"]


def test_resetting_the_layout_brings_back_the_first_one(wide: Program) -> None:
    bench = wide.window.desk.workbench
    bench.stage.choose_layout("beside")
    bench.show_sizes({"columns": (700, 600, 400), "beside": (900, 100)})
    wide.window.commands.view.reset_layout()
    assert bench.stage.arrangement() == "stacked"
    assert not any(bench.sizes().values())


def test_columns_come_back_after_large_text(wide: Program, qtbot: QtBot) -> None:
    bench = wide.window.desk.workbench
    before = bench.controls.width()
    for percent in (200, 100):
        wide.window.desk.look.choose_text_size(percent)
    qtbot.waitUntil(lambda: abs(bench.controls.width() - before) <= 1)
