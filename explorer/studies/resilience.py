"""Resilience: how far all assumptions together must move until an answer turns."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from explorer.model.breaking import ZONE, Claim, End, Resilience
from explorer.model.result import Flags, Floats, Result
from explorer.model.scenario import Scenario
from explorer.solver.claims import holds, is_true, margins
from explorer.solver.uncertain import Draws, Uncertain, draws_of, uncertain_numbers

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
    same at both, both sides' gains together decide, and one that moves neither has no end. All
    move the same part of the way to these ends. The first of :data:`STEPS` parts in which the
    answer turns is divided again, so a way that is monotone, as nearly all are, gives the exact
    place, and one that is not gives the first place that is wider than such a part.
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
    scenario = result.scenario
    uncertain = uncertain_numbers(scenario)
    parts: list[tuple[Floats, Floats]] = []
    if uncertain:
        ends, size = _ends(uncertain), ZONE_WORLDS if ZONE in claims else 2 * len(uncertain)
        for start in range(0, ends.size, size):
            parts.append(margins(scenario, claims, ends.part(start, start + size)))
            if start + size < ends.size:
                yield ()
    ways = _ways(len(uncertain), len(claims), parts)
    yield tuple(
        _walked(scenario, uncertain, claim, way, is_true=is_true(result, claim))
        for claim, way in zip(claims, ways, strict=True)
    )


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


def _ways(count: int, claims: int, parts: list[tuple[Floats, Floats]]) -> Floats:
    """Return in which direction each of n assumptions speaks for a claim, (claims, n): -1, 0 or 1.

    ``parts``: The margins, and both sides' gains, at all low ends and then at all high ends.
    """
    if not parts:
        return np.zeros((claims, count))
    margin, mean = (np.concatenate(each) for each in zip(*parts, strict=True))
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


def _walked(
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
    share, is_monotone = first_turn(Way(scenario, claim, uncertain, ends), is_true, STEPS)
    return Resilience(claim, is_true, share, named, is_monotone)


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
