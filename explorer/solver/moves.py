"""Moves that turn an answer into its opposite: of one control, and the smallest of two together.

Two controls are measured by the larger of the two shares of their ranges that they move, then by
the sum. A pair counts where neither of its moves is enough alone and it is smaller than every
single move that somebody can make; it is made of such moves only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np

from explorer.model.breaking import Claim, ControlMove, MovePair
from explorer.model.control import Control, mover_to
from explorer.model.package import Package
from explorer.model.result import Flags, Floats, Opening, Result
from explorer.model.scenario import Scenario, control_range
from explorer.solver.board import board
from explorer.solver.claims import holds_at, holds_on, is_true, witnesses
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.opening import moved_share, ways
from explorer.solver.sweep import sweeper
from explorer.solver.unlocked import Unlocked, unlocked, unlocked_along

WINDOWS = (0.1, 0.25, 0.5, 1.0)
"""Up to which shares of their ranges two controls are moved, one after the other, until enough
pairs are found."""

ZONE_STEP = 5
"""In which steps of a scale pairs are looked for where every package of the zone counts."""

ALIKE = 1e-9
"""By how much two shares of a range may differ and still be the same."""

CELLS, ZONE_CELLS = 3000, 48
"""Points of a grid after which somebody who waits is told that the search goes on: of a row or a
package, and of the zone, each of whose points takes as long as many of theirs."""


@dataclass(frozen=True, slots=True)
class PairsFound:
    """The pairs found so far, smallest first, of all up to a ``reach`` (share of the ranges).

    ``is_final`` tells that nothing more is looked for.
    """

    pairs: tuple[MovePair, ...]
    reach: float
    is_final: bool


def pair_step(claim: Claim) -> int:
    """Return in which steps of a scale pairs are looked for."""
    return ZONE_STEP if claim.kind == "zone" else 1


def move_steps(result: Result, claim: Claim) -> Iterator[tuple[ControlMove, ...]]:
    """Yield, control by control, its smallest moves that alone turn a claim into its opposite.

    None or one of those that somebody can make, and none or one of those that nobody can.
    """
    scenario, now = result.scenario, is_true(result, claim)
    seen = witnesses(result, claim)
    swept = sweeper(scenario) if claim.kind == "row" else None
    places = [row.id for row in scenario.case.rows]
    for control in scenario.case.controls:
        if swept is not None:
            sweep = swept.sweep(control.id)
            values, flags = sweep.values, sweep.is_open[places.index(claim.id)]
        else:
            values = _whole_values(scenario, control)
            flags = holds_at(scenario, claim, {control.id: values}, seen)
        turned = set(values[flags != now].tolist())
        nearest = (
            next((each for each in way if each in turned), None) for way in ways(scenario, control)
        )
        yield tuple(control_move(scenario, control, each) for each in nearest if each is not None)


def smallest_first(moves: list[ControlMove]) -> tuple[ControlMove, ...]:
    """Return moves that somebody can make, then what nobody can move, both smallest first."""
    return tuple(sorted(moves, key=lambda move: (move.mover == "nobody", move.share)))


def nearest_possible(moves: tuple[ControlMove, ...]) -> float:
    """Return the share of the smallest move that somebody can make; infinity without one."""
    return min((each.share for each in moves if each.mover != "nobody"), default=np.inf)


def control_move(scenario: Scenario, control: Control, value: float) -> ControlMove:
    """Return the move of a control from where it stands to a value."""
    mover = mover_to(control, value, now=scenario.value(control.id))
    return ControlMove(control.id, mover, value, moved_share(scenario, control, value))


def pair_steps(
    result: Result, claim: Claim, moves: tuple[ControlMove, ...], *, most: int
) -> Iterator[PairsFound | None]:
    """Yield the smallest pairs of controls that turn a claim into its opposite.

    Exact: no smaller pair of whole values does (for the zone: of values in steps of
    :data:`ZONE_STEP`, counted from where a scale stands, and its ends).

    Parameters
    ----------
    moves
        What :func:`move_steps` found: pairs are smaller than all of them that somebody can make.
    most
        How many pairs are wanted, at least 1, each of other controls.

    Yields
    ------
    PairsFound | None
        None where the search only goes on; at the end what is final.
    """
    limit = nearest_possible(moves)
    search = _Search(result, claim, is_true(result, claim), limit, witnesses(result, claim))
    found: list[MovePair] = []
    reach = 0.0
    for window in WINDOWS:
        found, reach = [], min(window, limit)
        for pair in search.pairs(reach):
            if pair is None:
                yield None
            else:
                found.append(pair)
        found.sort(key=_size)
        if len(found) >= most or window >= limit:
            break
        if window < WINDOWS[-1]:
            yield PairsFound(tuple(found), reach, is_final=False)
    told = tuple(_told(result, pair) for pair in found[:most])
    yield PairsFound(told, reach, is_final=True)


def smallest_pairs(
    result: Result, claim: Claim, moves: tuple[ControlMove, ...], *, most: int
) -> tuple[MovePair, ...]:
    """Return the smallest pairs of controls that turn a claim; see :func:`pair_steps`."""
    found: PairsFound | None = None
    for step in pair_steps(result, claim, moves, most=most):
        found = step or found
    return () if found is None else found.pairs


def opening_pairs(
    result: Result, claim: Claim, openings: tuple[Opening, ...], *, most: int
) -> tuple[MovePair, ...] | None:
    """Return the smallest pairs that open what no single move that somebody can make opens.

    Parameters
    ----------
    openings
        The single moves that open it, as :mod:`explorer.solver.opening` finds them.
    most
        How many pairs are wanted, at least 1.

    Returns
    -------
    The pairs, smallest first; None where a single move is enough, so that nobody looked.
    """
    if any(each.mover != "nobody" for each in openings):
        return None
    return smallest_pairs(result, claim, (), most=most)


@dataclass(frozen=True, slots=True)
class _Search:
    """What all windows share: the question, the share that pairs stay below, and what is known."""

    result: Result
    claim: Claim
    now: bool
    limit: float
    seen: tuple[Package, ...]
    kept: dict[str, Unlocked] = field(default_factory=dict)

    def pairs(self, reach: float) -> Iterator[MovePair | None]:
        """Yield the smallest pair of every two controls that has one; None now and then."""
        scenario = self.result.scenario
        controls = [
            (control, values)
            for control in scenario.case.controls
            if len(values := self._values(control, reach))
        ]
        looked, most = 0, ZONE_CELLS if self.claim.kind == "zone" else CELLS
        for (x, x_values), (y, y_values) in combinations(controls, 2):
            if not self._may_turn(x, y):
                continue
            strips: list[Flags] = []
            at_once = max(1, most // len(x_values))
            for start in range(0, len(y_values), at_once):
                strip = y_values[start : start + at_once]
                looked += len(x_values) * len(strip)
                if looked > most:
                    looked = 0
                    yield None
                strips.append(self._turned(x, x_values, y, strip))
            turned = np.concatenate(strips)
            if turned.any():
                yield self._smallest(x, x_values, y, y_values, turned)

    def _may_turn(self, x: Control, y: Control) -> bool:
        """Return whether two controls may turn the claim, before any of their values is tried."""
        lines = [each.id for each in (x, y) if each.kind != "scale"]
        if self.claim.kind != "zone" or self.now or not lines:
            return True
        scales = [each for each in (x, y) if each.kind == "scale"]
        return self._unlocked(*scales).without(*lines)

    def _unlocked(self, scale: Control | None = None) -> Unlocked:
        """Return which lines keep the zone empty, wherever a scale stands in any pair."""
        scenario, place = self.result.scenario, "" if scale is None else scale.id
        if place not in self.kept:
            self.kept[place] = (
                unlocked(scenario)
                if scale is None
                else unlocked_along(scenario, scale.id, self._values(scale, np.inf))
            )
        return self.kept[place]

    def _turned(self, x: Control, x_values: Floats, y: Control, y_values: Floats) -> Flags:
        scenario = self.result.scenario
        flags = holds_on(scenario, self.claim, (x.id, x_values), (y.id, y_values), self.seen)
        return flags != self.now

    def _smallest(
        self, x: Control, x_values: Floats, y: Control, y_values: Floats, turned: Flags
    ) -> MovePair:
        """Return the smallest of the pairs that turn the claim, from flags (ny, nx)."""
        ours, theirs = self._shares(x, x_values), self._shares(y, y_values)[:, None]
        larger = np.where(turned, np.maximum(ours, theirs), np.inf)
        # Shares are told apart as far as a reader could; what is alike goes by the sum.
        near = larger <= larger.min() + ALIKE
        row, column = np.unravel_index(np.argmin(np.where(near, ours + theirs, np.inf)), near.shape)
        scenario = self.result.scenario
        return MovePair(
            control_move(scenario, x, float(x_values[column])),
            control_move(scenario, y, float(y_values[row])),
        )

    def _shares(self, control: Control, values: Floats) -> Floats:
        return np.array([moved_share(self.result.scenario, control, each) for each in values])

    def _values(self, control: Control, reach: float) -> Floats:
        """Return the values of a control, rising, that pairs are made of."""
        scenario = self.result.scenario
        step = pair_step(self.claim) if control.kind == "scale" else 1
        found = [
            value
            for value in _stepped(scenario, control, step)
            if self._is_useful(control, value, reach)
        ]
        return np.array(sorted(found))

    def _is_useful(self, control: Control, value: float, reach: float) -> bool:
        scenario = self.result.scenario
        move = control_move(scenario, control, value)
        if move.mover == "nobody" or move.share > reach or move.share >= self.limit:
            return False
        if control.kind == "scale":
            return True
        # A line takes packages away and brings none: a looser one never closes, a stricter one
        # never opens.
        off, now = control_range(scenario.case, control).off, scenario.value(control.id)
        return (abs(value - off) > abs(now - off)) == self.now


def _size(pair: MovePair) -> tuple[float, float]:
    return round(pair.share, 9), round(pair.first.share + pair.second.share, 9)


def _whole_values(scenario: Scenario, control: Control) -> Floats:
    """Return every whole value of a control but the one where it stands."""
    reach, now = control_range(scenario.case, control), scenario.value(control.id)
    values = np.arange(reach.minimum, reach.maximum + 1, dtype=np.float64)
    return values[values != now]


def _stepped(scenario: Scenario, control: Control, step: int) -> set[float]:
    """Return whole values in steps from where a control stands, and both ends of its range."""
    reach, now = control_range(scenario.case, control), scenario.value(control.id)
    values = set(_whole_values(scenario, control).tolist())
    ends = {reach.minimum, reach.maximum}
    if step == 1:
        return values
    return {each for each in values if each in ends or round(each - now) % step == 0}


def _told(result: Result, pair: MovePair) -> MovePair:
    """Return a pair with what it opens."""
    moved = {move.control_id: move.value for move in pair.moves}
    zone = deal_zone(result.scenario.with_values(moved))
    opened = tuple(
        now.row.id
        for before, now in zip(result.board, board(zone), strict=True)
        if now.is_open and not before.is_open
    )
    return MovePair(pair.first, pair.second, opened, zone_packages(zone))
