"""The deal zone: every package that both sides prefer to waiting inside all active lines."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.model.result import Counts, DealMap, Flags, Floats, ZoneCount
from explorer.model.scenario import Scenario
from explorer.solver.count import CountTable, count_table
from explorer.solver.line import Allowance, Group, allowance
from explorer.solver.side import TOLERANCE, Sides, sides
from explorer.solver.tables import CaseTables, case_tables


@dataclass(frozen=True, slots=True, eq=False)
class ZonePart:
    """The zone within one group of the target's bundles.

    ``bundles`` are the target's bundles with at least one partner in the zone, ordered by the
    map's columns; ``enough`` are their columns in the table; ``packages`` how many partners each
    has.
    """

    group: Group
    table: CountTable
    bundles: Counts
    enough: Counts
    packages: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class DealZone:
    """The zone of one scenario, not as a list of packages but as what is needed to count them."""

    tables: CaseTables
    scenario: Scenario
    conditions: Sides
    allowance: Allowance
    parts: tuple[ZonePart, ...]


def deal_zone(scenario: Scenario) -> DealZone:
    """Return the deal zone of a scenario."""
    tables = case_tables(scenario.case)
    conditions = sides(tables.parts, scenario)
    left = allowance(tables, scenario)
    parts = tuple(_zone_part(tables, conditions, group) for group in left.groups)
    return DealZone(tables, scenario, conditions, left, parts)


def _zone_part(tables: CaseTables, conditions: Sides, group: Group) -> ZonePart:
    useful = _useful(tables, conditions, group) if group.is_guarded else group.allowed
    table = count_table(tables, conditions, useful)
    chosen = group.members & table.within_reach(conditions.limit, conditions.need)
    bundles = tables.by_column[chosen[tables.by_column]]
    enough = table.enough(conditions.need[bundles])
    packages = table.counts(table.affordable(conditions.limit[bundles]), enough)
    alive = np.flatnonzero(packages)
    return ZonePart(group, table, bundles[alive], enough[alive], packages[alive])


def _useful(tables: CaseTables, conditions: Sides, group: Group) -> Flags:
    """Return the allowed bundles that some member could be traded for; others count nowhere.

    A table of these alone gives the same counts. Guards make many groups, and small tables are
    what keeps them quick.
    """
    highest = conditions.limit[group.members].max() + TOLERANCE
    least = conditions.need[group.members].min() - TOLERANCE
    return group.allowed & (tables.price <= highest) & (conditions.worth >= least)


def zone_packages(zone: DealZone) -> int:
    """Return how many packages the zone holds."""
    return sum(int(part.packages.sum(dtype=np.int64)) for part in zone.parts)


def zone_count(zone: DealZone) -> ZoneCount:
    """Return how many packages the zone holds, by class."""
    tables = zone.tables
    classes = np.zeros(len(tables.case.classes))
    for part in zone.parts:
        classes += np.bincount(
            tables.class_of[part.bundles], weights=part.packages, minlength=len(classes)
        )
    by_class = tuple(
        (item.id, int(count)) for item, count in zip(tables.case.classes, classes, strict=True)
    )
    total = len(tables.target_gives) * len(tables.sender_gives)
    return ZoneCount(sum(count for _, count in by_class), by_class, total)


def packages_with_gains(zone: DealZone, sender_gain: float, target_gain: float) -> int:
    """Return how many packages of the zone give both sides at least these gains.

    Parameters
    ----------
    zone
        The zone.
    sender_gain, target_gain
        Gains over waiting in each side's own points, not negative.
    """
    total = 0
    for part in zone.parts:
        limits = zone.conditions.limit[part.bundles] - sender_gain
        needs = zone.conditions.need[part.bundles] + target_gain
        chosen = part.table.within_reach(limits, needs)
        affordable = part.table.affordable(limits[chosen])
        found = part.table.counts(affordable, part.table.enough(needs[chosen]))
        total += int(found.sum(dtype=np.int64))
    return total


def deal_map(zone: DealZone) -> DealMap:
    """Return the zone by what each side gives, with what each side alone would accept."""
    tables = zone.tables
    case = tables.case
    counts = np.zeros((case.map_grid.rows, case.map_grid.columns), dtype=np.int64)
    allowed = np.zeros(counts.shape, dtype=np.bool_)
    for part in zone.parts:
        _add_counts(tables, part, counts)
        allowed |= _cells_of(tables, part.group)
    sender_accepts, target_accepts = _accepted(zone)
    for array in (counts, allowed, sender_accepts, target_accepts):
        array.flags.writeable = False
    return DealMap(
        counts=counts,
        totals=tables.cell_totals,
        sender_accepts=sender_accepts,
        target_accepts=target_accepts,
        is_allowed=allowed,
        x_maximum=tables.x_maximum,
        y_maximum=float(tables.prices[-1]),
    )


def _add_counts(tables: CaseTables, part: ZonePart, counts: Counts) -> None:
    """Add a part's packages to the map's cells.

    For each bundle of the target, the table gives the partners up to each edge between rows, and
    no more than all it has; summed over the bundles of a column, the differences between edges
    are the cells.
    """
    if not len(part.bundles):
        return
    columns = tables.column_of[part.bundles]
    starts = np.flatnonzero(np.concatenate(([True], columns[1:] != columns[:-1])))
    up_to_edge = part.table.table.take(tables.row_edges, axis=0).take(part.enough, axis=1)
    np.minimum(up_to_edge, part.packages, out=up_to_edge)
    summed = np.add.reduceat(up_to_edge, starts, axis=1, dtype=np.int64)
    counts[:, columns[starts]] += np.diff(summed, axis=0)


def _cells_of(tables: CaseTables, group: Group) -> Flags:
    rows = np.zeros(tables.cell_totals.shape[0], dtype=np.bool_)
    columns = np.zeros(tables.cell_totals.shape[1], dtype=np.bool_)
    rows[tables.row_of[group.allowed]] = True
    columns[tables.column_of[group.members]] = True
    return rows[:, None] & columns[None, :]


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
