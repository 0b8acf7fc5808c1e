"""The Pareto frontier of the deal zone."""

import numpy as np

from explorer.model.result import Counts, Flags, Floats, Frontier
from explorer.solver.deal_zone import DealZone, ZonePart
from explorer.solver.side import DECIMALS, TOLERANCE


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
    size = len(first)
    if not size:
        return np.zeros(0, dtype=np.bool_)
    order = np.argsort(-first)
    sorted_first, sorted_second = first[order], second[order]
    is_start = np.empty(size, dtype=np.bool_)
    is_start[0] = True
    np.not_equal(sorted_first[1:], sorted_first[:-1], out=is_start[1:])
    best_here = np.maximum.reduceat(sorted_second, np.flatnonzero(is_start))
    best_before = np.maximum.accumulate(best_here)
    beats_all = np.empty(len(best_here), dtype=np.bool_)
    beats_all[0] = True
    np.greater(best_here[1:], best_before[:-1], out=beats_all[1:])
    run = np.cumsum(is_start) - 1
    flags = np.empty(size, dtype=np.bool_)
    flags[order] = (sorted_second == best_here[run]) & beats_all[run]
    return flags


def frontier(zone: DealZone) -> Frontier:
    """Return the frontier: packages of the zone that no other dominates; ties all stay.

    Notes
    -----
    Within a group of the target's bundles, a package can only stay if neither of its bundles is
    dominated on its own side (same partners, better for both), so the product of two short lists
    holds the whole frontier. One more pass over that product finds it.
    """
    found = [_candidates(zone, part) for part in zone.parts if len(part.bundles)]
    if not found:
        empty = np.zeros(0)
        return _sealed(np.zeros(0, dtype=np.int64), empty, empty.copy())
    packages, sender_gain, target_gain = (
        np.concatenate(arrays) for arrays in zip(*found, strict=True)
    )
    keep = undominated(sender_gain, target_gain)
    packages, sender_gain, target_gain = packages[keep], sender_gain[keep], target_gain[keep]
    order = np.lexsort((packages, -sender_gain))
    return _sealed(packages[order], sender_gain[order], target_gain[order])


def _candidates(zone: DealZone, part: ZonePart) -> tuple[Counts, Floats, Floats]:
    tables, conditions = zone.tables, zone.conditions
    limit, need = conditions.limit[part.bundles], conditions.need[part.bundles]
    kept = undominated(limit, -need)
    targets, limit, need = part.bundles[kept], limit[kept], need[kept]
    partners = np.flatnonzero(part.group.allowed)
    price, worth = tables.price[partners], conditions.worth[partners]
    kept = undominated(-price, worth)
    partners, price, worth = partners[kept], price[kept], worth[kept]
    sender_gain = np.round(limit[:, None] - price[None, :], DECIMALS)
    target_gain = np.round(worth[None, :] - need[:, None], DECIMALS)
    inside = (sender_gain >= -TOLERANCE) & (target_gain >= -TOLERANCE)
    numbers = targets[:, None] * len(tables.price) + partners[None, :]
    return numbers[inside], sender_gain[inside], target_gain[inside]


def _sealed(packages: Counts, sender_gain: Floats, target_gain: Floats) -> Frontier:
    for array in (packages, sender_gain, target_gain):
        array.flags.writeable = False
    return Frontier(packages, sender_gain, target_gain)
