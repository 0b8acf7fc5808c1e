"""The zone as both sides' gains: how many packages give how much to whom."""

from functools import lru_cache

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.result import Counts, GainCloud, Result
from explorer.model.scenario import preset_scenario
from explorer.solver.deal_zone import DealZone, deal_zone
from explorer.solver.frontier import frontier
from explorer.solver.solution import ideal_gains

AXIS_STEP = 5.0
"""The axes end at a multiple of this many points, so that they rarely have to move."""


def gain_cloud(result: Result) -> GainCloud:
    """Return the zone of a result by both sides' gains.

    The axes reach as far as the largest gains in the zone of any preset of the case, or of this
    scenario where that is further.
    """
    zone = deal_zone(result.scenario)
    usual = _usual_reach(ByIdentity(result.scenario.case))
    here = result.ideal or (0.0, 0.0)
    x_maximum, y_maximum = (
        AXIS_STEP * np.ceil(max(pair) / AXIS_STEP) for pair in zip(usual, here, strict=True)
    )
    grid = result.scenario.case.map_grid
    counts = _cells(zone, (float(x_maximum), float(y_maximum)))
    cells = counts.reshape(grid.rows, grid.columns)
    cells.flags.writeable = False
    return GainCloud(cells, float(x_maximum), float(y_maximum))


@lru_cache(maxsize=8)
def _usual_reach(key: ByIdentity) -> tuple[float, float]:
    """Return the largest gain of each side over the zones of all presets; at least one step."""
    case = key.case
    zones = (deal_zone(preset_scenario(case, preset.id)) for preset in case.presets)
    ideals = [ideal_gains(frontier(zone)) or (0.0, 0.0) for zone in zones]
    return (
        max(AXIS_STEP, *(sender for sender, _ in ideals)),
        max(AXIS_STEP, *(target for _, target in ideals)),
    )


def _cells(zone: DealZone, maxima: tuple[float, float]) -> Counts:
    grid, inside = zone.tables.case.map_grid, zone.inside()
    sender, target = zone.gains()
    columns = np.clip(sender[inside] * (grid.columns / maxima[0]), 0, grid.columns - 1)
    rows = np.clip(target[inside] * (grid.rows / maxima[1]), 0, grid.rows - 1)
    cells = rows.astype(np.int64) * grid.columns + columns.astype(np.int64)
    return np.bincount(cells, minlength=grid.rows * grid.columns)
