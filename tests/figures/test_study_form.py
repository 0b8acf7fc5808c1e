"""The form of a study: everything that can be varied is offered by name, and soundly at first."""

import pytest

from explorer.figures.study_form import (
    FactorMenu,
    chosen_entries,
    combine_words,
    factor_entries,
    factor_menus,
    factor_title,
    new_factor,
    output_words,
    present_start,
    problem_words,
    start_entries,
    start_of,
    usual_plan,
    ways_words,
    with_entries,
    with_ways,
)
from explorer.figures.study_words import ON_SCREEN
from explorer.model.assumption import with_estimates
from explorer.model.estimate import Estimate
from explorer.model.scenario import preset_scenario
from explorer.model.study_check import plan_problems
from explorer.model.study_plan import (
    OUTPUT_KINDS,
    AssumptionFactor,
    ControlFactor,
    Factor,
    Start,
    StructureFactor,
)
from explorer.model.study_start import start_scenario
from explorer.model.study_ways import AroundWays, ListedWays, RangeWays
from tests.solved_studies import KOREA

OCTOBER = preset_scenario(KOREA, "october-2025")
RUSSIA = ControlFactor(control="russia_alignment", ways=RangeWays(low=0, high=10, step=5))


def keys_of(menus: tuple[FactorMenu, ...]) -> list[str]:
    return [
        key for menu in menus for key in (*(key for key, _ in menu.offers), *keys_of(menu.menus))
    ]


KEYS = keys_of(factor_menus(KOREA, ()))


def test_all_controls_and_choices_of_structure_are_offered_once() -> None:
    assert len(set(KEYS)) == len(KEYS)
    assert {f"control.{each.id}" for each in KOREA.controls} <= set(KEYS)
    assert {f"structure.{each.id}" for each in KOREA.structure} <= set(KEYS)


def test_what_is_varied_already_is_not_offered() -> None:
    assert keys_of(factor_menus(KOREA, KEYS)) == []
    assert KEYS[3] not in keys_of(factor_menus(KOREA, KEYS[3:4]))


@pytest.mark.parametrize("key", KEYS)
def test_a_new_factor_is_sound_and_has_a_name(key: str) -> None:
    factor = new_factor(KOREA, key)
    assert factor.key == key
    assert plan_problems(usual_plan(OCTOBER).having(factors=(factor,)), KOREA) == ()
    assert factor_title(KOREA, factor) not in ("", key)
    assert ways_words(KOREA, factor)


def test_a_study_begins_with_what_is_on_screen() -> None:
    plan = usual_plan(OCTOBER)
    assert [start.id for start in plan.starts] == [ON_SCREEN]
    assert plan_problems(plan, KOREA) == ()
    assert start_scenario(plan.starts[0], KOREA).values == OCTOBER.values


def test_what_was_changed_in_the_case_comes_along() -> None:
    number = "sender_stakes.headline.points"
    estimates = {
        "structure.patrons": Estimate((1,), 1, 1),
        number: Estimate((3.0,), 1.0, 5.0),
    }
    scenario = OCTOBER.with_case(with_estimates(KOREA, estimates))
    start = present_start(scenario)
    assert start.structure == {"patrons": "stay"}
    assert start.assumptions[number].values == (3.0,)
    again = start_scenario(start, KOREA)
    assert again.case == scenario.case
    assert again.values == scenario.values


def test_starts_are_the_screen_and_the_presets() -> None:
    ids = [id_ for id_, _ in start_entries(KOREA)]
    assert ids == [ON_SCREEN, *(preset.id for preset in KOREA.presets)]
    assert start_of("hanoi-2019", OCTOBER) == Start(id="hanoi-2019", preset="hanoi-2019")
    assert start_of(ON_SCREEN, OCTOBER) == present_start(OCTOBER)


@pytest.mark.parametrize(
    ("factor", "count"),
    [
        (StructureFactor(choice="patrons"), 3),
        (ControlFactor(control="us_congress", ways=ListedWays(values=(0, 1))), 2),
        (StructureFactor(choice="unknown"), 0),
        (ControlFactor(control="unknown", ways=ListedWays(values=(0, 1))), 0),
        (RUSSIA, 0),
    ],
)
def test_few_values_are_entries_with_words(factor: Factor, count: int) -> None:
    assert len(factor_entries(KOREA, factor)) == count


def test_entries_can_be_chosen_by_their_names() -> None:
    patrons = StructureFactor(choice="patrons")
    entries = factor_entries(KOREA, patrons)
    assert len(chosen_entries(patrons, entries)) == 3
    fewer = with_entries(patrons, ("stay",))
    assert chosen_entries(fewer, entries) == ("stay",)
    assert ways_words(KOREA, fewer) == "they stay"
    line = new_factor(KOREA, "control.us_max_aid")
    entries = factor_entries(KOREA, line)
    first = entries[0][0]
    assert chosen_entries(with_entries(line, (first,)), entries) == (first,)
    assert chosen_entries(RUSSIA, ()) == ()
    assert ways_words(KOREA, StructureFactor(choice="unknown", options=("a", "b"))) == "a, b"


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        (ListedWays(values=(1, 2.5)), "1, 2.5"),
        (RangeWays(low=0, high=10, step=5), "0 to 10 in steps of 5"),
        (RangeWays(low=0, high=10), "0 to 10, anywhere between"),
        (AroundWays(minus=1, plus=2), "1 below to 2 above, 1 step each way"),
    ],
)
def test_ways_are_told_in_words(ways: ListedWays | RangeWays | AroundWays, words: str) -> None:
    assert ways_words(KOREA, with_ways(RUSSIA, ways)) == words
    number = AssumptionFactor(assumption="sender_stakes.headline.points", ways=ways)
    assert with_ways(number, RangeWays(low=0, high=1)).ways == RangeWays(low=0, high=1)
    patrons = StructureFactor(choice="patrons")
    assert with_ways(patrons, ways) is patrons


def test_kinds_are_told_in_words() -> None:
    assert len({output_words(kind) for kind in OUTPUT_KINDS}) == len(OUTPUT_KINDS)
    kinds = ("cross", "latin_hypercube", "sobol", "assumption_sets")
    assert len({combine_words(kind) for kind in kinds}) == len(kinds)


def test_what_is_wrong_is_told_at_its_place_by_name() -> None:
    unknown = AssumptionFactor(assumption="nothing", ways=RangeWays(low=0, high=1, step=1))
    far = ControlFactor(control="russia_alignment", ways=RangeWays(low=0, high=200, step=50))
    lost = Start(id="october-2025", preset="lost")
    plan = usual_plan(OCTOBER).having(factors=(far, unknown), starts=(lost,))
    told = [problem_words(KOREA, plan, line) for line in plan_problems(plan, KOREA)]
    assert any(line.startswith("Start “October 2025”: ") for line in told)
    plan = plan.having(starts=usual_plan(OCTOBER).starts)
    told = [problem_words(KOREA, plan, line) for line in plan_problems(plan, KOREA)]
    assert told[0].startswith("Russia alignment: 150 is not possible")
    assert told[1].startswith("nothing: ")
    assert problem_words(KOREA, plan, "anything else") == "anything else"
