"""Breaking points: below the resilience an answer holds, above it turns; values that flip, flip."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, Claim, Resilience, package_claim, row_claims
from explorer.model.result import Flags, Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.claims import is_true, margins
from explorer.solver.solve import solve
from explorer.solver.uncertain import Draws, draws_of, uncertain_numbers
from explorer.studies import resilience as studied
from explorer.studies.breaking import (
    BreakingQuestion,
    assumption_flips,
    breaking,
    breaking_steps,
)
from explorer.studies.resilience import resilience, resiliences
from tests.examples import examples
from tests.solver.claims_force import claims_of, is_so
from tests.solver.varied import varied
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
OCTOBER = solve(preset_scenario(CASE, "october-2025"))

EDGE = 1e-6
"""Margins nearer to nought than this can be rounded either way in another order of sums."""


def at(result: Result, found: Resilience, share: float) -> Draws:
    """Return the world in which every assumption has gone a share of its way."""
    ends = dict(found.ends)
    values = [
        each.likely
        + share
        * (
            {"low": each.low, "high": each.high}.get(ends.get(each.id, ""), each.likely)
            - each.likely
        )
        for each in uncertain_numbers(result.scenario)
    ]
    return draws_of(uncertain_numbers(result.scenario), np.array([values]))


def holds_there(result: Result, claim: Claim, draws: Draws) -> bool | None:
    """Return whether a claim is true in a world, by solving it; None where it is on the edge."""
    margin, _ = margins(result.scenario, (claim,), draws)
    if abs(margin[0, 0]) < EDGE:
        return None
    return is_so(varied(result.scenario, draws, 0), claim)


def checked(result: Result, claim: Claim, below: float) -> None:
    """Fail unless an answer holds up to its resilience and has turned there."""
    found = resilience(result, claim)
    now = is_true(result, claim)
    assert found.is_true == now
    if found.share is None:
        if found.ends:
            assert holds_there(result, claim, at(result, found, 1.0)) in (now, None)
        return
    assert holds_there(result, claim, at(result, found, found.share)) in (not now, None)
    if found.is_monotone:
        assert holds_there(result, claim, at(result, found, below * found.share)) in (now, None)
        beyond = found.share + (1 - found.share) * below
        assert holds_there(result, claim, at(result, found, beyond)) in (not now, None)


@examples(40)
@given(small_scenarios(), st.data(), st.floats(0, 0.99))
def test_below_its_resilience_an_answer_holds_and_above_it_has_turned(
    scenario: Scenario, data: st.DataObject, below: float
) -> None:
    result = solve(scenario)
    checked(result, data.draw(claims_of(result)), below)


@examples(4)
@given(korea_scenarios(), st.data(), st.floats(0, 0.99))
def test_so_it_is_in_korea(scenario: Scenario, data: st.DataObject, below: float) -> None:
    result = solve(scenario)
    checked(result, data.draw(claims_of(result)), below)


@pytest.mark.parametrize("claim", [*row_claims(OCTOBER), ZONE], ids=lambda each: each.id or "zone")
def test_each_assumption_goes_to_the_end_that_speaks_against_the_answer(claim: Claim) -> None:
    found = resilience(OCTOBER, claim)
    uncertain = uncertain_numbers(OCTOBER.scenario)
    places = {each.id: place for place, each in enumerate(uncertain)}
    likely = np.array([each.likely for each in uncertain])
    assert found.ends
    for assumption, end in found.ends:
        place = places[assumption]
        values = np.tile(likely, (2, 1))
        values[:, place] = uncertain[place].low, uncertain[place].high
        margin, _ = margins(OCTOBER.scenario, (claim,), draws_of(uncertain, values))
        against, other = (margin[0, 0], margin[1, 0]) if end == "low" else margin[::-1, 0]
        assert against <= other if found.is_true else against >= other


def test_resilience_is_the_same_alone_and_with_others() -> None:
    claims = (*row_claims(OCTOBER), ZONE, package_claim(CASE, "icbm_freeze"))
    together = resiliences(OCTOBER, claims)
    assert [resilience(OCTOBER, claim) for claim in claims] == list(together)
    assert resiliences(OCTOBER, ()) == ()
    for found in together:
        assert found.share is None or 0 < found.share <= 1


def test_costs_speak_against_an_open_row_high_and_against_a_closed_one_low() -> None:
    for found in resiliences(OCTOBER, row_claims(OCTOBER)):
        ends = {end for each, end in found.ends if each.endswith(".cost")}
        assert ends == {"high" if found.is_true else "low"}


def test_where_lines_leave_no_package_no_assumption_bears_on_anything() -> None:
    result = solve(preset_scenario(CASE, "october-2025-declared"))
    found = resilience(result, Claim("row", "icbm-freeze"))
    assert (found.is_true, found.share, found.ends) == (False, None, ())


@examples(30)
@given(small_scenarios(), st.data())
def test_an_assumption_that_flips_an_answer_alone_does_so_at_its_value(
    scenario: Scenario, data: st.DataObject
) -> None:
    result = solve(scenario)
    claim = data.draw(claims_of(result))
    now, uncertain = is_true(result, claim), uncertain_numbers(scenario)
    found = assumption_flips(result, claim)
    assert [flip.share for flip in found] == sorted(flip.share for flip in found)
    assert len({flip.assumption for flip in found}) == len(found)
    likely = np.array([each.likely for each in uncertain])
    places = {each.id: place for place, each in enumerate(uncertain)}
    for flip in found:
        assert flip.low <= flip.value <= flip.high
        values = likely.copy()
        values[places[flip.assumption]] = flip.value
        there = draws_of(uncertain, values[None])
        assert holds_there(result, claim, there) in (not now, None)


def test_what_turns_nothing_alone_does_so_nowhere_on_its_range() -> None:
    claim = Claim("row", "cap-and-freeze")
    assert assumption_flips(OCTOBER, claim) == ()
    for each in uncertain_numbers(OCTOBER.scenario):
        draws = draws_of((each,), np.array([[each.low], [each.high]]))
        for world in range(2):
            assert not is_so(varied(OCTOBER.scenario, draws, world), claim)


@pytest.mark.parametrize("claim", [ZONE, Claim("row", "phased-step")], ids=["zone", "row"])
def test_a_search_knows_ever_more_and_ends_with_every_layer(claim: Claim) -> None:
    steps = list(breaking_steps(BreakingQuestion(OCTOBER, claim)))
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert not any(step.is_done for step in steps[:-1])
    last = steps[-1]
    assert last.is_done
    assert last.asked is not None
    assert last.asked.moves
    assert last.asked.pairs
    assert last.asked.flips is not None
    assert (last.asked.claim, last.asked.is_true) == (claim, is_true(OCTOBER, claim))
    assert [rung.claim for rung in last.rungs] == [*row_claims(OCTOBER), ZONE]
    assert last == breaking(OCTOBER, claim)


def test_a_package_stands_on_the_ladder_while_it_is_asked_about() -> None:
    claim = package_claim(CASE, CASE.packages[0].id)
    found = breaking(OCTOBER, claim)
    assert found.rungs[-1].claim == claim
    assert found.asked is not None
    assert found.asked.resilience == found.rungs[-1]


def test_a_case_without_uncertain_numbers_holds_however() -> None:
    raw = CASE.model_dump(mode="json")
    fixed(raw)
    scenario = preset_scenario(type(CASE).model_validate(raw | {"checks": []}), "october-2025")
    result = solve(scenario)
    assert uncertain_numbers(scenario) == ()
    for claim in (ZONE, *row_claims(result)):
        assert resilience(result, claim) == Resilience(claim, is_true(result, claim), None, ())
        assert assumption_flips(result, claim) == ()


def fixed(part: object) -> None:
    """Take the range from everything in a case that has one."""
    if isinstance(part, list):
        for each in part:
            fixed(each)
    elif isinstance(part, dict):
        if "value" in part and "low" in part:
            part["low"] = part["high"] = part["value"]
        elif "values" in part and "low" in part:
            part["low"] = part["high"] = 1
        elif part.get("role") == "credibility":
            part["low"] = part["high"] = part["default"]
        for each in part.values():
            fixed(each)


# --- ways that are not monotone ----------------------------------------------------------------


def test_an_answer_that_turns_back_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    first = uncertain_numbers(OCTOBER.scenario)[0]

    def holds(_scenario: Scenario, _claim: Claim, draws: Draws) -> Flags:
        way = np.abs(draws.numbers[first.id] - first.likely) / (first.high - first.likely)
        return (way <= 0.4) | (way >= 0.6)

    monkeypatch.setattr(studied, "holds", holds)
    found = resilience(OCTOBER, Claim("row", "icbm-freeze"))
    assert first.id in dict(found.ends)
    assert found.share == pytest.approx(0.4, abs=1e-4)
    assert not found.is_monotone


def test_an_answer_that_other_sums_round_the_other_way_has_no_resilience(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(studied, "holds", lambda *_: np.zeros(41, dtype=np.bool_))
    claim = next(each for each in row_claims(OCTOBER) if is_true(OCTOBER, each))
    assert resilience(OCTOBER, claim).share == 0
