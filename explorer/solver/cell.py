"""One package that stands for a cell of the deal map."""

import numpy as np

from explorer.model.package import Package, package_at
from explorer.model.result import Flags, Result
from explorer.solver.line import allowance
from explorer.solver.side import TOLERANCE, sides
from explorer.solver.tables import case_tables


def cell_package(result: Result, row: int, column: int) -> Package | None:
    """Return the package that best stands for a cell of the deal map.

    Of the packages in the zone, the one whose worse-off side gains most; if the cell has none in
    the zone, the same of those that the lines allow, and if they allow none, of all. Ties: the
    first package in order. None if no package falls into the cell.

    Parameters
    ----------
    result
        The result whose map it is.
    row, column
        The cell's place in the map's arrays.
    """
    tables = case_tables(result.scenario.case)
    targets = np.flatnonzero((tables.column_of == column) & tables.target_gives)
    partners = np.flatnonzero((tables.row_of == row) & tables.sender_gives)
    if not len(targets) or not len(partners):
        return None
    conditions = sides(tables.parts, result.scenario)
    sender = conditions.limit[targets][:, None] - tables.price[partners][None, :]
    target = conditions.worth[partners][None, :] - conditions.need[targets][:, None]
    worse = np.minimum(sender, target)
    allowed = allowance(tables, result.scenario).allowed_with_all(targets)[:, partners]
    choice = _first_with_any(allowed & (worse >= -TOLERANCE), allowed, np.ones_like(allowed))
    place = int(np.argmax(np.where(choice, np.round(worse, 9), -np.inf)))
    chosen_target, chosen_partner = divmod(place, len(partners))
    number = int(targets[chosen_target]) * len(tables.price) + int(partners[chosen_partner])
    return package_at(result.scenario.case, number)


def _first_with_any(*choices: Flags) -> Flags:
    return next(choice for choice in choices if choice.any())
