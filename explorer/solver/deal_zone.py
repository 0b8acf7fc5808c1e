"""The deal zone: every package that both sides prefer to waiting inside all active lines."""

from dataclasses import dataclass

import numpy as np

from explorer.model.result import Counts, DealMap, Flags, Floats, ZoneCount
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import Words, sizes, sizes_by_stretch, unpacked
from explorer.solver.line import Allowance, allowance, uncombined
from explorer.solver.partners import Partners, partners
from explorer.solver.side import SLACK, TOLERANCE, Sides, cut_gains, sides
from explorer.solver.tables import CaseTables, case_tables


@dataclass(frozen=True, slots=True, eq=False)
class DealZone:
    """The zone of one scenario: for each bundle of the target, the set of its partners.

    ``bundles`` (n) are the target's bundles with at least one partner in the zone, ordered by the
    map's columns; ``members`` (n, words) the sender's bundles that make a member of the zone with
    each, by rising price; ``packages`` (n) how many they are.
    """

    tables: CaseTables
    scenario: Scenario
    conditions: Sides
    allowance: Allowance
    partners: Partners
    bundles: Counts
    members: Words
    packages: Counts

    def inside(self, chosen: slice | Counts = slice(None)) -> Flags:
        """Return which of the sender's bundles, by rising price, are partners, (n, U) flags."""
        return unpacked(self.members[chosen], len(self.tables.prices))

    def gains(self) -> tuple[Floats, Floats]:
        """Return what each bundle of the zone gives both sides with any partner, each (n, U).

        The sender's gains first; columns are the sender's bundles by rising price. Not rounded,
        and told of partners outside the zone too.
        """
        limit, need = self.conditions.limit[self.bundles], self.conditions.need[self.bundles]
        worth = self.conditions.worth[self.tables.by_price]
        gains = limit[:, None] - self.tables.prices, worth - need[:, None]
        return cut_gains(gains, self.conditions.most)


def deal_zone(scenario: Scenario) -> DealZone:
    """Return the deal zone of a scenario."""
    tables = case_tables(scenario.case)
    conditions = sides(tables.parts, scenario)
    return zone_within(tables, scenario, conditions, allowance(tables, scenario))


def zone_within(
    tables: CaseTables, scenario: Scenario, conditions: Sides, left: Allowance
) -> DealZone:
    """Return the deal zone under given conditions of both sides inside what lines leave.

    ``tables`` and ``left``: Both order the sender's bundles by the same prices.
    """
    offers = partners(tables, conditions.worth)
    near = within_reach(left, tables.price, conditions, left.kind_of)
    bundles = tables.by_column[near[tables.by_column]]
    members = offers.within(conditions.limit[bundles], conditions.need[bundles])
    members &= left.sets[left.kind_of[bundles]]
    packages = sizes(members)
    alive = np.flatnonzero(packages)
    return DealZone(
        tables=tables,
        scenario=scenario,
        conditions=conditions,
        allowance=left,
        partners=offers,
        bundles=bundles[alive],
        members=members[alive],
        packages=packages[alive],
    )


def within_reach(left: Allowance, price: Floats, conditions: Sides, kind_of: Counts) -> Flags:
    """Return for which of the target's bundles a member of the zone is not ruled out.

    Parameters
    ----------
    left, price
        What the lines leave, and what the sender's bundles cost, (U).
    conditions
        Both sides' conditions; arrays of bundles, or of bundles at n values, (n or 1, bundles).
    kind_of
        The kinds of the target's bundles in these arrays.

    Returns
    -------
    Flags (bundles) or (n or 1, bundles).

    Notes
    -----
    Both gains together are the limit less the need and the worth less the price: where even the
    best worth less price of any allowed bundle cannot make up for a need above the limit, there
    is no partner. Quicker than any search, and true of nearly all bundles that have none.
    """
    surplus = (conditions.worth - price)[..., left.anywhere].max(axis=-1, initial=-np.inf)
    short = conditions.need - conditions.limit
    return np.asarray((kind_of >= 0) & (short <= surplus[..., None] + SLACK))


