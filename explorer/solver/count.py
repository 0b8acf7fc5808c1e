"""Counting packages: how many of the sender's bundles are cheap enough and worth enough.

One table answers all questions: row i, column j holds how many allowed bundles of the sender lie
among the i cheapest prices and have one of the worths from the j-th upwards. Each bundle of the
target then costs two binary searches and one look-up, instead of one comparison per package.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.model.result import Counts, Flags, Floats
from explorer.solver.side import TOLERANCE, Sides
from explorer.solver.tables import CaseTables


@dataclass(frozen=True, slots=True, eq=False)
class CountTable:
    """Counts of the sender's allowed bundles by price and worth.

    ``worths`` are the worths in rising order, n of them; ``prices`` the distinct prices, p of
    them; ``table`` is (p + 1, n + 1): entry (i, j) counts bundles with one of the i smallest
    prices and a worth at place j or later.
    """

    prices: Floats
    worths: Floats
    table: NDArray[np.int32]

    def affordable(self, limits: Floats) -> Counts:
        """Return how many distinct prices lie at or below each limit, ties included."""
        return np.searchsorted(self.prices, limits + TOLERANCE, side="right")

    def too_little(self, needs: Floats) -> Counts:
        """Return how many worths lie below each need, ties not included."""
        return np.searchsorted(self.worths, needs - TOLERANCE, side="left")


def count_table(tables: CaseTables, conditions: Sides, allowed: Flags) -> CountTable:
    """Return the table of the sender's allowed bundles (U flags) under both conditions."""
    bundles = np.flatnonzero(allowed)
    worth = conditions.worth[bundles]
    order = np.argsort(worth, kind="stable")
    size = len(bundles)
    table = np.zeros((len(tables.prices) + 1, size + 1), dtype=np.int32)
    # Columns run from the largest worth down while summing: "at place j or later" is then a plain
    # running sum, and the finished table is turned round without copying.
    table[tables.price_place[bundles[order]] + 1, size - np.arange(size)] = 1
    np.cumsum(table, axis=1, out=table)
    np.cumsum(table, axis=0, out=table)
    return CountTable(tables.prices, worth[order], table[:, ::-1])
