"""The nearest miss: how few level steps bring a chosen package into the deal zone."""

from typing import NamedTuple

import numpy as np

from explorer.model.package import Package, package_at, package_levels
from explorer.model.result import Counts, NearestMiss
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import DealZone, deal_zone
from explorer.solver.shares import best_shared, yardsticks
from explorer.solver.side import DECIMALS


class _Near(NamedTuple):
    """A member of the zone, how many steps away, and what it gives both sides."""

    steps: int
    number: int
    sender_gain: float
    target_gain: float


def nearest_miss(scenario: Scenario, package: Package) -> NearestMiss | None:
    """Return the member of the zone that is fewest level steps away; None if it is empty.

    Ties: the member whose worse-off side has the largest share of what it could gain in the zone,
    then the larger sum of shares, then the first in order; see :mod:`explorer.solver.shares`. A
    package of the zone is its own nearest.
    """
    zone = deal_zone(scenario)
    tables = zone.tables
    if not len(zone.bundles):
        return None
    from_target = _steps(tables.target_levels, package.target)
    from_sender = _steps(tables.sender_levels, package.sender)
    best = _nearest_in(zone, from_target, from_sender)
    nearest = package_at(scenario.case, best.number)
    now, then = package_levels(scenario.case, package), package_levels(scenario.case, nearest)
    changes = tuple((issue, now[issue], then[issue]) for issue in now if now[issue] != then[issue])
    return NearestMiss(nearest, best.steps, changes, best.sender_gain, best.target_gain)


def _steps(levels: Counts, bundle: tuple[int, ...]) -> Counts:
    """Return how many level steps each bundle is away from one."""
    return np.abs(levels - np.asarray(bundle)).sum(axis=1)


def _nearest_in(zone: DealZone, from_target: Counts, from_sender: Counts) -> _Near:
    tables = zone.tables
    inside = zone.inside()
    away = from_target[zone.bundles][:, None] + from_sender[tables.by_price]
    steps = int(away[inside].min())
    rows, columns = np.nonzero(inside & (away == steps))
    gains = zone.gains()
    ideal = tuple(float(np.max(gain, where=inside, initial=0)) for gain in gains)
    sender, target = (np.round(gain[rows, columns], DECIMALS) for gain in gains)
    numbers = zone.bundles[rows] * len(tables.price) + tables.by_price[columns]
    sticks = yardsticks(tables, zone.conditions, (ideal[0], ideal[1]))
    first = best_shared((sender, target), numbers, sticks)
    return _Near(steps, int(numbers[first]), float(sender[first]), float(target[first]))
