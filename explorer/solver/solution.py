"""Bargaining solutions: single packages that a principle of fairness picks from the zone."""

import numpy as np

from explorer.model.package import package_at
from explorer.model.result import Floats, Frontier, Solution
from explorer.solver.deal_zone import DealZone, packages_with_gains, zone_packages
from explorer.solver.side import TOLERANCE


def ideal_gains(frontier: Frontier) -> tuple[float, float] | None:
    """Return each side's largest gain in the zone, the sender's first; None if it is empty."""
    if not len(frontier.packages):
        return None
    return float(frontier.sender_gain.max()), float(frontier.target_gain.max())


def nash_point(zone: DealZone, frontier: Frontier) -> Solution | None:
    """Return the package with the largest product of gains; None if the zone is empty.

    Notes
    -----
    Nash, "The Bargaining Problem", Econometrica 18, 1950. Waiting is the point of disagreement.
    Ties: the larger sum of gains, each as a share of its ideal, then the first package. A package
    off the frontier can only tie where every product is zero, and then all of the zone does.
    """
    sender = np.maximum(frontier.sender_gain, 0)
    target = np.maximum(frontier.target_gain, 0)
    products = sender * target
    if not len(products):
        return None
    ties = np.count_nonzero(products >= products.max() - TOLERANCE)
    if products.max() <= TOLERANCE:
        ties = zone_packages(zone)
    return _solution(zone, frontier, products, int(ties))


def kalai_smorodinsky_point(zone: DealZone, frontier: Frontier) -> Solution | None:
    """Return the package whose worse-off side has the largest share of its ideal gain.

    None if the zone is empty.

    Notes
    -----
    Kalai and Smorodinsky, "Other Solutions to Nash's Bargaining Problem", Econometrica 43, 1975,
    in the largest-minimum form that discrete packages need; the ideal is each side's largest gain
    in the zone, and a share of an ideal of zero is zero. Ties as for :func:`nash_point`; packages
    off the frontier can tie (same smaller share) and are counted.
    """
    ideal = ideal_gains(frontier)
    if ideal is None:
        return None
    shares = smaller_shares(frontier.sender_gain, frontier.target_gain, ideal)
    best = float(shares.max())
    if best <= TOLERANCE:
        ties = zone_packages(zone)
    else:
        ties = packages_with_gains(zone, best * ideal[0], best * ideal[1])
    return _solution(zone, frontier, shares, ties)


def smaller_shares(sender_gain: Floats, target_gain: Floats, ideal: tuple[float, float]) -> Floats:
    """Return which share of its ideal gain the side has that is worse off by that share.

    ``sender_gain``, ``target_gain``: Gains over waiting, (n). ``ideal``: Each side's largest gain.
    """
    return np.minimum(_shares(sender_gain, ideal[0]), _shares(target_gain, ideal[1]))


def _shares(gains: Floats, ideal: float) -> Floats:
    return np.maximum(gains, 0) / ideal if ideal > 0 else np.zeros_like(gains)


def _solution(zone: DealZone, frontier: Frontier, measure: Floats, ties: int) -> Solution:
    tied = np.flatnonzero(measure >= measure.max() - TOLERANCE)
    ideal = ideal_gains(frontier) or (0.0, 0.0)
    sums = _shares(frontier.sender_gain[tied], ideal[0])
    sums = sums + _shares(frontier.target_gain[tied], ideal[1])
    tied = tied[sums >= sums.max() - TOLERANCE]
    chosen = tied[np.argmin(frontier.packages[tied])]
    return Solution(
        package=package_at(zone.tables.case, int(frontier.packages[chosen])),
        sender_gain=float(frontier.sender_gain[chosen]),
        target_gain=float(frontier.target_gain[chosen]),
        ties=ties,
    )
