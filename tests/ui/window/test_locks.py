"""Locked controls: they keep their place and the keyboard, and say how they are unlocked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.controls.factor_control import FactorControl
from explorer.ui.controls.switch_control import SwitchControl
from explorer.ui.widgets.glyph_button import Glyph

Key = Qt.Key


def factor(program: Program, control_id: str) -> FactorControl:
    control = program.window.desk.workbench.panels()[0].control(control_id)
    assert isinstance(control, FactorControl)
    return control


def switch(program: Program) -> SwitchControl:
    panel = program.window.desk.workbench.controls
    case = program.store.state.scenario.case
    found = (panel.control(each.id) for each in case.controls)
    return next(each for each in found if isinstance(each, SwitchControl))


def touch_everywhere(control: FactorControl, qtbot: QtBot) -> None:
    """Try by mouse, keys, wheel of the steppers and number what moves a control."""
    slider = control.slider
    middle = QPoint(slider.track().x_of((slider.minimum() + slider.maximum()) // 2), 8)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle)
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp):
        qtbot.keyClick(slider, key)
    slider.setValue(slider.minimum())
    control._less.click()
    if control._number is not None:
        qtbot.keyClicks(control._number, "5")
        qtbot.keyClick(control._number, Key.Key_Return)


@pytest.mark.parametrize("level", ["explore", "analyse"])
def test_what_is_locked_is_moved_by_no_hand_and_moves_again_after_the_key(
    program: Program, qtbot: QtBot, level: str
) -> None:
    program.window.menus.trigger(level)
    start = program.store.state.scenario
    control = factor(program, "russia_alignment")
    program.window.menus.trigger("lock_controls")
    touch_everywhere(control, qtbot)
    assert program.store.state.scenario == start
    assert control.value() == start.value("russia_alignment")
    assert control.slider.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert control._less._glyph is Glyph.LOCK
    for words in (control.toolTip(), control.slider.accessibleDescription()):
        assert "locked" in words
        assert "Ctrl+L" in words
    program.window.menus.trigger("lock_controls")
    qtbot.keyClick(control.slider, Key.Key_Left)
    assert program.store.state.scenario != start
    assert "locked" not in control.slider.accessibleDescription()
    assert "locked" not in control.toolTip()


def test_a_locked_switch_stays_as_it_is(program: Program, qtbot: QtBot) -> None:
    box = switch(program)
    was = box.value()
    program.window.desk.locks.hold(frozenset())
    qtbot.keyClick(box.box, Key.Key_Space)
    box.box.toggle()
    assert box.value() == was
    assert not box.padlock.isHidden()
    assert "Ctrl+L" in box.box.accessibleDescription()
    assert not program.store.state.undo_name


def test_what_a_step_leaves_free_moves_while_the_rest_is_locked(
    program: Program, qtbot: QtBot
) -> None:
    locks = program.window.desk.locks
    locks.hold(frozenset({"russia_alignment"}))
    action = program.window.menus.actions["lock_controls"]
    assert action.isChecked()
    held, free = factor(program, "missile_advances"), factor(program, "russia_alignment")
    qtbot.keyClick(held.slider, Key.Key_Left)
    assert not program.store.state.undo_name
    qtbot.keyClick(free.slider, Key.Key_Left)
    assert program.store.state.undo_name
    action.trigger()
    assert not locks.is_on
    action.trigger()
    assert locks.free == frozenset({"russia_alignment"})
    locks.hold(None)
    assert not action.isChecked()


def test_folded_controls_and_those_of_another_level_are_locked_when_they_appear(
    program: Program, qtbot: QtBot
) -> None:
    program.window.desk.locks.hold(frozenset())
    panel = program.window.desk.workbench.controls
    case = program.store.state.scenario.case
    assert all(panel.control(each.id).is_locked for each in case.controls)
    program.window.menus.trigger("explore")
    assert factor(program, "russia_alignment").is_locked


def test_neither_an_opening_nor_a_reset_moves_what_is_locked(program: Program) -> None:
    start = program.store.state.scenario
    program.store.edit(start.with_value("russia_alignment", 20), "move")
    moved = program.store.state.scenario
    program.window.desk.locks.hold(frozenset())
    commands = program.window.commands.scenario
    commands.move_to_point({"russia_alignment": 50.0})
    commands.reset_one("russia_alignment", "loaded")
    assert program.store.state.scenario == moved


def test_a_drag_ends_where_it_is_when_its_slider_is_locked(program: Program) -> None:
    slider = factor(program, "russia_alignment").slider
    track = slider.track()
    y = round(track.centre)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(50), y))
    program.window.desk.locks.hold(frozenset())
    QTest.mouseMove(slider, QPoint(track.x_of(20), y))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(20), y))
    assert program.store.state.scenario.value("russia_alignment") == 50
    assert program.store.state.gesture_start is None


def test_sliders_before_a_room_are_locked_too(program: Program, qtbot: QtBot) -> None:
    program.window.desk.locks.hold(frozenset())
    presentation = program.window.commands.levels.presentation
    presentation.begin("board")
    assert presentation.window is not None
    slider = presentation.window.sliders[0].slider
    qtbot.keyClick(slider, Key.Key_Left)
    assert not program.store.state.undo_name
    assert "Ctrl+L" in slider.accessibleDescription()
    program.window.menus.trigger("lock_controls")
    qtbot.keyClick(slider, Key.Key_Left)
    assert program.store.state.undo_name
    presentation.end()
