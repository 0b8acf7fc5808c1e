"""Red lines and consent: which bundles they leave, alone and together.

A line on one issue forbids bundles of one side. A line with a condition ties the sides: it
forbids bundles of the sender unless the target's bundle meets the condition. A guard ties them
too: what the target's bundle brings a stakeholder tells how much the sender's may cost it. So the
target's bundles fall into few groups, and within a group the sender's allowed bundles are always
the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from explorer.model.control import Condition, ConsentControl, Control, LimitControl
from explorer.model.result import Flags
from explorer.model.scenario import Scenario, control_range
from explorer.solver.standing import Standing, standing
from explorer.solver.tables import CaseTables


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
class Group:
    """Bundles of the target under which the sender's same bundles are allowed.

    ``members`` (D) are allowed bundles that give something; ``allowed`` (U) likewise.
    ``is_guarded`` tells that guards made it one of many small groups.
    """

    members: Flags
    allowed: Flags
    is_guarded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Allowance:
    """What all active lines of a scenario leave."""

    lines: tuple[AnyLine, ...]
    groups: tuple[Group, ...]

    def allowed_with(self, target_index: int) -> Flags | None:
        """Return the sender's bundles (U) allowed with a bundle; None if it breaks a line."""
        for group in self.groups:
            if group.members[target_index]:
                return group.allowed
        return None


def allowance(
    tables: CaseTables, scenario: Scenario, bundles: tuple[int, ...] | None = None
) -> Allowance:
    """Return the active lines of a scenario and the groups that they leave.

    Parameters
    ----------
    tables, scenario
        The case as arrays, and which lines are drawn.
    bundles
        The only bundles of the target that are asked for, which is quicker with guards; None
        for all of them.
    """
    lines = tuple(active_lines(tables, scenario))
    members = tables.target_gives
    if bundles is not None:
        members = np.zeros(len(members), dtype=np.bool_)
        members[list(bundles)] = True
        members &= tables.target_gives
    allowed = tables.sender_gives
    plain = [line for line in lines if isinstance(line, Line)]
    for line in plain:
        if line.target_forbidden is not None:
            members = members & ~line.target_forbidden
        elif line.sender_forbidden is not None and line.exempt is None:
            allowed = allowed & ~line.sender_forbidden
    groups = [Group(members, allowed)]
    for line in plain:
        if line.exempt is not None and line.sender_forbidden is not None:
            groups = list(_split(groups, line.exempt, line.sender_forbidden))
    guards = [line for line in lines if isinstance(line, GuardLine)]
    if guards:
        groups = [part for group in groups for part in _guarded(group, guards)]
    return Allowance(lines, tuple(group for group in groups if group.members.any()))


def _split(groups: list[Group], exempt: Flags, forbidden: Flags) -> Iterator[Group]:
    for group in groups:
        yield Group(group.members & exempt, group.allowed)
        yield Group(group.members & ~exempt, group.allowed & ~forbidden)


def _guarded(group: Group, guards: list[GuardLine]) -> Iterator[Group]:
    """Yield a group's bundles by what the guards together leave the sender to give."""
    members = np.flatnonzero(group.members)
    kinds = np.zeros(len(members), dtype=np.int64)
    for guard in guards:
        joined = kinds * len(guard.standing.spared) + guard.standing.place[members]
        kinds = np.unique(joined, return_inverse=True)[1]
    first = np.unique(kinds, return_index=True)[1]
    allowed = np.repeat(group.allowed[None, :], len(first), axis=0)
    for guard in guards:
        allowed &= guard.standing.spared[guard.standing.place[members[first]]]
    for kind, chosen in _alike(allowed):
        flags = np.zeros(len(group.members), dtype=np.bool_)
        flags[members[chosen[kinds]]] = True
        yield Group(flags, allowed[kind], is_guarded=True)


def _alike(allowed: Flags) -> Iterator[tuple[int, Flags]]:
    """Yield the first of each set of equal rows, with flags of all rows that equal it."""
    same: dict[bytes, list[int]] = {}
    for place, packed in enumerate(np.packbits(allowed, axis=1)):
        same.setdefault(packed.tobytes(), []).append(place)
    for places in same.values():
        flags = np.zeros(len(allowed), dtype=np.bool_)
        flags[places] = True
        yield places[0], flags


def active_lines(tables: CaseTables, scenario: Scenario) -> Iterator[AnyLine]:
    """Yield the lines of a scenario that forbid anything, in the order of the controls."""
    for control, value in zip(scenario.case.controls, scenario.values, strict=True):
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
