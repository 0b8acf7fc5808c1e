"""Lessons on paper: scripts hold everything, worksheets no answer, keys every answer."""

from collections.abc import Iterator

import pytest

from explorer.classroom.lesson.answer import computed_answer
from explorer.classroom.lesson.lesson_paper import lesson_key, lesson_script, lesson_worksheet
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_case
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson
from explorer.paper.paper import Grid, Heading, Paper, Paragraph, Points, Room
from tests.classroom.conftest import HANOI, lesson_of, prediction, scene, step

lessons = pytest.mark.parametrize("lesson_id", bundled_lesson_ids())


def words(paper: Paper) -> str:
    return "\n".join((paper.title, *_words(paper), paper.foot))


def _words(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Points):
            yield from block.items
        elif isinstance(block, Grid):
            yield from (block.caption, *block.heads, *(cell for row in block.rows for cell in row))
        elif isinstance(block, Room):
            yield block.label


def answers(lesson: Lesson, case: Case) -> Iterator[str]:
    start = None
    for taught in lesson.steps:
        start = taught.scene or start
        if taught.prediction is not None:
            assert start is not None
            yield computed_answer(taught.prediction, start.settings.scenario(case)).sentence


@lessons
def test_a_script_holds_everything_that_is_read_aloud(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    case = lesson_case(lesson)
    text = words(lesson_script(lesson, case))
    for part in (lesson.title, lesson.summary, lesson.objective, lesson.prior):
        assert part in text
    for taught in lesson.steps:
        assert all(part in text for part in (taught.title, taught.text, taught.notes))
        assert all(question in text for question in taught.questions)
        if taught.goal is not None:
            assert taught.goal.text in text
    for believed in lesson.misconceptions:
        assert believed.belief in text
        assert believed.answer in text
    assert all(part in text for part in (*lesson.readings, *lesson.leaves_out))
    assert all(answer in text for answer in answers(lesson, case))
    assert "not a forecast" in text


@lessons
def test_a_worksheet_asks_everything_and_answers_nothing(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    case = lesson_case(lesson)
    paper = lesson_worksheet(lesson, case)
    text = words(paper)
    for task in (*lesson.worksheet, *lesson.questions):
        assert task.text in text
        assert task.key not in text or task.key in (*task.answers, task.text)
    asked = [taught.prediction for taught in lesson.steps if taught.prediction is not None]
    assert all(each.question in text for each in asked)
    rooms = sum(isinstance(block, Room) for block in paper.blocks)
    assert rooms >= 3 * len(asked) + len(lesson.worksheet) + len(lesson.questions)


@lessons
def test_a_key_answers_everything(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    case = lesson_case(lesson)
    text = words(lesson_key(lesson, case))
    assert all(answer in text for answer in answers(lesson, case))
    for task in (*lesson.worksheet, *lesson.questions):
        assert task.text in text
        assert task.key in text


def test_a_small_lesson_has_no_empty_parts(case: Case) -> None:
    lesson = lesson_of(step("show", scene=scene(HANOI, us_max_aid=0)))
    script = lesson_script(lesson, case)
    headings = [block.text for block in script.blocks if isinstance(block, Heading)]
    assert headings == ["Plan", "Script", "1. one (Show, 1 minute)"]
    assert "Aid" in words(script) or "aid" in words(script)
    sheet = lesson_worksheet(lesson, case)
    assert [type(block) for block in sheet.blocks] == [Room]
    assert lesson_key(lesson, case).blocks == ()


def test_a_prediction_without_a_scene_cannot_be_printed(case: Case) -> None:
    lesson = lesson_of(step("predict", prediction=prediction(row="yongbyon")))
    for make in (lesson_script, lesson_worksheet, lesson_key):
        with pytest.raises(ScenarioError, match="no scene"):
            make(lesson, case)
