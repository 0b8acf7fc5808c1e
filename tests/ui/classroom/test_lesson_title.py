"""The title bar: a lesson that somebody only looks through is not edited."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.ui.app.app import Program
from tests.ui.window.conftest import settle


def has_mark(program: Program) -> bool:
    return "(edited)" in program.window.windowTitle()


@pytest.mark.parametrize("is_calm", [True, False])
def test_the_title_marks_a_lesson_once_something_is_made(
    program: Program, qtbot: QtBot, is_calm: bool
) -> None:
    program.settings.change(reduce_motion=is_calm)
    lessons = program.window.commands.lessons
    session = program.window.desk.session
    for lesson in map(bundled_lesson, bundled_lesson_ids()):
        lessons.open_bundled(lesson.id)
        settle(program)
        assert has_mark(program) == session.has_changes
        for place in range(len(lesson.steps)):
            lessons.session.go_to(place)
            settle(program)
            qtbot.wait(1)
            print(
                lesson.id, place, lesson.steps[place].kind, has_mark(program), session.has_changes
            )
    assert 0
