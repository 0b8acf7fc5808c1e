"""The spread of a question of a lesson: its answers, its hands, and what is computed."""

from explorer.classroom.lesson.answer import ComputedAnswer, answer_choices, computed_answer
from explorer.classroom.lesson.poll_answer import bracket_ends
from explorer.classroom.lesson.progress import hands_at
from explorer.figures.spread import Hands, Lane, SpreadFigure, answers_spread, numbers_spread
from explorer.model.case import Case
from explorer.model.classroom import ClassRecord, Classroom
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson, Prediction, standing_scene
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

NO_ROW = "none"
"""The id under which hands are counted that stand for no row at all."""


def end_words(case: Case) -> tuple[str, str]:
    """Return what the ends of both brackets are called: the floor and the limit."""
    return (
        tr("{party} accepts from", party=case.target.short),
        tr("{party} gives up to", party=case.sender.short),
    )


def counted_choices(prediction: Prediction, before: Scenario) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of what hands are counted for; where rows are asked for, none as well."""
    choices = answer_choices(prediction, before)
    return (*choices, (NO_ROW, tr("None of them"))) if prediction.kind == "row" else choices


def prediction_spread(
    prediction: Prediction,
    before: Scenario,
    hands: tuple[Hands, Hands],
    answer: ComputedAnswer | None = None,
) -> SpreadFigure:
    """Return how a class was divided over a question.

    Parameters
    ----------
    before
        The scenario of the scene that stands while the class predicts.
    hands
        Those of the first and of the second round.
    answer
        What is computed; None while it is hidden.
    """
    first, second = hands
    if prediction.kind in ("choice", "row"):
        choices = counted_choices(prediction, before)
        right = () if answer is None else answer.ids or (NO_ROW,)
        return answers_spread(prediction.question, choices, first, second, right)
    scale = (prediction.low, prediction.high)
    if prediction.kind == "value":
        value = None if answer is None else answer.value
        lane = Lane("", _numbers(first), _numbers(second), value)
        return numbers_spread(prediction.question, (lane,), scale, prediction.unit)
    floor_words, limit_words = end_words(before.case)
    lanes = (
        Lane(
            floor_words,
            _ends(first, 0),
            _ends(second, 0),
            None if answer is None else answer.floor,
        ),
        Lane(
            limit_words,
            _ends(first, 1),
            _ends(second, 1),
            None if answer is None else answer.limit,
        ),
    )
    return numbers_spread(prediction.question, lanes, scale, tr("points"))


def _numbers(hands: Hands) -> Hands:
    """Return the hands whose answer is a number; a document may hold anything."""
    return tuple((words, count) for words, count in hands if _is_number(words))


def _is_number(words: str) -> bool:
    try:
        return abs(float(words)) < float("inf")
    except ValueError:
        return False


def predicted_sentences(lesson: Lesson, record: ClassRecord, case: Case) -> tuple[str, ...]:
    """Return what a class predicted beside what is computed: a sentence for each question.

    Questions that nobody answered, and those of which the case lacks something, are left out.
    """
    said: list[str] = []
    for place, step in enumerate(lesson.steps):
        scene, hands = standing_scene(lesson, place), hands_at(record, step.id)
        if step.prediction is None or scene is None or not any(hands):
            continue
        try:
            before = scene.settings.scenario(case)
            answer = computed_answer(step.prediction, before)
        except ScenarioError:
            continue
        figure = prediction_spread(step.prediction, before, hands, answer)
        said.append(tr("{title}: {sentence}", title=step.title, sentence=figure.sentence))
    return tuple(said)


def class_predictions(classroom: Classroom, case: Case) -> tuple[str, ...]:
    """Return what the class at hand predicted in the lesson of a document; nothing without any."""
    lesson, record = classroom.lesson, classroom.present_class
    if lesson is None or record is None:
        return ()
    return predicted_sentences(lesson, record, case)


def _ends(hands: Hands, place: int) -> Hands:
    """Return the hands at one end of brackets: the floor (0) or the limit (1)."""
    found: list[tuple[str, int]] = []
    for words, count in hands:
        try:
            found.append((f"{bracket_ends(words)[place]:g}", count))
        except ValueError:
            # A document may hold anything.
            continue
    return tuple(found)
