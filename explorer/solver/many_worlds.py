"""Many worlds at once: zone, board and named packages of one scenario in each of them.

A world's packages fall into two sides, so none of them has to be looked at: a package is in the
zone if its price is among the sender's bundles cheap enough for the target's bundle, and its
worth among those that are enough. Both sets are kept as bits, one for each bundle of the sender
and one list of words for each place in the order of prices or worths; what they have in common
is counted bit by bit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from explorer.model.case import Case
from explorer.model.package import Package, bundle_index
from explorer.model.result import Counts, Flags, Floats
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import Words, first_sets, packed
from explorer.solver.line import Allowance, allowance
from explorer.solver.side import SLACK, TOLERANCE, cut_gains
from explorer.solver.tables import CaseTables, case_tables
from explorer.solver.uncertain import Draws
from explorer.solver.worlds import ManySides, Worlds, rounded, worlds

CHUNK = 64
"""Worlds whose conditions are worked out together: many enough that calls cost little."""

BLOCK = 16
"""Worlds whose sets are cut together: few enough for the processor's own memory."""


class RowOutcomes(NamedTuple):
    """The board's rows in S worlds, each (S, R); see :class:`Outcomes`."""

    floors: Floats
    limits: Floats
    is_open: Flags


@dataclass(frozen=True, slots=True, eq=False)
class ZoneMembers:
    """The zones of ``size`` worlds, as sets of partners.

    ``world`` and ``bundle`` (n) tell of which world, from 0, and which of the target's bundles
    each of ``sets`` (n, words) is: its bits are places in ``partners``, the numbers of the
    sender's bundles. A bundle that is not named has none.
    """

    size: int
    world: Counts
    bundle: Counts
    sets: Words
    partners: Counts


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """What a scenario is in S worlds; R rows of the board, N packages that were asked about.

    ``packages`` (S, classes) counts the zone by class. ``floors`` (S, R) is the least price among
    allowed concessions that the target takes, infinite where none is enough, ``limits`` (S, R)
    the dearest that the sender would pay, ``is_open`` (S, R) whether the row has a zone.
    ``is_in_zone`` (S, N) tells it of the packages.
    """

    packages: Counts
    floors: Floats
    limits: Floats
    is_open: Flags
    is_in_zone: Flags

    @property
    def size(self) -> int:
        """How many worlds."""
        return len(self.packages)


def joined(parts: Sequence[Outcomes]) -> Outcomes:
    """Return the worlds of several parts, at least one, of the same scenario, as one."""
    return Outcomes(
        np.concatenate([part.packages for part in parts]),
        np.concatenate([part.floors for part in parts]),
        np.concatenate([part.limits for part in parts]),
        np.concatenate([part.is_open for part in parts]),
        np.concatenate([part.is_in_zone for part in parts]),
    )


def outcomes(scenario: Scenario, draws: Draws, packages: tuple[Package, ...] = ()) -> Outcomes:
    """Return what a scenario is in each of the drawn worlds.

    Parameters
    ----------
    scenario
        Whose lines hold in every world; what is drawn stands in place of its own numbers.
    draws
        At least one world.
    packages
        Whether these are in the zone is told as well.
    """
    starts = range(0, draws.size, CHUNK)
    return joined([_part(scenario, draws.part(at, at + CHUNK), packages) for at in starts])


def row_outcomes(scenario: Scenario, draws: Draws) -> RowOutcomes:
    """Return the board's rows in each of the drawn worlds, and nothing else."""
    tables = case_tables(scenario.case)
    rows = np.asarray(tables.row_bundles, dtype=np.int64)
    return _rows(allowance(tables, scenario), worlds(scenario, draws).sides(rows), rows)


def bundle_is_open(scenario: Scenario, draws: Draws, target: int) -> Flags:
    """Return in which of the drawn worlds one of the target's bundles has a zone, (S,)."""
    tables = case_tables(scenario.case)
    chosen = np.array([target])
    sides = worlds(scenario, draws).sides(chosen)
    return _rows(allowance(tables, scenario), sides, chosen).is_open[:, 0]


