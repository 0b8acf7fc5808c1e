"""Packages over assumption sets: in how many each is in the deal zone, and how bold it is."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from explorer.model.package import Package, bundle_count, package_index
from explorer.model.result import Counts, Flags, Floats
from explorer.model.scenario import Scenario

Rank = Literal["target", "sender", "nash", "share"]
"""By what packages are ranked: what the target gives, what the sender gives (both in the sender's
points, as on the deal map), the product of both gains, or the weaker side's share of its ideal."""

RANKS: tuple[Rank, ...] = get_args(Rank)
"""All of them, in the order in which they are offered."""

HUNDRED = 100
"""Sureness is told as so many of a hundred sets."""

AT_LEAST = 80
"""Of a hundred sets, in how many a package holds that counts as sure unless told otherwise."""


@dataclass(frozen=True, slots=True)
class PackageSureness:
    """In how many of ``sets`` assumption sets one package is in the deal zone: ``hits``."""

    hits: int
    sets: int


@dataclass(frozen=True, slots=True, eq=False)
class Bold:
    """A scenario's packages over assumption sets, as far as these have been looked at.

    ``sets`` of ``wanted`` are done; the same ``seed`` gives the same sets. ``packages`` (n) are the
    numbers, rising, of all packages that were in the zone in any of them and of the case's named
    ones; ``hits`` (n) in how many sets each was in it. ``target`` and ``sender`` (n) are what that
    side gives, ``nash`` (n) the product of both gains where neither side loses, else 0, and
    ``share`` (n) the smaller of both sides' shares of their largest gains in the zone, else 0; the
    last two at the likely values of all assumptions.
    """

    scenario: Scenario
    seed: int
    sets: int
    wanted: int
    packages: Counts
    hits: Counts
    target: Floats
    sender: Floats
    nash: Floats
    share: Floats

    @property
    def is_done(self) -> bool:
        """Whether all sets have been looked at."""
        return self.sets >= self.wanted

    @property
    def ever(self) -> int:
        """How many packages are in the zone in any set."""
        return int(np.count_nonzero(self.hits))

    @property
    def of_hundred(self) -> Floats:
        """In how many of a hundred sets each package is in the zone, (n)."""
        return HUNDRED * self.hits / self.sets

    def measure(self, rank: Rank) -> Floats:
        """Return by what the packages are ranked, (n)."""
        measures: dict[Rank, Floats] = {
            "target": self.target,
            "sender": self.sender,
            "nash": self.nash,
            "share": self.share,
        }
        return measures[rank]

    def place_of(self, package: Package) -> int | None:
        """Return a package's place, None where no set has it in the zone and it has no name."""
        number = package_index(self.scenario.case, package)
        place = int(np.searchsorted(self.packages, number))
        is_known = place < len(self.packages) and self.packages[place] == number
        return place if is_known else None

    def sure(self, at_least: int) -> Flags:
        """Return which packages are in the zone in at least so many of a hundred sets, (n)."""
        return (self.hits > 0) & (HUNDRED * self.hits >= at_least * self.sets)

    def ranked(self, rank: Rank, at_least: int, *, most: int) -> Counts:
        """Return the places of the boldest packages that are sure, the boldest first.

        Of equally bold ones the surest comes first, then the one for which the other side gives
        least. Where one side's giving ranks, each of its bundles comes once, in its surest package.

        Parameters
        ----------
        at_least
            In how many of a hundred sets a package holds that counts.
        most
            How many at most.
        """
        places = np.flatnonzero(self.sure(at_least))
        other = self.target if rank == "sender" else self.sender
        keys = (self.packages, other, -self.hits, -self.measure(rank))
        places = places[np.lexsort(tuple(key[places] for key in keys))]
        if rank in ("nash", "share"):
            return places[:most]
        bundles = np.divmod(self.packages[places], bundle_count(self.scenario.case.sender_shape))
        own = bundles[0] if rank == "target" else bundles[1]
        _, firsts = np.unique(own, return_index=True)
        return places[np.sort(firsts)[:most]]

    def frontier(self, rank: Rank) -> Counts:
        """Return the places of the packages than which none is bolder and as sure.

        The surest first; one for each pair of sureness and boldness.
        """
        places = np.flatnonzero(self.hits)
        order = places[np.lexsort((places, -self.measure(rank)[places], -self.hits[places]))]
        bold = self.measure(rank)[order]
        best = np.concatenate(([-np.inf], np.maximum.accumulate(bold)[:-1]))
        return order[bold > best]
