"""The Pareto frontier of the deal zone."""

import numpy as np

from explorer.model.result import Counts, Flags, Floats, Frontier
from explorer.solver.bit_sets import unpacked
from explorer.solver.deal_zone import DealZone
from explorer.solver.side import DECIMALS


def undominated(first: Floats, second: Floats) -> Flags:
    """Return which points no other is at least as good as in both and better than in one.

    Parameters
    ----------
    first, second
        Two arrays of length n, larger is better; equal points all stay.

    Returns
    -------
    Flags of length n.

    Notes
    -----
    One sort by the first measure and a running maximum of the second: a point stays if it has
    the best second measure among those with its first, and beats all with a larger first.
    """
    order = np.lexsort((-second, -first))
    return _undominated_of(order, first, second, np.ones((1, len(first)), dtype=np.bool_))[0]


def _undominated_of(order: Counts, first: Floats, second: Floats, chosen: Flags) -> Flags:
    """Return which points are undominated within each of some sets of them, (sets, n) flags.

    Parameters
    ----------
    order
        The n points by falling first measure, of equal ones by falling second.
    first, second
        The measures, (n).
    chosen
        The sets, (sets, n).
    """
    size = len(order)
    flags = np.zeros_like(chosen)
    if not size:
        return flags
    sorted_first = first[order]
    is_start = np.concatenate(([True], sorted_first[1:] != sorted_first[:-1]))
    starts = np.flatnonzero(is_start)[np.cumsum(is_start) - 1]
    points = np.where(chosen[:, order], second[order], -np.inf)
    best = np.maximum.accumulate(points, axis=1)
    # What is best among points with a larger first measure; nothing is before the first run.
    before = np.concatenate((np.full((len(chosen), 1), -np.inf), best), axis=1)[:, starts]
    flags[:, order] = (points == best) & (points > before)
    return flags


def frontier(zone: DealZone) -> Frontier:
    """Return the frontier: packages of the zone that no other dominates; ties all stay.

    Notes
    -----
    With the target's bundles of one kind the sender's same bundles are allowed. So a package can
    only stay if neither of its bundles is dominated on its own side by another of its kind: short
    lists, whose members of the zone hold the whole frontier. One more pass over these finds it.

    Where a ceiling cuts gains, packages tie that differ without it, and any of the zone can stay;
    then all of them are looked at.
    """
    packages, sender_gain, target_gain = _members(zone) if _is_cut(zone) else _candidates(zone)
    keep = undominated(sender_gain, target_gain)
    packages, sender_gain, target_gain = packages[keep], sender_gain[keep], target_gain[keep]
    order = np.lexsort((packages, -sender_gain))
    return _sealed(packages[order], sender_gain[order], target_gain[order])


def _is_cut(zone: DealZone) -> bool:
    """Return whether a ceiling may cut the gains of any package of the zone."""
    found, bundles = zone.conditions, zone.bundles
    if not len(bundles):
        return False
    sender = found.limit[bundles].max() - zone.tables.prices[0]
    target = found.worth.max() - found.need[bundles].min()
    return bool(sender > found.most[0] or target > found.most[1])


def _members(zone: DealZone) -> tuple[Counts, Floats, Floats]:
    """Return every package of the zone with both gains."""
    rows, columns = np.nonzero(zone.inside())
    numbers = zone.bundles[rows] * len(zone.tables.price) + zone.tables.by_price[columns]
    sender, target = (np.round(gain[rows, columns], DECIMALS) for gain in zone.gains())
    return numbers, sender, target


def _candidates(zone: DealZone) -> tuple[Counts, Floats, Floats]:
    tables, conditions = zone.tables, zone.conditions
    kinds, kind_of = np.unique(zone.allowance.kind_of[zone.bundles], return_inverse=True)
    limit, need = conditions.limit[zone.bundles], conditions.need[zone.bundles]
    kept = np.flatnonzero(_undominated_by_kind(limit, -need, kind_of))
    # What dominates a partner in the zone is a partner in the zone too, so the others can go.
    some = np.flatnonzero(unpacked(np.bitwise_or.reduce(zone.members), len(tables.prices)))
    price, worth = tables.prices[some], conditions.worth[tables.by_price[some]]
    allowed = unpacked(zone.allowance.sets[kinds], len(tables.prices))[:, some]
    efficient = _undominated_of(np.lexsort((-worth, price)), -price, worth, allowed)
    rows, columns = np.nonzero(zone.inside(kept)[:, some] & efficient[kind_of[kept]])
    numbers = zone.bundles[kept][rows] * len(tables.price) + tables.by_price[some][columns]
    sender_gain = np.round(limit[kept][rows] - price[columns], DECIMALS)
    target_gain = np.round(worth[columns] - need[kept][rows], DECIMALS)
    return numbers, sender_gain, target_gain


def _undominated_by_kind(first: Floats, second: Floats, kind_of: Counts) -> Flags:
    """Return which points no other of their kind dominates, (n,) flags.

    ``kind_of`` (n) holds kinds from 0. Each kind is moved so far along a falling line that no
    point of another can dominate it: by ranks, so that nothing is rounded.
    """
    if not kind_of.any():
        return undominated(first, second)
    size = len(first) + 1
    firsts = np.unique(first, return_inverse=True)[1] - kind_of * size
    seconds = np.unique(second, return_inverse=True)[1] + kind_of * size
    return undominated(firsts.astype(np.float64), seconds.astype(np.float64))


def _sealed(packages: Counts, sender_gain: Floats, target_gain: Floats) -> Frontier:
    for array in (packages, sender_gain, target_gain):
        array.flags.writeable = False
    return Frontier(packages, sender_gain, target_gain)
