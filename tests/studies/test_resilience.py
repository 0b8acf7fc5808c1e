"""Resilience against brute force: whoever looks at every place, and every mix, finds no less."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.breaking import ZONE, Claim, Resilience, package_claim, row_claims
from explorer.model.result import Flags, Floats, Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.solver.claims import holds, margins
from explorer.solver.solve import solve
from explorer.solver.uncertain import Uncertain, draws_of, uncertain_numbers
from explorer.studies.breaking import assumption_flips
from explorer.studies.resilience import resilience, resiliences
from tests.examples import examples
from tests.solver.claims_force import claims_of
from tests.strategies import korea_scenarios, small_scenarios

CASE = bundled_case("korea")
OCTOBER = solve(preset_scenario(CASE, "october-2025"))
CLAIMS = (*row_claims(OCTOBER), ZONE, *(package_claim(CASE, each.id) for each in CASE.packages))

DENSE = 2000
"""Into how many parts a way is divided where every place on it is looked at."""

MIXES = 400
"""How many other mixes of moves are tried."""

EDGE = 1e-6
"""Margins nearer to nought than this can be rounded either way in another order of sums."""


def column(uncertain: tuple[Uncertain, ...], name: str) -> Floats:
    return np.array([getattr(each, name) for each in uncertain])


def moved(result: Result, shares: Floats) -> Floats:
    """Return where all numbers stand at shares of their ways: below nought to the low end."""
    uncertain = uncertain_numbers(result.scenario)
    likely = column(uncertain, "likely")
    below, above = likely - column(uncertain, "low"), column(uncertain, "high") - likely
    return likely + shares * np.where(shares < 0, below, above)


def hostile(result: Result, found: Resilience) -> Floats:
    """Return to which side each number moves: -1, 0 or 1."""
    ends, sides = dict(found.ends), {"low": -1.0, "high": 1.0}
    return np.array(
        [sides.get(ends.get(each.id, ""), 0.0) for each in uncertain_numbers(result.scenario)]
    )


def turned(result: Result, found: Resilience, shares: Floats) -> Flags:
    """Return in which worlds an answer has turned, by more than sums can be rounded."""
    draws = draws_of(uncertain_numbers(result.scenario), moved(result, shares))
    other = holds(result.scenario, found.claim, draws) != found.is_true
    margin = margins(result.scenario, (found.claim,), draws)[0][:, 0]
    return other & (np.abs(margin) > EDGE)


def mixes(random: np.random.Generator, count: int) -> Floats:
    """Return shares from -1 to 1, (MIXES, count): corners of the box at first, then any place."""
    corners = random.choice([-1.0, 1.0], (MIXES // 2, count))
    return np.concatenate([corners, random.uniform(-1, 1, (MIXES - len(corners), count))])


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda each: each.id or each.kind)
def test_who_looks_at_every_place_of_the_common_move_finds_the_same_first_turn(
    claim: Claim,
) -> None:
    found = resilience(OCTOBER, claim)
    shares = np.linspace(0, 1, DENSE + 1)
    draws = draws_of(
        uncertain_numbers(OCTOBER.scenario),
        moved(OCTOBER, shares[:, None] * hostile(OCTOBER, found)),
    )
    other = holds(OCTOBER.scenario, claim, draws) != found.is_true
    if found.share is None:
        assert not other.any()
        return
    first = int(other.argmax())
    assert other[first]
    assert shares[first - 1] < found.share <= shares[first] + 1e-9
    assert found.is_monotone == bool(other[first:].all())


@examples(40)
@given(small_scenarios(), st.data(), st.integers(0, 2**32))
def test_no_mix_of_smaller_moves_turns_an_answer(
    scenario: Scenario, data: st.DataObject, seed: int
) -> None:
    result = solve(scenario)
    found = resilience(result, data.draw(claims_of(result)))
    within = 1.0 if found.share is None else 0.999 * found.share
    random = np.random.default_rng(seed)
    shares = within * mixes(random, len(uncertain_numbers(scenario)))
    assert not turned(result, found, shares).any()


@examples(8)
@given(korea_scenarios(), st.integers(0, 2**32))
def test_no_mix_of_smaller_moves_turns_a_row_of_korea(scenario: Scenario, seed: int) -> None:
    result, random = solve(scenario), np.random.default_rng(seed)
    for found in resiliences(result, row_claims(result)):
        within = 1.0 if found.share is None else 0.999 * found.share
        shares = within * mixes(random, len(uncertain_numbers(scenario)))
        assert not turned(result, found, shares).any()


def test_what_promises_bring_speaks_for_an_answer_even_where_nobody_trusts_them_yet() -> None:
    result = solve(OCTOBER.scenario.with_values({"us_credibility": 0}))
    for found in resiliences(result, (Claim("row", "yongbyon"), ZONE)):
        ends = dict(found.ends)
        assert not found.is_true
        assert ends["controls.us_credibility"] == "high"
        assert ends["issues.sanc.benefit"] == ends["issues.pol.benefit"] == "high"
        assert found.share is not None


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda each: each.id or each.kind)
def test_an_assumption_that_turns_an_answer_alone_does_so_at_the_first_such_place(
    claim: Claim,
) -> None:
    uncertain = uncertain_numbers(OCTOBER.scenario)
    flips = {flip.assumption: flip for flip in assumption_flips(OCTOBER, claim)}
    found = resilience(OCTOBER, claim)
    for place, each in enumerate(uncertain):
        ways = np.zeros((2, 41, len(uncertain)))
        ways[:, :, place] = np.array([[-1.0], [1.0]]) * np.linspace(0, 1, 41)
        other = turned(OCTOBER, found, ways.reshape(-1, len(uncertain))).reshape(2, 41)
        assert other.any() == (each.id in flips)
        if each.id in flips:
            flip = flips[each.id]
            first = int(other[0 if flip.end == "low" else 1].argmax())
            assert (first - 1) / 40 - 1e-9 <= flip.share <= first / 40 + 1e-9
