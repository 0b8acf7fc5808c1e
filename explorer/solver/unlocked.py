"""Which lines would have to yield before an empty zone could hold any package.

Every package that suits both sides breaks some of the active lines. One that breaks a single line
comes into the zone where only that line yields; one that breaks two needs both. So nobody has to
look at lines that no package waits for, and all packages are looked at together, as sets.
"""

from dataclasses import dataclass

import numpy as np

from explorer.model.result import Counts, Floats
from explorer.model.scenario import Scenario
from explorer.solver.bit_sets import Words, packed
from explorer.solver.line import Line, active_lines
from explorer.solver.many_worlds import suiting
from explorer.solver.tables import case_tables
from explorer.solver.uncertain import Draws
from explorer.solver.worlds import worlds


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What would let packages into the zone that suit both sides.

    ``always`` tells that one breaks no line at all. ``alone`` has the ids of lines that some
    package breaks and no other with it, ``pairs`` the pairs that some breaks and no third.
    """

    always: bool
    alone: frozenset[str]
    pairs: frozenset[frozenset[str]]

    def without(self, *lines: str) -> bool:
        """Return whether the zone would hold any package if one or two lines counted no more."""
        return self.always or not self.alone.isdisjoint(lines) or frozenset(lines) in self.pairs


def unlocked(scenario: Scenario) -> Unlocked:
    """Return which one or two lines would have to yield where all scales stand."""
    return _unlocked(scenario, Draws(1), most=2)


def unlocked_along(scenario: Scenario, control_id: str, values: Floats) -> Unlocked:
    """Return which line would have to yield if a scale stood at any of n values; no pairs.

    What suits both sides is put together for all values, so a line counts that would not do at one.
    """
    return _unlocked(scenario, Draws(len(values), {}, {control_id: values}), most=1)


def _unlocked(scenario: Scenario, draws: Draws, *, most: int) -> Unlocked:
    tables = case_tables(scenario.case)
    partners = np.flatnonzero(tables.sender_gives)
    bundles, sets = _suiting_anywhere(scenario, draws, partners)
    broken = {
        line.control_id: _broken(line, bundles, partners) for line in active_lines(tables, scenario)
    }
    # In one, two and three stands what breaks at least so many lines.
    one, two, three = (np.zeros_like(sets) for _ in range(3))
    for each in broken.values():
        three |= two & each
        two |= one & each
        one |= each
    alone = _breaking(sets & one & ~two, broken)
    pairs: set[frozenset[str]] = set()
    if most > 1:
        both = sets & two & ~three
        for id_ in _breaking(both, broken):
            own = both & broken[id_]
            pairs.update(frozenset((id_, other)) for other in _breaking(own, broken) - {id_})
    return Unlocked(bool((sets & ~one).any()), frozenset(alone), frozenset(pairs))


def _suiting_anywhere(scenario: Scenario, draws: Draws, partners: Counts) -> tuple[Counts, Words]:
    """Return the target's bundles that suit both sides in any world, and with which partners.

    Numbers of bundles (n), and places in ``partners`` as sets (n, words).
    """
    members = np.flatnonzero(case_tables(scenario.case).target_gives)
    _, member, sets = suiting(worlds(scenario, draws).sides(members, partners))
    if draws.size == 1:
        return members[member], sets
    order = np.argsort(member, kind="stable")
    starts = np.flatnonzero(np.diff(member[order], prepend=-1))
    joined = np.bitwise_or.reduceat(sets[order], starts, axis=0) if len(starts) else sets[:0]
    return members[member[order[starts]]], joined


def _broken(line: Line, bundles: Counts, partners: Counts) -> Words:
    """Return what breaks a line with each of some bundles of the target, (n, words)."""
    return np.take(packed(~line.spared[:, partners]), line.place[bundles], axis=0)


def _breaking(sets: Words, broken: dict[str, Words]) -> set[str]:
    """Return the lines that any package in some sets breaks."""
    rows = np.flatnonzero(sets.any(axis=1))
    kept = sets[rows]
    return {id_ for id_, each in broken.items() if (kept & each[rows]).any()}
