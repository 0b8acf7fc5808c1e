"""The sender's bundles as partners: which are cheap enough and worth enough, as sets of bits.

Bundles are numbered by rising price here, so that what a price can buy are always the first
ones. A question costs two binary searches and one cut of two sets, instead of one comparison for
each package.
"""

from dataclasses import dataclass

import numpy as np

from explorer.model.result import Floats
from explorer.solver.bit_sets import Words, first_sets
from explorer.solver.side import TOLERANCE
from explorer.solver.tables import CaseTables


@dataclass(frozen=True, slots=True, eq=False)
class Partners:
    """The sender's bundles, U of them, ready to be cut.

    ``prices`` (U) and ``worths`` (U) rise. ``cheapest`` (U + 1, words) holds at place i the i
    bundles that cost least, ``best`` (U + 1, words) the i bundles that are worth most.
    """

    prices: Floats
    worths: Floats
    cheapest: Words
    best: Words

    def within(self, limits: Floats, needs: Floats) -> Words:
        """Return the bundles that cost no more than a limit and reach a need, ties included.

        Parameters
        ----------
        limits, needs
            One question in each place, (n).

        Returns
        -------
        Sets (n, words).
        """
        affordable = np.searchsorted(self.prices, limits + TOLERANCE, side="right")
        short = np.searchsorted(self.worths, needs - TOLERANCE, side="left")
        return self.cheapest[affordable] & self.best[len(self.worths) - short]


def partners(tables: CaseTables, worth: Floats) -> Partners:
    """Return the sender's bundles where they are worth this to the target, (U)."""
    by_price = worth[tables.by_price]
    order = np.argsort(by_price)
    best = first_sets(order[None, ::-1])[0]
    return Partners(tables.prices, by_price[order], tables.cheapest, best)
