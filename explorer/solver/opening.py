"""Openings: the smallest single moves that open an empty zone or a closed row."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from explorer.model.control import Control
from explorer.model.result import Counts, Flags, Floats, Opening, Result, Sweep
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.line import Group, allowance
from explorer.solver.side import TOLERANCE, Sides, sides, swept_sides
from explorer.solver.sweep import ladder
from explorer.solver.tables import CaseTables, case_tables

FIRST_BLOCK = 8
"""How many of the nearest values are tried at first; each further try takes twice as many."""


def row_openings(
    result: Result, row_id: str, sweeps: tuple[Sweep, ...], *, most: int | None = None
) -> tuple[Opening, ...]:
    """Return, for each control that can open a row alone, its smallest move that does.

    Parameters
    ----------
    result
        A result in which the row is closed.
    row_id
        The row of the board.
    sweeps
        The sweeps of the result's scenario.
    most
        How many are wanted, the smallest first; None for all.

    Returns
    -------
    Ordered by how small a part of its range each control has to move; whole values only.
    """
    place = [row.row.id for row in result.board].index(row_id)
    found: list[tuple[Control, float]] = []
    for swept in sweeps:
        values = swept.values[swept.is_open[place]]
        if len(values):
            control = result.scenario.case.control(swept.control_id)
            distance = np.abs(values - result.scenario.value(control.id))
            found.append((control, float(values[np.argmin(distance)])))
    return _openings(result, found, most)


def zone_openings(result: Result, *, most: int | None = None) -> tuple[Opening, ...]:
    """Return, for each control that can open an empty zone alone, its smallest move that does.

    Parameters
    ----------
    result
        A result whose zone is empty.
    most
        How many are wanted, the smallest first; None for all.

    Returns
    -------
    Ordered by how small a part of its range each control has to move; whole values only.
    """
    return openings_from(result, zone_moves(result.scenario), most=most)


def zone_moves(scenario: Scenario) -> Iterator[tuple[Control, float | None]]:
    """Yield each control and its value nearest to the present one at which the zone holds any.

    None where no value of the control does. One control after the other, so that a caller who is
    in a hurry can stop in between.

    Parameters
    ----------
    scenario
        Where the zone is empty.
    """
    tables = case_tables(scenario.case)
    groups = allowance(tables, scenario).groups
    now = sides(tables.parts, scenario)
    for control in scenario.case.controls:
        if control.kind == "scale":
            yield control, _nearest_scale(tables, scenario, control, groups)
        else:
            yield control, _nearest_line(tables, scenario, control, now)


def openings_from(
    result: Result, moves: Iterable[tuple[Control, float | None]], *, most: int | None = None
) -> tuple[Opening, ...]:
    """Return the openings that some moves are, smallest first; see :func:`zone_moves`."""
    found = [(control, value) for control, value in moves if value is not None]
    return _openings(result, found, most)


def _nearest_scale(
    tables: CaseTables, scenario: Scenario, control: Control, groups: tuple[Group, ...]
) -> float | None:
    if not any(group.allowed.any() for group in groups):
        # Where lines leave no package at all, no value of a scale can bring one in.
        return None
    chosen = np.flatnonzero(np.any([group.members for group in groups], axis=0))
    parts = tables.parts.of_bundles(chosen)
    for block in _blocks(_nearest_first(scenario, control)):
        moved = swept_sides(parts, scenario, control.id, block)
        exists = np.zeros(len(block), dtype=np.bool_)
        for group in groups:
            exists |= _has_any(tables, group.allowed, moved, np.flatnonzero(group.members[chosen]))
        if exists.any():
            return float(block[exists.argmax()])
    return None


def _nearest_line(
    tables: CaseTables, scenario: Scenario, control: Control, now: Sides
) -> float | None:
    held = Sides(now.limit[None, :], now.need[None, :], now.worth[None, :])
    for value in _nearest_first(scenario, control):
        for group in allowance(tables, scenario.with_value(control.id, value)).groups:
            members = np.flatnonzero(group.members)
            if _has_any(tables, group.allowed, held, members).any():
                return value
    return None


def _has_any(tables: CaseTables, allowed: Flags, moved: Sides, members: Counts) -> Flags:
    """Return at which of n values one group of the target's bundles has a package in the zone.

    Parameters
    ----------
    tables
        The case.
    allowed
        What the sender may give with these bundles, (U).
    moved
        Both sides' conditions at each value; arrays of n or of one row.
    members
        Places of the bundles in these arrays.
    """
    count = max(len(moved.limit), len(moved.need), len(moved.worth))
    exists = np.zeros(count, dtype=np.bool_)
    partners = np.flatnonzero(allowed)
    if not len(partners) or not len(members):
        return exists
    price, worth = tables.price[partners], moved.worth[:, partners]
    shape = (count, len(members))
    limit = np.broadcast_to(moved.limit[:, members], shape)
    need = np.broadcast_to(moved.need[:, members], shape)
    # What is out of reach at any price, or for the best there is, needs no search.
    reach = limit >= price.min() - TOLERANCE
    reach &= need <= worth.max(axis=1)[:, None] + TOLERANCE
    rows, columns = np.nonzero(reach)
    limits, needs = limit[rows, columns], need[rows, columns]
    if len(worth) == 1:
        exists[rows[ladder(worth[0], price).floors(needs) <= limits + TOLERANCE]] = True
        return exists
    for row in np.unique(rows):
        own = rows == row
        floors = ladder(worth[row], price).floors(needs[own])
        exists[row] = bool(np.any(floors <= limits[own] + TOLERANCE))
    return exists


def _blocks(values: Iterable[float]) -> Iterator[Floats]:
    """Yield values in their order, few at first and then twice as many each time."""
    waiting, size = iter(values), FIRST_BLOCK
    while block := list(islice(waiting, size)):
        yield np.asarray(block, dtype=np.float64)
        size *= 2


def _nearest_first(scenario: Scenario, control: Control) -> Iterator[float]:
    reach = control_range(scenario.case, control)
    now = scenario.value(control.id)
    values = range(int(reach.minimum), int(reach.maximum) + 1)
    yield from sorted((float(value) for value in values), key=lambda value: abs(value - now))


def _openings(
    result: Result, moves: list[tuple[Control, float]], most: int | None
) -> tuple[Opening, ...]:
    """Return moves as openings, smallest first; only those that are wanted are solved."""
    ordered = sorted(moves, key=lambda move: _share(result.scenario, *move))
    return tuple(_opening(result, control, value) for control, value in ordered[:most])


def _share(scenario: Scenario, control: Control, value: float) -> float:
    """Return which part of its range a control moves, 0 to 1."""
    reach = control_range(scenario.case, control)
    return abs(value - scenario.value(control.id)) / (reach.maximum - reach.minimum)


def _opening(result: Result, control: Control, value: float) -> Opening:
    scenario = result.scenario
    zone = deal_zone(scenario.with_value(control.id, value))
    after = board(zone)
    opened = (
        now.row.id
        for before, now in zip(result.board, after, strict=True)
        if now.is_open and not before.is_open
    )
    return Opening(
        control.id,
        value,
        _share(scenario, control, value),
        tuple(opened),
        zone_packages(zone),
        after,
    )
