"""A field of several lines: it takes so many letters, tells of them, and leaves files alone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.ui.widgets.text_area import TextArea
from tests.ui.drags import COPY, MOVE, dropped, entered, file, text


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    field = TextArea(5)
    qtbot.addWidget(field)
    return field


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
    for data, is_taken in ((file(Path("a.dealzone")), False), (text("ab"), True)):
        assert entered(area, data, COPY | MOVE).isAccepted() == is_taken
    dropped(area, text("ab"), MOVE)
    assert area.toPlainText() == "ab"
