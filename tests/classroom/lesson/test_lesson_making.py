"""Lessons are made of scenes, and their steps changed; what comes out is always a lesson."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.lesson.lesson_making import (
    asking,
    identifier,
    is_too_long,
    lesson_of_scenes,
    with_moved_step,
    with_new_step,
    with_step,
    without_step,
    word_count,
)
from explorer.files.case_file import bundled_case
from explorer.model.lesson import MOST_STEP_WORDS, Lesson
from explorer.model.lesson_check import lesson_problems
from explorer.model.scene import MOST_SCENES, Scene, Settings
from tests.classrooms import scenes

CASE = bundled_case()


@given(shown=st.lists(scenes(CASE), min_size=1, max_size=5), title=st.text(max_size=80))
def test_each_scene_becomes_a_step_and_the_lesson_is_sound(shown: list[Scene], title: str) -> None:
    lesson = lesson_of_scenes(shown, CASE, title)
    assert [step.scene for step in lesson.steps] == shown
    assert lesson.minutes == sum(step.minutes for step in lesson.steps)
    assert lesson_problems(lesson, CASE) == ()
    assert Lesson.model_validate_json(lesson.model_dump_json()) == lesson


@given(title=st.text(max_size=100), taken=st.lists(st.text(max_size=3), max_size=3))
def test_an_id_is_one_that_files_take_and_no_other_step_has(title: str, taken: list[str]) -> None:
    first = identifier(title, taken)
    second = identifier(title, [*taken, first])
    assert first != second
    for each in (first, second):
        assert each not in taken
        Lesson.model_validate(
            {
                "id": each,
                "title": "t",
                "case": "c",
                "minutes": 1,
                "steps": [{"id": each, "kind": "show", "title": "t"}],
            }
        )


def three() -> Lesson:
    shown = [Scene(settings=Settings(), name=name) for name in ("a", "b", "c")]
    return lesson_of_scenes(shown, CASE, "Trial")


def titles(lesson: Lesson) -> str:
    return " ".join(step.title for step in lesson.steps)


def test_steps_move_come_and_go_and_the_minutes_follow() -> None:
    lesson = three()
    assert titles(with_moved_step(lesson, 0, 1)) == "b a c"
    assert titles(with_moved_step(lesson, 2, 5)) == "a b c"
    assert titles(with_moved_step(lesson, 1, -4)) == "b a c"
    assert titles(without_step(lesson, 1)) == "a c"
    assert without_step(lesson, 1).minutes == 6
    longer = with_new_step(lesson, 0)
    assert titles(longer) == "a New step b c"
    assert longer.minutes == 12
    assert with_step(lesson, 1, lesson.steps[1].having(minutes=20.0)).minutes == 26


def test_the_last_step_stays_and_a_full_lesson_takes_no_more() -> None:
    one = without_step(without_step(three(), 0), 0)
    assert without_step(one, 0) is one
    full = three()
    while len(full.steps) < MOST_SCENES:
        full = with_new_step(full, 0)
    assert with_new_step(full, 0) is full


def test_a_question_asks_about_the_next_scene_else_about_its_own() -> None:
    shown = [Scene(settings=Settings(preset=each)) for each in ("hanoi-2019", "october-2025")]
    lesson = lesson_of_scenes(shown, CASE, "Trial")
    row = CASE.rows[0].id
    first, last = asking(lesson, 0, row), asking(lesson, 1, row)
    assert first.prediction is not None
    assert last.prediction is not None
    assert first.prediction.settings.preset == "october-2025"
    assert last.prediction.settings.preset == "october-2025"
    assert lesson_problems(with_step(lesson, 0, first), CASE) == ()
    bare = with_new_step(lesson, 1)
    alone = asking(bare, 2, row)
    assert alone.prediction is not None
    assert alone.prediction.settings == Settings()


@given(count=st.integers(0, 2 * MOST_STEP_WORDS))
def test_words_are_counted_as_a_room_reads_them(count: int) -> None:
    text = "  word\n" * count
    assert word_count(text) == count
    assert is_too_long(text) == (count > MOST_STEP_WORDS)
