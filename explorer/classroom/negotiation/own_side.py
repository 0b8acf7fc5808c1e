"""What one delegation knows of every package: its own gain, and its own lines; nothing else."""

from dataclasses import dataclass

import numpy as np

from explorer.model.issue import Role
from explorer.model.package import Package, bundle_index
from explorer.model.result import Flags, Floats
from explorer.model.scenario import Scenario
from explorer.solver.line import active_lines
from explorer.solver.side import DECIMALS, TOLERANCE, sides
from explorer.solver.tables import CaseTables, case_tables
from explorer.solver.term_sheet import broken_lines, term_sheet

SLACK = 2 * TOLERANCE
"""By how much a gain may fall short and yet be enough: both of its parts are rounded."""


@dataclass(frozen=True, slots=True)
class OwnView:
    """What a delegation sees of one package.

    Attributes
    ----------
    gain
        Its own gain over waiting, in its own points.
    own_lines
        Ids of its own lines and consents that the package breaks.
    shared_rules
        Ids of rules that neither side draws, such as what makes no sense together.
    gives_both
        Whether each side gives something; without that it is no deal.
    """

    gain: float
    own_lines: tuple[str, ...]
    shared_rules: tuple[str, ...]
    gives_both: bool

    @property
    def is_acceptable(self) -> bool:
        """Whether the delegation loses nothing by it and breaks none of its own lines."""
        keeps = self.gives_both and not self.own_lines and not self.shared_rules
        return keeps and self.gain >= -TOLERANCE


@dataclass(frozen=True, slots=True, eq=False)
class OwnSide:
    """One delegation's own judgement of all packages; D bundles of the target, U of the sender.

    Attributes
    ----------
    scenario, role
        Whose judgement it is, and under what.
    by_target, by_sender
        Its gain is the sum of a number for each bundle of the target (D) and of the sender (U),
        cut at ``most``.
    most
        Where its gains end; infinity without a ceiling.
    keeps
        The packages (D, U) in which each side gives something and that break none of its own lines
        and none of the rules that nobody draws.
    best
        Its largest gain among these; minus infinity where there is none.
    """

    scenario: Scenario
    role: Role
    tables: CaseTables
    by_target: Floats
    by_sender: Floats
    most: float
    keeps: Flags
    best: float

    def gain(self, package: Package) -> float:
        """Return the gain over waiting from a package in which each side gives something."""
        target, sender = self.place(package)
        gain = float(self.by_target[target]) + float(self.by_sender[sender])
        return round(min(gain, self.most), DECIMALS)

    def accepts(self, package: Package, least: float) -> bool:
        """Return whether a package keeps the delegation's lines and brings it at least so much."""
        target, sender = self.place(package)
        return bool(self.keeps[target, sender]) and self.gain(package) >= least - SLACK

    def at_least(self, least: float) -> Flags:
        """Return which packages (D, U) keep its lines and bring it at least so much."""
        if self.most < least - SLACK:
            return np.zeros_like(self.keeps)
        # Compared, not added: a table of two million sums would take most of the time of a move.
        return np.asarray(self.by_target[:, None] >= least - SLACK - self.by_sender) & self.keeps

    def place(self, package: Package) -> tuple[int, int]:
        """Return the numbers of a package's two bundles."""
        case = self.scenario.case
        target = bundle_index(case.target_shape, package.target)
        return target, bundle_index(case.sender_shape, package.sender)


def own_side(scenario: Scenario, role: Role) -> OwnSide:
    """Return one delegation's own judgement of all packages under a scenario."""
    tables = case_tables(scenario.case)
    conditions = sides(tables.parts, scenario)
    if role == "sender":
        by_target, by_sender, most = conditions.limit, -tables.price, conditions.most[0]
    else:
        by_target, by_sender, most = -conditions.need, conditions.worth, conditions.most[1]
    keeps = np.logical_and.outer(tables.target_gives, tables.sender_gives)
    for line in active_lines(tables, scenario):
        if scenario.case.control(line.control_id).party in (role, None):
            keeps &= line.spared[line.place]
    gains = by_target[:, None] + by_sender
    best = min(float(np.max(gains, where=keeps, initial=-np.inf)), float(most))
    keeps.flags.writeable = False
    return OwnSide(scenario, role, tables, by_target, by_sender, float(most), keeps, best)


def own_view(scenario: Scenario, role: Role, package: Package) -> OwnView:
    """Return what a delegation sees of a package: nothing of the other's numbers and lines."""
    sheet = term_sheet(scenario, package)
    parties = {each: scenario.case.control(each).party for each in broken_lines(scenario, package)}
    return OwnView(
        gain=sheet.sender_gain if role == "sender" else sheet.target_gain,
        own_lines=tuple(each for each, party in parties.items() if party == role),
        shared_rules=tuple(each for each, party in parties.items() if party is None),
        gives_both=sheet.gives_both,
    )
