"""The bundled lessons: whole, true under the bundled case, and false under another."""

import re
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from explorer.classroom.lesson.answer import computed_answer, moved_sentence
from explorer.classroom.lesson.claim import broken_claims, claim_holds
from explorer.classroom.lesson.goal import goal_state
from explorer.classroom.lesson.measure import solved
from explorer.files.lesson_file import (
    bundled_lesson,
    bundled_lesson_ids,
    bundled_lesson_path,
    lesson_case,
    lesson_problems,
    lesson_text,
    read_lesson,
)
from explorer.model.assumption import assumption, with_estimates
from explorer.model.case import Case
from explorer.model.lesson import Claim, Lesson, Step, backed_parts, standing_scene
from explorer.model.parameter import scaled_estimate
from explorer.model.scenario import Scenario, control_range
from explorer.model.scene import scene_package
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.view import Viewing

IDS = bundled_lesson_ids()
CLAIMED_KINDS = ("show", "reveal", "try")
QUESTIONS = 5
EVERY = 5
"""Which values of a scale are tried: every fifth."""


@pytest.fixture
def case(lesson_id: str) -> Case:
    """Return the case that a lesson is about."""
    return lesson_case(bundled_lesson(lesson_id))


lessons = pytest.mark.parametrize("lesson_id", IDS)


def claims_of(lesson: Lesson) -> Iterator[Claim]:
    for _, claims in backed_parts(lesson):
        yield from claims


def start_of(lesson: Lesson, place: int, case: Case) -> Scenario:
    scene = standing_scene(lesson, place)
    assert scene is not None
    return scene.settings.scenario(case)


def texts_of(lesson: Lesson) -> Iterator[str]:
    yield from (lesson.summary, lesson.objective, lesson.prior, *lesson.leaves_out)
    for step in lesson.steps:
        yield from (step.text, step.notes, *step.questions)
        if step.scene is not None:
            yield step.scene.caption
    for task in (*lesson.worksheet, *lesson.questions):
        yield from (task.text, task.key, *task.answers)
    for each in lesson.misconceptions:
        yield from (each.belief, each.answer)


@lessons
def test_a_bundled_lesson_has_no_problem(lesson_id: str) -> None:
    assert lesson_problems(bundled_lesson_path(lesson_id), VIEW_IDS) == ()
    assert bundled_lesson(lesson_id).id == lesson_id


@lessons
def test_every_claim_of_a_bundled_lesson_holds(lesson_id: str, case: Case) -> None:
    assert broken_claims(bundled_lesson(lesson_id), case) == ()


@lessons
def test_a_case_that_is_moved_far_breaks_a_claim_of_each_lesson(lesson_id: str, case: Case) -> None:
    ids = ("target_stakes.waiting.base", "sender_stakes.waiting.base")
    moved = {id_: scaled_estimate(assumption(case, id_), 20) for id_ in ids}
    assert broken_claims(bundled_lesson(lesson_id), with_estimates(case, moved))


@lessons
def test_a_claim_that_is_turned_round_is_found(lesson_id: str, case: Case) -> None:
    opposite = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
    for claim in claims_of(bundled_lesson(lesson_id)):
        turned = claim.model_copy(update={"relation": opposite[claim.relation], "tolerance": 0.0})
        if claim.tolerance and claim.relation != "=":
            continue
        if not claim.tolerance:
            assert not claim_holds(turned, case), claim.text


@lessons
def test_what_is_shown_or_revealed_is_backed(lesson_id: str) -> None:
    for step in bundled_lesson(lesson_id).steps:
        if step.kind in CLAIMED_KINDS:
            assert step.claims, step.id


