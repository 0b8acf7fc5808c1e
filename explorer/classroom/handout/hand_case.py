"""A bargain over three issues, small enough to be solved by hand, cut out of a case.

Points are whole numbers, so that what is found with pencil and paper is exact. It is an exercise:
everything else in the case stands still, so its zone is not the zone of the scenario.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.issue import Issue
from explorer.model.package import bundle_index
from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.solver.side import Most, sides
from explorer.solver.tables import case_tables

MOST_COMMITMENTS, MOST_CONCESSIONS = 4, 3
"""Levels of the commitment and of each concession on a sheet: nine sums, three dozen packages."""

GOOD_SIZES = range(3, 9)
"""Packages of a zone that is neither found at once nor too long to write down."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A level that the target gives: what the sender pays for it at most, what it has to bring.

    ``limit`` is in the sender's points, ``need`` in the target's; both may be negative.
    """

    words: str
    limit: int
    need: int


@dataclass(frozen=True, slots=True)
class Concession:
    """A level that the sender gives: its price in the sender's points, its worth to the target."""

    words: str
    price: int
    worth: int


HandPackage = tuple[int, int, int]
"""Places, from 0, of the commitment and of both concessions."""


@dataclass(frozen=True, slots=True)
class HandCase:
    """Three issues with a few levels each; ``names`` are those of the issues in this order."""

    scenario: Scenario
    names: tuple[str, str, str]
    commitments: tuple[Commitment, ...]
    first: tuple[Concession, ...]
    second: tuple[Concession, ...]

    def packages(self) -> Iterator[HandPackage]:
        """Yield every package in which the sender gives something."""
        for commitment in range(len(self.commitments)):
            for one in range(len(self.first)):
                for two in range(len(self.second)):
                    if one or two:
                        yield commitment, one, two

    def price(self, package: HandPackage) -> int:
        """Return what both concessions cost the sender."""
        return self.first[package[1]].price + self.second[package[2]].price

    def worth(self, package: HandPackage) -> int:
        """Return what both concessions are worth to the target."""
        return self.first[package[1]].worth + self.second[package[2]].worth

    def gains(self, package: HandPackage) -> tuple[int, int]:
        """Return what the sender and the target gain over waiting."""
        commitment = self.commitments[package[0]]
        return commitment.limit - self.price(package), self.worth(package) - commitment.need

    def zone(self) -> tuple[HandPackage, ...]:
        """Return the packages in which neither side loses."""
        return tuple(each for each in self.packages() if min(self.gains(each)) >= 0)

    def best(self) -> tuple[HandPackage, ...]:
        """Return the packages of the zone with the largest product of both gains, all ties."""
        zone = self.zone()
        most = max(one * two for one, two in map(self.gains, zone))
        return tuple(each for each in zone if np.prod(self.gains(each)) == most)

    def line(self) -> tuple[int, int]:
        """Return a red line as the place of a concession in a package and a level that it forbids.

        It forbids this level and those above it. The line takes some packages out of the zone and
        leaves some where there is such a line.
        """
        levels = {1: len(self.first), 2: len(self.second)}
        lines = [(place, level) for place, count in levels.items() for level in range(1, count)]
        whole = len(self.zone())
        left = {line: len(self.zone_within(line)) for line in lines}
        some = [line for line in lines if 0 < left[line] < whole]
        biting = [line for line in lines if left[line] < whole]
        return (some or biting or lines)[-1]

    def zone_within(self, line: tuple[int, int]) -> tuple[HandPackage, ...]:
        """Return the packages of the zone that a red line leaves."""
        place, level = line
        return tuple(each for each in self.zone() if each[place] < level)


