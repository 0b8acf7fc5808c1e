"""Progress through a lesson: where a class is, what it predicted, how long each step took."""

from explorer.model.case import Case
from explorer.model.classroom import ClassRecord, Classroom, Counts, Round
from explorer.model.errors import ScenarioError
from explorer.model.lesson import (
    Lesson,
    Step,
    standing_prediction_step,
    standing_scene,
)
from explorer.model.scenario import Scenario
from explorer.model.scene import Scene
from explorer.model.wording import tr

Hands = tuple[tuple[str, int], ...]
"""What was predicted, and by how many."""

ROUNDS: tuple[Round, Round] = (1, 2)

HIDING = ("predict", "discuss")
"""The kinds of steps in which nobody may see the answer yet."""


def opened_lesson(lesson: Lesson, began: str, step: int = 0) -> Classroom:
    """Return a classroom at a step of a lesson, with a first class that has done nothing.

    Parameters
    ----------
    began
        The day on which the class begins, as text.
    step
        The place of the step, from 0; the last one stands for any beyond it.
    """
    record = ClassRecord(name=_class_name(1), began=began)
    last = len(lesson.steps) - 1
    return Classroom(lesson=lesson, step=min(max(step, 0), last), classes=(record,))


def gone_to(classroom: Classroom, place: int, seconds: float) -> Classroom:
    """Return a classroom at another step of its lesson.

    Parameters
    ----------
    place
        The place of the step, from 0; places beyond the ends stand for the ends.
    seconds
        How long the step that is left took by now; it is added to what the class has of it.
    """
    lesson, left = classroom.lesson, classroom.present_step
    if lesson is None:
        return classroom
    place = min(max(place, 0), len(lesson.steps) - 1)
    record = classroom.present_class
    if record is not None:
        spent = dict(record.seconds)
        if left is not None and seconds >= 1:
            spent[left.id] = spent.get(left.id, 0.0) + round(seconds)
        ids = [step.id for step in lesson.steps]
        far = ids.index(record.farthest) if record.farthest in ids else 0
        record = record.having(seconds=tuple(spent.items()), farthest=ids[max(far, place)])
        classroom = with_class(classroom, record)
    return classroom.having(step=place)


def with_class(classroom: Classroom, record: ClassRecord) -> Classroom:
    """Return a classroom in which the class that is taught has another record."""
    classes = tuple(
        record if place == classroom.at_class else each
        for place, each in enumerate(classroom.classes)
    )
    return classroom.having(classes=classes)


def with_new_class(classroom: Classroom, began: str) -> Classroom:
    """Return a classroom at the first step with a class of its own, beside those before."""
    record = ClassRecord(name=_class_name(len(classroom.classes) + 1), began=began)
    step = None if classroom.lesson is None else 0
    return classroom.having(
        classes=(*classroom.classes, record), at_class=len(classroom.classes), step=step
    )


def with_hands(classroom: Classroom, of_round: Round, hands: Hands) -> Classroom:
    """Return a classroom in which the class predicted so at the present step's question."""
    asked, record = asking_step(classroom), classroom.present_class
    if asked is None or record is None:
        return classroom
    return with_class(
        classroom, record.with_counts(Counts(step=asked.id, round=of_round, hands=hands))
    )


def present_hands(classroom: Classroom) -> tuple[Hands, Hands]:
    """Return what the class predicted at the present step's question, first and second."""
    asked, record = asking_step(classroom), classroom.present_class
    return ((), ()) if asked is None or record is None else hands_at(record, asked.id)


def hands_at(record: ClassRecord, step_id: str) -> tuple[Hands, Hands]:
    """Return what a class predicted at a question, first and second; nothing before it did."""
    first, second = (record.counts_at(step_id, each) for each in ROUNDS)
    return (() if first is None else first.hands, () if second is None else second.hands)


def asking_step(classroom: Classroom) -> Step | None:
    """Return the step whose question a predict, discuss or reveal step is about, or None."""
    step, lesson = classroom.present_step, classroom.lesson
    if step is None or lesson is None or classroom.step is None:
        return None
    is_about = step.kind in (*HIDING, "reveal")
    return standing_prediction_step(lesson, classroom.step) if is_about else None


def next_reveal(classroom: Classroom) -> int | None:
    """Return the place of the reveal step of the present question, or None without one."""
    lesson, here = classroom.lesson, classroom.step
    if lesson is None or here is None or asking_step(classroom) is None:
        return None
    for place, step in enumerate(lesson.steps[here:], start=here):
        if step.kind == "reveal":
            return place
        if place > here and step.prediction is not None:
            return None
    return None


def scene_at(lesson: Lesson, place: int) -> Scene | None:
    """Return the scene to show on the way to a step; None to leave everything as it is.

    A reveal without a scene of its own shows the settings that its prediction asks about; every
    other step without one shows the last scene before it.
    """
    step, standing = lesson.steps[place], standing_scene(lesson, place)
    if standing is None or step.scene is not None or step.kind != "reveal":
        return standing
    asked = standing_prediction_step(lesson, place)
    if asked is None or asked.prediction is None:
        return standing
    return standing.having(settings=asked.prediction.settings, hides_answer=False)


def is_as_opened(classroom: Classroom, lesson: Lesson, scenario: Scenario) -> bool:
    """Return whether somebody only looked through a lesson, and made nothing of their own.

    Parameters
    ----------
    lesson
        The lesson as it was opened.
    scenario
        What is on screen; a hand may have moved it.
    """
    if classroom.lesson != lesson or classroom.scenes or len(classroom.classes) != 1:
        return False
    if classroom.tables is not None or classroom.negotiation is not None:
        return False
    if any(counts.hands for counts in classroom.classes[0].counts):
        return False
    # A lesson that ended stays where the last step led.
    all_steps = range(len(lesson.steps))
    places = all_steps if classroom.step is None else (classroom.step,)
    shown = (scenario_at(lesson, place, scenario.case) for place in places)
    return any(each is None or each.values == scenario.values for each in shown)


def scenario_at(lesson: Lesson, place: int, case: Case) -> Scenario | None:
    """Return the scenario of a step under a case; None where it has none, or an unknown one."""
    scene = scene_at(lesson, place)
    try:
        return None if scene is None else scene.settings.scenario(case)
    except ScenarioError:
        return None


def _class_name(number: int) -> str:
    return tr("Class {n}", n=number)
