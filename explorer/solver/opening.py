"""Openings: the smallest single moves that open an empty zone or a closed row."""

from collections.abc import Iterator

import numpy as np

from explorer.model.control import Control
from explorer.model.result import Opening, Result, Sweep
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.line import allowance
from explorer.solver.tables import case_tables


def row_openings(result: Result, row_id: str, sweeps: tuple[Sweep, ...]) -> tuple[Opening, ...]:
    """Return, for each control that can open a row alone, its smallest move that does.

    Parameters
    ----------
    result
        A result in which the row is closed.
    row_id
        The row of the board.
    sweeps
        The sweeps of the result's scenario.

    Returns
    -------
    Ordered by how small a part of its range each control has to move; whole values only.
    """
    place = [row.row.id for row in result.board].index(row_id)
    found: list[Opening] = []
    for swept in sweeps:
        values = swept.values[swept.is_open[place]]
        if len(values):
            control = result.scenario.case.control(swept.control_id)
            distance = np.abs(values - result.scenario.value(control.id))
            found.append(_opening(result, control, float(values[np.argmin(distance)])))
    return _ordered(found)


def zone_openings(result: Result) -> tuple[Opening, ...]:
    """Return, for each control that can open an empty zone alone, its smallest move that does.

    Parameters
    ----------
    result
        A result whose zone is empty.

    Returns
    -------
    Ordered by how small a part of its range each control has to move; whole values only.
    """
    scenario = result.scenario
    left = allowance(case_tables(scenario.case), scenario)
    only_lines = not any(group.allowed.any() for group in left.groups)
    found: list[Opening] = []
    for control in scenario.case.controls:
        # Where lines leave no package at all, no value of a scale can bring one in.
        if control.kind == "scale" and only_lines:
            continue
        for value in _nearest_first(scenario, control):
            if zone_packages(deal_zone(scenario.with_value(control.id, value))):
                found.append(_opening(result, control, value))
                break
    return _ordered(found)


def _nearest_first(scenario: Scenario, control: Control) -> Iterator[float]:
    reach = control_range(scenario.case, control)
    now = scenario.value(control.id)
    values = range(int(reach.minimum), int(reach.maximum) + 1)
    yield from sorted((float(value) for value in values), key=lambda value: abs(value - now))


def _opening(result: Result, control: Control, value: float) -> Opening:
    scenario = result.scenario
    reach = control_range(scenario.case, control)
    zone = deal_zone(scenario.with_value(control.id, value))
    opened = (
        after.row.id
        for before, after in zip(result.board, board(zone), strict=True)
        if after.is_open and not before.is_open
    )
    share = abs(value - scenario.value(control.id)) / (reach.maximum - reach.minimum)
    return Opening(control.id, value, share, tuple(opened), zone_packages(zone))


def _ordered(found: list[Opening]) -> tuple[Opening, ...]:
    return tuple(sorted(found, key=lambda opening: opening.share))
