"""What an instructor sees of a step: never the answer before its time, and why where it fails."""

import json
from dataclasses import asdict

import pytest

from explorer.classroom.lesson.answer import computed_answer
from explorer.classroom.lesson.prediction_spread import predicted_sentences, prediction_spread
from explorer.classroom.lesson.progress import gone_to, opened_lesson, scenario_at, with_hands
from explorer.classroom.lesson.step_view import (
    StepView,
    before_scenario,
    goal_words,
    hidden_answer,
    question_lines,
    step_view,
)
from explorer.classroom.lesson.step_words import kind_name
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids, lesson_case
from explorer.model.classroom import Classroom
from explorer.model.lesson import STEP_KINDS, Lesson, Prediction
from explorer.model.scenario import preset_scenario
from explorer.model.scene import Settings

LESSONS = bundled_lesson_ids()


def views(lesson: Lesson) -> list[StepView]:
    """Return every step with some hands counted at each question."""
    case = lesson_case(lesson)
    found: list[StepView] = []
    for place in range(len(lesson.steps)):
        classroom = opened_lesson(lesson, "", place)
        shown = scenario_at(lesson, place, case)
        assert shown is not None
        view = step_view(classroom, shown)
        assert view is not None
        question = view.question
        if question is not None and question.choices:
            classroom = with_hands(classroom, 1, ((question.choices[0][0], 3),))
            view = step_view(classroom, shown)
            assert view is not None
        found.append(view)
    return found


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_the_answer_is_in_a_reveal_and_in_no_step_before_it(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    for view in views(lesson):
        assert view.problem == ""
        question = view.question
        if view.step.kind in ("predict", "discuss"):
            assert question is not None
            assert question.round == (1 if view.step.kind == "predict" else 2)
            assert question.answer is None
            assert not any(row.is_right or row.answer for row in question.spread.rows)
            assert "omputed" not in json.dumps(asdict(question.spread))
        elif view.step.kind == "reveal":
            assert question is not None
            assert question.round is None
            assert question.answer is not None
        else:
            assert question is None
        assert (view.goal is not None) == (view.step.kind == "try")


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_who_peeks_reads_what_is_revealed_later(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    case = lesson_case(lesson)
    for place, step in enumerate(lesson.steps):
        classroom = opened_lesson(lesson, "", place)
        told = hidden_answer(classroom, case)
        before = before_scenario(classroom, case)
        if step.prediction is None:
            assert (before is None) == (step.kind not in ("discuss", "reveal"))
        else:
            assert before is not None
            assert told == computed_answer(step.prediction, before).sentence


def test_positions_and_kinds_are_told_in_words() -> None:
    lesson = bundled_lesson(LESSONS[0])
    first, last = views(lesson)[0], views(lesson)[-1]
    assert first.position == f"Step 1 of {len(lesson.steps)} · Show"
    assert (first.is_last, last.is_last) == (False, True)
    assert len({kind_name(kind) for kind in STEP_KINDS}) == len(STEP_KINDS)
    assert question_lines(("Why?", "How?")) == ("1. Why?", "2. How?")


def test_without_a_step_there_is_nothing_to_see() -> None:
    lesson = bundled_lesson(LESSONS[0])
    shown = preset_scenario(lesson_case(lesson), "hanoi-2019")
    assert step_view(Classroom(), shown) is None
    assert hidden_answer(Classroom(), shown.case) == ""
    bare = step_view(Classroom(lesson=lesson, step=0), shown)
    assert bare is not None
    assert bare.class_name == ""


def test_what_the_case_lacks_is_told_and_the_step_is_shown_anyway() -> None:
    lesson = bundled_lesson(LESSONS[0])
    shown = preset_scenario(lesson_case(lesson), "hanoi-2019")
    asked = lesson.steps[1]
    assert asked.prediction is not None
    strange = asked.prediction.having(settings=Settings(preset="atlantis"))
    steps = (lesson.steps[0], asked.having(prediction=strange), *lesson.steps[2:])
    view = step_view(opened_lesson(lesson.having(steps=steps), "", 3), shown)
    assert view is not None
    assert "atlantis" in view.problem
    assert view.question is None


def test_a_goal_tells_how_far_it_is() -> None:
    lesson = bundled_lesson("who-closed-the-zone")
    case = lesson_case(lesson)
    place = next(n for n, step in enumerate(lesson.steps) if step.kind == "try")
    start, goal = scenario_at(lesson, place, case), lesson.steps[place].goal
    assert start is not None
    assert goal is not None
    moved = start.with_value("russia_alignment", 90)
    said: list[str] = []
    for present in (
        start,
        moved,
        moved.with_value("china_ties", 60),
        start.with_value("russia_alignment", 30),
    ):
        view = step_view(opened_lesson(lesson, "", place), present)
        assert view is not None
        assert view.goal is not None
        said.append(goal_words(view.goal, goal.most_changes, case))
    assert said == [
        "Nothing is moved yet.",
        "1 control is moved: Russia alignment. The goal is not reached yet.",
        "2 controls are moved: Russia alignment, China ties. Only 1 control may be moved.",
        "The goal is reached.",
    ]


def test_numbers_and_brackets_that_are_none_are_left_out() -> None:
    lesson = bundled_lesson("who-closed-the-zone")
    case = lesson_case(lesson)
    hanoi = preset_scenario(case, "hanoi-2019")
    row = case.rows[0].id
    brackets = Prediction(kind="brackets", question="?", settings=Settings(), row=row)
    hands = (("20 30", 2), ("words", 1), ("3", 4)), ()
    figure = prediction_spread(brackets, hanoi, hands)
    assert [len(each.dots) for each in figure.rows] == [1, 1]
    value = Prediction(kind="value", question="?", settings=Settings(), high=9)
    figure = prediction_spread(value, hanoi, ((("7", 2), ("inf", 1), ("words", 1)), ()))
    assert [dot.value for dot in figure.rows[0].dots] == [7.0]


def test_what_a_class_predicted_is_told_for_each_question_that_it_answered() -> None:
    lesson = bundled_lesson("who-closed-the-zone")
    case = lesson_case(lesson)
    classroom = opened_lesson(lesson, "", 1)
    assert predicted_sentences(lesson, classroom.classes[0], case) == ()
    classroom = with_hands(classroom, 1, (("phased-step", 1), ("test-pause", 1)))
    (told,) = predicted_sentences(lesson, classroom.classes[0], case)
    assert told.startswith("Only Moscow moves: 50\N{NO-BREAK SPACE}% of the hands")
    scene = lesson.steps[0].scene
    assert scene is not None
    lost = lesson.steps[0].having(scene=scene.having(settings=Settings(preset="atlantis")))
    strange = lesson.having(steps=(lost, *lesson.steps[1:]))
    assert predicted_sentences(strange, gone_to(classroom, 0, 0).classes[0], case) == ()


def test_a_class_may_expect_no_row_at_all_and_be_right() -> None:
    lesson = bundled_lesson("linkage")
    case = lesson_case(lesson)
    place = next(n for n, step in enumerate(lesson.steps) if step.prediction is not None)
    classroom = with_hands(opened_lesson(lesson, "", place), 1, (("none", 3), ("test-pause", 1)))
    shown = scenario_at(lesson, place, case)
    assert shown is not None
    view = step_view(classroom, shown)
    assert view is not None
    assert view.question is not None
    assert view.question.choices[-1] == ("none", "None of them")
    (told,) = predicted_sentences(lesson, classroom.classes[0], case)
    assert "75\N{NO-BREAK SPACE}% of the hands were for the computed answer: None of them." in told
