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
from explorer.model.result import Flags, Floats, Result
from explorer.model.scenario import Scenario
from explorer.solver.claims import holds, is_true, margins
from explorer.solver.moves import move_steps, pair_step, pair_steps, smallest_first
from explorer.solver.uncertain import Draws, Uncertain, draws_of, uncertain_numbers

STEPS = 40
"""Into how many parts a way from a likely value to its end is divided at first."""

FINER, ROUNDS = 16, 3
"""Into how many parts the part in which an answer turns is divided again, and how often: to less
than a hundred-thousandth of the way."""

ALONE = 8
"""Into how many parts the way of one assumption alone is divided at first."""

MOST_PAIRS = 3
"""How many pairs of controls are looked for."""

STAGES = 5
"""Steps of a whole search beside those of the controls one by one: three parts of the ladder,
assumptions alone, and pairs of controls."""

SURE = 1e-9
"""Points by which a margin must differ to tell which end of an assumption speaks against it."""


@dataclass(frozen=True, slots=True)
class BreakingQuestion:
    """What is asked: the ladder of a scenario's answers, and everything about one of them.

    ``result`` is the scenario, solved; ``claim`` the answer that is looked at in all four layers.
    """

    result: Result
    claim: Claim


def resilience(result: Result, claim: Claim) -> Resilience:
    """Return how far all assumptions together must move until an answer turns.

    Parameters
    ----------
    result
        A scenario, solved.
    claim
        An answer; whether it is true makes no difference: a closed row is held against what would
        open it.

    Notes
    -----
    Every assumption has an end that speaks against the answer: the one at which the margin is
    smaller (for what is not true, larger) while all others stay likely; where the margin is the
    same at both, both sides' gains together decide, and one that moves neither has no end. All
    move the same part of the way to these ends. The first of :data:`STEPS` parts in which the
    answer turns is divided again, so a way that is monotone, as nearly all are, gives the exact
    place, and one that is not gives the first place that is wider than such a part.
    """
    return resiliences(result, (claim,))[0]


def resiliences(result: Result, claims: tuple[Claim, ...]) -> tuple[Resilience, ...]:
    """Return the resilience of several answers of one scenario; quicker than one by one."""
    scenario = result.scenario
    uncertain = uncertain_numbers(scenario)
    ways = _ways(scenario, uncertain, claims)
    return tuple(
        _resilience(scenario, uncertain, claim, way, is_true=is_true(result, claim))
        for claim, way in zip(claims, ways, strict=True)
    )


def assumption_flips(result: Result, claim: Claim) -> tuple[AssumptionFlip, ...]:
    """Return the assumptions that turn an answer alone within their ranges, the thinnest first.

    An assumption that turns it towards both ends stands here with the nearer one.
    """
    scenario = result.scenario
    uncertain = uncertain_numbers(scenario)
    now = is_true(result, claim)
    flips: list[AssumptionFlip] = []
    for place, end in _turning(scenario, uncertain, claim, now):
        each = uncertain[place]
        share, _ = _first_turn(
            _Way(scenario, claim, uncertain, _one_way(uncertain, place, end)), now, ALONE
        )
        if share is not None:
            far = each.low if end == "low" else each.high
            value = each.likely + share * (far - each.likely)
            flips.append(
                AssumptionFlip(each.id, each.low, each.likely, each.high, value, share, end)
            )
    flips.sort(key=lambda flip: flip.share)
    nearest = {flip.assumption: flip for flip in reversed(flips)}
    return tuple(flip for flip in flips if nearest[flip.assumption] is flip)


def breaking_steps(question: BreakingQuestion) -> Iterator[BreakingLadder]:
    """Yield what is known so far, ever more of it: first the ladder, then layer by layer.

    Whoever asks may stop at any time; each step is short.
    """
    result, claim = question.result, question.claim
    ladder = BreakingLadder(result.scenario, wanted=len(result.scenario.case.controls) + STAGES)
    for claims in _ladder_parts(result, claim):
        rungs = (*ladder.rungs, *_rungs(result, claims))
        ladder = replace(ladder, rungs=rungs, done=ladder.done + 1)
        yield ladder
    own = next(rung for rung in ladder.rungs if rung.claim == claim)
    asked = Breaking(own, flips=assumption_flips(result, claim), step=pair_step(claim))
    ladder = replace(ladder, asked=asked, done=ladder.done + 1)
    yield ladder
    found: list[ControlMove] = []
    for moves in move_steps(result, claim):
        found += moves
        ladder = replace(ladder, done=ladder.done + 1)
        yield ladder
    asked = replace(asked, moves=smallest_first(found))
    ladder = replace(ladder, asked=asked)
    for pairs in pair_steps(result, claim, smallest_first(found), most=MOST_PAIRS):
        if pairs is not None:
            told = pairs.pairs if pairs.is_final else None
            done = ladder.wanted if pairs.is_final else ladder.done
            asked = replace(asked, pairs=told, reach=pairs.reach)
            ladder = replace(ladder, asked=asked, done=done)
        yield ladder


def breaking(result: Result, claim: Claim) -> BreakingLadder:
    """Return all that :func:`breaking_steps` finds."""
    *_, last = breaking_steps(BreakingQuestion(result, claim))
    return last


