"""Lessons on paper: the script for who teaches, the worksheet, and the key."""

from collections.abc import Callable, Iterator, Mapping

from explorer.classroom.lesson.answer import answer_choices, computed_answer, moved_sentence
from explorer.classroom.lesson.lesson_origin import lesson_origin
from explorer.classroom.lesson.poll_answer import letters
from explorer.classroom.lesson.step_words import kind_words, minutes_number, minutes_words
from explorer.figures.control_words import change_words
from explorer.figures.foot import foot_line
from explorer.figures.phrase import control_title
from explorer.model.case import Case
from explorer.model.day_words import dated_name
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson, LessonQuestion, Prediction, standing_scene
from explorer.model.provenance import Provenance
from explorer.model.scenario import Scenario
from explorer.model.scene import Settings
from explorer.model.wording import tr
from explorer.paper.paper import (
    Block,
    Grid,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Points,
    Room,
)

SCRIPT, WORKSHEET, KEY = "lesson", "lesson-worksheet", "lesson-key"
"""The ids of the handouts, which are the kinds of exports that they are."""

REASON_LINES, TASK_LINES = 2, 4
"""Lines to write a reason on, and an answer."""


def lesson_script(lesson: Lesson, case: Case) -> Paper:
    """Return the script of a lesson: everything that who teaches it reads and reads aloud.

    ``case``: The case that the lesson names. Raises :class:`ScenarioError` if it lacks what the
    lesson asks about.
    """
    blocks: list[Block] = [Paragraph(lesson.summary)] if lesson.summary else []
    blocks += _section(tr("Objective"), lesson.objective)
    blocks += _section(tr("What students should know before"), lesson.prior)
    blocks += [Heading(tr("Plan")), _plan(lesson)]
    if lesson.misconceptions:
        rows = tuple((each.belief, each.answer) for each in lesson.misconceptions)
        heads = (tr("What students may believe"), tr("What shows them otherwise"))
        blocks += [
            Heading(tr("Misconceptions to expect")),
            Grid(tr("Misconceptions and answers"), heads, rows),
        ]
    blocks.append(Heading(tr("Script")))
    for place in range(len(lesson.steps)):
        blocks += _step(lesson, place, case)
    blocks += _list(tr("Readings"), lesson.readings)
    blocks += _list(tr("What the model leaves out"), lesson.leaves_out)
    origin = lesson_origin(SCRIPT, lesson, case)
    return _paper(tr("{lesson} (script)", lesson=lesson.title), blocks, case, origin)


def lesson_worksheet(lesson: Lesson, case: Case) -> Paper:
    """Return the worksheet of a lesson, without any answer.

    ``case``: See :func:`lesson_script`.
    """
    blocks: list[Block] = [Room(1, tr("Name"))]
    number = 0
    for place, step in enumerate(lesson.steps):
        if step.prediction is not None:
            number += 1
            blocks += [] if number > 1 else [Heading(tr("Predictions"))]
            blocks += _asked(number, step.prediction, _before(lesson, place, case))
    goals = [step.goal for step in lesson.steps if step.goal is not None]
    if goals:
        blocks.append(Heading(tr("Try it")))
    for goal in goals:
        blocks += [Paragraph(goal.text), Room(REASON_LINES, tr("What I changed, and who could"))]
    blocks += _tasks(tr("Tasks"), lesson.worksheet)
    blocks += _tasks(tr("Questions"), lesson.questions)
    origin = lesson_origin(WORKSHEET, lesson, case)
    return _paper(tr("{lesson} (worksheet)", lesson=lesson.title), blocks, case, origin)


def lesson_key(lesson: Lesson, case: Case) -> Paper:
    """Return the key of a lesson: answers to predictions, tasks and questions.

    ``case``: See :func:`lesson_script`.
    """
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for place, step in enumerate(lesson.steps):
        if step.prediction is not None:
            before = _before(lesson, place, case)
            answer = computed_answer(step.prediction, before).sentence
            rows.append((step.prediction.question, answer, moved_sentence(step.prediction, before)))
    if rows:
        heads = (tr("Question"), tr("Computed answer"), tr("What moved it"))
        blocks += [
            Heading(tr("Predictions")),
            Grid(tr("Answers to the predictions"), heads, tuple(rows)),
        ]
    for title, tasks in ((tr("Tasks"), lesson.worksheet), (tr("Questions"), lesson.questions)):
        if tasks:
            heads = (tr("Task"), tr("Key"))
            keys = tuple((task.text, task.key) for task in tasks)
            blocks += [Heading(title), Grid(tr("{part} with key", part=title), heads, keys)]
    origin = lesson_origin(KEY, lesson, case)
    return _paper(tr("{lesson} (key)", lesson=lesson.title), blocks, case, origin)


