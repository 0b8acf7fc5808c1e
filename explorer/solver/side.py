"""Both sides' conditions of one scenario, as one number for each bundle.

With both sides giving something, a package (d, u) is worth ``limit[d] - price[u]`` to the sender
and ``worth[u] - need[d]`` to the target. So each side's condition is a threshold, and all of the
model beyond this module is comparing sorted numbers.

A ceiling on what a package can be worth cuts gains, but never below 0. So it moves no threshold,
and only what reads gains looks at it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from explorer.model.case import Case
from explorer.model.issue import ControlSlope, Discount, FactorSlope, Stakes, Waiting
from explorer.model.result import Floats
from explorer.model.scenario import SCALE_MAXIMUM, Scenario
from explorer.model.structure import ending_share, trust_rule
from explorer.solver.tables import Part, Parts

TOLERANCE = 1e-9
"""A gain of at least minus this counts as acceptable; gains nearer than this are tied."""

DECIMALS = 9
"""Decimals kept of every number compared, so that what is equal on paper is equal here."""


SLACK = 1e-6
"""How far numbers may miss and are still looked at; far more than rounding moves their sums."""


Amount = float | Floats
"""A number, or one for each value that a control is swept over, as a column (n, 1)."""

Most = tuple[Amount, Amount]
"""The most that a package can give the sender and the target over waiting; infinity for no end."""


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Both sides' conditions; D bundles of the target, U of the sender.

    ``limit`` (D): the dearest price at which the sender still prefers a bundle to waiting.
    ``need`` (D): the least worth for which the target still prefers giving it to waiting.
    ``worth`` (U): what a sender's bundle is worth to the target, as far as it trusts the promise.
    ``most``: where gains end, whatever these differences are; see :func:`cut_gains`.
    All in the points of the side that judges.
    """

    limit: Floats
    need: Floats
    worth: Floats
    most: Most


def cut_gains(gains: tuple[Floats, Floats], most: Most) -> tuple[Floats, Floats]:
    """Return the sender's and the target's gains with what lies beyond a ceiling cut off."""
    sender, target = (
        each if np.all(np.isposinf(end)) else np.minimum(each, end)
        for each, end in zip(gains, most, strict=True)
    )
    return sender, target


ShareOf = Callable[[str], Amount]
"""Gives the share, 0 to 1, at which a scale control stands."""


def sides(parts: Parts, scenario: Scenario) -> Sides:
    """Return both sides' conditions under a scenario, for the bundles whose parts are given.

    Notes
    -----
    limit = S + gK B + pA t - W_A, need = C - pK k + W_K, worth = gA V, with the symbols of the
    handbook's page on the model: gK and gA the credibilities of the target's and the sender's
    promises, t and k the political wills, pA and pK the headline points. S is what is seen and so
    needs no trust; 0 unless trust and verification replace each other.
    """
    return _sides(parts, scenario.case, scenario.share)


def swept_sides(parts: Parts, scenario: Scenario, control_id: str, values: Floats) -> Sides:
    """Return both sides' conditions at each of n values of one scale control.

    The arrays are (n, D) and (n, U), or (1, D) and (1, U) where the control does not matter. Every
    number is the same as :func:`sides` finds at that value, to the last bit: the same operations
    in the same order, only on columns.
    """
    column = (values / SCALE_MAXIMUM)[:, None]

    def share(wanted: str) -> Amount:
        return column if wanted == control_id else scenario.share(wanted)

    found = _sides(parts, scenario.case, share)
    limit, need, worth = map(np.atleast_2d, (found.limit, found.need, found.worth))
    return Sides(limit, need, worth, found.most)


def _sides(parts: Parts, case: Case, share: ShareOf) -> Sides:
    sender, target = case.sender_stakes, case.target_stakes
    promised = share(sender.credibility) * _total(parts.benefit, share)
    if parts.assured:
        promised = promised + _total(parts.assured, share)
    limit = promised + outside_value(case, sender, share)
    need = _total(parts.cost, share) - outside_value(case, target, share)
    worth = share(target.credibility) * _discounted(parts.value, case, share)
    most = _most(case, sender, share), _most(case, target, share)
    limit, need, worth = (np.round(points, DECIMALS) for points in (limit, need, worth))
    return Sides(limit, need, worth, most)


def _most(case: Case, stakes: Stakes, share: ShareOf) -> Amount:
    if stakes.ceiling is None:
        return np.inf
    over: Amount = np.maximum(stakes.ceiling.points - _waiting(case, stakes.waiting, share), 0)
    return np.round(over, DECIMALS)


def waiting(case: Case, terms: Waiting, scenario: Scenario) -> float:
    """Return what a party has without a deal and loses by one, in its own points."""
    return float(_waiting(case, terms, scenario.share))


def kept_share(scenario: Scenario, seen: float) -> float:
    """Return which share of a commitment the sender counts on, 0 to 1.

    Parameters
    ----------
    scenario
        Tells the trust, and its case how trust and verification work together.
    seen
        The share that verification leaves, 0 to 1.
    """
    trust = scenario.share(scenario.case.sender_stakes.credibility)
    if trust_rule(scenario.case) == "multiply":
        return trust * seen
    return seen + trust * (1 - seen)


def discount_factor(terms: Discount, scenario: Scenario) -> float:
    """Return the share that a discount leaves of a benefit: 1 - slopes, not below its floor."""
    return float(discounted_share(terms, scenario.share))


def outside_value(case: Case, stakes: Stakes, share: ShareOf) -> Amount:
    """Return what a party gains by a deal as such: its headline minus its value of waiting."""
    headline = stakes.headline.points.value * share(stakes.headline.will)
    return headline - _waiting(case, stakes.waiting, share)


def _waiting(case: Case, terms: Waiting, share: ShareOf) -> Amount:
    total: Amount = terms.base.value
    for slope in terms.slopes:
        total = total + ending_share(case, slope.ends) * _slope(slope, share)
    return total


def discounted_share(terms: Discount, share: ShareOf) -> Amount:
    """Return what a discount leaves of a benefit where controls stand at given shares."""
    # Not sum(): it adds plain numbers more exactly than columns, and both must agree.
    total: Amount = 0.0
    for slope in terms.slopes:
        total = total + _slope(slope, share)
    return np.maximum(terms.floor.value, 1 - total)


def _slope(slope: ControlSlope | FactorSlope, share: ShareOf) -> Amount:
    return slope.amount.value * (share(slope.control) - slope.neutral / SCALE_MAXIMUM)


def _total(parts: tuple[Part, ...], share: ShareOf) -> Floats:
    return _weighted(parts, {part.factor: share(part.factor) for part in parts[1:]})


def _discounted(parts: tuple[Part, ...], case: Case, share: ShareOf) -> Floats:
    return _weighted(parts, {item.id: discounted_share(item, share) for item in case.discounts})


def _weighted(parts: tuple[Part, ...], factors: Mapping[str, Amount]) -> Floats:
    """Return the first part, which stands alone, plus the others times their factors."""
    total = parts[0].points
    for part in parts[1:]:
        total = total + factors[part.factor] * part.points
    return total
