"""Likeness without a common scale: gains of two sides as shares of each side's best.

Points of one side cannot be compared with points of the other. A share can: of the largest gain
that the side has in the zone, as Kalai and Smorodinsky measure, or, where it has none above zero
there, of the whole stretch between its best and its worst package. Multiplying all points of a
side by a positive number changes no share.
"""

import numpy as np

from explorer.model.result import Counts, Floats
from explorer.solver.side import SLACK, Amount, Sides
from explorer.solver.tables import CaseTables

SHARE_DECIMALS = 7
"""Shares nearer than this are tied; coarser than the rounding of gains, so that it decides none."""


def yardsticks(
    tables: CaseTables, conditions: Sides, ideal: tuple[float, float] | None
) -> tuple[float, float]:
    """Return what a share of 1 is for the sender and for the target, in each one's own points.

    Parameters
    ----------
    tables, conditions
        The case, and both sides' conditions.
    ideal
        Each side's largest gain in the zone; None if it is empty.

    Returns
    -------
    Each above zero; infinity for a side to which all packages are worth the same, so that its
    shares are all zero.
    """
    best = ideal or (0.0, 0.0)
    given, gives = tables.target_gives, tables.sender_gives
    stretches = (
        _stretch(conditions.limit[given], -tables.price[gives], conditions.most[0]),
        _stretch(conditions.worth[gives], -conditions.need[given], conditions.most[1]),
    )
    return _stick(best[0], stretches[0]), _stick(best[1], stretches[1])


def best_shared(gains: tuple[Floats, Floats], numbers: Counts, sticks: tuple[float, float]) -> int:
    """Return the place of the package whose worse-off side has the largest share of its best.

    Parameters
    ----------
    gains
        The sender's and the target's over waiting, each (n); losses are below zero.
    numbers
        The packages' numbers (n). Ties: the larger sum of shares, then the smallest number.
    sticks
        See :func:`yardsticks`.
    """
    sender, target = gains[0] / sticks[0], gains[1] / sticks[1]
    smaller = np.round(np.minimum(sender, target), SHARE_DECIMALS)
    total = np.round(sender + target, SHARE_DECIMALS)
    return int(np.lexsort((numbers, -total, -smaller))[0])


def _stretch(one: Floats, other: Floats, most: Amount) -> float:
    """Return from the lowest to the highest sum of two points, of those up to an end."""
    highest = min(float(one.max() + other.max()), float(most))
    return highest - float(one.min() + other.min())


def _stick(best: float, stretch: float) -> float:
    if best > SLACK:
        return best
    return stretch if stretch > 0 else np.inf
