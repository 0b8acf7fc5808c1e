"""What moves the zone: one control moved over its range while all others stay."""

from collections.abc import Iterator

import numpy as np

from explorer.model.result import Flags, Floats, Sweep
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import allowed_partners, cheapest
from explorer.solver.line import allowance
from explorer.solver.side import TOLERANCE, sides
from explorer.solver.tables import case_tables


def sweep(scenario: Scenario, control_id: str) -> Sweep:
    """Return the board's rows for every whole value of one control.

    Parameters
    ----------
    scenario
        Where all other controls stay.
    control_id
        The control that moves over its whole range.
    """
    reach = control_range(scenario.case, scenario.case.control(control_id))
    values = np.arange(reach.minimum, reach.maximum + 1, dtype=np.float64)
    edges = list(_edges(scenario, control_id, values))
    floors = np.stack([floor for floor, _ in edges], axis=1)
    limits = np.stack([limit for _, limit in edges], axis=1)
    is_open = floors <= limits + TOLERANCE
    floors[~np.isfinite(floors)] = np.nan
    for array in (values, floors, limits, is_open):
        array.flags.writeable = False
    tipping = tuple(_tipping(scenario, values, is_open))
    return Sweep(control_id, values, floors, limits, is_open, tipping)


def all_sweeps(scenario: Scenario) -> tuple[Sweep, ...]:
    """Return the sweep of every control, in the case's order."""
    return tuple(sweep(scenario, control.id) for control in scenario.case.controls)


def _edges(scenario: Scenario, control_id: str, values: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Yield each row's floor (infinity for none) and limit at each value, (rows,) each."""
    tables = case_tables(scenario.case)
    bundles = tables.row_bundles
    parts = tables.parts.of_bundles(np.asarray(bundles, dtype=np.int64))
    is_line = scenario.case.control(control_id).kind != "scale"
    allowed = allowed_partners(allowance(tables, scenario, bundles), bundles, len(tables.price))
    for value in values:
        moved = scenario.with_value(control_id, float(value))
        if is_line:
            allowed = allowed_partners(
                allowance(tables, moved, bundles), bundles, len(tables.price)
            )
        conditions = sides(parts, moved)
        enough = conditions.worth[None, :] >= conditions.need[:, None] - TOLERANCE
        yield cheapest(tables.price, allowed & enough), conditions.limit


def _tipping(
    scenario: Scenario, values: Floats, is_open: Flags
) -> Iterator[tuple[str, float, bool]]:
    for row, opened in zip(scenario.case.rows, is_open, strict=True):
        for place in np.flatnonzero(opened[1:] != opened[:-1]) + 1:
            yield row.id, float(values[place]), bool(opened[place])