def zone_exists(scenario: Scenario, draws: Draws) -> Flags:
    """Return in which of the drawn worlds the zone holds any package, (S,)."""
    exists: list[Flags] = []
    for found in zone_members(scenario, draws):
        part = np.zeros(found.size, dtype=np.bool_)
        part[found.world[found.sets.any(axis=1)]] = True
        exists.append(part)
    return np.concatenate(exists)


def package_gains(
    scenario: Scenario, draws: Draws, packages: tuple[Package, ...]
) -> tuple[Floats, Floats]:
    """Return what packages give the sender and the target in each world, each (S, N).

    Over waiting, in each side's own points, rounded as all that is compared; whether lines forbid
    a package makes no difference.
    """
    sides = worlds(scenario, draws).sides(*_bundles(scenario.case, packages))
    return cut_gains(
        (rounded(sides.limit) - sides.price, sides.worth - rounded(sides.need)), sides.most
    )


def member_worlds(scenario: Scenario, draws: Draws, package: Package) -> Flags:
    """Return in which of the drawn worlds one package is in the zone, (S,)."""
    left = allowance(case_tables(scenario.case), scenario)
    return _are_members(scenario.case, left, worlds(scenario, draws), (package,))[:, 0]


def _part(scenario: Scenario, draws: Draws, packages: tuple[Package, ...]) -> Outcomes:
    return outcomes_of(scenario, worlds(scenario, draws), packages)


def outcomes_of(scenario: Scenario, drawn: Worlds, packages: tuple[Package, ...]) -> Outcomes:
    """Return what a scenario is in a few worlds, which are its own."""
    tables = case_tables(scenario.case)
    left = allowance(tables, scenario)
    rows = np.asarray(tables.row_bundles, dtype=np.int64)
    floors, limits, is_open = _rows(left, drawn.sides(rows), rows)
    is_in_zone = _are_members(scenario.case, left, drawn, packages)
    return Outcomes(_counts(tables, left, drawn), floors, limits, is_open, is_in_zone)


def zone_members(scenario: Scenario, draws: Draws) -> Iterator[ZoneMembers]:
    """Yield the zone's packages in each of the drawn worlds, some worlds at a time, in order."""
    left = allowance(case_tables(scenario.case), scenario)
    for start in range(0, draws.size, CHUNK):
        yield from _members(left, worlds(scenario, draws.part(start, start + CHUNK)))


def _counts(tables: CaseTables, left: Allowance, drawn: Worlds) -> Counts:
    """Return the zone by class in each world, (S, classes)."""
    blocks = [_block_counts(tables, found) for found in _members(left, drawn)]
    return np.concatenate(blocks)


def _block_counts(tables: CaseTables, found: ZoneMembers) -> Counts:
    classes = len(tables.case.classes)
    summed = np.zeros(found.size * classes)
    for places, counted in tables.classes.parts(found.bundle, found.sets, found.partners):
        place = found.world * classes + places
        summed += np.bincount(place, weights=counted, minlength=len(summed))
    return summed.astype(np.int64).reshape(found.size, classes)


def _members(left: Allowance, drawn: Worlds) -> Iterator[ZoneMembers]:
    """Yield the zone in each world: the target's bundles that may have partners, and which."""
    members, partners = np.flatnonzero(left.kind_of >= 0), np.flatnonzero(left.anywhere)
    if not len(partners):
        none = np.zeros(0, dtype=np.int64)
        yield ZoneMembers(drawn.size, none, none, np.zeros((0, 0), np.uint64), partners)
        return
    sides = drawn.sides(members, partners)
    allowed = packed(left.allowed_of(np.arange(len(left.sets)))[:, partners])
    for start in range(0, drawn.size, BLOCK):
        part = sides.part(start, start + BLOCK)
        world, member, sets = suiting(part)
        if len(allowed) > 1:
            sets &= np.take(allowed, left.kind_of[members[member]], axis=0)
        yield ZoneMembers(len(part.price), world, members[member], sets, partners)


