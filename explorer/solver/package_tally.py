"""In how many worlds each package is in the zone: all packages counted, as bits, none sampled."""

import numpy as np

from explorer.model.result import Counts
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import Words, unpacked
from explorer.solver.many_worlds import ZoneMembers, zone_members
from explorer.solver.tables import case_tables
from explorer.solver.uncertain import Draws


class SetTally:
    """Counts in how many of some tables of sets each bundle of each row is.

    A counter for every bundle, the digits of sixty-four of them in one word: two waiting tables of
    a place and a third one add up to one of that place and one of the next (a carry-save adder).
    Each table costs one such addition, however many there have been.
    """

    def __init__(self) -> None:
        """Begin at nought."""
        self._waiting: list[list[Words]] = []

    def add(self, sets: Words) -> None:
        """Count the sets of one table, (rows, words); all tables have the same shape."""
        carry, place = sets, 0
        while True:
            if place == len(self._waiting):
                self._waiting.append([])
            waiting = self._waiting[place]
            if len(waiting) < 2:
                waiting.append(carry)
                return
            first, second = waiting
            odd = first ^ second
            waiting[:] = [odd ^ carry]
            carry = (first & second) | (odd & carry)
            place += 1

    def counts(self, columns: int) -> tuple[Counts, Counts, Counts]:
        """Return row, column and count of every bundle that was ever in a set, in order.

        ``columns``: How many bundles a row has.
        """
        tables = [(place, table) for place, part in enumerate(self._waiting) for table in part]
        ever = np.bitwise_or.reduce([table for _, table in tables])
        rows = np.flatnonzero(ever.any(axis=1))
        total = np.zeros((len(rows), columns), dtype=np.int32)
        for place, table in tables:
            total += unpacked(table[rows], columns).astype(np.int32) << place
        row, column = np.nonzero(total)
        return rows[row], column, total[row, column].astype(np.int64)


class PackageTally:
    """Counts in how many worlds of one scenario each package is in the zone."""

    def __init__(self, scenario: Scenario) -> None:
        """Begin without a world."""
        self._scenario = scenario
        self._tables = case_tables(scenario.case)
        self._tally = SetTally()
        self._partners = np.zeros(0, dtype=np.int64)

    def add(self, draws: Draws) -> None:
        """Look at more worlds, at least one."""
        for found in zone_members(self._scenario, draws):
            self._partners = found.partners
            for table in _by_world(found, len(self._tables.target_levels)):
                self._tally.add(table)

    def counts(self) -> tuple[Counts, Counts]:
        """Return the packages that were ever in the zone, by rising number, and in how many worlds.

        At least one world has been looked at.
        """
        if not len(self._partners):
            return self._partners, self._partners
        bundle, place, hits = self._tally.counts(len(self._partners))
        return bundle * len(self._tables.price) + self._partners[place], hits


def _by_world(found: ZoneMembers, bundles: int) -> Words:
    """Return the zone's sets in every world, (S, bundles of the target, words)."""
    tables = np.zeros((found.size, bundles, found.sets.shape[1]), dtype=np.uint64)
    tables[found.world, found.bundle] = found.sets
    return tables
