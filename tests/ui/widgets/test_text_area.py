"""A field of several lines: it takes so many letters, tells of them, and leaves files alone."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.text_area import TextArea


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    field = TextArea(5)
    qtbot.addWidget(field)
    return field


def dragged(*, is_file: bool) -> QMimeData:
    data = QMimeData()
    if is_file:
        data.setUrls([QUrl.fromLocalFile("/tmp/a.dealzone")])
    else:
        data.setText("ab")
    return data


def test_what_is_typed_is_told_and_no_more_is_kept_than_has_room(
    area: TextArea, qtbot: QtBot
) -> None:
    told: list[str] = []
    area.typed.connect(told.append)
    qtbot.keyClicks(area, "abcdefg")
    assert area.toPlainText() == "abcde"
    assert told[-1] == "abcde"
    area.show_text("abcde ")
    assert area.toPlainText() == "abcde"
    count = len(told)
    area.show_text("new")
    assert (area.toPlainText(), len(told)) == ("new", count)


def test_a_file_is_left_to_the_window_and_words_are_copied(area: TextArea) -> None:
    actions, none = Qt.DropAction, Qt.KeyboardModifier.NoModifier
    for is_file in (True, False):
        data = dragged(is_file=is_file)
        both = actions.CopyAction | actions.MoveAction
        left = Qt.MouseButton.LeftButton
        event = QDragEnterEvent(QPointF(5, 5).toPoint(), both, data, left, none)
        area.dragEnterEvent(event)
        assert event.isAccepted() != is_file
    data = dragged(is_file=False)
    drop = QDropEvent(QPointF(5, 5), actions.MoveAction, data, Qt.MouseButton.LeftButton, none)
    area.dropEvent(drop)
    assert area.toPlainText() == "ab"
