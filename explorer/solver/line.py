"""Red lines and consent: which bundles they leave, alone and together.

A line on one issue forbids bundles of one side. Consents, coherence rules and lines with a
condition tie the sides: what they forbid of one depends on what the other gives. A guard ties
them too: what the target's bundle brings a stakeholder tells how much the sender's may cost it.
So the target's bundles fall into kinds, and with all bundles of a kind the sender's allowed
bundles are the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.control import Control, LimitControl
from explorer.model.issue import Issue
from explorer.model.requirement import LevelRange
from explorer.model.result import Counts, Flags
from explorer.model.scenario import Scenario, control_range
from explorer.model.structure import coherence_counts
from explorer.solver.bit_sets import Words, distinct, packed, sizes_by_stretch, unpacked
from explorer.solver.standing import standing
from explorer.solver.tables import CaseTables, case_tables


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An active line or switch: what it leaves of the sender's bundles with each of the target's.

    ``place`` (D) tells for each of the target's bundles which row of ``spared`` (P, U) flags the
    sender's bundles that it leaves together with it.
    """

    control_id: str
    place: Counts
    spared: Flags

    def breaks_with(self, target_index: int) -> bool:
        """Return whether the target's bundle breaks this line whatever the sender gives."""
        return not self.spared[self.place[target_index]].any()

    def forbidden_with(self, target_index: int) -> Flags:
        """Return the sender's bundles (U) this line forbids with a target's bundle."""
        return ~self.spared[self.place[target_index]]


@dataclass(frozen=True, slots=True, eq=False)
class Allowance:
    """What all active lines of a scenario leave.

    The target's bundles fall into K kinds, and with all bundles of a kind the sender's same
    bundles are allowed. ``kind_of`` (D) is a bundle's kind, -1 for one that breaks a line itself
    or gives nothing. ``sets`` (K, words) hold what the sender may give with each kind, by rising
    price as ``by_price`` (U) lists it. ``anywhere`` (U) flags what is allowed with any kind, and
    ``cells`` the map's cells (rows, columns) with a package that breaks no line.
    """

    lines: tuple[Line, ...]
    kind_of: Counts
    sets: Words
    by_price: Counts
    anywhere: Flags
    cells: Flags

    def allowed_with(self, target_index: int) -> Flags | None:
        """Return the sender's bundles (U) allowed with a bundle; None if it breaks a line."""
        kind = self.kind_of[target_index : target_index + 1]
        return None if kind[0] < 0 else self.allowed_of(kind)[0]

    def allowed_with_all(self, bundles: Counts) -> Flags:
        """Return what the sender may give with each of n bundles, (n, U) flags."""
        kinds = self.kind_of[bundles]
        return self.allowed_of(kinds) & (kinds >= 0)[:, None]

    def allowed_of(self, kinds: Counts) -> Flags:
        """Return what the sender may give with each of n kinds, (n, U) flags."""
        flags = np.empty((len(kinds), len(self.by_price)), dtype=np.bool_)
        flags[:, self.by_price] = unpacked(self.sets[kinds], len(self.by_price))
        return flags


def allowance(tables: CaseTables, scenario: Scenario) -> Allowance:
    """Return what the active lines of a scenario leave; kept while no line is moved."""
    controls = zip(scenario.case.controls, scenario.values, strict=True)
    values = tuple(0.0 if control.kind == "scale" else value for control, value in controls)
    return _allowance(ByIdentity(tables.case), values)


def uncombined(tables: CaseTables, scenario: Scenario) -> Allowance:
    """Return what the active lines leave if no coherence rule counts: the walls that sides draw."""
    controls = zip(scenario.case.controls, scenario.values, strict=True)
    values = tuple(
        0.0 if control.kind in ("scale", "coherence") else value for control, value in controls
    )
    return _allowance(ByIdentity(tables.case), values)


@lru_cache(maxsize=128)
def _allowance(key: ByIdentity, values: tuple[float, ...]) -> Allowance:
    tables = case_tables(key.case)
    lines = tuple(_lines_at(tables, values))
    kind_of = np.where(tables.target_gives, 0, -1)
    sets = packed(tables.sender_gives[None, tables.by_price])
    for line in lines:
        kind_of = np.where(_leaves_any(line)[line.place], kind_of, -1)
    for line in lines:
        left = packed(line.spared[:, tables.by_price])
        if len(left) == 1:
            sets = sets & left
        elif not line.spared[_leaves_any(line)].all():
            kind_of, sets = _tied(kind_of, sets, line.place, left)
    some = np.bitwise_or.reduce(sets[distinct(kind_of[kind_of >= 0])], axis=0)
    anywhere = np.empty_like(tables.sender_gives)
    anywhere[tables.by_price] = unpacked(some, len(anywhere))
    cells = _cells(tables, kind_of, sets)
    for array in (kind_of, sets, anywhere, cells):
        array.flags.writeable = False
    return Allowance(lines, kind_of, sets, tables.by_price, anywhere, cells)


def _leaves_any(line: Line) -> Flags:
    """Return for each kind of the target's bundles whether a line leaves anything with it."""
    return np.asarray(line.spared.any(axis=1))


