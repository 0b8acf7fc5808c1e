"""Many worlds at once: zone, board and named packages of one scenario in each of them.

A world's packages fall into two sides, so none of them has to be looked at: a package is in the
zone if its price is among the sender's bundles cheap enough for the target's bundle, and its
worth among those that are enough. Both sets are kept as bits, one for each bundle of the sender
and one list of words for each place in the order of prices or worths; what they have in common
is counted bit by bit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from explorer.model.package import Package, bundle_index
from explorer.model.result import Counts, Flags, Floats
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import Words, first_sets, packed
from explorer.solver.line import Allowance, allowance
from explorer.solver.side import SLACK, TOLERANCE, cut_gains
from explorer.solver.tables import CaseTables, case_tables
from explorer.solver.uncertain import Draws
from explorer.solver.worlds import ManySides, rounded, worlds

CHUNK = 8
"""Worlds that are worked on together: few enough for the processor's own memory."""


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
    tables = case_tables(scenario.case)
    left = allowance(tables, scenario)
    found = np.zeros(draws.size, dtype=np.bool_)
    for start in range(0, draws.size, CHUNK):
        sides = worlds(scenario, draws.part(start, start + CHUNK)).sides()
        found[start : start + CHUNK] = _counts(tables, left, sides).any(axis=1)
    return found


def package_gains(
    scenario: Scenario, draws: Draws, packages: tuple[Package, ...]
) -> tuple[Floats, Floats]:
    """Return what packages give the sender and the target in each world, each (S, N).

    Over waiting, in each side's own points, rounded as all that is compared; whether lines forbid
    a package makes no difference.
    """
    case = scenario.case
    target = np.array([bundle_index(case.target_shape, each.target) for each in packages])
    sender = np.array([bundle_index(case.sender_shape, each.sender) for each in packages])
    sides = worlds(scenario, draws).sides(target, sender)
    return cut_gains(
        (rounded(sides.limit) - sides.price, sides.worth - rounded(sides.need)), sides.most
    )


def member_worlds(scenario: Scenario, draws: Draws, package: Package) -> Flags:
    """Return in which of the drawn worlds one package is in the zone, (S,)."""
    tables = case_tables(scenario.case)
    target = bundle_index(tables.case.target_shape, package.target)
    sides = worlds(scenario, draws).sides(np.array([target]))
    own = replace(sides, limit=sides.limit[:, 0], need=sides.need[:, 0])
    return _is_member(tables, allowance(tables, scenario), own, package)


def _part(scenario: Scenario, draws: Draws, packages: tuple[Package, ...]) -> Outcomes:
    return outcomes_of(scenario, worlds(scenario, draws).sides(), packages)


def outcomes_of(scenario: Scenario, sides: ManySides, packages: tuple[Package, ...]) -> Outcomes:
    """Return what a scenario is under both sides' conditions in a few worlds, for all bundles."""
    tables = case_tables(scenario.case)
    left = allowance(tables, scenario)
    rows = list(tables.row_bundles)
    of_rows = replace(sides, limit=sides.limit[:, rows], need=sides.need[:, rows])
    every = [_is_member(tables, left, _of_one(sides, tables, each), each) for each in packages]
    is_in_zone = (
        np.stack(every, axis=1) if every else np.zeros((len(sides.price), 0), dtype=np.bool_)
    )
    floors, limits, is_open = _rows(left, of_rows, np.asarray(rows, dtype=np.int64))
    return Outcomes(_counts(tables, left, sides), floors, limits, is_open, is_in_zone)


def zone_members(scenario: Scenario, draws: Draws) -> Iterator[ZoneMembers]:
    """Yield the zone's packages in each of the drawn worlds, some worlds at a time, in order."""
    tables = case_tables(scenario.case)
    left = allowance(tables, scenario)
    for start in range(0, draws.size, CHUNK):
        part = draws.part(start, start + CHUNK)
        yield _members(tables, left, worlds(scenario, part).sides())


def _counts(tables: CaseTables, left: Allowance, sides: ManySides) -> Counts:
    """Return the zone by class in each world, (S, classes)."""
    size, classes = len(sides.price), len(tables.case.classes)
    found = _members(tables, left, sides)
    summed = np.zeros(size * classes)
    for places, counted in tables.classes.parts(found.bundle, found.sets, found.partners):
        place = found.world * classes + places
        summed += np.bincount(place, weights=counted, minlength=size * classes)
    return summed.astype(np.int64).reshape(size, classes)


