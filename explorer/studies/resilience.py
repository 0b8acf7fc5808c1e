"""Resilience: how far all assumptions together must move until an answer turns."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from explorer.model.breaking import ZONE, Claim, End, Resilience
from explorer.model.result import Counts, Flags, Floats, Result
from explorer.model.scenario import Scenario
from explorer.solver.claims import holds, is_true, margins
from explorer.solver.uncertain import Draws, Uncertain, draws_of, uncertain_numbers

Signs = Generator[tuple[Resilience, ...], None, Floats]
"""Sides of numbers, -1, 0 or 1, returned after steps that yield nothing found."""

STEPS = 40
"""Into how many parts a way from a likely value to its end is divided at first."""

FINER, ROUNDS = 16, 3
"""Into how many parts the part in which an answer turns is divided again, and how often: to less
than a hundred-thousandth of the way."""

ZONE_WORLDS = 4
"""Worlds in one step where every package of the zone counts, few enough not to hold up a hand."""

SURE = 1e-9
"""Points by which a margin must differ to tell which end of an assumption speaks against it."""


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
    same at both, both sides' gains together decide; one that moves neither is asked again while
    all others stand at their ends, and has no end if it still moves neither. All move the same
    part of the way to these ends. The first of :data:`STEPS` parts in which the answer turns is
    divided again, so a way that is monotone, as nearly all are, gives the exact place, and one
    that is not gives the first place that is wider than such a part.

    Each number speaks to one side for every package alike as long as costs and gains are not
    negative. Then no other mix of moves turns the answer sooner: it holds wherever no assumption
    has gone that part of its way, to whichever end.
    """
    return resiliences(result, (claim,))[0]


def resiliences(result: Result, claims: tuple[Claim, ...]) -> tuple[Resilience, ...]:
    """Return the resilience of several answers of one scenario; quicker than one by one."""
    if not claims:
        return ()
    *_, found = resilience_steps(result, claims)
    return found


def resilience_steps(result: Result, claims: tuple[Claim, ...]) -> Iterator[tuple[Resilience, ...]]:
    """Yield nothing found as long as the search goes on, at the end what :func:`resiliences` finds.

    Short steps for somebody who may have to stop. ``claims``: At least one.
    """
    uncertain, found = uncertain_numbers(result.scenario), list[Resilience]()
    likely = _column(uncertain, "likely")
    signs = np.zeros((len(claims), len(uncertain)))
    if uncertain:
        draws = _alone(uncertain, likely, np.arange(len(uncertain)))
        signs = (yield from _signs(result.scenario, claims, draws)).T
    for claim, own in zip(claims, signs, strict=True):
        sign = -own if is_true(result, claim) else own
        # Where nothing says anything the lines leave no package, or nothing is uncertain.
        if sign.any():
            sign = yield from _unmasked(result, claim, sign)
        found.append(_walked(result, claim, sign))
    yield tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
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


def _unmasked(result: Result, claim: Claim, sign: Floats) -> Signs:
    """Return the side to which each number moves, also for those that say nothing at first.

    What a promise brings says nothing as long as nobody trusts it, nor a slope below a floor. So
    those are asked again where all others have gone to their ends: with each other low, and high.

    ``sign``: The side by which each number alone speaks against the answer, 0 for neither.
    """
    uncertain, silent = uncertain_numbers(result.scenario), np.flatnonzero(sign == 0)
    sign = sign.copy()
    for name in ("low", "high") if len(silent) else ():
        base = _ends(uncertain, sign)
        base[silent] = _column(uncertain, name)[silent]
        draws = _alone(uncertain, base, silent)
        own = (yield from _signs(result.scenario, (claim,), draws))[:, 0]
        further = -own if is_true(result, claim) else own
        sign[silent] = np.where(sign[silent] == 0, further, sign[silent])
    return sign


def _alone(uncertain: tuple[Uncertain, ...], base: Floats, places: Counts) -> Draws:
    """Return 2 k worlds about a base (n): k numbers each alone at its low, then at its high end."""
    values, rows = np.tile(base, (2, len(places), 1)), np.arange(len(places))
    values[0, rows, places] = _column(uncertain, "low")[places]
    values[1, rows, places] = _column(uncertain, "high")[places]
    return draws_of(uncertain, values.reshape(-1, len(uncertain)))


def _signs(scenario: Scenario, claims: tuple[Claim, ...], draws: Draws) -> Signs:
    """Yield nothing while at work; return to which side k numbers speak for claims, (k, claims).

    -1 to the low one, 1 to the high one, 0 to neither. ``draws``: See :func:`_alone`.
    """
    parts: list[tuple[Floats, Floats]] = []
    size = ZONE_WORLDS if ZONE in claims else draws.size
    for start in range(0, draws.size, size):
        parts.append(margins(scenario, claims, draws.part(start, start + size)))
        if start + size < draws.size:
            yield ()
    margin, mean = (np.concatenate(each) for each in zip(*parts, strict=True))
    count = draws.size // 2
    with np.errstate(invalid="ignore"):
        by_margin, by_mean = margin[count:] - margin[:count], mean[count:] - mean[:count]
    found = np.where(np.abs(by_margin) > SURE, by_margin, by_mean)
    # Where lines leave no package, no assumption says anything.
    return np.where(np.isfinite(found) & (np.abs(found) > SURE), np.sign(found), 0.0)


def _column(uncertain: tuple[Uncertain, ...], name: End | Literal["likely"]) -> Floats:
    return np.array([getattr(each, name) for each in uncertain], dtype=np.float64)


def _ends(uncertain: tuple[Uncertain, ...], sign: Floats) -> Floats:
    """Return where each number stands at the end of its way to a side, (n)."""
    low, likely, high = (_column(uncertain, name) for name in ("low", "likely", "high"))
    return np.where(sign < 0, low, np.where(sign > 0, high, likely))


def _walked(result: Result, claim: Claim, sign: Floats) -> Resilience:
    uncertain, now = uncertain_numbers(result.scenario), is_true(result, claim)
    ends = _ends(uncertain, sign)
    named: tuple[tuple[str, End], ...] = tuple(
        (each.id, _end(side))
        for each, side, end in zip(uncertain, sign.tolist(), ends.tolist(), strict=True)
        if end != each.likely
    )
    if not named:
        return Resilience(claim, now, None, ())
    share, is_monotone = first_turn(Way(result.scenario, claim, uncertain, ends), now, STEPS)
    return Resilience(claim, now, share, named, is_monotone)


def _end(sign: float) -> End:
    return "low" if sign < 0 else "high"


def first_turn(way: Way, now: bool, steps: int) -> tuple[float | None, bool]:
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