def _cells(tables: CaseTables, kind_of: Counts, sets: Words) -> Flags:
    rows = sizes_by_stretch(sets, tables.rows_by_price, np.arange(len(sets))) > 0
    columns = np.zeros((len(sets), tables.cell_totals.shape[1]), dtype=np.bool_)
    chosen = kind_of >= 0
    columns[kind_of[chosen], tables.column_of[chosen]] = True
    return rows @ columns


def _tied(kind_of: Counts, sets: Words, place: Counts, left: Words) -> tuple[Counts, Words]:
    """Return the kinds under one more line that ties both sides.

    Parameters
    ----------
    kind_of, sets
        The kinds so far.
    place, left
        The line leaves ``left[place[d]]`` of the sender's bundles with the target's bundle d.
    """
    alive = np.flatnonzero(kind_of >= 0)
    if not len(alive):
        return kind_of, sets
    joined = kind_of[alive] * len(left) + place[alive]
    pairs, pair_of = np.unique(joined, return_inverse=True)
    both = sets[pairs // len(left)] & left[pairs % len(left)]
    # Different pairs often leave the same; a set as one item of bytes is quick to compare.
    whole = both.view(np.dtype((np.void, both.itemsize * both.shape[1])))[:, 0]
    _, first, same = np.unique(whole, return_index=True, return_inverse=True)
    result = np.full_like(kind_of, -1)
    result[alive] = same[pair_of]
    return result, both[first]


def active_lines(tables: CaseTables, scenario: Scenario) -> Iterator[Line]:
    """Yield the lines of a scenario that forbid anything, in the order of the controls."""
    return _lines_at(tables, scenario.values)


def _lines_at(tables: CaseTables, values: tuple[float, ...]) -> Iterator[Line]:
    for control, value in zip(tables.case.controls, values, strict=True):
        line = line_at(tables, control, value)
        if line is not None:
            yield line


def line_at(tables: CaseTables, control: Control, value: float) -> Line | None:
    """Return the line that a control draws at a value; None for a scale or where it is off."""
    if control.kind == "scale" or value == control_range(tables.case, control).off:
        return None
    if control.kind == "coherence" and not coherence_counts(tables.case):
        return None
    return _drawn(ByIdentity(tables.case), control.id, int(value))


@lru_cache(maxsize=512)
def _drawn(key: ByIdentity, control_id: str, value: int) -> Line:
    tables, control = case_tables(key.case), key.case.control(control_id)
    if control.kind == "guard":
        own = standing(key.case, control.stakeholder)
        line = Line(control.id, own.place, own.spared)
    elif control.kind == "coherence":
        line = _rule(tables, control.id, control.when, control.requires)
    elif control.kind == "consent":
        needs: dict[str, LevelRange] = {}
        for condition in control.conditions:
            least = max(condition.at_least, needs.get(condition.issue, LevelRange()).at_least)
            needs[condition.issue] = LevelRange(at_least=least)
        when = {control.issue: LevelRange(at_least=control.level)}
        line = _rule(tables, control.id, when, (needs,))
    else:
        line = _limit(tables, cast("LimitControl", control), value)
    line.place.flags.writeable = line.spared.flags.writeable = False
    return line


def _limit(tables: CaseTables, control: LimitControl, value: int) -> Line:
    is_most = control.bound == "at_most"
    beyond = LevelRange(at_least=value + 1) if is_most else LevelRange(at_most=value - 1)
    exempt: tuple[Mapping[str, LevelRange], ...] = ()
    if control.unless is not None:
        exempt = ({control.unless.issue: LevelRange(at_least=control.unless.at_least)},)
    return _rule(tables, control.id, {control.issue: beyond}, exempt)


def _rule(
    tables: CaseTables,
    control_id: str,
    when: Mapping[str, LevelRange],
    requires: Sequence[Mapping[str, LevelRange]],
) -> Line:
    """Return the line that leaves what does not fit ``when`` or fits one of ``requires``.

    The target's bundles fall into kinds by what they fit, and all of a kind leave the same.
    """
    patterns = (when, *requires)
    case = tables.case
    ours = np.stack([_fitting(case.target_issues, tables.target_levels, each) for each in patterns])
    theirs = [_fitting(case.sender_issues, tables.sender_levels, each) for each in patterns]
    # A target's bundle that the rule is not about leaves everything, whatever else it fits.
    ours[1:] &= ours[0]
    code = (ours << np.arange(len(patterns))[:, None]).sum(axis=0)
    codes, place = np.unique(code, return_inverse=True)
    kinds = codes >> np.arange(len(patterns))[:, None] & 1 == 1
    spared = ~(kinds[0][:, None] & theirs[0])
    for own, paid in zip(kinds[1:], theirs[1:], strict=True):
        spared |= own[:, None] & paid
    return Line(control_id, place.astype(np.int64), spared)


def _fitting(issues: tuple[Issue, ...], levels: Counts, pattern: Mapping[str, LevelRange]) -> Flags:
    """Return which bundles of one side fit a pattern as far as it is about that side."""
    flags = np.ones(len(levels), dtype=np.bool_)
    for place, issue in enumerate(issues):
        span = pattern.get(issue.id)
        if span is not None:
            fits = np.array([level in span for level in range(len(issue.levels))])
            flags &= fits[levels[:, place]]
    return flags
