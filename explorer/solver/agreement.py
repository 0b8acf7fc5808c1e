"""Agreements of a role play held against the deal zone: what was left, and what nobody found."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from explorer.model.package import Package, bundle_index, package_at
from explorer.model.result import Flags, Frontier
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import DealZone, deal_zone
from explorer.solver.shares import best_shared, yardsticks
from explorer.solver.side import DECIMALS, TOLERANCE


@dataclass(frozen=True, slots=True)
class ValueLeft:
    """What a table could have had on top of both its gains, by some package of the deal zone.

    Attributes
    ----------
    sender, target
        The most points more for one side with no point less for the other; 0 where no package of
        the zone gives that.
    share
        The largest share of each side's best gain in the zone, 0 to 1, that both sides could have
        had on top at once; 0 where there is none.
    """

    sender: float
    target: float
    share: float

    @property
    def is_nothing(self) -> bool:
        """Whether no package of the zone is better for a side and no worse for the other."""
        return self.sender <= TOLERANCE and self.target <= TOLERANCE


@dataclass(frozen=True, slots=True)
class Untaken:
    """A package of the zone that no table agreed on, and both sides' gains by it."""

    package: Package
    sender_gain: float
    target_gain: float


def value_left(efficient: Frontier, gains: tuple[float, float]) -> ValueLeft:
    """Return what the frontier offers on top of both gains over waiting.

    ``efficient``: The frontier; whatever any package of the zone offers, one of these does too.
    ``gains``: The sender's and the target's; those of a package outside the zone may be beyond it.
    """
    if not len(efficient.packages):
        return ValueLeft(0.0, 0.0, 0.0)
    sender = np.round(efficient.sender_gain - gains[0], DECIMALS)
    target = np.round(efficient.target_gain - gains[1], DECIMALS)
    ideal = float(efficient.sender_gain.max()), float(efficient.target_gain.max())
    shares = [
        more / best if best > TOLERANCE else np.zeros_like(more)
        for more, best in zip((sender, target), ideal, strict=True)
    ]
    return ValueLeft(
        float(np.max(sender, where=target >= -TOLERANCE, initial=0)),
        float(np.max(target, where=sender >= -TOLERANCE, initial=0)),
        max(0.0, float(np.minimum(*shares).max())),
    )


def best_untaken(scenario: Scenario, taken: Collection[Package]) -> Untaken | None:
    """Return the best package of the zone that is not among those taken; None if all are.

    Best is the one whose worse-off side has the largest share of its best gain in the zone, as
    Kalai and Smorodinsky measure; see :mod:`explorer.solver.shares` for ties.
    """
    zone = deal_zone(scenario)
    free = _without(zone, taken)
    rows, columns = np.nonzero(free)
    if not len(rows):
        return None
    gains, inside = zone.gains(), zone.inside()
    ideal = tuple(float(np.max(gain, where=inside, initial=0)) for gain in gains)
    sender, target = (np.round(gain[rows, columns], DECIMALS) for gain in gains)
    tables = zone.tables
    numbers = zone.bundles[rows] * len(tables.price) + tables.by_price[columns]
    sticks = yardsticks(tables, zone.conditions, (ideal[0], ideal[1]))
    best = best_shared((sender, target), numbers, sticks)
    package = package_at(scenario.case, int(numbers[best]))
    return Untaken(package, float(sender[best]), float(target[best]))


def _without(zone: DealZone, taken: Collection[Package]) -> Flags:
    """Return the members of the zone without some packages, (n, U) flags."""
    case, free = zone.tables.case, zone.inside().copy()
    for package in taken:
        rows = zone.bundles == bundle_index(case.target_shape, package.target)
        columns = zone.tables.by_price == bundle_index(case.sender_shape, package.sender)
        free[np.ix_(rows, columns)] = False
    return free