def hand_case(scenario: Scenario) -> HandCase:
    """Return the three issues of a scenario that make the best exercise.

    Best is a zone of few packages in which some commitments are open and some closed; among alike
    ones the first in the order of the case.

    Raises
    ------
    ScenarioError
        If no three issues of the scenario have a zone that is worth the exercise.
    """
    found = [(_quality(each), each) for each in _candidates(scenario)]
    best = max((quality for quality, _ in found), default=0)
    if best <= 0:
        raise ScenarioError(
            tr(
                "“{scenario}” has no three issues whose zone can be found by hand. Begin with "
                "another scenario.",
                scenario=scenario.name,
            )
        )
    return next(each for quality, each in found if quality == best)


def _quality(candidate: HandCase) -> int:
    """Return how good an exercise is; 0 for none."""
    zone = candidate.zone()
    opened = {package[0] for package in zone}
    if not zone or len(opened) == len(candidate.commitments):
        return 0
    has_size = len(zone) in GOOD_SIZES
    is_full = len(candidate.commitments) == MOST_COMMITMENTS
    edges = any(0 in candidate.gains(each) for each in candidate.packages())
    return 1 + 8 * has_size + 4 * (len(opened) > 1) + 2 * is_full + edges


def _candidates(scenario: Scenario) -> Iterator[HandCase]:
    case = scenario.case
    tables = case_tables(case)
    found = sides(tables.parts, scenario)
    concessions = [
        (issue, _concessions(case, place, issue, tables.price, found.worth))
        for place, issue in enumerate(case.sender_issues)
    ]
    useful = [each for each in concessions if _is_useful(each[1])]
    for place, issue in enumerate(case.target_issues):
        for others in _frames(case, place):
            commitments = _commitments(case, place, others, found.limit, found.need)
            for one, two in combinations(useful, 2):
                names = (issue.name, one[0].name, two[0].name)
                made = HandCase(scenario, names, commitments, one[1], two[1])
                if _is_uncut(made, found.most):
                    yield made


def _is_uncut(candidate: HandCase, most: Most) -> bool:
    """Tell whether no package reaches beyond a ceiling, of which a sheet says nothing."""
    every = [candidate.gains(each) for each in candidate.packages()]
    return all(one <= most[0] and other <= most[1] for one, other in every)


def _frames(case: Case, place: int) -> Iterator[tuple[int, ...]]:
    """Yield the levels of the target's other issues: those of each row, the issue left out."""
    seen: set[tuple[int, ...]] = set()
    for row in case.rows:
        levels = [row.levels.get(issue.id, 0) for issue in case.target_issues]
        levels[place] = 0
        if tuple(levels) not in seen:
            seen.add(tuple(levels))
            yield tuple(levels)


def _commitments(
    case: Case, place: int, others: tuple[int, ...], limits: Floats, needs: Floats
) -> tuple[Commitment, ...]:
    issue = case.target_issues[place]
    made: list[Commitment] = []
    for level in range(1, len(issue.levels))[:MOST_COMMITMENTS]:
        bundle = bundle_index(case.target_shape, (*others[:place], level, *others[place + 1 :]))
        words = issue.levels[level].words
        made.append(Commitment(words, round(limits[bundle]), round(needs[bundle])))
    return tuple(made)


def _concessions(
    case: Case, place: int, issue: Issue, prices: Floats, worths: Floats
) -> tuple[Concession, ...]:
    last = len(issue.levels) - 1
    chosen = sorted({0, (last + 1) // 2, last} if last > 1 else {0, last})
    made: list[Concession] = []
    for level in chosen[:MOST_CONCESSIONS]:
        levels = [0] * len(case.sender_issues)
        levels[place] = level
        bundle = bundle_index(case.sender_shape, tuple(levels))
        words = issue.levels[level].words
        made.append(Concession(words, round(prices[bundle]), round(worths[bundle])))
    return tuple(made)


def _is_useful(levels: tuple[Concession, ...]) -> bool:
    """Tell whether levels differ for both sides, and the lowest costs and brings nothing."""
    prices, worths = [each.price for each in levels], [each.worth for each in levels]
    is_rising = prices == sorted(set(prices)) and worths == sorted(set(worths))
    return is_rising and prices[0] == worths[0] == 0
