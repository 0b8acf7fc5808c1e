"""The class record: what a class predicted at each step, and how long it took, as a table."""

from collections.abc import Iterator

from explorer.classroom.lesson.answer import answer_choices, computed_answer
from explorer.classroom.lesson.poll_answer import bracket_ends
from explorer.classroom.lesson.step_words import kind_words, minutes_number
from explorer.figures.phrase import whole_points
from explorer.figures.table import Cell, Number, Table, count, csv_file
from explorer.model.case import Case
from explorer.model.classroom import ClassRecord, Counts, Round
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson, Step, standing_scene
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

ROUNDS: tuple[Round, ...] = (1, 2)
"""The first prediction and the second one."""

Row = tuple[Cell, ...]


def class_record_table(lesson: Lesson, record: ClassRecord, case: Case) -> Table:
    """Return what a class did in a lesson: a row for each answer, or one for a step without any.

    ``case``: The case under which it was taught; where it lacks what was asked, answers stand as
    they were counted and none is marked right. Steps that the lesson no longer has come last.
    """
    rows = [
        row for place, _ in enumerate(lesson.steps) for row in _rows(lesson, place, record, case)
    ]
    known = {step.id for step in lesson.steps}
    for counts in record.counts:
        if counts.step not in known:
            rows += _answers(counts, {}, frozenset(), (counts.step, "", _nothing(), _nothing()))
    columns = (
        tr("Step"),
        tr("Kind"),
        tr("Planned"),
        tr("Taken"),
        tr("Prediction"),
        tr("Answer"),
        tr("Hands"),
        tr("Right"),
    )
    minutes = tr("min")
    return Table(
        tr("Class record: {name}", name=record.name or tr("class without a name")),
        columns,
        tuple(rows),
        ("", "", minutes, minutes),
    )


def class_record_csv(lesson: Lesson, record: ClassRecord, case: Case) -> bytes:
    """Return the class record as a file of comma-separated values that any spreadsheet opens.

    ``lesson``, ``record``, ``case``: See :func:`class_record_table`.
    """
    return csv_file(class_record_table(lesson, record, case))


def answer_words(answer: str, choices: dict[str, str]) -> str:
    """Return an answer as counted in words: those of its id, or its numbers in whole points."""
    if answer in choices:
        return choices[answer]
    try:
        if " " in answer:
            floor, limit = bracket_ends(answer)
            return tr("{floor} to {limit}", floor=whole_points(floor), limit=whole_points(limit))
        return whole_points(float(answer))
    except ValueError:
        return answer


def _rows(lesson: Lesson, place: int, record: ClassRecord, case: Case) -> Iterator[Row]:
    step = lesson.steps[place]
    head = (step.title, kind_words(step), _minutes(step.minutes), _taken(step, record))
    counted = [record.counts_at(step.id, each) for each in ROUNDS]
    found = [counts for counts in counted if counts is not None and counts.hands]
    if not found:
        yield (*head, "", "", _nothing(), "")
        return
    choices, right = _known(step, _before(lesson, place, case))
    for counts in found:
        yield from _answers(counts, choices, right, head)


def _answers(
    counts: Counts, choices: dict[str, str], right: frozenset[str], head: Row
) -> Iterator[Row]:
    said = tr("first") if counts.round == 1 else tr("second")
    for answer, hands in counts.hands:
        is_right = tr("yes") if answer in right else ""
        yield (*head, said, answer_words(answer, choices), count(hands), is_right)


def _before(lesson: Lesson, place: int, case: Case) -> Scenario | None:
    scene = standing_scene(lesson, place)
    try:
        return None if scene is None else scene.settings.scenario(case)
    except ScenarioError:
        return None


def _known(step: Step, before: Scenario | None) -> tuple[dict[str, str], frozenset[str]]:
    """Return the words of a step's answers, and the ids of those that are right."""
    if step.prediction is None or before is None:
        return {}, frozenset()
    choices = dict(answer_choices(step.prediction, before))
    try:
        return choices, frozenset(computed_answer(step.prediction, before).ids)
    except ScenarioError:
        return choices, frozenset()


def _taken(step: Step, record: ClassRecord) -> Number:
    seconds = [taken for id_, taken in record.seconds if id_ == step.id]
    return _minutes(sum(seconds) / 60) if seconds else _nothing()


def _minutes(minutes: float) -> Number:
    return Number(minutes, minutes_number(minutes))


def _nothing() -> Number:
    return Number(None, "")
