"""Any study by its name: what to ask, and the steps in which it is answered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from explorer.model.scenario import Scenario
from explorer.model.study import SEED, Findings, Importance, Progress, Rule, Sureness
from explorer.studies.importance import importance_steps
from explorer.studies.rule import rule_steps
from explorer.studies.sureness import SETS, sureness_steps

Kind = Literal["sets", "weights", "rule"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is studied: which kind of answer, about which row ("" for the zone), which seed.

    ``sets`` is how many assumption sets a question of that kind looks at.
    """

    scenario: Scenario
    kind: Kind
    row_id: str = ""
    seed: int = SEED
    sets: int = SETS


def study_steps(question: Question) -> Iterator[Findings]:
    """Yield what is known so far, ever more of it, at the end an answer.

    Whoever asks may stop at any time.
    """
    found = Findings()
    for step in _steps(question):
        if isinstance(step, Progress):
            found = replace(found, progress=step)
        else:
            found = replace(found, answer=step)
        yield found


def findings(question: Question) -> Findings:
    """Return all that a study finds; see :func:`study_steps`."""
    *_, last = study_steps(question)
    return last


def _steps(question: Question) -> Iterator[Progress | Sureness | Importance | Rule]:
    if question.kind == "sets":
        return sureness_steps(question.scenario, seed=question.seed, sets=question.sets)
    if question.kind == "weights":
        return importance_steps(question.scenario, question.row_id, seed=question.seed)
    return rule_steps(question.scenario, question.row_id, seed=question.seed)
