"""Breaking points: what would have to be true for the opposite of an answer, in four layers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from explorer.model.breaking import (
    ZONE,
    AssumptionFlip,
    Breaking,
    BreakingLadder,
    Claim,
    ControlMove,
    End,
    Resilience,
    row_claims,
)
from explorer.model.result import Floats, Result
from explorer.solver.claims import holds, is_true
from explorer.solver.moves import move_steps, pair_step, pair_steps, smallest_first
from explorer.solver.uncertain import Uncertain, draws_of, uncertain_numbers
from explorer.studies.resilience import Way, first_turn, resilience_steps

ALONE = 8
"""Into how many parts the way of one assumption alone is divided at first."""

AT_ONCE = 6
"""Assumptions that are moved alone in one step, few enough not to hold up a hand."""

MOST_PAIRS = 3
"""How many pairs of controls are looked for."""


@dataclass(frozen=True, slots=True)
class BreakingQuestion:
    """What is asked: the ladder of a scenario's answers, and everything about one of them.

    ``result`` is the scenario, solved; ``claim`` the answer that is looked at in all four layers.
    """

    result: Result
    claim: Claim


def assumption_flips(result: Result, claim: Claim) -> tuple[AssumptionFlip, ...]:
    """Return the assumptions that turn an answer alone within their ranges, the thinnest first.

    An assumption that turns it towards both ends stands here with the nearer one.
    """
    return _thinnest([flip for flips in _flip_steps(result, claim) for flip in flips])


def breaking_steps(question: BreakingQuestion) -> Iterator[BreakingLadder]:
    """Yield what is known so far, ever more of it: first the ladder, then layer by layer.

    Whoever asks may stop at any time; each step is short.
    """
    result, claim = question.result, question.claim
    flip_steps = -(-len(uncertain_numbers(result.scenario)) // AT_ONCE)
    wanted = flip_steps + len(result.scenario.case.controls) + STAGES
    ladder = BreakingLadder(result.scenario, wanted=wanted)
    for claims in _ladder_parts(result, claim):
        before = ladder
        for rungs in _rung_steps(result, claims):
            ladder = replace(before, rungs=(*before.rungs, *rungs), done=before.done + bool(rungs))
            yield ladder
    own = next(rung for rung in ladder.rungs if rung.claim == claim)
    for asked in _layers(result, Breaking(own, step=pair_step(claim))):
        ladder = replace(ladder, asked=asked, done=min(ladder.done + 1, wanted - 1))
        yield ladder
    yield replace(ladder, done=wanted)


def breaking(result: Result, claim: Claim) -> BreakingLadder:
    """Return all that :func:`breaking_steps` finds."""
    *_, last = breaking_steps(BreakingQuestion(result, claim))
    return last


STAGES = 4
"""Steps that are counted beside those of assumptions and controls one by one: three parts of the
ladder, and the pairs of controls."""


def _layers(result: Result, asked: Breaking) -> Iterator[Breaking]:
    """Yield an answer with ever more of its layers."""
    flips: list[AssumptionFlip] = []
    for more in _flip_steps(result, asked.claim):
        flips += more
        yield asked
    asked = replace(asked, flips=_thinnest(flips))
    found: list[ControlMove] = []
    for moves in move_steps(result, asked.claim):
        found += moves
        yield asked
    asked = replace(asked, moves=smallest_first(found))
    for pairs in pair_steps(result, asked.claim, smallest_first(found), most=MOST_PAIRS):
        if pairs is not None:
            told = pairs.pairs if pairs.is_final else None
            asked = replace(asked, pairs=told, reach=pairs.reach)
        yield asked


def _ladder_parts(result: Result, claim: Claim) -> Iterator[tuple[Claim, ...]]:
    """Yield the answers on the ladder: every row, the zone, and a package that is asked about."""
    yield row_claims(result)
    yield (ZONE,)
    yield () if claim.kind != "package" else (claim,)


def _rung_steps(result: Result, claims: tuple[Claim, ...]) -> Iterator[tuple[Resilience, ...]]:
    """Yield some rungs of the ladder once they are known, and nothing before."""
    known = _known_rungs(result)
    if claims and claims not in known:
        for rungs in resilience_steps(result, claims):
            yield ()
            known[claims] = rungs
    yield known.get(claims, ())


@lru_cache(maxsize=4)
def _known_rungs(_result: Result) -> dict[tuple[Claim, ...], tuple[Resilience, ...]]:
    """Return where the rungs of a result are kept, as another answer of it is asked next."""
    return {}


def _thinnest(flips: list[AssumptionFlip]) -> tuple[AssumptionFlip, ...]:
    """Return each assumption once, with its nearer end, the nearest first."""
    flips = sorted(flips, key=lambda flip: flip.share)
    nearest = {flip.assumption: flip for flip in reversed(flips)}
    return tuple(flip for flip in flips if nearest[flip.assumption] is flip)


def _flip_steps(result: Result, claim: Claim) -> Iterator[tuple[AssumptionFlip, ...]]:
    """Yield, a few assumptions at a time, the ends towards which they turn an answer alone."""
    uncertain, now = uncertain_numbers(result.scenario), is_true(result, claim)
    for start in range(0, len(uncertain), AT_ONCE):
        places = range(start, min(start + AT_ONCE, len(uncertain)))
        turning = _turning(result, claim, places, now)
        yield tuple(flip for place, end in turning for flip in _flips(result, claim, place, end))


def _flips(result: Result, claim: Claim, place: int, end: End) -> Iterator[AssumptionFlip]:
    """Yield where an assumption turns an answer on its way to an end, if it does."""
    uncertain = uncertain_numbers(result.scenario)
    way = Way(result.scenario, claim, uncertain, _one_way(uncertain, place, end))
    share, is_monotone = first_turn(way, is_true(result, claim), ALONE)
    if share is not None:
        each = uncertain[place]
        value = each.likely + share * ((each.low if end == "low" else each.high) - each.likely)
        yield AssumptionFlip(
            each.id, each.low, each.likely, each.high, value, share, end, is_monotone
        )


def _one_way(uncertain: tuple[Uncertain, ...], place: int, end: End) -> Floats:
    """Return where all numbers stand when one of them has gone to an end."""
    ends = np.array([each.likely for each in uncertain])
    ends[place] = uncertain[place].low if end == "low" else uncertain[place].high
    return ends


def _turning(result: Result, claim: Claim, places: range, now: bool) -> Iterator[tuple[int, End]]:
    """Yield which of some assumptions, by place, turn a claim alone on the way to which end."""
    uncertain = uncertain_numbers(result.scenario)
    likely = np.array([each.likely for each in uncertain])
    shares = np.arange(1, ALONE + 1) / ALONE
    values = np.tile(likely, (len(places), 2, ALONE, 1))
    for row, place in enumerate(places):
        far = np.array([uncertain[place].low, uncertain[place].high])
        values[row, :, :, place] = likely[place] + shares * (far - likely[place])[:, None]
    drawn = draws_of(uncertain, values.reshape(-1, len(uncertain)))
    turned = (holds(result.scenario, claim, drawn) != now).reshape(len(places), 2, ALONE)
    for row, place in enumerate(places):
        if turned[row, 0].any():
            yield place, "low"
        if turned[row, 1].any():
            yield place, "high"