@lessons
def test_every_question_has_a_key_that_claims_back(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    assert len(lesson.questions) == QUESTIONS
    for question in lesson.questions:
        assert question.key
        assert question.claims, question.text


@lessons
def test_a_lesson_has_everything_that_an_instructor_prepares(lesson_id: str) -> None:
    lesson = bundled_lesson(lesson_id)
    assert all((lesson.summary, lesson.objective, lesson.prior, lesson.worksheet))
    assert all((lesson.misconceptions, lesson.readings, lesson.leaves_out))
    assert all(step.text and step.notes and step.minutes for step in lesson.steps)
    assert all(step.scene.caption for step in lesson.steps if step.scene is not None)


@lessons
def test_the_debrief_comes_last_and_in_the_usual_order(lesson_id: str) -> None:
    last = bundled_lesson(lesson_id).steps[-1]
    assert last.kind == "debrief"
    starts = ("What surprised", "What caused", "What would you do differently", "What does the")
    asked = iter(last.questions)
    for start in starts:
        assert any(question.startswith(start) for question in asked), start


@lessons
def test_a_lesson_is_no_more_exact_than_the_model(lesson_id: str) -> None:
    for text in texts_of(bundled_lesson(lesson_id)):
        assert not re.search(r"\d\.\d", text), text
        assert not re.search(r"\bprobab|\blikelihood", text, re.IGNORECASE), text


@lessons
def test_every_prediction_has_an_answer_and_every_discussion_a_prediction(
    lesson_id: str, case: Case
) -> None:
    lesson = bundled_lesson(lesson_id)
    for place, step in enumerate(lesson.steps):
        if step.prediction is not None:
            before = start_of(lesson, place, case)
            assert computed_answer(step.prediction, before).sentence
            assert isinstance(moved_sentence(step.prediction, before), str)


@lessons
def test_every_reveal_shows_the_settings_that_were_asked_about(lesson_id: str) -> None:
    lesson, asked = bundled_lesson(lesson_id), None
    for step in lesson.steps:
        asked = step.prediction or asked
        if step.kind == "reveal":
            assert asked is not None
            assert step.scene is not None
            assert step.scene.settings.controls == asked.settings.controls, step.id
            assert step.scene.settings.preset == asked.settings.preset, step.id


@lessons
def test_scenes_choose_what_their_views_offer(lesson_id: str, case: Case) -> None:
    for step in bundled_lesson(lesson_id).steps:
        if step.scene is None or not step.scene.choices:
            continue
        scene = step.scene
        viewing = Viewing(
            solved(scene.settings.scenario(case)),
            selected_row=scene.row,
            selected_package=scene_package(case, scene),
            choices=scene.choices,
        )
        offered = {each.id: each.chosen for each in figure_of(scene.view, viewing).choices}
        for choice, wanted in scene.choices.items():
            assert offered[choice] == wanted, step.id


def tries() -> list[tuple[str, int]]:
    return [
        (id_, place)
        for id_ in IDS
        for place, step in enumerate(bundled_lesson(id_).steps)
        if step.goal is not None
    ]


@pytest.mark.parametrize(("lesson_id", "place"), tries())
def test_a_goal_is_not_reached_at_its_start_and_can_be_reached(
    lesson_id: str, place: int, case: Case
) -> None:
    lesson = bundled_lesson(lesson_id)
    step, start = lesson.steps[place], start_of(lesson, place, case)
    assert step.goal is not None
    assert not goal_state(step.goal, start, start).is_met
    assert any(
        goal_state(step.goal, start, tried).is_reached for tried in moved_scenarios(step, start)
    )


def moved_scenarios(step: Step, start: Scenario) -> Iterator[Scenario]:
    """Yield what can be made of a scenario with few changes of what is free."""
    assert step.goal is not None
    most = step.goal.most_changes
    assert 1 <= most <= 2
    for count in range(1, most + 1):
        for controls in combinations(step.free, count):
            for values in product(*(values_of(start, each) for each in controls)):
                yield start.with_values(dict(zip(controls, values, strict=True)))


def values_of(start: Scenario, control_id: str) -> list[float]:
    reach = control_range(start.case, start.case.control(control_id))
    steps = 1 if reach.is_whole else EVERY
    return [float(value) for value in range(int(reach.minimum), int(reach.maximum) + 1, steps)]


@lessons
def test_a_lesson_that_is_written_reads_as_it_was(lesson_id: str) -> None:
    path = bundled_lesson_path(lesson_id)
    assert lesson_text(read_lesson(path)) == path.read_text(encoding="utf-8")


def test_lessons_use_every_kind_of_step_and_of_prediction() -> None:
    steps = [step for id_ in IDS for step in bundled_lesson(id_).steps]
    kinds = {step.kind for step in steps}
    assert kinds == {"show", "predict", "discuss", "reveal", "try", "explain", "debrief"}
    asked = {step.prediction.kind for step in steps if step.prediction is not None}
    assert asked == {"choice", "row", "value", "brackets"}


def test_no_sentence_of_a_lesson_stands_twice_among_its_claims() -> None:
    for id_ in IDS:
        for step in bundled_lesson(id_).steps:
            texts = [claim.text for claim in step.claims]
            assert len(texts) == len(set(texts)), step.id
