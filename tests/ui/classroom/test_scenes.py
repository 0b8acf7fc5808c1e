"""The strip of scenes: added, gone to, named, moved and removed, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from explorer.classroom.scenes import scene_name
from explorer.model.scene import MOST_SCENES
from explorer.ui.app.app import Program
from explorer.ui.classroom.scene_list import SceneList
from explorer.ui.classroom.scene_strip import SceneStrip
from explorer.ui.commands.scenes import SceneCommands
from tests.ui.window.conftest import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def commands(program: Program) -> SceneCommands:
    return program.window.commands.scenes


def strip(program: Program) -> SceneStrip:
    return commands(program).strip


def move(program: Program, value: int) -> None:
    store = program.store
    store.edit(store.state.scenario.with_value("russia_alignment", value), "move")
    settle(program)


def values(program: Program) -> list[object]:
    scenes = program.store.state.classroom.scenes
    return [scene.settings.controls["russia_alignment"] for scene in scenes]


@pytest.fixture
def three(program: Program) -> Program:
    """Return a program with three scenes that differ, at the last of them."""
    for value in (20, 50, 80):
        move(program, value)
        program.window.menus.trigger("add_scene")
    return program


@pytest.fixture
def keys(three: Program, qtbot: QtBot) -> SceneList:
    """Return the list of scenes with the keyboard."""
    scenes = strip(three).list
    scenes.setFocus()
    qtbot.waitUntil(scenes.hasFocus)
    return scenes


def test_without_scenes_there_is_no_strip_until_it_is_wanted_and_then_it_says_what_to_do(
    program: Program,
) -> None:
    action = program.window.menus.actions["scenes"]
    assert not strip(program).isVisible()
    assert not action.isChecked()
    action.trigger()
    assert strip(program).isVisible()
    assert strip(program)._empty.isVisible()
    assert "Add scene" in strip(program)._empty.text()
    strip(program).add.click()
    assert strip(program).list.isVisible()
    assert not strip(program)._empty.isVisible()
    assert action.isChecked()
    program.store.undo()
    assert not strip(program).isVisible()


@pytest.mark.parametrize("level", ["explore", "analyse"])
def test_scenes_are_listed_under_the_pictures_of_both_levels(
    three: Program, qtbot: QtBot, level: str
) -> None:
    three.window.menus.trigger(level)
    qtbot.waitUntil(strip(three).list.isVisible)
    assert values(three) == [20, 50, 80]
    assert three.store.state.classroom.scene == 2
    model = strip(three).list.scenes
    spoken = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("Scene 3 of 3: ")
    assert str(spoken).endswith("shown now")


def test_enter_and_a_click_go_to_a_scene_in_one_step(
    three: Program, keys: SceneList, qtbot: QtBot
) -> None:
    qtbot.keyClick(keys, Key.Key_Home)
    qtbot.keyClick(keys, Key.Key_Return)
    settle(three)
    assert three.store.state.scenario.value("russia_alignment") == 20
    assert three.store.state.classroom.scene == 0
    assert str(three.store.state.undo_name).startswith("go to scene")
    place = keys.visualRect(keys.scenes.index(1)).center()
    QTest.mouseClick(keys.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert three.store.state.classroom.scene == 1
    three.store.undo()
    assert three.store.state.classroom.scene == 0
    assert three.store.state.scenario.value("russia_alignment") == 20


def test_alt_with_an_arrow_moves_a_scene_and_it_stays_at_hand(
    three: Program, keys: SceneList, qtbot: QtBot
) -> None:
    qtbot.keyClick(keys, Key.Key_Left, Alt)
    assert values(three) == [20, 80, 50]
    assert three.store.state.classroom.scene == 1
    assert keys.place == 1
    qtbot.keyClick(keys, Key.Key_Left, Alt)
    qtbot.keyClick(keys, Key.Key_Left, Alt)
    assert values(three) == [80, 20, 50]
    three.store.undo()
    three.store.undo()
    assert values(three) == [20, 50, 80]
    assert three.store.state.classroom.scene == 2


def test_a_scene_is_dragged_to_another_place(three: Program, keys: SceneList) -> None:
    keys.setCurrentIndex(keys.scenes.index(0))
    goal = keys.visualRect(keys.scenes.index(2)).center()
    event = QDropEvent(
        QPointF(goal),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert event.source() is None
    keys.dropEvent(event)
    assert values(three) == [20, 50, 80]
    keys.drop_at(goal)
    assert values(three) == [50, 80, 20]
    keys.drop_at(QPoint(5_000, 5))
    assert values(three) == [50, 80, 20]
    assert keys.dragEnabled()


def test_f2_names_a_scene_in_its_place_and_leaves_the_level_alone(
    three: Program, keys: SceneList, qtbot: QtBot
) -> None:
    qtbot.keyClick(keys, Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "<b>Hanoi</b> & more")
    qtbot.keyClick(field, Key.Key_Return)
    typed = "<b>Hanoi</b> & more"
    qtbot.waitUntil(lambda: three.store.state.classroom.scenes[2].name == typed)
    assert three.window.commands.levels.levels.level == "analyse"
    model = keys.scenes
    assert "&lt;b&gt;" in str(model.data(model.index(2), Qt.ItemDataRole.ToolTipRole))
    three.store.undo()
    assert three.store.state.classroom.scenes[2].name == ""
    qtbot.keyClick(three.window.desk.workbench.controls, Key.Key_F2)


def test_delete_removes_a_scene_and_undo_brings_it_back(
    three: Program, keys: SceneList, qtbot: QtBot
) -> None:
    keys.setCurrentIndex(keys.scenes.index(1))
    qtbot.keyClick(keys, Key.Key_Delete)
    assert values(three) == [20, 80]
    assert three.store.state.classroom.scene == 1
    assert keys.place == 1
    three.store.undo()
    assert values(three) == [20, 50, 80]
    three.window.menus.trigger("remove_scene")
    assert len(values(three)) == 2


def test_a_scene_takes_what_is_on_screen_and_keeps_its_words(three: Program) -> None:
    commands(three).session.rename(2, "Kept")
    move(three, 33)
    three.window.menus.trigger("update_scene")
    assert values(three) == [20, 50, 33]
    assert three.store.state.classroom.scenes[2].name == "Kept"
    three.store.undo()
    assert values(three) == [20, 50, 80]
    assert three.store.state.scenario.value("russia_alignment") == 33


def test_a_document_takes_so_many_scenes_and_says_when_it_is_full(program: Program) -> None:
    scene = commands(program).player.captured()
    classroom = program.store.state.classroom.having(scenes=(scene,) * MOST_SCENES)
    program.store.teach(classroom, "fill")
    program.window.menus.trigger("add_scene")
    assert len(program.store.state.classroom.scenes) == MOST_SCENES
    assert "Remove one first" in program.window.statusBar().currentMessage()


def test_a_scene_that_cannot_be_shown_says_so_and_changes_nothing(three: Program) -> None:
    classroom = three.store.state.classroom
    broken = classroom.scenes[0].model_copy(update={"package": {"nowhere": 1}})
    three.store.teach(classroom.having(scenes=(broken,)), "break")
    assert not commands(three).session.go(0)
    assert "nowhere" in three.window.statusBar().currentMessage()


def test_small_pictures_stand_where_the_window_is_high_and_names_alone_where_it_is_not(
    three: Program, qtbot: QtBot
) -> None:
    shown, window = strip(three), three.window
    window.showNormal()
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: shown.list.drawing.has_pictures)
    size, ratio = shown.list.drawing.picture_size, shown.devicePixelRatioF()
    scenes = three.store.state.classroom.scenes
    thumbnails = commands(three).thumbnails
    qtbot.waitUntil(
        lambda: all(thumbnails.picture(each, size, ratio) is not None for each in scenes),
    )
    high = shown.height()
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: not shown.list.drawing.has_pictures)
    qtbot.waitUntil(lambda: shown.height() < high / 2)
    assert shown.height() < 0.1 * window.height()


def test_the_words_of_a_scene_are_written_beside_the_window(three: Program, qtbot: QtBot) -> None:
    commands(three).edit_words()
    editor = commands(three).editor
    assert editor is not None
    assert editor.windowTitle().startswith("Scene 3: ")
    qtbot.keyClicks(editor.caption, "What happens to the gap?")
    qtbot.keyClicks(editor.notes, "Say this slowly.")
    qtbot.keyClicks(editor.name, "Gap ")
    editor.hides.click()
    first = three.store.state.scenario.case.rows[1].id
    editor.rows[first].click()
    editor.sliders[0].setCurrentIndex(2)
    editor.sliders[0].activated.emit(2)
    scene = three.store.state.classroom.scenes[2]
    assert (scene.caption, scene.notes) == ("What happens to the gap?", "Say this slowly.")
    assert (scene.name, editor.name.text()) == ("Gap", "Gap ")
    assert scene.hides_answer
    assert scene.rows == (first,)
    assert scene.sliders == (editor.sliders[0].itemData(2),)
    assert editor.count.text() == "5 of 20 words"
    editor.caption.setText("word " * 21)
    editor.caption.textEdited.emit(editor.caption.text())
    assert "too many" in editor.count.text()
    commands(three).session.go(0)
    assert editor.windowTitle().startswith("Scene 1: ")
    assert editor.caption.text() == ""
    assert not editor.hides.isChecked()
    for place in (0, 0, 0):
        commands(three).session.remove(place)
    assert not editor._wide.isEnabled()


def test_what_is_typed_in_one_go_is_one_step(three: Program, qtbot: QtBot) -> None:
    commands(three).edit_words()
    editor = commands(three).editor
    assert editor is not None
    qtbot.keyClicks(editor.caption, "abc")
    three.store.undo()
    assert three.store.state.classroom.scenes[2].caption == ""
    assert editor.caption.text() == ""


def test_scenes_come_back_with_their_document(three: Program) -> None:
    names = [scene_name(each) for each in three.store.state.classroom.scenes]
    assert names == [three.store.state.scenario.name] * 3
    three.window.desk.session.new()
    assert not strip(three).isVisible()
