"""Red lines and consent: which bundles they leave, alone and together.

A line on one issue forbids bundles of one side. A line with a condition ties the sides: it
forbids bundles of the sender unless the target's bundle meets the condition. A guard ties them
too: what the target's bundle brings a stakeholder tells how much the sender's may cost it. So the
target's bundles fall into kinds, and with all bundles of a kind the sender's allowed bundles are
the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from explorer.model.by_identity import ByIdentity
from explorer.model.control import Condition, ConsentControl, Control, LimitControl
from explorer.model.result import Counts, Flags
from explorer.model.scenario import Scenario, control_range
from explorer.solver.bit_sets import Words, packed, sizes_by_stretch, unpacked
from explorer.solver.standing import Standing, standing
from explorer.solver.tables import CaseTables, case_tables


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An active line: the bundles it forbids on each side, and who is exempt.

    ``target_forbidden`` (D) and ``sender_forbidden`` (U) are None where the line does not touch
    that side. ``exempt`` (D) are bundles of the target under which it does not hold, or None.
    """

    control_id: str
    target_forbidden: Flags | None
    sender_forbidden: Flags | None
    exempt: Flags | None

    def breaks_with(self, target_index: int) -> bool:
        """Return whether the target's bundle breaks this line whatever the sender gives."""
        return self.target_forbidden is not None and bool(self.target_forbidden[target_index])

    def forbidden_with(self, target_index: int) -> Flags | None:
        """Return the sender's bundles (U) this line forbids with a target's bundle, or None."""
        if self.exempt is not None and self.exempt[target_index]:
            return None
        return self.sender_forbidden


@dataclass(frozen=True, slots=True, eq=False)
class GuardLine:
    """An active guard: no package may leave a stakeholder worse off than today."""

    control_id: str
    standing: Standing

    def breaks_with(self, target_index: int) -> bool:
        """Return whether the target's bundle breaks this line whatever the sender gives."""
        return int(self.standing.place[target_index]) == len(self.standing.values)

    def forbidden_with(self, target_index: int) -> Flags:
        """Return the sender's bundles (U) this line forbids with a target's bundle."""
        return ~self.standing.spared[self.standing.place[target_index]]


AnyLine = Line | GuardLine


@dataclass(frozen=True, slots=True, eq=False)
class Allowance:
    """What all active lines of a scenario leave.

    The target's bundles fall into K kinds, and with all bundles of a kind the sender's same
    bundles are allowed. ``kind_of`` (D) is a bundle's kind, -1 for one that breaks a line itself
    or gives nothing. ``sets`` (K, words) hold what the sender may give with each kind, by rising
    price as ``by_price`` (U) lists it. ``anywhere`` (U) flags what is allowed with any kind, and
    ``cells`` the map's cells (rows, columns) with a package that breaks no line.
    """

    lines: tuple[AnyLine, ...]
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


@lru_cache(maxsize=128)
def _allowance(key: ByIdentity, values: tuple[float, ...]) -> Allowance:
    tables = case_tables(key.case)
    lines = tuple(_lines_at(tables, values))
    kind_of = np.where(tables.target_gives, 0, -1)
    sets = packed(tables.sender_gives[None, tables.by_price])
    for line in lines:
        if isinstance(line, GuardLine):
            place, spared = line.standing.place, line.standing.spared
            breaks = place == len(line.standing.values)
            kind_of = np.where(breaks, -1, kind_of)
            kind_of, sets = _tied(kind_of, sets, place, packed(spared[:, tables.by_price]))
        elif line.target_forbidden is not None:
            kind_of = np.where(line.target_forbidden, -1, kind_of)
        elif line.sender_forbidden is not None and line.exempt is None:
            sets = sets & packed(~line.sender_forbidden[tables.by_price])
        elif line.sender_forbidden is not None and line.exempt is not None:
            forbidden = line.sender_forbidden[tables.by_price]
            left = packed(np.stack((~forbidden, np.ones_like(forbidden))))
            kind_of, sets = _tied(kind_of, sets, line.exempt.astype(np.int64), left)
    some = np.bitwise_or.reduce(sets[np.unique(kind_of[kind_of >= 0])], axis=0)
    anywhere = np.empty_like(tables.sender_gives)
    anywhere[tables.by_price] = unpacked(some, len(anywhere))
    cells = _cells(tables, kind_of, sets)
    for array in (kind_of, sets, anywhere, cells):
        array.flags.writeable = False
    return Allowance(lines, kind_of, sets, tables.by_price, anywhere, cells)


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


def active_lines(tables: CaseTables, scenario: Scenario) -> Iterator[AnyLine]:
    """Yield the lines of a scenario that forbid anything, in the order of the controls."""
    return _lines_at(tables, scenario.values)


def _lines_at(tables: CaseTables, values: tuple[float, ...]) -> Iterator[AnyLine]:
    for control, value in zip(tables.case.controls, values, strict=True):
        line = line_at(tables, control, value)
        if line is not None:
            yield line


def line_at(tables: CaseTables, control: Control, value: float) -> AnyLine | None:
    """Return the line that a control draws at a value; None for a scale or where it is off."""
    if control.kind == "scale" or value == control_range(tables.case, control).default:
        return None
    if control.kind == "guard":
        return GuardLine(control.id, standing(tables.case, control.stakeholder))
    return _line(tables, control, int(value))


def _line(tables: CaseTables, control: LimitControl | ConsentControl, value: int) -> Line:
    case = tables.case
    side = case.issue(control.issue).given_by
    issues = case.target_issues if side == "target" else case.sender_issues
    levels = tables.target_levels if side == "target" else tables.sender_levels
    own = levels[:, [issue.id for issue in issues].index(control.issue)]
    if control.kind == "consent":
        forbidden, condition = own >= control.level, control.needs
    else:
        forbidden = own > value if control.bound == "at_most" else own < value
        condition = control.unless
    exempt = None if condition is None else _meets(tables, condition)
    if side == "target":
        return Line(control.id, forbidden, None, None)
    return Line(control.id, None, forbidden, exempt)


def _meets(tables: CaseTables, condition: Condition) -> Flags:
    place = [issue.id for issue in tables.case.target_issues].index(condition.issue)
    return np.asarray(tables.target_levels[:, place] >= condition.at_least)
