"""The nearest miss: how few level steps bring a chosen package into the deal zone."""

from typing import NamedTuple

import numpy as np

from explorer.model.package import Package, package_at, package_levels
from explorer.model.result import Counts, NearestMiss
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import DealZone, ZonePart, deal_zone
from explorer.solver.side import DECIMALS, TOLERANCE


class _Near(NamedTuple):
    """A member of the zone, so that the smallest is the nearest one."""

    steps: int
    minus_worse_gain: float
    number: int
    sender_gain: float
    target_gain: float


def nearest_miss(scenario: Scenario, package: Package) -> NearestMiss | None:
    """Return the member of the zone that is fewest level steps away; None if it is empty.

    Ties: the member whose worse-off side gains most, each gain in its own points, then the first
    in order. A package of the zone is its own nearest.
    """
    zone = deal_zone(scenario)
    tables = zone.tables
    from_target = _steps(tables.target_levels, package.target)
    from_sender = _steps(tables.sender_levels, package.sender)
    parts = (part for part in zone.parts if len(part.bundles))
    found = [_nearest_in(zone, part, from_target, from_sender) for part in parts]
    if not found:
        return None
    best = min(found)
    nearest = package_at(scenario.case, best.number)
    now, then = package_levels(scenario.case, package), package_levels(scenario.case, nearest)
    changes = tuple((issue, now[issue], then[issue]) for issue in now if now[issue] != then[issue])
    return NearestMiss(nearest, best.steps, changes, best.sender_gain, best.target_gain)


def _steps(levels: Counts, bundle: tuple[int, ...]) -> Counts:
    """Return how many level steps each bundle is away from one."""
    return np.abs(levels - np.asarray(bundle)).sum(axis=1)


def _nearest_in(zone: DealZone, part: ZonePart, from_target: Counts, from_sender: Counts) -> _Near:
    conditions, tables = zone.conditions, zone.tables
    partners = np.flatnonzero(part.group.allowed)
    sender = conditions.limit[part.bundles][:, None] - tables.price[partners][None, :]
    target = conditions.worth[partners][None, :] - conditions.need[part.bundles][:, None]
    inside = (sender >= -TOLERANCE) & (target >= -TOLERANCE)
    away = from_target[part.bundles][:, None] + from_sender[partners][None, :]
    steps = int(away[inside].min())
    rows, columns = np.nonzero(inside & (away == steps))
    worse = np.round(np.minimum(sender, target)[rows, columns], DECIMALS)
    numbers = part.bundles[rows] * len(tables.price) + partners[columns]
    first = int(np.lexsort((numbers, -worse))[0])
    chosen = (rows[first], columns[first])
    return _Near(
        steps,
        -float(worse[first]),
        int(numbers[first]),
        round(float(sender[chosen]), DECIMALS),
        round(float(target[chosen]), DECIMALS),
    )
