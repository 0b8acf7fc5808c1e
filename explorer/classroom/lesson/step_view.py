"""What an instructor sees of a step: its words, its question, and no answer before its time."""

from dataclasses import dataclass

from explorer.classroom.lesson.answer import ComputedAnswer, computed_answer
from explorer.classroom.lesson.bracket_axis import BracketAxis, bracket_axis
from explorer.classroom.lesson.goal import GoalState, goal_state
from explorer.classroom.lesson.prediction_spread import (
    counted_choices,
    end_words,
    prediction_spread,
)
from explorer.classroom.lesson.progress import HIDING, asking_step, present_hands, scene_at
from explorer.classroom.lesson.step_words import kind_words
from explorer.figures.phrase import control_title, listed
from explorer.figures.spread import Hands, SpreadFigure
from explorer.model.case import Case
from explorer.model.classroom import Classroom, Round
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson, Prediction, Step, standing_scene
from explorer.model.scenario import Scenario
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True)
class Question:
    """What is predicted, and what the class predicted.

    Attributes
    ----------
    prediction
        The question as the lesson has it.
    round
        Which hands are counted at this step; None where none are.
    choices
        (id, words) of the answers; none for numbers.
    scale
        The ends of the scale for numbers.
    ends
        What the ends of both brackets are called: the floor and the limit.
    hands
        Those of the first and of the second round.
    spread
        How the class was divided, with the computed answer at a reveal only.
    answer
        What is computed; None before the reveal, and where the case cannot tell.
    axis
        On which both brackets are expected; None for every other kind of prediction.
    most_hands
        The most hands that the class has shown at one question so far; 0 before the first.
    """

    prediction: Prediction
    round: Round | None
    choices: tuple[tuple[str, str], ...]
    scale: tuple[float, float]
    ends: tuple[str, str]
    hands: tuple[Hands, Hands]
    spread: SpreadFigure
    answer: ComputedAnswer | None
    axis: BracketAxis | None = None
    most_hands: int = 0


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as the panel shows it, under a case.

    ``place`` counts from 0; ``problem`` says what the case lacks.
    """

    lesson: Lesson
    step: Step
    place: int
    class_name: str
    case: Case
    question: Question | None = None
    goal: GoalState | None = None
    problem: str = ""

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.place == len(self.lesson.steps) - 1

    @property
    def position(self) -> str:
        """Which step it is, of how many, and of what kind."""
        return tr(
            "Step {n} of {count} · {kind}",
            n=self.place + 1,
            count=len(self.lesson.steps),
            kind=kind_words(self.step),
        )


def step_view(classroom: Classroom, present: Scenario) -> StepView | None:
    """Return the present step of a lesson, or None without one.

    ``present``: The scenario on screen, under whose case everything is computed.
    """
    step, lesson = classroom.present_step, classroom.lesson
    if step is None or lesson is None or classroom.step is None:
        return None
    record = classroom.present_class
    name = "" if record is None else record.name
    try:
        return StepView(
            lesson,
            step,
            classroom.step,
            name,
            present.case,
            question=_question(classroom, present.case),
            goal=_goal(lesson, classroom.step, present),
        )
    except ScenarioError as error:
        return StepView(lesson, step, classroom.step, name, present.case, problem=str(error))


def before_scenario(classroom: Classroom, case: Case) -> Scenario | None:
    """Return the scenario that stands while the class predicts, or None without a question.

    Raises :class:`ScenarioError` if the case lacks something of it.
    """
    asked, lesson = asking_step(classroom), classroom.lesson
    if asked is None or lesson is None:
        return None
    scene = standing_scene(lesson, lesson.steps.index(asked))
    return None if scene is None else scene.settings.scenario(case)


def hidden_answer(classroom: Classroom, case: Case) -> str:
    """Return the computed answer for the instructor alone, "" where there is none.

    Raises :class:`ScenarioError` if the case lacks what is asked about.
    """
    asked, before = asking_step(classroom), before_scenario(classroom, case)
    if asked is None or asked.prediction is None or before is None:
        return ""
    return computed_answer(asked.prediction, before).sentence


def goal_words(goal: GoalState, most_changes: int, case: Case) -> str:
    """Return how far a class is from its goal, in a sentence.

    ``most_changes``: How many controls may be moved; 0 for any number.
    """
    if goal.is_reached:
        return tr("The goal is reached.")
    if not goal.moved:
        return tr("Nothing is moved yet.")
    names = listed(control_title(case, case.control(each)) for each in goal.moved)
    moved = tr_n(
        "{n} control is moved: {names}.",
        "{n} controls are moved: {names}.",
        len(goal.moved),
        names=names,
    )
    if goal.too_many:
        limit = tr_n(
            "Only {n} control may be moved.", "Only {n} controls may be moved.", most_changes
        )
        return tr("{moved} {limit}", moved=moved, limit=limit)
    return tr("{moved} The goal is not reached yet.", moved=moved)


def question_lines(questions: tuple[str, ...]) -> tuple[str, ...]:
    """Return questions for the room, each with its number."""
    return tuple(
        tr("{n}. {question}", n=number, question=question)
        for number, question in enumerate(questions, start=1)
    )


def _question(classroom: Classroom, case: Case) -> Question | None:
    asked, before = asking_step(classroom), before_scenario(classroom, case)
    step, record = classroom.present_step, classroom.present_class
    if asked is None or asked.prediction is None or before is None or step is None:
        return None
    prediction = asked.prediction
    hands = present_hands(classroom)
    answer = None if step.kind in HIDING else computed_answer(prediction, before)
    rounds: dict[str, Round] = {"predict": 1, "discuss": 2}
    return Question(
        prediction=prediction,
        round=rounds.get(step.kind),
        choices=counted_choices(prediction, before),
        scale=(prediction.low, prediction.high),
        ends=end_words(case),
        hands=hands,
        spread=prediction_spread(prediction, before, hands, answer),
        answer=answer,
        axis=bracket_axis(prediction, case) if prediction.kind == "brackets" else None,
        most_hands=0 if record is None else max((each.total for each in record.counts), default=0),
    )


def _goal(lesson: Lesson, place: int, present: Scenario) -> GoalState | None:
    goal, scene = lesson.steps[place].goal, scene_at(lesson, place)
    if goal is None or scene is None:
        return None
    return goal_state(goal, scene.settings.scenario(present.case), present)
