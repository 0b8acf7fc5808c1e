"""The board: each named commitment held fixed, and what both sides would do for it."""

import math

import numpy as np

from explorer.model.result import BoardRow, Flags, Floats
from explorer.solver.deal_zone import DealZone
from explorer.solver.side import DECIMALS, TOLERANCE


def board(zone: DealZone) -> tuple[BoardRow, ...]:
    """Return the board's rows in the case's order.

    Notes
    -----
    A row's zone is exact: it exists if and only if some concessions make a member of the deal
    zone with the row's commitments, because both are decided by the same comparisons.
    """
    tables, conditions = zone.tables, zone.conditions
    bundles = tables.row_bundles
    chosen = np.asarray(bundles, dtype=np.int64)
    enough = conditions.worth[None, :] >= conditions.need[chosen][:, None] - TOLERANCE
    enough &= tables.sender_gives
    cheap = tables.price[None, :] <= conditions.limit[chosen][:, None] + TOLERANCE
    allowed = zone.allowance.allowed_with_all(chosen)
    inside = enough & cheap & allowed
    packages = np.count_nonzero(inside, axis=1)
    lowest, highest = cheapest(tables.price, inside), dearest(tables.price, inside)
    wall = dearest(tables.price, allowed)
    floor, floor_any = cheapest(tables.price, allowed & enough), cheapest(tables.price, enough)
    rows: list[BoardRow] = []
    for place, bundle in enumerate(bundles):
        limit = float(conditions.limit[bundle])
        is_open = packages[place] > 0
        missing = round(float(floor_any[place]) - limit, DECIMALS)
        rows.append(
            BoardRow(
                row=tables.case.rows[place],
                packages=int(packages[place]),
                sender_limit=limit,
                sender_wall=_wall(zone, bundle, wall[place]),
                target_floor=_finite(floor[place]),
                target_floor_any=_finite(floor_any[place]),
                zone=(float(lowest[place]), float(highest[place])) if is_open else None,
                gap=_finite(missing) if not is_open and missing > TOLERANCE else None,
                broken_lines=tuple(
                    line.control_id for line in zone.allowance.lines if line.breaks_with(bundle)
                ),
                blocking_lines=_blocking(zone, bundle, floor[place], floor_any[place]),
            )
        )
    return tuple(rows)


def cheapest(price: Floats, chosen: Flags) -> Floats:
    """Return the least price in each row of flags; infinity where a row has none."""
    return np.where(chosen, price, np.inf).min(axis=-1)


def dearest(price: Floats, chosen: Flags) -> Floats:
    """Return the largest price in each row of flags; minus infinity where a row has none."""
    return np.where(chosen, price, -np.inf).max(axis=-1)


def _finite(points: float) -> float | None:
    return float(points) if math.isfinite(points) else None


def _wall(zone: DealZone, bundle: int, dearest_price: float) -> float | None:
    """Return the dearest allowed price; giving nothing counts if no line forbids it."""
    if math.isfinite(dearest_price):
        return float(dearest_price)
    for line in zone.allowance.lines:
        if line.forbidden_with(bundle)[0]:
            return None
    return 0.0


def _blocking(zone: DealZone, bundle: int, floor: float, floor_any: float) -> tuple[str, ...]:
    """Return the lines that the cheapest sufficient concessions break.

    Among concessions that are enough at the price ``floor_any``, those that break the fewest
    lines are taken.
    """
    if not math.isfinite(floor_any) or floor <= floor_any + TOLERANCE:
        return ()
    tables, conditions = zone.tables, zone.conditions
    enough = conditions.worth >= conditions.need[bundle] - TOLERANCE
    candidates = np.flatnonzero(
        enough & tables.sender_gives & (tables.price <= floor_any + TOLERANCE)
    )
    broken: list[tuple[str, Flags]] = []
    for line in zone.allowance.lines:
        if not line.breaks_with(bundle):
            forbidden = line.forbidden_with(bundle)[candidates]
            broken.append((line.control_id, forbidden))
    if not broken:
        return ()
    fewest = int(np.argmin(np.sum([flags for _, flags in broken], axis=0)))
    return tuple(control_id for control_id, flags in broken if flags[fewest])
