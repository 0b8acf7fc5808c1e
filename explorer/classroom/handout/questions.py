"""Computed questions: each student gets another scenario, and the solver gives the key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from explorer.classroom.handout.question_kinds import (
    Asked,
    gap_question,
    package_question,
    row_question,
    rows_question,
    smallest_change_question,
    zone_question,
)
from explorer.classroom.handout.question_scenarios import moved_scenario
from explorer.figures.foot import foot_line
from explorer.files.document_text import Document
from explorer.files.provenance.record import provenance_of
from explorer.model.errors import ScenarioError
from explorer.model.provenance import Provenance
from explorer.model.scenario import Scenario
from explorer.model.wording import language, tr
from explorer.paper.questions import Question, QuestionGroup, Quiz
from explorer.solver.solve import solve

QUESTION_KINDS: Mapping[str, Callable[[Asked], Question | None]] = {
    "row": row_question,
    "rows": rows_question,
    "change": zone_question,
    "opening": smallest_change_question,
    "package": package_question,
    "gap": gap_question,
}
"""What makes a question of each kind, or None where a scenario gives none."""

QUESTIONS = "questions"
"""The kind of export that files of questions are."""

MOST_STUDENTS = 200
"""Students for whom questions are made at once."""

MOST_TRIES = 60
"""Scenarios that are tried for one question."""


@dataclass(frozen=True, slots=True)
class QuizOrder:
    """What questions are wanted.

    ``seed`` tells which: the same order gives the same questions. ``kinds`` are ids of
    :data:`QUESTION_KINDS`, in the order in which they are asked.
    """

    scenario: Scenario
    students: int = 1
    seed: int = 1
    kinds: tuple[str, ...] = tuple(QUESTION_KINDS)
    title: str = ""


def kind_name(kind: str) -> str:
    """Return what a kind of question is called."""
    return {
        "row": tr("Is it open?"),
        "rows": tr("Which is open?"),
        "change": tr("What becomes of the zone?"),
        "opening": tr("What opens it?"),
        "package": tr("Which package lies in the zone?"),
        "gap": tr("How large is the gap?"),
    }[kind]


def computed_quiz(order: QuizOrder) -> Quiz:
    """Return a question of each kind for each student, no two students with the same one.

    Raises
    ------
    ScenarioError
        If there are no students, too many, or the scenario gives too few questions of a kind.
    """
    if not 1 <= order.students <= MOST_STUDENTS:
        raise ScenarioError(
            tr(
                "{n} students are too few or too many: 1 to {most} are possible.",
                n=order.students,
                most=MOST_STUDENTS,
            )
        )
    case = order.scenario.case
    if not case.rows:
        raise ScenarioError(tr("The case {case} has no rows to ask about.", case=case.name))
    groups = tuple(_group(order, kind) for kind in order.kinds)
    title = order.title.strip() or tr("Questions: {scenario}", scenario=order.scenario.name)
    return Quiz(title, groups, foot_line(case), language(), _origin(order))


def asked_questions(scenario: Scenario, asked: Mapping[str, object]) -> QuizOrder:
    """Return which questions a file holds, as its record tells.

    Raises :class:`pydantic.ValidationError` if it tells none, and :class:`ScenarioError` if it
    tells a kind that is not known.
    """
    told = _AskedQuestions.model_validate(asked)
    if not set(told.kinds) <= set(QUESTION_KINDS):
        raise ScenarioError(tr("A kind of question is not known."))
    return QuizOrder(scenario, told.students, told.seed, told.kinds, told.title)


class _AskedQuestions(BaseModel):
    """What questions were wanted, as it stands in their file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    students: int
    seed: int
    kinds: Annotated[tuple[str, ...], Field(max_length=len(QUESTION_KINDS))]
    title: str


def _origin(order: QuizOrder) -> Provenance:
    scenario = order.scenario
    asked = {
        "students": order.students,
        "seed": order.seed,
        "kinds": list(order.kinds),
        "title": order.title,
    }
    return provenance_of(QUESTIONS, Document(scenario, scenario, scenario), asked)


def _group(order: QuizOrder, kind: str) -> QuestionGroup:
    seen: set[str] = set()
    variants: list[Question] = []
    for student in range(order.students):
        question = _variant(order, kind, student, seen)
        seen.add(question.stem)
        variants.append(question)
    return QuestionGroup(kind_name(kind), tuple(variants))


def _variant(order: QuizOrder, kind: str, student: int, seen: set[str]) -> Question:
    chance = Random(f"{order.seed}/{kind}/{student}")
    title = tr("{kind} {n}", kind=kind_name(kind), n=student + 1)
    for _ in range(MOST_TRIES):
        moved = moved_scenario(order.scenario, chance)
        asked = Asked(order.scenario, solve(moved), chance, title)
        question = QUESTION_KINDS[kind](asked)
        if question is not None and question.stem not in seen:
            return question
    raise ScenarioError(
        tr(
            "“{scenario}” gives no more than {n} questions of the kind {kind}. Ask for fewer "
            "students, leave the kind out, or begin with another scenario.",
            scenario=order.scenario.name,
            n=len(seen),
            kind=kind,
        )
    )
