"""Openings: the smallest single moves that open an empty zone or a closed row."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from explorer.model.control import Control
from explorer.model.result import Counts, Flags, Floats, Opening, Result, Sweep
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, within_reach, zone_packages
from explorer.solver.line import Allowance, allowance
from explorer.solver.partners import partners
from explorer.solver.side import Sides, sides, swept_sides
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
    now = sides(tables.parts, scenario)
    for control in scenario.case.controls:
        if control.kind == "scale":
            yield control, _nearest_scale(tables, scenario, control)
        else:
            yield control, _nearest_line(tables, scenario, control, now)


def openings_from(
    result: Result, moves: Iterable[tuple[Control, float | None]], *, most: int | None = None
) -> tuple[Opening, ...]:
    """Return the openings that some moves are, smallest first; see :func:`zone_moves`."""
    found = [(control, value) for control, value in moves if value is not None]
    return _openings(result, found, most)


def _nearest_scale(tables: CaseTables, scenario: Scenario, control: Control) -> float | None:
    left = allowance(tables, scenario)
    if not left.anywhere.any():
        # Where lines leave no package at all, no value of a scale can bring one in.
        return None
    chosen = np.flatnonzero(left.kind_of >= 0)
    parts = tables.parts.of_bundles(chosen)
    for block in _blocks(_nearest_first(scenario, control)):
        moved = swept_sides(parts, scenario, control.id, block)
        exists = _has_any(tables, left, moved, left.kind_of[chosen])
        if exists.any():
            return float(block[exists.argmax()])
    return None


def _nearest_line(
    tables: CaseTables, scenario: Scenario, control: Control, now: Sides
) -> float | None:
    held = Sides(now.limit[None, :], now.need[None, :], now.worth[None, :])
    for value in _nearest_first(scenario, control):
        left = allowance(tables, scenario.with_value(control.id, value))
        if _has_any(tables, left, held, left.kind_of).any():
            return value
    return None


def _has_any(tables: CaseTables, left: Allowance, moved: Sides, kind_of: Counts) -> Flags:
    """Return at which of n values any package is in the zone, (n,) flags.

    Parameters
    ----------
    tables, left
        The case, and what its lines leave.
    moved
        Both sides' conditions at each value; arrays of n or of one row.
    kind_of
        The kinds of the bundles in these arrays.
    """
    exists = np.zeros(max(len(moved.limit), len(moved.need), len(moved.worth)), dtype=np.bool_)
    near = within_reach(left, tables.price, moved, kind_of)
    near = np.broadcast_to(near, (len(exists), len(kind_of)))
    limit, need = (np.broadcast_to(each, near.shape) for each in (moved.limit, moved.need))
    for places, worth in _alike(len(exists), moved.worth):
        rows, columns = np.nonzero(near[places])
        if len(rows):
            offers = partners(tables, worth)
            members = offers.within(limit[places][rows, columns], need[places][rows, columns])
            members &= left.sets[kind_of[columns]]
            exists[places][rows[members.any(axis=1)]] = True
    return exists


def _alike(count: int, worths: Floats) -> Iterator[tuple[slice, Floats]]:
    """Yield which of the values have the same worths, and these (U): all of them, or each alone."""
    if len(worths) == 1:
        yield slice(0, count), worths[0]
        return
    for place, worth in enumerate(worths):
        yield slice(place, place + 1), worth


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
