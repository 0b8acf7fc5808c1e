"""Bold but sure: every package that any assumption set leaves in the zone, and in how many."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from explorer.model.bold import Bold, PackageSureness
from explorer.model.package import Package, package_index, package_of
from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.model.study import SEED
from explorer.solver.deal_zone import deal_zone
from explorer.solver.frontier import frontier
from explorer.solver.many_worlds import member_worlds
from explorer.solver.package_tally import PackageTally
from explorer.solver.side import DECIMALS, TOLERANCE, Sides, cut_gains
from explorer.solver.solution import ideal_gains, smaller_shares
from explorer.solver.tables import CaseTables, case_tables
from explorer.solver.uncertain import assumption_sets, drawn_parts
from explorer.studies.sureness import SETS, step_sizes


def bold_steps(scenario: Scenario, *, seed: int = SEED, sets: int = SETS) -> Iterator[Bold]:
    """Yield how sure every package is, again and again with more assumption sets.

    Each answer holds for all sets so far; whoever asks may stop at any time. The first one is
    worked out within a frame.

    ``seed``: A whole number that is not negative. ``sets``: How many sets in the end, at least 1.
    """
    tally, standing, done = PackageTally(scenario), _standing(scenario), 0
    for draws in drawn_parts(scenario, step_sizes(sets), seed=seed):
        tally.add(draws)
        done += draws.size
        packages, hits = _with_named(standing.tables, *tally.counts())
        yield Bold(scenario, seed, done, sets, packages, hits, **standing.measures(packages))


def bold(scenario: Scenario, *, seed: int = SEED, sets: int = SETS) -> Bold:
    """Return how sure every package is over all assumption sets; see :func:`bold_steps`."""
    *_, last = bold_steps(scenario, seed=seed, sets=sets)
    return last


def package_sureness(
    scenario: Scenario, package: Package, *, seed: int = SEED, sets: int = SETS
) -> PackageSureness:
    """Return in how many assumption sets one package is in the zone; see :func:`bold_steps`."""
    found = member_worlds(scenario, assumption_sets(scenario, sets, seed=seed), package)
    return PackageSureness(int(np.count_nonzero(found)), sets)


@dataclass(frozen=True, slots=True, eq=False)
class _Standing:
    """A scenario at the likely values of all assumptions: conditions, and each side's ideal."""

    tables: CaseTables
    conditions: Sides
    ideal: tuple[float, float]

    def measures(self, packages: Counts) -> dict[str, Floats]:
        """Return how bold packages are, by the names that :class:`Bold` has for it."""
        target, sender = np.divmod(packages, len(self.tables.price))
        sender_gain, target_gain = self._gains(target, sender)
        return {
            "target": self.tables.reach[target],
            "sender": self.tables.price[sender],
            "nash": np.maximum(sender_gain, 0) * np.maximum(target_gain, 0),
            "share": smaller_shares(sender_gain, target_gain, self.ideal),
        }

    def _gains(self, target: Counts, sender: Counts) -> tuple[Floats, Floats]:
        """Return both sides' gains, and no gain at all where one of them loses."""
        found, price = self.conditions, self.tables.price
        sender_gain, target_gain = cut_gains(
            (
                np.round(found.limit[target] - price[sender], DECIMALS),
                np.round(found.worth[sender] - found.need[target], DECIMALS),
            ),
            found.most,
        )
        loses = (sender_gain < -TOLERANCE) | (target_gain < -TOLERANCE)
        return np.where(loses, 0.0, sender_gain), np.where(loses, 0.0, target_gain)


def _standing(scenario: Scenario) -> _Standing:
    tables, zone = case_tables(scenario.case), deal_zone(scenario)
    return _Standing(tables, zone.conditions, ideal_gains(frontier(zone)) or (0.0, 0.0))


def _with_named(tables: CaseTables, packages: Counts, hits: Counts) -> tuple[Counts, Counts]:
    """Return packages and hits with the case's named packages among them."""
    case = tables.case
    numbers = [package_index(case, package_of(case, each.levels)) for each in case.packages]
    every = np.union1d(packages, np.asarray(numbers, dtype=np.int64))
    all_hits = np.zeros(len(every), dtype=np.int64)
    all_hits[np.searchsorted(every, packages)] = hits
    return every, all_hits
