"""The nearest miss: how few level steps bring a chosen package into the deal zone."""

from typing import NamedTuple

import numpy as np

from explorer.model.package import Package, package_at, package_levels
from explorer.model.result import Counts, Flags, NearestMiss
from explorer.model.scenario import Scenario
from explorer.solver.deal_zone import DealZone, deal_zone
from explorer.solver.shares import best_shared, yardsticks
from explorer.solver.side import DECIMALS, TOLERANCE


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
    return _nearest(zone, zone.inside(), package)


def nearest_better(
    scenario: Scenario, package: Package, gains: tuple[float, float]
) -> NearestMiss | None:
    """Return the member of the zone that is better for both and fewest level steps away.

    Where none is better for both, it is the nearest that is better for one side and no worse for
    the other; None where there is none either. Ties as for :func:`nearest_miss`.

    Parameters
    ----------
    scenario, package
        From where the steps are counted.
    gains
        What the package gives the sender and the target over waiting.
    """
    zone = deal_zone(scenario)
    more = [np.round(each, DECIMALS) - gain for each, gain in zip(zone.gains(), gains, strict=True)]
    inside = zone.inside()
    both = inside & (more[0] > TOLERANCE) & (more[1] > TOLERANCE)
    if both.any():
        return _nearest(zone, both, package)
    no_worse = inside & (more[0] >= -TOLERANCE) & (more[1] >= -TOLERANCE)
    one = no_worse & ((more[0] > TOLERANCE) | (more[1] > TOLERANCE))
    return _nearest(zone, one, package)


def _nearest(zone: DealZone, chosen: Flags, package: Package) -> NearestMiss | None:
    """Return the nearest of chosen members, (n, U) as :meth:`DealZone.inside` has them."""
    if not chosen.any():
        return None
    tables, case = zone.tables, zone.tables.case
    from_target = _steps(tables.target_levels, package.target)
    from_sender = _steps(tables.sender_levels, package.sender)
    best = _nearest_in(zone, chosen, from_target, from_sender)
    nearest = package_at(case, best.number)
    now, then = package_levels(case, package), package_levels(case, nearest)
    changes = tuple((issue, now[issue], then[issue]) for issue in now if now[issue] != then[issue])
    return NearestMiss(nearest, best.steps, changes, best.sender_gain, best.target_gain)


def _steps(levels: Counts, bundle: tuple[int, ...]) -> Counts:
    """Return how many level steps each bundle is away from one."""
    return np.abs(levels - np.asarray(bundle)).sum(axis=1)


def _nearest_in(zone: DealZone, chosen: Flags, from_target: Counts, from_sender: Counts) -> _Near:
    tables = zone.tables
    away = from_target[zone.bundles][:, None] + from_sender[tables.by_price]
    steps = int(away[chosen].min())
    rows, columns = np.nonzero(chosen & (away == steps))
    gains, inside = zone.gains(), zone.inside()
    ideal = tuple(float(np.max(gain, where=inside, initial=0)) for gain in gains)
    sender, target = (np.round(gain[rows, columns], DECIMALS) for gain in gains)
    numbers = zone.bundles[rows] * len(tables.price) + tables.by_price[columns]
    sticks = yardsticks(tables, zone.conditions, (ideal[0], ideal[1]))
    first = best_shared((sender, target), numbers, sticks)
    return _Near(steps, int(numbers[first]), float(sender[first]), float(target[first]))
