"""Scenes before a room: keys, rows and captions on its screen, and the console beside it."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.classroom.presenter_console import PresenterConsole
from explorer.ui.present import presentation as presenting
from explorer.ui.present.present_window import PresentWindow
from explorer.ui.present.presentation import Presentation
from explorer.ui.present.presented_board import PresentedBoard
from explorer.ui.present.stage_words import StageWords
from tests.ui.window.conftest import settle

if TYPE_CHECKING:
    from explorer.model.scene import Scene

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def presentation(program: Program) -> Presentation:
    return program.window.commands.levels.presentation


def console(program: Program) -> PresenterConsole:
    return program.window.commands.scenes.presenting.console


def at(program: Program) -> int | None:
    settle(program)
    return program.store.state.classroom.scene


@pytest.fixture
def taught(program: Program) -> Program:
    """Return a program with three scenes, at none of them."""
    player = program.window.commands.scenes.player
    case = program.store.state.scenario.case
    scenes: list[Scene] = []
    for number, value in enumerate((20, 50, 80), start=1):
        start = program.store.state.scenario
        program.store.edit(start.with_value("russia_alignment", value), "move")
        settle(program)
        words = {"caption": f"Caption {number}.", "notes": f"Notes {number}.", "name": f"S{number}"}
        scenes.append(player.captured().model_copy(update=words))
    rows = tuple(row.id for row in case.rows[3:5])
    scenes[1] = scenes[1].model_copy(update={"rows": rows, "view": "board"})
    classroom = program.store.state.classroom.having(scenes=tuple(scenes))
    program.store.teach(classroom, "prepare")
    return program


@pytest.fixture
def room(taught: Program, qtbot: QtBot) -> PresentWindow:
    """Return the window before a room on the only screen, at the first scene."""
    taught.window.menus.trigger("present_first")
    window = presentation(taught).window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def beside(taught: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Return a program that presents on what it takes for a second screen."""
    only = QApplication.primaryScreen()
    monkeypatch.setattr(presenting, "audience_screen", lambda own, screens: only)
    taught.window.commands.scenes.session.go(0)
    taught.window.menus.trigger("present")
    assert presentation(taught).is_beside
    return taught


