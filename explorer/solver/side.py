"""Both sides' conditions of one scenario, as one number for each bundle.

With both sides giving something, a package (d, u) is worth ``limit[d] - price[u]`` to the sender
and ``worth[u] - need[d]`` to the target. So each side's condition is a threshold, and all of the
model beyond this module is comparing sorted numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from explorer.model.issue import Discount, Stakes, Waiting
from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.solver.tables import Part, Parts

TOLERANCE = 1e-9
"""A gain of at least minus this counts as acceptable; gains nearer than this are tied."""

DECIMALS = 9
"""Decimals kept of every number compared, so that what is equal on paper is equal here."""


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Both sides' conditions; D bundles of the target, U of the sender.

    ``limit`` (D): the dearest price at which the sender still prefers a bundle to waiting.
    ``need`` (D): the least worth for which the target still prefers giving it to waiting.
    ``worth`` (U): what a sender's bundle is worth to the target, as far as it trusts the promise.
    All in the points of the side that judges.
    """

    limit: Floats
    need: Floats
    worth: Floats


def sides(parts: Parts, scenario: Scenario) -> Sides:
    """Return both sides' conditions under a scenario, for the bundles whose parts are given.

    Notes
    -----
    limit = gK B + pA t - W_A, need = C - pK k + W_K, worth = gA V, with the symbols of the
    handbook's page on the model: gK and gA the credibilities of the target's and the sender's
    promises, t and k the political wills, pA and pK the headline points.
    """
    case = scenario.case
    sender, target = case.sender_stakes, case.target_stakes
    benefit = _total(parts.benefit, scenario)
    limit = scenario.share(sender.credibility) * benefit + outside(sender, scenario)
    need = _total(parts.cost, scenario) - outside(target, scenario)
    worth = scenario.share(target.credibility) * _discounted(parts.value, scenario)
    return Sides(*(np.round(points, DECIMALS) for points in (limit, need, worth)))


def outside(stakes: Stakes, scenario: Scenario) -> float:
    """Return what a party gains by a deal as such: its headline minus its value of waiting."""
    headline = stakes.headline.points.value * scenario.share(stakes.headline.will)
    return headline - waiting(stakes.waiting, scenario)


def waiting(terms: Waiting, scenario: Scenario) -> float:
    """Return what a party has without a deal, in its own points."""
    slopes = (slope.amount.value * scenario.share(slope.control) for slope in terms.slopes)
    return terms.base.value + sum(slopes)


def discount_factor(terms: Discount, scenario: Scenario) -> float:
    """Return the share that a discount leaves of a benefit: 1 - slopes, not below its floor."""
    slopes = (slope.amount.value * scenario.share(slope.control) for slope in terms.slopes)
    return max(terms.floor.value, 1 - sum(slopes))


def _total(parts: tuple[Part, ...], scenario: Scenario) -> Floats:
    return _weighted(parts, {part.factor: scenario.share(part.factor) for part in parts[1:]})


def _discounted(parts: tuple[Part, ...], scenario: Scenario) -> Floats:
    return _weighted(
        parts, {item.id: discount_factor(item, scenario) for item in scenario.case.discounts}
    )


def _weighted(parts: tuple[Part, ...], factors: Mapping[str, float]) -> Floats:
    """Return the first part, which stands alone, plus the others times their factors."""
    total = parts[0].points
    for part in parts[1:]:
        total = total + factors[part.factor] * part.points
    return total