def _members(tables: CaseTables, left: Allowance, sides: ManySides) -> ZoneMembers:
    """Return the zone in each world: the target's bundles that may have partners, and which."""
    partners = np.flatnonzero(left.anywhere)
    members = np.flatnonzero(left.kind_of >= 0)
    if not len(partners):
        none = np.zeros(0, dtype=np.int64)
        return ZoneMembers(len(sides.price), none, none, np.zeros((0, 0), np.uint64), partners)
    price, worth = sides.price[:, partners], sides.worth[:, partners]
    limit, need = sides.limit[:, members], sides.need[:, members]
    by_price, by_worth = _ordered(price), _ordered(-worth)
    near = (limit >= by_price.points[:, :1] - SLACK) & (-need >= by_worth.points[:, :1] - SLACK)
    # Both gains together are the limit less the need and the worth less the price; where even the
    # best worth less price cannot make up for a need above the limit, no partner is left.
    surplus = (worth - price).max(axis=1)
    near &= limit - need >= -surplus[:, None] - SLACK
    world, member = np.nonzero(near)
    limits, needs = rounded(limit[near]), rounded(need[near])
    common = by_price.bits_up_to(limits, world)
    common &= by_worth.bits_up_to(-needs, world)
    if len(left.sets) > 1:
        kinds = left.kind_of[members[member]]
        common &= packed(left.allowed_of(np.arange(len(left.sets)))[:, partners])[kinds]
    return ZoneMembers(len(sides.price), world, members[member], common, partners)


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """Bundles of the sender in each world from the least points to the most.

    ``points`` (S, n) rise; ``firsts`` (S, n + 1, words) hold at place i the i first bundles.
    """

    points: Floats
    firsts: Words

    def bits_up_to(self, highest: Floats, world: Counts) -> Words:
        """Return the bundles with at most as many points, ties included, (questions, words).

        ``highest`` holds one question for each place of ``world``, which never falls.
        """
        reach = highest + TOLERANCE
        ends = np.searchsorted(world, np.arange(len(self.points) + 1))
        places = world * self.firsts.shape[1]
        for number, points in enumerate(self.points):
            part = slice(ends[number], ends[number + 1])
            places[part] += np.searchsorted(points, reach[part], side="right")
        flat = self.firsts.reshape(-1, self.firsts.shape[2])
        return np.take(flat, places, axis=0)


def _ordered(points: Floats) -> _Order:
    order = np.argsort(points, axis=1)
    return _Order(np.take_along_axis(points, order, axis=1), first_sets(order))


def _rows(left: Allowance, sides: ManySides, bundles: Counts) -> RowOutcomes:
    """Return the outcomes of rows with these commitments, to which alone ``sides`` belong."""
    limits, needs = rounded(sides.limit), rounded(sides.need)
    allowed = left.allowed_with_all(bundles)
    enough = sides.worth[:, None, :] >= needs[:, :, None] - TOLERANCE
    floors = np.where(enough & allowed, sides.price[:, None, :], np.inf).min(axis=2)
    return RowOutcomes(floors, limits, floors <= limits + TOLERANCE)


def _is_member(tables: CaseTables, left: Allowance, sides: ManySides, package: Package) -> Flags:
    """Return in which worlds a package is in the zone, (S,).

    ``sides``: Limits and needs are those of the package's own commitments alone, (S,).
    """
    target = bundle_index(tables.case.target_shape, package.target)
    sender = bundle_index(tables.case.sender_shape, package.sender)
    partners = left.allowed_with(target)
    if partners is None or not partners[sender]:
        return np.zeros(len(sides.price), dtype=np.bool_)
    limit, need = rounded(sides.limit), rounded(sides.need)
    is_cheap = sides.price[:, sender] <= limit + TOLERANCE
    return is_cheap & (sides.worth[:, sender] >= need - TOLERANCE)


def _of_one(sides: ManySides, tables: CaseTables, package: Package) -> ManySides:
    """Return the conditions with limits and needs of one package's commitments alone."""
    target = bundle_index(tables.case.target_shape, package.target)
    return replace(sides, limit=sides.limit[:, target], need=sides.need[:, target])