def test_page_keys_and_those_of_remote_controls_go_through_scenes(
    taught: Program, room: PresentWindow, qtbot: QtBot
) -> None:
    assert at(taught) == 0
    assert room.plot is not None
    slider = room.sliders[0].slider
    qtbot.keyClick(slider, Key.Key_PageDown)
    assert at(taught) == 1
    assert room.caption.text() == "Caption 2."
    assert room.scenario.text() == "Scene 2 of 3"
    room.plot.setFocus()
    for key, place in (
        (Key.Key_Space, 2),
        (Key.Key_Space, 2),
        (Key.Key_Left, 1),
        (Key.Key_Right, 2),
        (Key.Key_PageUp, 1),
        (Key.Key_MediaPrevious, 0),
        (Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(room.plot, key)
        assert at(taught) == place
    values = taught.store.state.scenario
    qtbot.keyClick(slider, Key.Key_Right)
    assert at(taught) == 0
    assert taught.store.state.scenario != values


def test_control_with_a_digit_jumps_to_a_scene_that_is_there(
    taught: Program, room: PresentWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(room, Key.Key_3, Ctrl)
    assert at(taught) == 2
    qtbot.keyClick(room, Key.Key_9, Ctrl)
    assert at(taught) == 2


def test_the_key_of_presenting_begins_at_the_scene_at_hand(taught: Program) -> None:
    taught.window.commands.scenes.session.go(1)
    taught.window.menus.trigger("present")
    window = presentation(taught).window
    assert window is not None
    assert at(taught) == 1
    assert presentation(taught).view_id == "board"
    assert window.scenario.text() == "Scene 2 of 3"
    presentation(taught).end()


@pytest.mark.parametrize("is_back_row", [False, True])
def test_a_scene_chooses_the_rows_that_the_room_sees(
    taught: Program, room: PresentWindow, is_back_row: bool
) -> None:
    taught.settings.change(present_back_row=is_back_row)
    settle(taught)
    board = room.plot
    assert isinstance(board, PresentedBoard)
    assert board._figure is not None
    lanes = board._figure.lanes

    def places() -> tuple[int, ...]:
        # The words above the picture take their room in later turns, and their parts before them.
        for _ in range(3):
            QApplication.processEvents()
        assert board._figure is not None
        return tuple(board.laid_out(board._figure).rows.shown)

    others = places()
    presentation(taught).step(1)
    settle(taught)
    shown = [lanes[row].id for row in places()]
    assert shown == list(taught.store.state.classroom.scenes[1].rows)
    presentation(taught).step(-1)
    settle(taught)
    assert places() == others


def test_where_there_is_no_scene_the_keys_go_through_pictures(
    program: Program, qtbot: QtBot
) -> None:
    presentation(program).begin("board")
    assert presentation(program).window is not None
    qtbot.keyClick(presentation(program).window, Key.Key_PageDown)
    assert presentation(program).view_id != "board"
    qtbot.keyClick(presentation(program).window, Key.Key_1, Ctrl)
    presentation(program).end()


def test_whoever_steps_last_is_asked_first(taught: Program, room: PresentWindow) -> None:
    asked: list[int] = []

    def step(by: int) -> bool:
        asked.append(by)
        return by > 0

    presentation(taught).steppers.append(step)
    presentation(taught).step(1)
    assert (asked, at(taught)) == ([1], 0)
    presentation(taught).jump(2)
    presentation(taught).step(-1)
    assert (asked, at(taught)) == ([1, -1], 0)


def test_there_is_no_console_on_a_single_screen(taught: Program, room: PresentWindow) -> None:
    assert not console(taught).isVisible()
    assert not console(taught).timer.isActive()


def test_the_console_has_notes_to_read_aloud_the_next_scene_and_the_time(
    beside: Program, qtbot: QtBot
) -> None:
    shown = console(beside)
    assert shown.isVisible()
    assert shown.timer.isActive()
    assert shown.notes.toPlainText() == "Notes 1."
    normal = QFontMetrics(beside.window.font()).height()
    assert QFontMetrics(shown.notes.font()).height() > 1.2 * normal
    assert "S2" in shown.next_name.text()
    assert shown.place.text() == "Scene 1 of 3"
    assert ":" in shown.time.text()
    shown.plan(4.0)
    assert "4 min" in shown.planned.text()
    shown.plan(None)
    assert not shown.planned.isVisible()
    shown.following.click()
    assert at(beside) == 1
    assert shown.notes.toPlainText() == "Notes 2."
    shown.previous.click()
    assert at(beside) == 0
    presentation(beside).step(1)
    presentation(beside).step(1)
    assert "last" in shown.next_name.text()
    shown.end_button.click()
    assert not presentation(beside).is_on
    assert not shown.isVisible()
    assert not shown.timer.isActive()


def test_the_time_is_counted_from_the_beginning(qtbot: QtBot) -> None:
    now = [100.0]
    shown = PresenterConsole(clock=lambda: now[0])
    qtbot.addWidget(shown)
    shown.begin()
    assert shown.time.text() == "0:00"
    now[0] = 100.0 + 754
    shown.timer.timeout.emit()
    assert shown.time.text() == "12:34"
    shown.end()
    shown.begin()
    assert shown.time.text() == "0:00"


def test_while_presenting_the_main_window_steps_and_blanks_by_the_same_keys(
    beside: Program, qtbot: QtBot
) -> None:
    window = presentation(beside).window
    assert window is not None
    beside.window.activateWindow()
    slider = beside.window.desk.workbench.controls.control("russia_alignment").slider
    qtbot.waitUntil(beside.window.isActiveWindow)
    value = beside.store.state.scenario.value("russia_alignment")
    qtbot.keyClick(slider, Key.Key_PageDown)
    assert at(beside) == 1
    assert value != beside.store.state.scenario.value("russia_alignment")
    qtbot.keyClick(slider, Key.Key_Period)
    assert window.is_blank
    assert console(beside).blank.isChecked()
    console(beside).blank.click()
    assert not window.is_blank
    presentation(beside).end()
    qtbot.keyClick(slider, Key.Key_PageDown)
    assert at(beside) == 1


def test_a_lesson_fills_the_console_itself(beside: Program) -> None:
    presentation(beside).show_stage_words(StageWords(question="Which?"))
    console(beside).show_notes("From the lesson.")
    console(beside).show_next("The next step")
    beside.window.commands.scenes.session.rename(1, "Other")
    assert console(beside).notes.toPlainText() == "From the lesson."
    assert console(beside).next_name.text() == "The next step"
    presentation(beside).show_stage_words(None)
    assert console(beside).notes.toPlainText() == "Notes 1."
    presentation(beside).end()


@pytest.mark.parametrize("state", ["drag", "blank", "hidden"])
def test_a_screen_that_goes_and_comes_at_any_moment_loses_nothing(
    beside: Program, state: str
) -> None:
    only = QApplication.primaryScreen()
    shown, window = presentation(beside), presentation(beside).window
    assert window is not None
    slider = beside.window.desk.workbench.controls.control("missile_advances").slider
    track = slider.track()
    y = round(track.centre)
    if state == "drag":
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(30), y))
        QTest.mouseMove(slider, QPoint(track.x_of(40), y))
    elif state == "blank":
        shown.blank()
    else:
        shown.show_stage_words(StageWords(question="Which?", hides_answer=True))
    before = (at(beside), beside.store.state.scenario)
    shown._on_screen_removed(only)
    assert shown.is_on
    assert not shown.is_beside
    assert window.isMinimized()
    assert not console(beside).isVisible()
    assert beside.window.isVisible()
    assert (at(beside), beside.store.state.scenario) == before
    if state == "drag":
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(track.x_of(40), y))
        assert beside.store.state.scenario.value("missile_advances") == 40
        assert beside.store.state.gesture_start is None
    shown._on_screen_added(only)
    assert shown.is_beside
    assert console(beside).isVisible()
    assert window.isFullScreen()
    assert window.is_blank == (state == "blank")
    assert shown.is_answer_hidden == (state == "hidden")
    assert beside.window.desk.workbench.is_answer_hidden == (state == "hidden")
    shown.show_stage_words(None)
    shown.end()


def test_screens_are_swapped_and_the_presentation_stays_whole(beside: Program) -> None:
    window = presentation(beside).window
    assert window is not None
    console(beside).swap.click()
    assert window.isFullScreen()
    assert beside.window.isVisible()
    assert presentation(beside).is_beside
    presentation(beside).end()
    presentation(beside).swap_screens()
