"""What is wrong with a lesson: what its case does not know, and steps that lack what they need."""

from collections.abc import Collection, Iterator

from explorer.model.case import Case
from explorer.model.lesson import (
    MOST_STEP_WORDS,
    Claim,
    Goal,
    Lesson,
    Prediction,
    Step,
    backed_parts,
    standing_prediction,
    standing_scene,
)
from explorer.model.measure_check import (
    answer_kind,
    fits,
    measure_problems,
    settings_problems,
)
from explorer.model.scene import Scene, scene_problems

SAME_MINUTES = 0.01
"""Minutes by which a lesson and its steps may differ, so that thirds of minutes add up."""

ASKING_KINDS = ("explain", "debrief")
"""Kinds of steps that put questions to the room."""

PREDICTING_KINDS = ("discuss", "reveal")
"""Kinds of steps that go back to the last prediction."""


def lesson_problems(
    lesson: Lesson, case: Case, views: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return a line for each thing that is wrong with a lesson; none if it is sound.

    Parameters
    ----------
    case
        The case that the lesson names.
    views
        The ids of the views that there are; None where they are not known here.
    """
    return tuple(_problems(lesson, case, views))


def _problems(lesson: Lesson, case: Case, views: Collection[str] | None) -> Iterator[str]:
    planned = sum(step.minutes for step in lesson.steps)
    if abs(planned - lesson.minutes) > SAME_MINUTES:
        yield f"minutes: the lesson takes {lesson.minutes:g}, its steps together {planned:g}"
    for place, step in enumerate(lesson.steps):
        for problem in _step_problems(lesson, place, case, views):
            yield f'step "{step.id}": {problem}'
    for part, claims in backed_parts(lesson):
        for problem in _claims_problems(claims, case):
            yield f"{part}: {problem}"


def _step_problems(
    lesson: Lesson, place: int, case: Case, views: Collection[str] | None
) -> Iterator[str]:
    step = lesson.steps[place]
    words = len(step.text.split())
    if words > MOST_STEP_WORDS:
        yield f"the text has {words} words; {MOST_STEP_WORDS} can be read"
    if step.scene is not None:
        yield from _scene_problems(step.scene, case, views)
    yield from _control_problems(step, case)
    if step.kind in PREDICTING_KINDS and standing_prediction(lesson, place) is None:
        yield f"{step.kind} steps need a prediction before them"
    yield from _kind_problems(step)
    scene = standing_scene(lesson, place)
    if scene is None and (step.prediction is not None or step.goal is not None):
        yield "there is no scene yet to start from"
    if step.prediction is not None:
        yield from _prediction_problems(step.prediction, step, case)
    if step.goal is not None:
        yield from _goal_problems(step.goal, step, case)


def _scene_problems(scene: Scene, case: Case, views: Collection[str] | None) -> Iterator[str]:
    for problem in scene_problems(scene, case):
        yield f"scene: {problem}"
    for name, view in (("view", scene.view), ("lower", scene.lower)):
        if views is not None and view and view not in views:
            yield f'scene.{name}: there is no view "{view}"; known: {", ".join(views)}'


def _control_problems(step: Step, case: Case) -> Iterator[str]:
    for each in step.free:
        if each not in case.control_places:
            yield f'free: there is no control "{each}"'
    if step.free and not step.locks:
        yield "controls are free although nothing is locked: set locks, or leave free empty"


def _kind_problems(step: Step) -> Iterator[str]:
    for kind, has, what in (
        ("predict", step.prediction is not None, "a prediction"),
        ("try", step.goal is not None, "a goal"),
    ):
        if has and step.kind != kind:
            yield f"{what} belongs to {kind} steps; this one is {step.kind}"
        if not has and step.kind == kind:
            yield f"{kind} steps need {what}"
    if step.questions and step.kind not in ASKING_KINDS:
        yield f"questions belong to explain and debrief steps; this one is {step.kind}"
    if not step.questions and step.kind in ASKING_KINDS:
        yield f"{step.kind} steps need questions"


def _prediction_problems(prediction: Prediction, step: Step, case: Case) -> Iterator[str]:
    for problem in settings_problems(prediction.settings, case):
        yield f"prediction.settings: {problem}"
    rows = {row.id for row in case.rows}
    if prediction.row and prediction.row not in rows:
        yield f'prediction: there is no row "{prediction.row}"'
    has_own = bool(prediction.answers)
    needs_row = prediction.kind == "brackets" or (prediction.kind == "choice" and not has_own)
    if needs_row and not prediction.row:
        yield "prediction: name the row that is asked about"
    if has_own and prediction.kind != "choice":
        yield f"prediction: own answers belong to a choice, not to {prediction.kind}"
    if prediction.kind == "choice" and has_own:
        yield from _answer_problems(prediction, step)
    if prediction.kind == "value":
        yield from _value_problems(prediction, case)


def _answer_problems(prediction: Prediction, step: Step) -> Iterator[str]:
    ids = [each for each, _ in prediction.answers]
    if len(ids) == 1:
        yield "prediction: a choice needs two answers at the least"
    for each in sorted({each for each in ids if ids.count(each) > 1}):
        yield f'prediction: two answers have the id "{each}"'
    if prediction.correct not in ids:
        yield f"prediction: correct has to be one of {', '.join(ids)}"
    if not step.claims:
        yield "prediction: a claim of the step has to back the correct answer"


def _value_problems(prediction: Prediction, case: Case) -> Iterator[str]:
    if not prediction.low < prediction.high:
        yield f"prediction: the scale from {prediction.low:g} to {prediction.high:g} is empty"
    if prediction.measure is None:
        yield "prediction: name the measure that is asked for"
        return
    for problem in measure_problems(prediction.measure, case):
        yield f"prediction.measure: {problem}"
    if answer_kind(prediction.measure) != "number":
        yield f"prediction.measure: {prediction.measure.kind} is no number"


def _goal_problems(goal: Goal, step: Step, case: Case) -> Iterator[str]:
    for problem in measure_problems(goal.measure, case):
        yield f"goal.measure: {problem}"
    if not fits(goal.measure, goal.relation, goal.value):
        yield f"goal: {_misfit(goal)}"
    if step.locks and not step.free:
        yield "nothing is free to reach the goal with"


def _claims_problems(claims: tuple[Claim, ...], case: Case) -> Iterator[str]:
    for number, claim in enumerate(claims):
        for problem in _claim_problems(claim, case):
            yield f"claims[{number}]{problem}"


def _claim_problems(claim: Claim, case: Case) -> Iterator[str]:
    for name, settings in (("settings", claim.settings), ("other", claim.other)):
        for problem in () if settings is None else settings_problems(settings, case):
            yield f".{name}: {problem}"
    for name, measure in (("measure", claim.measure), ("other_measure", claim.other_measure)):
        for problem in () if measure is None else measure_problems(measure, case):
            yield f".{name}: {problem}"
    if not _is_sensible(claim):
        yield f": {_misfit(claim)}"


def _is_sensible(claim: Claim) -> bool:
    """Return whether a claim's relation can hold between what it compares."""
    if claim.value is not None:
        return fits(claim.measure, claim.relation, claim.value)
    other = claim.measure if claim.other_measure is None else claim.other_measure
    is_ordered = claim.relation not in ("=", "!=")
    kind = answer_kind(claim.measure)
    return answer_kind(other) == kind and (kind == "number" or not is_ordered)


def _misfit(asked: Claim | Goal) -> str:
    """Say that a relation and a value say nothing about a measure."""
    value = "something other" if asked.value is None else asked.value
    return f"{asked.measure.kind} cannot be {asked.relation} {value}"
