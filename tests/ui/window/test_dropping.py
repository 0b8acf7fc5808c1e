"""Whatever is dropped on the program is copied, so that its source keeps it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.classroom.scene_list import SceneList
from explorer.ui.widgets.text_area import TextArea
from explorer.ui.widgets.text_field import TextField
from tests.ui.drags import COPY, MOVE, dropped, entered, file, text
from tests.ui.window.conftest import Answers


@pytest.fixture
def document(program: Program, answers: Answers, tmp_path: Path) -> Path:
    """Return a saved document, after another one has been begun."""
    answers.to_save = tmp_path / "class.dealzone"
    program.store.edit(program.store.state.scenario.with_value("russia_alignment", 40), "x")
    program.window.desk.session.save()
    program.window.desk.session.new()
    return answers.to_save


def test_a_dropped_file_is_opened_and_stays_where_it_is(program: Program, document: Path) -> None:
    over = entered(program.window, file(document), MOVE | COPY)
    assert (over.isAccepted(), over.dropAction()) == (True, COPY)
    drop = dropped(program.window, file(document), MOVE | COPY)
    assert (drop.isAccepted(), drop.dropAction()) == (True, COPY)
    assert program.store.state.scenario.value("russia_alignment") == 40


def test_a_source_that_only_moves_is_refused(program: Program, document: Path) -> None:
    assert not entered(program.window, file(document), MOVE).isAccepted()


def test_what_is_no_file_of_this_machine_is_refused(program: Program) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.dealzone")])
    assert not entered(program.window, data, MOVE | COPY).isAccepted()


def test_a_field_copies_words_and_leaves_files_to_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    field = TextField()
    qtbot.addWidget(field)
    assert entered(field, text("words"), MOVE | COPY).dropAction() == COPY
    assert dropped(field, text("words"), MOVE | COPY).dropAction() == COPY
    assert field.text() == "words"
    assert not entered(field, file(tmp_path), MOVE | COPY).isAccepted()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_place_of_the_program_that_takes_drops_copies(program: Program) -> None:
    commands = program.window.commands
    commands.scenario.assumptions.open()
    commands.help.show_guide()
    commands.find.find()
    commands.comparison.comparing.pin_snapshot()
    commands.picture.export_image()
    places = {each for each in program.window.findChildren(QWidget) if each.acceptDrops()}
    # The list of scenes takes nothing but its own rows, which change places.
    own = program.window.findChildren(SceneList)
    assert all(each.dragDropMode() == SceneList.DragDropMode.InternalMove for each in own)
    # What is dropped on a viewport comes to the widget that it belongs to.
    whole = (*own, *program.window.findChildren(TextArea))
    places -= {*own, *(each.viewport() for each in whole)}
    assert {type(each) for each in places} == {TextField, TextArea}
