"""Any study: ever more is known, whoever stops early has lost nothing, a problem is told."""

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.model.study import Importance, Rule, Sureness
from explorer.studies.study import Question, findings, study_steps
from explorer.studies.sureness import sureness

CASE = bundled_case()
SCENARIO = preset_scenario(CASE, "october-2025")
KINDS = {"sets": Sureness, "weights": Importance, "rule": Rule}


def question(kind: str, **more: object) -> Question:
    return Question(SCENARIO, kind, **more)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("kind", KINDS)
def test_progress_never_falls_and_the_last_step_has_the_answer(kind: str) -> None:
    steps = list(study_steps(question(kind, row_id="phased-step", sets=200)))
    assert isinstance(steps[-1].answer, KINDS[kind])
    if kind == "sets":
        seen = [step.answer.sets for step in steps if isinstance(step.answer, Sureness)]
        assert seen[-1] == 200
    else:
        assert all(step.answer is None for step in steps[:-1])
        seen = [step.progress.done for step in steps if step.progress is not None]
        assert steps[-1].progress is not None
        assert seen[-1] == steps[-1].progress.wanted
    assert seen == sorted(seen)
    assert len(steps) > 2


def test_the_answer_is_about_what_was_asked() -> None:
    asked = question("rule", row_id="yongbyon", seed=7)
    answer = findings(asked).answer
    assert isinstance(answer, Rule)
    assert (answer.scenario, answer.row_id, answer.seed) == (SCENARIO, "yongbyon", 7)
    assert findings(asked) == findings(asked)


def test_assumption_sets_are_the_same_by_this_way() -> None:
    assert findings(question("sets", seed=4, sets=90)).answer == sureness(SCENARIO, seed=4, sets=90)


def test_who_stops_after_the_first_step_has_its_answer() -> None:
    first = next(study_steps(question("sets", sets=5000)))
    assert isinstance(first.answer, Sureness)
    assert not first.answer.is_done
