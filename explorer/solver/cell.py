"""One package that stands for a cell of the deal map."""

import numpy as np

from explorer.model.package import Package, package_at
from explorer.model.result import Flags, Result
from explorer.solver.line import allowance
from explorer.solver.shares import best_shared, yardsticks
from explorer.solver.side import TOLERANCE, cut_gains, sides
from explorer.solver.tables import case_tables


def cell_package(result: Result, row: int, column: int) -> Package | None:
    """Return the package that best stands for a cell of the deal map.

    Of the packages in the zone, the one whose worse-off side has the largest share of its best;
    if the cell has none in the zone, the same of those that the lines allow, and if they allow
    none, of all. See :mod:`explorer.solver.shares`. Ties: the larger sum of shares, then the
    first package in order. None if no package falls into the cell.

    ``row``, ``column``: The cell's place in the map's arrays.
    """
    tables = case_tables(result.scenario.case)
    targets = np.flatnonzero((tables.column_of == column) & tables.target_gives)
    partners = np.flatnonzero((tables.row_of == row) & tables.sender_gives)
    if not len(targets) or not len(partners):
        return None
    conditions = sides(tables.parts, result.scenario)
    sender, target = cut_gains(
        (
            conditions.limit[targets][:, None] - tables.price[partners][None, :],
            conditions.worth[partners][None, :] - conditions.need[targets][:, None],
        ),
        conditions.most,
    )
    accepted = np.minimum(sender, target) >= -TOLERANCE
    allowed = allowance(tables, result.scenario).allowed_with_all(targets)[:, partners]
    choice = _first_with_any(allowed & accepted, allowed, np.ones_like(allowed))
    rows, columns = np.nonzero(choice)
    numbers = targets[rows] * len(tables.price) + partners[columns]
    best = best_shared(
        (sender[rows, columns], target[rows, columns]),
        numbers,
        yardsticks(tables, conditions, result.ideal),
    )
    return package_at(result.scenario.case, int(numbers[best]))


def _first_with_any(*choices: Flags) -> Flags:
    return next(choice for choice in choices if choice.any())
