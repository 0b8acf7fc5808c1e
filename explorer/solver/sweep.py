"""What moves the zone: one control moved over its range while all others stay.

All values of a control are worked out together, with the same comparisons of the same numbers as
solving each value by itself, so the answers are the same to the last bit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.control import Control
from explorer.model.result import Counts, Flags, Floats, Sweep
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import cheapest
from explorer.solver.line import Allowance, allowance, line_at
from explorer.solver.side import TOLERANCE, Sides, sides, swept_sides
from explorer.solver.tables import CaseTables, Parts, case_tables


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """What the cheapest of some concessions cost, by how much they must be worth.

    ``worths`` rise; ``prices`` has one entry more: the least price among the concessions worth at
    least so much, infinity where there are none.
    """

    worths: Floats
    prices: Floats

    def floors(self, needs: Floats) -> Floats:
        """Return the least price of concessions that reach each need, ties included."""
        return self.prices[np.searchsorted(self.worths, needs - TOLERANCE, side="left")]


def ladder(worth: Floats, price: Floats) -> Ladder:
    """Return the ladder of some concessions, from what each is worth and costs."""
    order = np.argsort(worth)
    least = np.minimum.accumulate(price[order][::-1])[::-1]
    return Ladder(worth[order], np.append(least, np.inf))


@dataclass(frozen=True, slots=True, eq=False)
class Sweeper:
    """What the sweeps of one scenario share, made once.

    ``partners`` and ``ladders`` have one entry for each row: the numbers of the sender's bundles
    that all lines allow with it, the cheapest first, and what they cost by their worth.
    """

    scenario: Scenario
    tables: CaseTables
    parts: Parts
    conditions: Sides
    lines: Allowance
    partners: tuple[Counts, ...]
    ladders: tuple[Ladder, ...]

    def sweep(self, control_id: str) -> Sweep:
        """Return the board's rows for every whole value of one control."""
        control = self.scenario.case.control(control_id)
        reach = control_range(self.scenario.case, control)
        values = np.arange(reach.minimum, reach.maximum + 1, dtype=np.float64)
        if control.kind == "scale":
            floors, limits = self._over_scale(control_id, values)
        else:
            floors, limits = self._over_line(control, values)
        is_open = floors <= limits + TOLERANCE
        floors[~np.isfinite(floors)] = np.nan
        for array in (values, floors, limits, is_open):
            array.flags.writeable = False
        tipping = tuple(_tipping(self.scenario, values, is_open))
        return Sweep(control_id, values, floors, limits, is_open, tipping)

    def _over_scale(self, control_id: str, values: Floats) -> tuple[Floats, Floats]:
        """Return floors (infinity for none) and limits, both (rows, n)."""
        moved = swept_sides(self.parts, self.scenario, control_id, values)
        shape = (len(values), len(self.ladders))
        needs, limits = np.broadcast_to(moved.need, shape), np.broadcast_to(moved.limit, shape)
        floors = np.empty((shape[1], shape[0]))
        for place, rungs in enumerate(self.ladders):
            if len(moved.worth) == 1:
                floors[place] = rungs.floors(needs[:, place])
            else:
                floors[place] = self._floors_of(place, moved.worth, needs[:, place])
        return floors, np.ascontiguousarray(limits.T)

    def _floors_of(self, place: int, worth: Floats, needs: Floats) -> Floats:
        """Return one row's floors where what concessions are worth moves too."""
        partners = self.partners[place]
        if not len(partners):
            return np.full(len(needs), np.inf)
        enough = worth[:, partners] >= needs[:, None] - TOLERANCE
        first = enough.argmax(axis=1)
        is_found = enough[np.arange(len(needs)), first]
        return np.where(is_found, self.tables.price[partners][first], np.inf)

    def _over_line(self, control: Control, values: Floats) -> tuple[Floats, Floats]:
        """Return floors (infinity for none) and limits, both (rows, n)."""
        tables, bundles = self.tables, np.asarray(self.tables.row_bundles, dtype=np.int64)
        enough = self.conditions.worth >= self.conditions.need[:, None] - TOLERANCE
        others = _left_by_others(self.lines, tables, control.id) & enough
        floors = np.empty((len(bundles), len(values)))
        for place, value in enumerate(values):
            line = line_at(tables, control, float(value))
            left = others if line is None else others & line.spared[line.place[bundles]]
            floors[:, place] = cheapest(tables.price, left)
        return floors, np.repeat(self.conditions.limit[:, None], len(values), axis=1)


@lru_cache(maxsize=64)
def _left_by_others(lines: Allowance, tables: CaseTables, control_id: str) -> Flags:
    """Return what all lines but one control's leave with each row, (rows, U).

    It is kept, because it stays the same while a scale moves.
    """
    bundles = np.asarray(tables.row_bundles, dtype=np.int64)
    if all(line.control_id != control_id for line in lines.lines):
        return lines.allowed_with_all(bundles)
    others = np.repeat(tables.sender_gives[None, :], len(bundles), axis=0)
    others &= tables.target_gives[bundles][:, None]
    for line in lines.lines:
        if line.control_id != control_id:
            others &= line.spared[line.place[bundles]]
    others.flags.writeable = False
    return others


def sweeper(scenario: Scenario) -> Sweeper:
    """Return what the sweeps of a scenario share."""
    tables = case_tables(scenario.case)
    bundles = np.asarray(tables.row_bundles, dtype=np.int64)
    parts = tables.parts.of_bundles(bundles)
    conditions = sides(parts, scenario)
    lines = allowance(tables, scenario)
    allowed = lines.allowed_with_all(bundles)
    partners = tuple(tables.by_price[flags[tables.by_price]] for flags in allowed)
    ladders = tuple(ladder(conditions.worth[flags], tables.price[flags]) for flags in allowed)
    return Sweeper(scenario, tables, parts, conditions, lines, partners, ladders)


def sweep(scenario: Scenario, control_id: str) -> Sweep:
    """Return the board's rows for every whole value of one control.

    Parameters
    ----------
    scenario
        Where all other controls stay.
    control_id
        The control that moves over its whole range.
    """
    return sweeper(scenario).sweep(control_id)


def all_sweeps(scenario: Scenario) -> tuple[Sweep, ...]:
    """Return the sweep of every control, in the case's order."""
    shared = sweeper(scenario)
    return tuple(shared.sweep(control.id) for control in scenario.case.controls)


def _tipping(
    scenario: Scenario, values: Floats, is_open: Flags
) -> Iterator[tuple[str, float, bool]]:
    rows, places = np.nonzero(is_open[:, 1:] != is_open[:, :-1])
    for row, place in zip(rows.tolist(), (places + 1).tolist(), strict=True):
        yield scenario.case.rows[row].id, float(values[place]), bool(is_open[row, place])
