"""The spread of a question of a lesson: its answers, its hands, and what is computed."""

from math import ceil

from explorer.classroom.answer import ComputedAnswer, answer_choices
from explorer.classroom.measure import solved
from explorer.figures.board import board_figure
from explorer.figures.spread import Hands, Lane, SpreadFigure, answers_spread, numbers_spread
from explorer.model.case import Case
from explorer.model.lesson import Prediction
from explorer.model.scenario import Scenario
from explorer.model.wording import tr

BETWEEN = ".."
"""What stands between floor and limit in an answer that places both brackets."""

SCALE_STEP = 20
"""The scale of brackets ends at a multiple of so many points."""


def bracket_answer(floor: float, limit: float) -> str:
    """Return where somebody expects floor and limit, as one answer in text."""
    return f"{floor:g}{BETWEEN}{limit:g}"


def bracket_ends(answer: str) -> tuple[float, float] | None:
    """Return floor and limit of an answer, or None for a text that places no brackets."""
    first, between, second = answer.partition(BETWEEN)
    if not between:
        return None
    try:
        return float(first), float(second)
    except ValueError:
        return None


def end_words(case: Case) -> tuple[str, str]:
    """Return what the ends of both brackets are called: the floor and the limit."""
    return (
        tr("{party} accepts from", party=case.target.short),
        tr("{party} gives up to", party=case.sender.short),
    )


def scale_of(prediction: Prediction, before: Scenario) -> tuple[float, float]:
    """Return the ends of the scale on which a number is predicted: for brackets, the board's."""
    if prediction.kind == "brackets":
        reach = board_figure(solved(before)).maximum
        return 0.0, float(SCALE_STEP * ceil(reach / SCALE_STEP))
    return prediction.low, prediction.high


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
        choices = answer_choices(prediction, before)
        right = () if answer is None else answer.ids
        return answers_spread(prediction.question, choices, first, second, right)
    scale = scale_of(prediction, before)
    if prediction.kind == "value":
        value = None if answer is None else answer.value
        lane = Lane(tr("Prediction"), _numbers(first), _numbers(second), value)
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


def _ends(hands: Hands, place: int) -> Hands:
    """Return the hands at one end of brackets: the floor (0) or the limit (1)."""
    placed = ((bracket_ends(words), count) for words, count in hands)
    return tuple((f"{ends[place]:g}", count) for ends, count in placed if ends is not None)
