"""The keys of a command work from every window of the program, but not behind a question."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.assumptions.assumption_cells import Column
from explorer.ui.case_editor.editor_window import CaseEditorWindow
from explorer.ui.commands.command import key_sequences
from tests.ui.window.conftest import Answers, side_windows

CONTROL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def other_windows(program: Program) -> Iterator[QWidget]:
    """Yield each window beside the main one with the keyboard in it."""
    for window in side_windows(program):
        window.activateWindow()
        window.setFocus()
        yield window


def move(program: Program, value: float) -> None:
    scenario = program.store.state.scenario.with_value("russia_alignment", value)
    program.store.edit(scenario, "move")


def test_undo_redo_and_save_work_from_every_window(
    program: Program, answers: Answers, qtbot: QtBot, tmp_path
) -> None:
    answers.to_save = tmp_path / "class.dealzone"

    def is_saved() -> bool:
        return program.store.state.is_saved

    for place, window in enumerate(other_windows(program)):
        if isinstance(window, CaseEditorWindow):
            # A case has a file and steps of its own, whatever happens in the main window.
            continue
        qtbot.waitUntil(window.isActiveWindow)
        move(program, 10 + place)
        qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
        # A command that may ask runs after the key has been handled.
        qtbot.waitUntil(is_saved)
        saved = program.store.state.scenario
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
        assert program.store.state.scenario != saved, window
        qtbot.keyClick(window, Qt.Key.Key_Y, CONTROL)
        assert program.store.state.scenario == saved, window


def test_the_size_of_text_can_be_set_from_every_window(program: Program, qtbot: QtBot) -> None:
    for window in other_windows(program):
        qtbot.waitUntil(window.isActiveWindow)
        program.look.choose_text_size(100)
        qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
        assert program.settings.now.text_scale > 1, window


def test_undo_in_a_field_that_is_being_edited_belongs_to_the_field(
    program: Program, qtbot: QtBot
) -> None:
    move(program, 33)
    before = program.store.state.scenario.values
    program.window.commands.scenario.assumptions.open()
    window = program.window.commands.scenario.assumptions.window
    assert window is not None
    heading = window.model.index(0, 0)
    window.tree.setCurrentIndex(window.model.index(0, Column.LIKELY, heading))
    window.tree.edit(window.tree.currentIndex())
    cell = window.tree.viewport().findChildren(QLineEdit)[-1]
    for field in (window.search, cell):
        field.setFocus()
        qtbot.keyClicks(field, "7")
        typed = field.text()
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        assert field.text() != typed
        assert program.store.state.scenario.values == before


def test_no_key_reaches_a_command_behind_a_modal_question(program: Program, qtbot: QtBot) -> None:
    move(program, 33)
    before = program.store.state.scenario
    box = QMessageBox(program.window)
    qtbot.addWidget(box)
    box.open()
    qtbot.waitUntil(box.isVisible)
    qtbot.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert program.store.state.scenario == before
    box.done(0)


def test_what_depends_on_the_main_window_keeps_its_keys_there(program: Program) -> None:
    everywhere, window_only = (
        Qt.ShortcutContext.ApplicationShortcut,
        Qt.ShortcutContext.WindowShortcut,
    )
    table = program.window.commands.table
    for command in table:
        wanted = window_only if command.is_local else everywhere
        assert program.window.menus.actions[command.id].shortcutContext() == wanted
    local = {command.id for command in table if command.is_local and key_sequences(command)}
    assert {"close", "copy_picture", "find", "next_region"} <= local
