"""The title bar says “(edited)” of a lesson once somebody made something, and not before."""

import pytest

from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_text
from explorer.ui.app.app import Program
from tests.ui.window.conftest import Answers, settle


def check(program: Program, *, is_edited: bool) -> None:
    settle(program)
    assert program.window.desk.session.has_changes == is_edited
    assert ("(edited)" in program.window.windowTitle()) == is_edited


@pytest.mark.parametrize("lesson_id", bundled_lesson_ids())
@pytest.mark.parametrize("is_file", [True, False], ids=["file", "bundled"])
def test_a_lesson_that_was_looked_through_and_ended_is_not_edited(
    program: Program, answers: Answers, tmp_path, lesson_id: str, is_file: bool
) -> None:
    lesson, lessons = bundled_lesson(lesson_id), program.window.commands.lessons
    if is_file:
        path = tmp_path / "lesson.json"
        path.write_text(lesson_text(lesson), encoding="utf-8")
        assert program.window.desk.session.open_path(path)
    else:
        lessons.open_bundled(lesson_id)
    check(program, is_edited=False)
    for place in range(len(lesson.steps)):
        lessons.session.go_to(place)
        check(program, is_edited=False)
    lessons.session.end()
    check(program, is_edited=False)
    lessons.session.step_on()
    check(program, is_edited=False)
    program.window.desk.session.new()
    assert answers.asked == 0


def test_a_count_is_an_edit_until_it_is_undone(program: Program) -> None:
    lessons = program.window.commands.lessons
    lessons.open_bundled("who-closed-the-zone")
    lessons.session.go_to(1)
    check(program, is_edited=False)
    lessons.session.count(1, (("phased-step", 3),))
    check(program, is_edited=True)
    lessons.session.end()
    check(program, is_edited=True)
    program.store.undo()
    program.store.undo()
    check(program, is_edited=False)
    lessons.session.count(1, (("phased-step", 3),))
    lessons.session.count(1, ())
    check(program, is_edited=False)


def test_a_control_that_was_moved_is_an_edit_until_the_next_step(program: Program) -> None:
    lessons = program.window.commands.lessons
    lessons.open_bundled("who-closed-the-zone")
    program.store.edit(program.store.state.scenario.with_value("china_ties", 3), "move")
    check(program, is_edited=True)
    lessons.session.go_to(1)
    check(program, is_edited=False)
