"""The page on what changed from model 1.0: each of its numbers is what the solver finds today."""

import re

import pytest

from explorer.files.handbook import handbook, page_by_id
from explorer.model.assumption import assumption, with_estimates, with_likely
from explorer.model.scenario import Scenario
from tests.solver.statements import HANOI, KOREA, OCTOBER, at, built, packages, rows_open

ANSWER = re.compile(
    r"^\| .+ \| `dealzone solve ([\w-]+)([^`]*)` \| ([\d,]+) \| ([\d,]+) \|$", re.MULTILINE
)
"""A row of the table of answers: preset, settings, packages of model 1.0 and of this one."""

OPTION = re.compile(r"^\| .+ \| `structure\.(\w+)=(\w+)` \| ([\d,]+) \| ([\d,]+) \|$", re.MULTILINE)
"""A row of the table of choices: choice, option, packages of October 2025 and of Hanoi."""

OLD_TRUST = {"us_credibility": 85, "dprk_credibility": 85, "sanctions_enforcement": 50}
OLD_LEVERAGE = {
    OCTOBER: {"missile_advances": 91, "russia_alignment": 98, "china_ties": 71},
    HANOI: {"missile_advances": 65, "russia_alignment": 36, "china_ties": 66},
}
"""Settings of model 1.0, before the record was corrected."""

OLD_SLOPE = "target_stakes.waiting.slopes.missile_advances.amount"


def page() -> str:
    found = page_by_id(handbook(KOREA), "model-changes")
    assert found is not None
    return found.markdown


def number(text: str) -> int:
    return int(text.replace(",", ""))


def settings(text: str) -> dict[str, float]:
    """Return the values that a command sets."""
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", text)}


def as_model_1(preset: str) -> Scenario:
    """Return a preset with every feature of this model as it was in the first one."""
    scenario = at(preset, **OLD_TRUST, **OLD_LEVERAGE[preset])
    scenario = built(built(scenario, "patrons", "leave"), "coherence", "counted")
    slope = assumption(scenario.case, OLD_SLOPE)
    none = with_likely(slope.estimate, (0.0,), slope.bounds)
    return scenario.with_case(with_estimates(scenario.case, {OLD_SLOPE: none}))


def test_the_answers_on_the_page_are_those_of_today() -> None:
    rows = ANSWER.findall(page())
    told = {(preset, text): number(now) for preset, text, _, now in rows}
    found = {(preset, text): packages(at(preset, **settings(text))) for preset, text in told}
    assert told == found
    assert len(rows) >= 6


def test_what_each_choice_of_structure_does_is_that_of_today() -> None:
    rows = OPTION.findall(page())
    told = {pair[:2]: (number(pair[2]), number(pair[3])) for pair in rows}
    found = {
        (choice, option): (
            packages(built(at(OCTOBER), choice, option)),
            packages(built(at(HANOI), choice, option)),
        )
        for choice, option in told
    }
    assert told == found
    known = {choice.id for choice in KOREA.structure}
    assert {choice for choice, _ in told} == known


@pytest.mark.parametrize("preset", [OCTOBER, HANOI])
def test_model_1_is_a_special_case_of_this_one(preset: str) -> None:
    old = {name: number(then) for name, text, then, _ in ANSWER.findall(page()) if not text}
    assert packages(as_model_1(preset)) == old[preset]


def test_the_rows_that_the_page_names_are_open() -> None:
    assert rows_open(at(OCTOBER)) == {"test-pause", "icbm-freeze", "yongbyon", "interim-freeze"}


def test_the_ladder_of_trust_is_told_as_it_is() -> None:
    words = next(note.words for note in KOREA.guide if note.page == "how-sure")[0]
    rungs = re.findall(r"(?:of|with) (\d\d)\b[^,]*? holds ([\d,]+)\b", words)
    told = {int(trust): number(count.rstrip(",")) for trust, count in rungs}
    assert [*told] == [85, 75, 60, 50]
    for trust, count in told.items():
        sides = dict.fromkeys(("us_credibility", "dprk_credibility"), trust)
        assert packages(at(OCTOBER, **sides)) == count
