"""What matters in a study: what changes nothing has no effect, and a seed gives the same again."""

import pytest

from explorer.model.errors import StudyError
from explorer.model.study import Progress
from explorer.model.study_found import EffectMethod, FactorEffects
from explorer.model.study_plan import ControlFactor, Start
from explorer.model.study_ways import ListedWays, RangeWays
from explorer.studies.sensitivity import answer_columns, sensitivity_design, sensitivity_steps
from tests.solved_studies import KOREA, korea_plan, small_plan

STILL = ControlFactor(control="us_will", ways=ListedWays(values=(50,)))
METHODS: tuple[EffectMethod, ...] = ("sobol", "morris")


def effects(method: EffectMethod, column: str = "zone.packages", start: int = 0) -> FactorEffects:
    plan = small_plan()
    second = Start(id="hanoi-2019", preset="hanoi-2019")
    starts = (*plan.starts, second)
    design = sensitivity_design(plan.having(factors=(*plan.factors, STILL), starts=starts), KOREA)
    *progress, last = sensitivity_steps(design, column, method, points=8, start=start)
    assert all(isinstance(each, Progress) for each in progress)
    assert isinstance(last, FactorEffects)
    final = progress[-1]
    assert isinstance(final, Progress)
    assert final.done == final.wanted == last.rows
    return last


@pytest.mark.parametrize("method", METHODS)
def test_what_never_moves_has_no_effect(method: EffectMethod) -> None:
    found = effects(method)
    assert found.effects[-1].factor == "control.us_will"
    assert found.effects[-1].first == found.effects[-1].second == 0
    assert found.effects[0].second > 0 or found.effects[0].first > 0
    assert found == effects(method)


def test_each_start_has_effects_of_its_own() -> None:
    first, second = effects("sobol"), effects("sobol", start=1)
    assert (first.start, second.start) == ("october-2025", "hanoi-2019")
    assert first.effects != second.effects


def test_an_answer_that_is_always_the_same_has_no_effects() -> None:
    assert effects("sobol", column="open.full-denuclearisation").effects == ()


def test_an_answer_without_a_value_is_refused() -> None:
    design = sensitivity_design(korea_plan(), KOREA)
    column = "floor.full-denuclearisation"
    assert column in answer_columns(design)
    with pytest.raises(StudyError, match="has no value in"):
        list(sensitivity_steps(design, column, "sobol", points=32))


def test_a_study_that_varies_nothing_is_refused() -> None:
    with pytest.raises(StudyError, match="varies nothing"):
        sensitivity_design(small_plan().having(factors=()), KOREA)


def test_a_range_needs_no_step_here() -> None:
    factor = ControlFactor(control="us_will", ways=RangeWays(low=0, high=100))
    design = sensitivity_design(small_plan().having(factors=(factor,)), KOREA)
    *_, found = sensitivity_steps(design, "zone.packages", "sobol", points=4)
    assert isinstance(found, FactorEffects)
    assert found.rows == 12
