"""Which package a computer delegation offers: enough for itself, and nearest to the other's wish.

It knows the issues and the order of their levels, its own numbers and lines, and what the other
side has offered; nothing of the other's numbers or lines. So it takes what asks the least of the
other: of the packages that are good enough for itself, the one that falls least short of the
other's last offer. Similarity to the last offer is how Faratin, Sierra and Jennings choose among
what is equally good to oneself ("Using similarity criteria to make issue trade-offs in automated
negotiations", Artificial Intelligence 142, 2002). Here an issue falls short by the share of its
levels by which it is worse for the other than in that offer; what is better for the other does not
count, and all issues weigh the same, since their weights are the other's secret.
"""

from collections.abc import Sequence
from math import lcm

import numpy as np
from numpy.typing import NDArray

from explorer.classroom.negotiation.own_side import OwnSide
from explorer.model.issue import Issue, Role
from explorer.model.package import Bundle, Package, package_at

UNREACHED = np.iinfo(np.int32).max
"""How far away a package is counted that is not good enough."""


def most_for_other(own: OwnSide) -> Package:
    """Return the package in which a delegation gives everything and asks for nothing.

    It stands for the other's wish as long as the other has offered nothing.
    """
    case = own.scenario.case
    top_target = tuple(size - 1 for size in case.target_shape)
    top_sender = tuple(size - 1 for size in case.sender_shape)
    if own.role == "target":
        return Package(top_target, (0,) * len(top_sender))
    return Package((0,) * len(top_target), top_sender)


def nearest_offer(own: OwnSide, least: float, wish: Package, lot: Sequence[int]) -> Package:
    """Return the package that a delegation offers.

    Parameters
    ----------
    own
        The delegation's own judgement; its best is at least ``least``.
    least
        The gain that it asks for.
    wish
        The other's last offer.
    lot
        What draws among packages that are equally near: the same numbers draw the same one.
    """
    case = own.scenario.case
    unit = lcm(*(len(issue.levels) - 1 for issue in case.issues))
    target = _shortfall(case.target_issues, own, wish.target, unit)
    sender = _shortfall(case.sender_issues, own, wish.sender, unit)
    short = np.add.outer(target, sender)
    np.putmask(short, ~own.at_least(least), UNREACHED)
    nearest = np.flatnonzero(short == short.min())
    drawn = np.random.default_rng(lot).integers(len(nearest))
    return package_at(case, int(nearest[drawn]))


def _shortfall(
    issues: tuple[Issue, ...], own: OwnSide, wish: Bundle, unit: int
) -> NDArray[np.int32]:
    """Return by how much each bundle of one side falls short of the other's wish, in units."""
    giver: Role = issues[0].given_by
    levels = own.tables.target_levels if giver == "target" else own.tables.sender_levels
    total = np.zeros(len(levels), dtype=np.int32)
    for place, issue in enumerate(issues):
        more = levels[:, place] - wish[place]
        missing = -more if giver == own.role else more
        total += np.maximum(0, missing).astype(np.int32) * (unit // (len(issue.levels) - 1))
    return total
