"""Where a row is open as two controls move of which one at least is a line.

A row is open where a bundle of the sender suits both sides and every line leaves it. What suits
follows from the scales alone, and what is left from the lines alone, line by line; so a grid is
the product of two tables of flags, and nobody has to look at the lines of each point together.
"""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.control import Control
from explorer.model.result import Flags
from explorer.model.scenario import Scenario
from explorer.solver.line import active_lines, line_at
from explorer.solver.side import TOLERANCE, sides, swept_sides
from explorer.solver.tables import case_tables
from explorer.solver.two_factor import Axis


def row_grid(scenario: Scenario, bundle: int, x: Axis, y: Axis) -> Flags:
    """Return where one of the target's bundles has a zone over a grid, (ny, nx).

    ``x``, ``y``: The id of a control and rising values of it; at least one is no scale. As
    solving each point has it.
    """
    key, values = ByIdentity(scenario.case), scenario.values
    left = _left(key, values, bundle, frozenset((x[0], y[0])))
    chosen = np.flatnonzero(left)
    ours, theirs = (_flags(scenario, bundle, axis)[:, chosen] for axis in (x, y))
    return theirs @ ours.T


def _flags(scenario: Scenario, bundle: int, axis: Axis) -> Flags:
    """Return which of the sender's bundles remain at each of n values of a control, (n, U)."""
    control_id, values = axis
    control = scenario.case.control(control_id)
    key = ByIdentity(scenario.case)
    if control.kind == "scale":
        return _suiting(key, scenario.values, bundle, control_id, values.tobytes())
    return np.stack([_spared(scenario, control, bundle, each) for each in values.tolist()])


def _spared(scenario: Scenario, control: Control, bundle: int, value: float) -> Flags:
    tables = case_tables(scenario.case)
    line = line_at(tables, control, value)
    return np.ones(len(tables.price), np.bool_) if line is None else line.spared[line.place[bundle]]


@lru_cache(maxsize=512)
def _left(key: ByIdentity, values: tuple[float, ...], bundle: int, moved: frozenset[str]) -> Flags:
    """Return which of the sender's bundles all lines but those that move leave with a bundle, (U,).

    Where only lines move, they suit both sides as well.
    """
    tables = case_tables(key.case)
    ids, spared = _lines(key, values, bundle)
    others = [place for place, id_ in enumerate(ids) if id_ not in moved]
    left = spared[others].all(axis=0) & tables.sender_gives & tables.target_gives[bundle]
    if all(key.case.control(id_).kind != "scale" for id_ in moved):
        left &= _suiting(key, values, bundle, "", b"")[0]
    left.flags.writeable = False
    return left


@lru_cache(maxsize=8)
def _lines(
    key: ByIdentity, values: tuple[float, ...], bundle: int
) -> tuple[tuple[str, ...], Flags]:
    """Return the active lines, and what each leaves with a bundle of the target, (lines, U)."""
    tables = case_tables(key.case)
    found = tuple(active_lines(tables, Scenario(key.case, "", values)))
    spared = [line.spared[line.place[bundle]] for line in found]
    every = np.array(spared, dtype=np.bool_).reshape(len(found), len(tables.price))
    every.flags.writeable = False
    return tuple(line.control_id for line in found), every


@lru_cache(maxsize=64)
def _suiting(
    key: ByIdentity, values: tuple[float, ...], bundle: int, control_id: str, moved: bytes
) -> Flags:
    """Return which of the sender's bundles suit both sides with a bundle of the target, (n, U).

    ``control_id``, ``moved``: A scale and its n values; "" and nothing for where all stand, n = 1.
    """
    scenario, tables = Scenario(key.case, "", values), case_tables(key.case)
    parts = tables.parts.of_bundles(np.array([bundle]))
    points = np.frombuffer(moved)
    if control_id:
        found = swept_sides(parts, scenario, control_id, points)
    else:
        now = sides(parts, scenario)
        found = replace(now, limit=now.limit[None], need=now.need[None], worth=now.worth[None])
    enough = found.worth >= found.need - TOLERANCE
    suits = enough & (tables.price <= found.limit + TOLERANCE)
    shape = (max(1, len(points)), len(tables.price))
    # A copy, which nobody can write into.
    suits = np.array(np.broadcast_to(suits, shape))
    suits.flags.writeable = False
    return suits
