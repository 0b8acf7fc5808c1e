"""The deal zone of one world among many, for what has to look at single packages."""

from dataclasses import replace

import numpy as np

from explorer.model.result import Floats
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import packed
from explorer.solver.deal_zone import DealZone, zone_within
from explorer.solver.line import Allowance
from explorer.solver.side import Sides
from explorer.solver.tables import CaseTables, case_tables
from explorer.solver.worlds import ManySides, rounded


def world_zone(scenario: Scenario, left: Allowance, sides: ManySides, world: int) -> DealZone:
    """Return the deal zone in one of several worlds.

    Parameters
    ----------
    scenario
        Whose lines hold; its own numbers are not looked at.
    left
        What these lines leave.
    sides
        Both sides' conditions in all worlds, for all bundles.
    world
        The place of the world in them.
    """
    tables = case_tables(scenario.case)
    conditions = Sides(
        limit=rounded(sides.limit[world]),
        need=rounded(sides.need[world]),
        worth=sides.worth[world],
        most=(float(sides.most[0][world, 0]), float(sides.most[1][world, 0])),
    )
    price = sides.price[world]
    if not np.array_equal(price, tables.price):
        tables, left = _priced(tables, left, price)
    return zone_within(tables, scenario, conditions, left)


def _priced(tables: CaseTables, left: Allowance, price: Floats) -> tuple[CaseTables, Allowance]:
    """Return tables and allowance with the sender's bundles in the order of other prices.

    What places them on the deal map stays that of the case.
    """
    order = np.argsort(price, kind="stable")
    allowed = left.allowed_of(np.arange(len(left.sets)))
    return (
        replace(tables, price=price, by_price=order, prices=price[order]),
        replace(left, sets=packed(allowed[:, order]), by_price=order),
    )
