"""Counting packages: how many of the sender's bundles are cheap enough and worth enough.

One table answers all questions: row i, column j holds how many allowed bundles of the sender have
one of the i cheapest prices and one of the j largest worths. Each bundle of the target then costs
two binary searches and one look-up, instead of one comparison per package.
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

    ``prices`` are the distinct prices in rising order, p of them; ``worths`` the worths in rising
    order, n of them; ``table`` is (p + 1, n + 1): entry (i, j) counts bundles with one of the i
    smallest prices and one of the j largest worths.
    """

    prices: Floats
    worths: Floats
    table: NDArray[np.int32]

    def within_reach(self, limits: Floats, needs: Floats) -> Flags:
        """Return for which limits and needs some allowed bundle is cheap, and some worth, enough.

        Where one is missing nothing can be counted, and comparing is quicker than searching.
        """
        if not len(self.worths):
            return np.zeros(len(limits), dtype=np.bool_)
        cheapest = self.prices[np.flatnonzero(self.table[1:, -1])[0]]
        return (limits >= cheapest - TOLERANCE) & (needs <= self.worths[-1] + TOLERANCE)

    def affordable(self, limits: Floats) -> Counts:
        """Return how many distinct prices lie at or below each limit, ties included."""
        return np.searchsorted(self.prices, limits + TOLERANCE, side="right")

    def enough(self, needs: Floats) -> Counts:
        """Return how many worths reach each need, ties included."""
        return len(self.worths) - np.searchsorted(self.worths, needs - TOLERANCE, side="left")

    def counts(self, affordable: Counts, enough: Counts) -> NDArray[np.int32]:
        """Return the entries at places that :meth:`affordable` and :meth:`enough` found."""
        # One flat index is several times as quick as a pair.
        return self.table.ravel()[affordable * self.table.shape[1] + enough]


def count_table(tables: CaseTables, conditions: Sides, allowed: Flags) -> CountTable:
    """Return the table of the sender's allowed bundles (U flags) under both conditions."""
    bundles = np.flatnonzero(allowed)
    worth = conditions.worth[bundles]
    order = np.argsort(worth)
    size = len(bundles)
    table = np.zeros((len(tables.prices) + 1, size + 1), dtype=np.int32)
    table[tables.price_place[bundles[order]] + 1, size - np.arange(size)] = 1
    np.cumsum(table, axis=1, out=table)
    np.cumsum(table, axis=0, out=table)
    return CountTable(tables.prices, worth[order], table)