def suiting(sides: ManySides) -> tuple[Counts, Counts, Words]:
    """Return the sender's bundles that suit both sides with bundles of the target.

    Returns
    -------
    tuple[Counts, Counts, Words]
        Worlds (n), places of the target's bundles among those of ``sides`` (n), and places of the
        sender's among its, as sets (n, words), under no line. Only what may have any is named.
    """
    limit, need = sides.limit, sides.need
    by_price, by_worth = _ordered(sides.price), _ordered(-sides.worth)
    near = (limit >= by_price.points[:, :1] - SLACK) & (-need >= by_worth.points[:, :1] - SLACK)
    # Both gains together are the limit less the need and the worth less the price; where even the
    # best worth less price cannot make up for a need above the limit, no partner is left.
    surplus = (sides.worth - sides.price).max(axis=1)
    near &= limit - need >= -surplus[:, None] - SLACK
    world, member = np.nonzero(near)
    sets = by_price.bits_up_to(rounded(limit[near]), world)
    sets &= by_worth.bits_up_to(-rounded(need[near]), world)
    return world, member, sets


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """Bundles of the sender in each world from the least points to the most.

    ``points`` (S, n) rise; ``firsts`` (S, n + 1, words) hold at place i the i first bundles. Where
    all worlds are alike, both hold one of them.
    """

    points: Floats
    firsts: Words

    def bits_up_to(self, highest: Floats, world: Counts) -> Words:
        """Return the bundles with at most as many points, ties included, (questions, words).

        ``highest`` holds one question for each place of ``world``, which never falls.
        """
        reach = highest + TOLERANCE
        if len(self.points) == 1:
            return np.take(self.firsts[0], _places(self.points[0], reach), axis=0)
        ends = np.searchsorted(world, np.arange(len(self.points) + 1))
        places = world * self.firsts.shape[1]
        for number, points in enumerate(self.points):
            part = slice(ends[number], ends[number + 1])
            places[part] += _places(points, reach[part])
        flat = self.firsts.reshape(-1, self.firsts.shape[2])
        return np.take(flat, places, axis=0)


def _places(points: Floats, reach: Floats) -> Counts:
    return np.searchsorted(points, reach, side="right")


def _ordered(points: Floats) -> _Order:
    if (points == points[0]).all():
        points = points[:1]
    order = np.argsort(points, axis=1)
    return _Order(np.take_along_axis(points, order, axis=1), first_sets(order))


def _rows(left: Allowance, sides: ManySides, bundles: Counts) -> RowOutcomes:
    """Return the outcomes of rows with these commitments, to which alone ``sides`` belong."""
    limits, least = rounded(sides.limit), rounded(sides.need) - TOLERANCE
    floors = np.empty_like(limits)
    for row, allowed in enumerate(left.allowed_with_all(bundles)):
        enough = (sides.worth >= least[:, row, None]) & allowed
        floors[:, row] = np.where(enough, sides.price, np.inf).min(axis=1)
    return RowOutcomes(floors, limits, floors <= limits + TOLERANCE)


def _are_members(
    case: Case, left: Allowance, drawn: Worlds, packages: tuple[Package, ...]
) -> Flags:
    """Return in which worlds which of N packages are in the zone, (S, N)."""
    if not packages:
        return np.zeros((drawn.size, 0), dtype=np.bool_)
    target, sender = _bundles(case, packages)
    sides = drawn.sides(target, sender)
    allowed = left.allowed_with_all(target)[np.arange(len(packages)), sender]
    is_cheap = sides.price <= rounded(sides.limit) + TOLERANCE
    return allowed & is_cheap & (sides.worth >= rounded(sides.need) - TOLERANCE)


def _bundles(case: Case, packages: tuple[Package, ...]) -> tuple[Counts, Counts]:
    """Return the numbers of the target's and of the sender's bundles of packages, each (N,)."""
    target = [bundle_index(case.target_shape, each.target) for each in packages]
    sender = [bundle_index(case.sender_shape, each.sender) for each in packages]
    return np.array(target, dtype=np.int64), np.array(sender, dtype=np.int64)
