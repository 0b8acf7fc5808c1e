"""The zone as both sides' gains: how many packages give how much to whom."""

import numpy as np

from explorer.model.result import Counts, GainCloud, Result
from explorer.solver.deal_zone import DealZone, deal_zone

AXIS_STEP = 5.0
"""The axes end at a multiple of this many points, so that they rarely have to move."""


def gain_cloud(result: Result, reach: tuple[float, float] = (0.0, 0.0)) -> GainCloud:
    """Return the zone of a result by both sides' gains.

    Parameters
    ----------
    result
        Whose zone; the axes reach as far as the largest gains in it, and at least one step.
    reach
        How far they reach at least, the sender's first: what else is shown beside the zone.
    """
    zone = deal_zone(result.scenario)
    here = result.ideal or (0.0, 0.0)
    x_maximum, y_maximum = (
        AXIS_STEP * max(1.0, np.ceil(max(pair) / AXIS_STEP))
        for pair in zip(reach, here, strict=True)
    )
    grid = result.scenario.case.map_grid
    counts = _cells(zone, (float(x_maximum), float(y_maximum)))
    cells = counts.reshape(grid.rows, grid.columns)
    cells.flags.writeable = False
    return GainCloud(cells, float(x_maximum), float(y_maximum))


def _cells(zone: DealZone, maxima: tuple[float, float]) -> Counts:
    grid, inside = zone.tables.case.map_grid, zone.inside()
    sender, target = zone.gains()
    columns = np.clip(sender[inside] * (grid.columns / maxima[0]), 0, grid.columns - 1)
    rows = np.clip(target[inside] * (grid.rows / maxima[1]), 0, grid.rows - 1)
    cells = rows.astype(np.int64) * grid.columns + columns.astype(np.int64)
    return np.bincount(cells, minlength=grid.rows * grid.columns)
