"""Openings: the smallest single moves that open an empty zone or a closed row.

A control that nobody can move one way, such as a stock that does not shrink by wish, has its
nearest value the other way as an opening; the one that nobody can reach is told too, as what could
only be otherwise.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np

from explorer.model.control import Control, mover_to
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
    sweeps
        The sweeps of the result's scenario.
    most
        How many are wanted of each sort, the smallest first; None for all.

    Returns
    -------
    Moves that somebody could make, then what nobody can move; both ordered by how small a part of
    its range each control has to move; whole values only.
    """
    place = [row.row.id for row in result.board].index(row_id)
    found: list[tuple[Control, float]] = []
    for swept in sweeps:
        control = result.scenario.case.control(swept.control_id)
        open_at = set(swept.values[swept.is_open[place]].tolist())
        for values in ways(result.scenario, control):
            nearest = next((value for value in values if value in open_at), None)
            if nearest is not None:
                found.append((control, nearest))
    return _openings(result, found, most)


def zone_openings(result: Result, *, most: int | None = None) -> tuple[Opening, ...]:
    """Return, for each control that can open an empty zone alone, its smallest move that does.

    Parameters
    ----------
    most
        How many are wanted of each sort, the smallest first; None for all.

    Returns
    -------
    Moves that somebody could make, then what nobody can move; both ordered by how small a part of
    its range each control has to move; whole values only.
    """
    return openings_from(result, zone_moves(result.scenario), most=most)


def zone_moves(scenario: Scenario) -> Iterator[tuple[Control, float | None]]:
    """Yield each control and its value nearest to the present one at which the zone holds any.

    None where no value of the control does. A control that nobody can move one way comes twice:
    once for the values that somebody can reach, once for the others. One after the other, so that
    a caller who is in a hurry can stop in between.

    ``scenario``: Where the zone is empty.
    """
    tables = case_tables(scenario.case)
    now = sides(tables.parts, scenario)
    for control in scenario.case.controls:
        for values in ways(scenario, control):
            if control.kind == "scale":
                yield control, _nearest_scale(tables, scenario, control, values)
            else:
                yield control, _nearest_line(tables, scenario, control, now, values)


def openings_from(
    result: Result, moves: Iterable[tuple[Control, float | None]], *, most: int | None = None
) -> tuple[Opening, ...]:
    """Return the openings that some moves are, smallest first; see :func:`zone_moves`."""
    found = [(control, value) for control, value in moves if value is not None]
    return _openings(result, found, most)


def _nearest_scale(
    tables: CaseTables, scenario: Scenario, control: Control, values: list[float]
) -> float | None:
    left = allowance(tables, scenario)
    if not left.anywhere.any():
        # Where lines leave no package at all, no value of a scale can bring one in.
        return None
    chosen = np.flatnonzero(left.kind_of >= 0)
    parts = tables.parts.of_bundles(chosen)
    for block in _blocks(values):
        moved = swept_sides(parts, scenario, control.id, block)
        exists = _has_any(tables, left, moved, left.kind_of[chosen])
        if exists.any():
            return float(block[exists.argmax()])
    return None


def _nearest_line(
    tables: CaseTables, scenario: Scenario, control: Control, now: Sides, values: list[float]
) -> float | None:
    held = Sides(now.limit[None, :], now.need[None, :], now.worth[None, :], now.most)
    for value in values:
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


def ways(scenario: Scenario, control: Control) -> Iterator[list[float]]:
    """Yield the whole values that somebody can move a control to, then those that nobody can.

    Nearest first, without the value where it stands; nothing for a way without values.
    """
    reach, now = control_range(scenario.case, control), scenario.value(control.id)
    every = (float(value) for value in range(int(reach.minimum), int(reach.maximum) + 1))
    values = sorted((value for value in every if value != now), key=lambda value: abs(value - now))
    for is_possible in (True, False):
        way = [value for value in values if _is_possible(scenario, control, value) == is_possible]
        if way:
            yield way


def _is_possible(scenario: Scenario, control: Control, value: float) -> bool:
    return mover_to(control, value, now=scenario.value(control.id)) != "nobody"


def _openings(
    result: Result, moves: list[tuple[Control, float]], most: int | None
) -> tuple[Opening, ...]:
    """Return moves as openings, smallest first; only those that are wanted are solved."""
    scenario = result.scenario
    ordered = sorted(moves, key=lambda move: moved_share(scenario, *move))
    possible = [move for move in ordered if _is_possible(scenario, *move)]
    others = [move for move in ordered if not _is_possible(scenario, *move)]
    wanted = (*possible[:most], *others[:most])
    return tuple(_opening(result, control, value) for control, value in wanted)


def moved_share(scenario: Scenario, control: Control, value: float) -> float:
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
        mover_to(control, value, now=scenario.value(control.id)),
        value,
        moved_share(scenario, control, value),
        tuple(opened),
        zone_packages(zone),
        after,
    )