LESSON_HANDOUTS: Mapping[str, Callable[[Lesson, Case], Paper]] = {
    SCRIPT: lesson_script,
    WORKSHEET: lesson_worksheet,
    KEY: lesson_key,
}
"""What is printed of a lesson, by the id of the handout."""


def settings_words(scenario: Scenario, start: Scenario) -> str:
    """Return a scenario in words: its name, and what stands otherwise than at a start."""
    case = scenario.case
    moved = [each for each in case.controls if scenario.value(each.id) != start.value(each.id)]
    changes = "; ".join(
        tr(
            "{control}: {value}",
            control=control_title(case, each),
            value=change_words(case, each.id, scenario.value(each.id)),
        )
        for each in moved
    )
    if not changes:
        return dated_name(scenario)
    return tr("{scenario}. {changes}", scenario=dated_name(scenario), changes=changes)


def _paper(title: str, blocks: list[Block], case: Case, origin: Provenance) -> Paper:
    return Paper(title, tuple(blocks), foot_line(case), origin=origin)


def _section(title: str, text: str) -> list[Block]:
    return [Heading(title), Paragraph(text)] if text else []


def _list(title: str, items: tuple[str, ...]) -> list[Block]:
    return [Heading(title), Points(items)] if items else []


def _plan(lesson: Lesson) -> Grid:
    rows = tuple(
        (str(number), step.title, kind_words(step), minutes_number(step.minutes))
        for number, step in enumerate(lesson.steps, start=1)
    )
    total = (tr("Together"), "", "", minutes_number(lesson.minutes))
    heads = (tr("Step"), tr("Title"), tr("What happens"), tr("Minutes"))
    return Grid(tr("Steps and minutes"), heads, (*rows, total))


def _before(lesson: Lesson, place: int, case: Case) -> Scenario:
    scene = standing_scene(lesson, place)
    if scene is None:
        step = lesson.steps[place].id
        raise ScenarioError(tr("Step “{step}” has no scene to start from.", step=step))
    return scene.settings.scenario(case)


def _step(lesson: Lesson, place: int, case: Case) -> Iterator[Block]:
    step = lesson.steps[place]
    yield Heading(
        tr(
            "{number}. {title} ({kind}, {minutes})",
            number=place + 1,
            title=step.title,
            kind=kind_words(step),
            minutes=minutes_words(step.minutes),
        ),
        level=2,
    )
    if step.scene is not None:
        shown = step.scene.settings.scenario(case)
        preset = Settings(preset=step.scene.settings.preset)
        on_screen = settings_words(shown, preset.scenario(case))
        yield Paragraph(tr("On screen: {settings}", settings=on_screen), is_note=True)
    if step.text:
        yield Paragraph(tr("Students read: {text}", text=step.text))
    if step.notes:
        yield Paragraph(tr("Say: {text}", text=step.notes))
    if step.prediction is not None:
        yield from _answered(step.prediction, _before(lesson, place, case))
    if step.goal is not None:
        yield Paragraph(tr("Goal: {goal}", goal=step.goal.text))
    if step.questions:
        yield Points(step.questions, is_numbered=True)


def _answered(prediction: Prediction, before: Scenario) -> Iterator[Block]:
    yield Paragraph(tr("Question: {question}", question=prediction.question))
    choices = answer_choices(prediction, before)
    if choices:
        yield Points(_lettered(choices))
    answer = computed_answer(prediction, before).sentence
    moved = moved_sentence(prediction, before)
    yield Paragraph(tr("Computed answer: {answer} {moved}", answer=answer, moved=moved).strip())


def _asked(number: int, prediction: Prediction, before: Scenario) -> Iterator[Block]:
    yield Heading(tr("Prediction {number}", number=number), level=2)
    yield Paragraph(prediction.question)
    choices = answer_choices(prediction, before)
    if choices:
        yield Points(_lettered(choices))
    if prediction.kind in ("value", "brackets"):
        yield Paragraph(
            tr(
                "The scale runs from {low} to {high} {unit}.",
                low=f"{prediction.low:,g}",
                high=f"{prediction.high:,g}",
                unit=prediction.unit or tr("points"),
            ),
            is_note=True,
        )
    yield Room(1, tr("My answer"))
    yield Room(REASON_LINES, tr("My reason"))
    yield Room(1, tr("My answer after talking to a neighbour"))


def _lettered(choices: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(
        words
        if words.startswith(f"{letter}:")
        else tr("{letter}: {words}", letter=letter, words=words)
        for letter, words in letters(choices)
    )


def _tasks(title: str, tasks: tuple[LessonQuestion, ...]) -> list[Block]:
    if not tasks:
        return []
    blocks: list[Block] = [PageBreak(), Heading(title)]
    for number, task in enumerate(tasks, start=1):
        blocks.append(Paragraph(tr("{number}. {task}", number=number, task=task.text)))
        if task.answers:
            blocks.append(Points(task.answers))
        blocks.append(Room(TASK_LINES if not task.answers else 1))
    return blocks