def zone_packages(zone: DealZone) -> int:
    """Return how many packages the zone holds."""
    return int(zone.packages.sum())


def zone_count(zone: DealZone) -> ZoneCount:
    """Return how many packages the zone holds, by class."""
    tables = zone.tables
    kinds = len(tables.case.classes)
    found = sum(
        np.bincount(places, weights=packages, minlength=kinds)
        for places, packages in tables.classes.parts(zone.bundles, zone.members, tables.by_price)
    )
    by_class = tuple(
        (item.id, int(count))
        for item, count in zip(tables.case.classes, np.atleast_1d(found), strict=True)
    )
    total = len(tables.target_gives) * len(tables.sender_gives)
    return ZoneCount(sum(count for _, count in by_class), by_class, total)


def packages_with_gains(zone: DealZone, sender_gain: float, target_gain: float) -> int:
    """Return how many packages of the zone give both sides at least these gains.

    ``sender_gain``, ``target_gain``: Gains over waiting in each side's own points, not negative.
    """
    ends = zone.conditions.most
    if sender_gain > ends[0] + TOLERANCE or target_gain > ends[1] + TOLERANCE:
        return 0
    limits = zone.conditions.limit[zone.bundles] - sender_gain
    needs = zone.conditions.need[zone.bundles] + target_gain
    return int(sizes(zone.partners.within(limits, needs) & zone.members).sum())


def deal_map(zone: DealZone) -> DealMap:
    """Return the zone by what each side gives, with what each side alone would accept."""
    tables = zone.tables
    counts = _cell_counts(zone)
    sender_accepts, target_accepts = _accepted(zone)
    for array in (counts, sender_accepts, target_accepts):
        array.flags.writeable = False
    return DealMap(
        counts=counts,
        totals=tables.cell_totals,
        sender_accepts=sender_accepts,
        target_accepts=target_accepts,
        is_allowed=uncombined(tables, zone.scenario).cells,
        is_coherent=zone.allowance.cells,
        x_maximum=tables.x_maximum,
        y_maximum=float(tables.prices[-1]),
    )


def _cell_counts(zone: DealZone) -> Counts:
    """Return how many packages of the zone fall into each cell of the map."""
    tables = zone.tables
    counts = np.zeros_like(tables.cell_totals)
    if len(zone.bundles):
        columns = tables.column_of[zone.bundles]
        starts = np.flatnonzero(np.concatenate(([True], columns[1:] != columns[:-1])))
        by_row = sizes_by_stretch(zone.members, tables.rows_by_price, starts)
        counts[:, columns[starts]] = by_row
    return counts


def _accepted(zone: DealZone) -> tuple[Flags, Flags]:
    """Return which cells hold a package that each side alone prefers to waiting.

    In a cell the sender's best is the column's highest limit with the row's lowest price, the
    target's the row's highest worth with the column's lowest need.
    """
    tables, conditions = zone.tables, zone.conditions
    limit = np.where(tables.target_gives, conditions.limit, -np.inf)
    need = np.where(tables.target_gives, conditions.need, np.inf)
    price = np.where(tables.sender_gives, tables.price, np.inf)
    worth = np.where(tables.sender_gives, conditions.worth, -np.inf)
    rows, columns = tables.cell_totals.shape
    best_limit = _by_column(tables, columns, limit, np.maximum, -np.inf)
    least_need = _by_column(tables, columns, need, np.minimum, np.inf)
    least_price, best_worth = np.full(rows, np.inf), np.full(rows, -np.inf)
    np.minimum.at(least_price, tables.row_of, price)
    np.maximum.at(best_worth, tables.row_of, worth)
    sender = least_price[:, None] <= best_limit[None, :] + TOLERANCE
    target = best_worth[:, None] >= least_need[None, :] - TOLERANCE
    exists = (least_price < np.inf)[:, None] & (best_limit > -np.inf)[None, :]
    return sender & exists, target & exists


def _by_column(
    tables: CaseTables, columns: int, points: Floats, best: np.ufunc, empty: float
) -> Floats:
    result = np.full(columns, empty)
    result[tables.columns_used] = best.reduceat(points[tables.by_column], tables.column_starts)
    return result