def _ladder_parts(result: Result, claim: Claim) -> Iterator[tuple[Claim, ...]]:
    """Yield the answers on the ladder: every row, the zone, and a package that is asked about."""
    yield row_claims(result)
    yield (ZONE,)
    yield () if claim.kind != "package" else (claim,)


@lru_cache(maxsize=8)
def _rungs(result: Result, claims: tuple[Claim, ...]) -> tuple[Resilience, ...]:
    """Return some rungs of the ladder; kept, as another answer of the same ladder is asked next."""
    return resiliences(result, claims) if claims else ()


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """A way through the assumptions: at its end each number stands at ``ends`` (n)."""

    scenario: Scenario
    claim: Claim
    uncertain: tuple[Uncertain, ...]
    ends: Floats

    def holds(self, shares: Floats) -> Flags:
        """Return whether the claim is true at some shares of the way, (S,)."""
        likely = np.array([each.likely for each in self.uncertain])
        values = likely + shares[:, None] * (self.ends - likely)
        return holds(self.scenario, self.claim, draws_of(self.uncertain, values))


def _ways(
    scenario: Scenario, uncertain: tuple[Uncertain, ...], claims: tuple[Claim, ...]
) -> Floats:
    """Return in which direction each assumption speaks for a claim, (claims, n): -1, 0 or 1."""
    count = len(uncertain)
    if not count:
        return np.zeros((len(claims), 0))
    margin, mean = margins(scenario, claims, _ends(uncertain))
    with np.errstate(invalid="ignore"):
        by_margin, by_mean = margin[count:] - margin[:count], mean[count:] - mean[:count]
    found = np.where(np.abs(by_margin) > SURE, by_margin, by_mean)
    # Where lines leave no package, no assumption says anything.
    return np.where(np.isfinite(found) & (np.abs(found) > SURE), np.sign(found), 0.0).T


def _ends(uncertain: tuple[Uncertain, ...]) -> Draws:
    """Return 2 n worlds: each number alone at its low end, then each at its high end."""
    count = len(uncertain)
    values = np.tile([each.likely for each in uncertain], (2 * count, 1))
    every = np.arange(count)
    values[every, every] = [each.low for each in uncertain]
    values[count + every, every] = [each.high for each in uncertain]
    return draws_of(uncertain, values)


def _resilience(
    scenario: Scenario,
    uncertain: tuple[Uncertain, ...],
    claim: Claim,
    way: Floats,
    *,
    is_true: bool,
) -> Resilience:
    against = -way if is_true else way
    ends = np.array(
        [
            {-1.0: each.low, 0.0: each.likely, 1.0: each.high}[sign]
            for each, sign in zip(uncertain, against.tolist(), strict=True)
        ]
    )
    named: tuple[tuple[str, End], ...] = tuple(
        (each.id, _end(sign))
        for each, sign in zip(uncertain, against.tolist(), strict=True)
        if sign and (each.low if sign < 0 else each.high) != each.likely
    )
    if not named:
        return Resilience(claim, is_true, None, ())
    share, is_monotone = _first_turn(_Way(scenario, claim, uncertain, ends), is_true, STEPS)
    return Resilience(claim, is_true, share, named, is_monotone)


def _end(sign: float) -> End:
    return "low" if sign < 0 else "high"


def _first_turn(way: _Way, now: bool, steps: int) -> tuple[float | None, bool]:
    """Return at which share of a way a claim turns first, and whether it stays turned.

    The share is one at which it has turned; None where it never does.
    """
    shares = np.linspace(0, 1, steps + 1)
    turned = way.holds(shares) != now
    if not turned.any():
        return None, True
    first = int(turned.argmax())
    is_monotone = bool(turned[first:].all())
    if first == 0:
        return 0.0, is_monotone
    low, high = float(shares[first - 1]), float(shares[first])
    for _ in range(ROUNDS):
        inner = np.linspace(low, high, FINER + 1)
        first = int(np.append((way.holds(inner[1:-1]) != now), True).argmax()) + 1
        low, high = float(inner[first - 1]), float(inner[first])
    return high, is_monotone


def _one_way(uncertain: tuple[Uncertain, ...], place: int, end: End) -> Floats:
    """Return where all numbers stand when one of them has gone to an end."""
    ends = np.array([each.likely for each in uncertain])
    ends[place] = uncertain[place].low if end == "low" else uncertain[place].high
    return ends


def _turning(
    scenario: Scenario, uncertain: tuple[Uncertain, ...], claim: Claim, now: bool
) -> list[tuple[int, End]]:
    """Return the assumptions, by place, and the ends on the way to which a claim turns alone."""
    count = len(uncertain)
    if not count:
        return []
    likely = np.array([each.likely for each in uncertain])
    far = np.array([[each.low, each.high] for each in uncertain])
    shares = np.arange(1, ALONE + 1) / ALONE
    values = np.tile(likely, (count, 2, ALONE, 1))
    for place in range(count):
        moved = far[place][:, None] - likely[place]
        values[place, :, :, place] = likely[place] + shares * moved
    flags = holds(scenario, claim, draws_of(uncertain, values.reshape(-1, count))) != now
    turned = flags.reshape(count, 2, ALONE).any(axis=2)
    ends: tuple[End, End] = ("low", "high")
    return [(int(place), ends[int(side)]) for place, side in zip(*np.nonzero(turned), strict=True)]
