"""Making lessons: a step for each scene, and steps that are changed, moved and taken away."""

import re
from collections.abc import Sequence

from explorer.model.case import Case
from explorer.model.lesson import MOST_STEP_WORDS, Lesson, Prediction, Step
from explorer.model.scene import MOST_SCENES, Scene, Settings
from explorer.model.wording import tr

USUAL_MINUTES = 3.0
"""Minutes planned for a step until somebody plans others."""

LONGEST_ID = 60
"""Signs of an id."""


def lesson_of_scenes(scenes: Sequence[Scene], case: Case, title: str) -> Lesson:
    """Return a lesson that shows scenes one after the other.

    Parameters
    ----------
    scenes
        At least one.
    case
        The case whose controls they name.
    title
        What the lesson is called.
    """
    steps: tuple[Step, ...] = ()
    for number, scene in enumerate(scenes, start=1):
        steps = (*steps, _shown(scene, number, steps))
    return Lesson(
        id=identifier(title, ()),
        title=title.strip() or tr("Lesson"),
        case=case.id,
        minutes=sum(step.minutes for step in steps),
        steps=steps,
    )


def with_step(lesson: Lesson, place: int, step: Step) -> Lesson:
    """Return a lesson in which a step is another one; its minutes are those of its steps."""
    steps = (*lesson.steps[:place], step, *lesson.steps[place + 1 :])
    return _with_steps(lesson, steps)


def with_new_step(lesson: Lesson, place: int) -> Lesson:
    """Return a lesson with an empty step behind the one at a place; full lessons stay as they are.

    It shows what is on screen then.
    """
    if len(lesson.steps) >= MOST_SCENES:
        return lesson
    title = tr("New step")
    ids = tuple(step.id for step in lesson.steps)
    made = Step(id=identifier(title, ids), kind="show", title=title, minutes=USUAL_MINUTES)
    return _with_steps(lesson, (*lesson.steps[: place + 1], made, *lesson.steps[place + 1 :]))


def with_moved_step(lesson: Lesson, place: int, by: int) -> Lesson:
    """Return a lesson in which a step stands so many places later; the ends hold it."""
    target = min(max(place + by, 0), len(lesson.steps) - 1)
    steps = list(lesson.steps)
    steps.insert(target, steps.pop(place))
    return _with_steps(lesson, tuple(steps))


def without_step(lesson: Lesson, place: int) -> Lesson:
    """Return a lesson without a step; the last one stays."""
    if len(lesson.steps) == 1:
        return lesson
    return _with_steps(lesson, (*lesson.steps[:place], *lesson.steps[place + 1 :]))


def asking(lesson: Lesson, place: int, row: str) -> Step:
    """Return a step that asks what becomes of a row at the next reveal, as far as there is one.

    What is asked about are the settings of the next step with a scene of its own, else those of
    the step itself.
    """
    step = lesson.steps[place]
    later = (each.scene for each in lesson.steps[place + 1 :] if each.scene is not None)
    after = next(later, step.scene)
    prediction = Prediction(
        kind="choice",
        question=tr("What happens to this row?"),
        settings=Settings() if after is None else after.settings,
        row=row,
    )
    return step.having(kind="predict", prediction=prediction)


def word_count(text: str) -> int:
    """Return how many words a text has; :data:`MOST_STEP_WORDS` can be read by a room."""
    return len(text.split())


def is_too_long(text: str) -> bool:
    """Return whether a text for students has more words than they read."""
    return word_count(text) > MOST_STEP_WORDS


def identifier(title: str, taken: Sequence[str]) -> str:
    """Return an id made of a title, other than those that are taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    stem = (plain if plain[:1].isalpha() else f"step-{plain}").strip("-")[: LONGEST_ID - 4]
    found, number = stem.rstrip("-"), 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found


def _shown(scene: Scene, number: int, before: Sequence[Step]) -> Step:
    title = scene.name or scene.settings.name or tr("Scene {n}", n=number)
    return Step(
        id=identifier(title, tuple(step.id for step in before)),
        kind="show",
        title=title,
        text=scene.caption,
        notes=scene.notes,
        minutes=USUAL_MINUTES,
        scene=scene,
    )


def _with_steps(lesson: Lesson, steps: tuple[Step, ...]) -> Lesson:
    return lesson.having(steps=steps, minutes=min(sum(step.minutes for step in steps), 1_000))
