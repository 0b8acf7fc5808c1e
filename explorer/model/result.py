"""What the solver returns: zone, board, map, frontier and solutions of one scenario."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.model.control import Mover
from explorer.model.example import NamedRow
from explorer.model.outlook import MeetingRules, MeetingWindow
from explorer.model.package import Package
from explorer.model.scenario import Scenario

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ZoneCount:
    """How many packages the deal zone holds, by class, out of how many there are.

    ``by_class`` holds (class id, packages) in the case's order; it adds up to ``packages``.
    """

    packages: int
    by_class: tuple[tuple[str, int], ...]
    total: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One named commitment held fixed: what the sender would give and the target would take.

    All prices are in the sender's own cost points. ``sender_limit`` is what the commitment is
    worth to the sender, uncut and possibly negative. ``sender_wall`` is the price of the dearest
    concessions that all lines allow with it, ``target_floor`` of the cheapest allowed ones that
    the target takes, ``target_floor_any`` of the cheapest without any line; None where there are
    none. ``zone`` runs from the cheapest to the dearest member of the deal zone, or is None.
    ``gap`` is what is missing between limit and floor where there is no zone and something is
    missing. ``broken_lines`` are lines that the commitment itself breaks; ``blocking_lines``
    are the lines that the cheapest sufficient concessions break, where lines raise the floor.
    """

    row: NamedRow
    packages: int
    sender_limit: float
    sender_wall: float | None
    target_floor: float | None
    target_floor_any: float | None
    zone: tuple[float, float] | None
    gap: float | None
    broken_lines: tuple[str, ...]
    blocking_lines: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether the deal zone holds a package with this commitment."""
        return self.zone is not None


@dataclass(frozen=True, slots=True, eq=False)
class DealMap:
    """Packages of the deal zone by what each side gives; all arrays are (rows, columns).

    Columns divide what the target gives, from 0 to ``x_maximum`` of the sender's points at full
    verification; rows divide what the sender gives, from 0 to ``y_maximum`` of its cost points.
    ``counts`` are packages in the zone, ``totals`` all packages of the cell. ``sender_accepts`` and
    ``target_accepts`` tell whether the cell holds a package that this side alone prefers to
    waiting, ``is_allowed`` whether it holds one that every red line, consent and guard allows, and
    ``is_coherent`` whether one of these keeps the coherence rules too.
    """

    counts: Counts
    totals: Counts
    sender_accepts: Flags
    target_accepts: Flags
    is_allowed: Flags
    is_coherent: Flags
    x_maximum: float
    y_maximum: float


@dataclass(frozen=True, slots=True, eq=False)
class Frontier:
    """The packages of the zone that no other is at least as good for both and better for one.

    Arrays of one length, ordered by the sender's gain from the largest down, then by package
    number. ``packages`` are package numbers.
    """

    packages: Counts
    sender_gain: Floats
    target_gain: Floats


@dataclass(frozen=True, slots=True)
class Solution:
    """A package that a solution concept picks, both gains, and how many tied for it."""

    package: Package
    sender_gain: float
    target_gain: float
    ties: int


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """Everything one solve finds; it remembers the scenario it answers.

    ``ideal`` holds the sender's and the target's largest gain in the zone; it, ``nash`` and
    ``kalai_smorodinsky`` are None when the zone is empty. ``members`` are those of the case's own
    packages that lie in the zone.
    """

    scenario: Scenario
    zone: ZoneCount
    board: tuple[BoardRow, ...]
    deal_map: DealMap
    frontier: Frontier
    ideal: tuple[float, float] | None
    nash: Solution | None
    kalai_smorodinsky: Solution | None
    members: frozenset[Package] = frozenset()


@dataclass(frozen=True, slots=True)
class TermSheet:
    """One package read as a deal: both gains, and which lines keep it out.

    Gains are over waiting, in each side's own points. ``broken_lines`` are the ids of active
    lines and switches that the package breaks; ``lone_line`` is the one without which alone it
    would be in the zone, "" where there is none such.
    """

    scenario: Scenario
    package: Package
    sender_gain: float
    target_gain: float
    gives_both: bool
    broken_lines: tuple[str, ...]
    lone_line: str
    is_in_zone: bool
    class_id: str
    sender_parts: tuple[tuple[str, float], ...]
    target_parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """One control moved over its range while the others stay.

    ``values`` has n entries; ``floors``, ``limits`` and ``is_open`` are (rows of the board, n).
    The floor is NaN where no allowed concession is enough. ``tipping`` holds
    (row id, value, opens) where a row opens or closes as the value rises: at ``value`` it is so
    for the first time.
    """

    control_id: str
    values: Floats
    floors: Floats
    limits: Floats
    is_open: Flags
    tipping: tuple[tuple[str, float, bool], ...]


@dataclass(frozen=True, slots=True, eq=False)
class TwoFactor:
    """Which rows of the board have a deal zone where two controls stand anywhere.

    ``x_values`` (nx) and ``y_values`` (ny) are values of the two controls in their own units,
    rising; ``is_open`` is (rows of the board, ny, nx).
    """

    x_control: str
    y_control: str
    x_values: Floats
    y_values: Floats
    is_open: Flags


@dataclass(frozen=True, slots=True, eq=False)
class GainCloud:
    """How many packages of the zone lie in each cell of both sides' gains.

    ``counts`` is (rows, columns): columns divide the sender's gain from 0 to ``x_maximum``,
    rows the target's from 0 to ``y_maximum``; both reach as far as the zone does, in steps, so
    that the axes seldom move.
    """

    counts: Counts
    x_maximum: float
    y_maximum: float


@dataclass(frozen=True, slots=True)
class Opening:
    """The smallest move of one control that opens something closed.

    ``mover`` is whose move it is; "nobody" marks what could only be otherwise. ``value`` is where
    the control has to go, ``share`` which part of its range that is (0 to 1), ``row_ids`` the
    board's rows that are open then and were not before, ``packages`` how many packages the zone
    holds then, ``board`` all its rows then.
    """

    control_id: str
    mover: Mover
    value: float
    share: float
    row_ids: tuple[str, ...]
    packages: int
    board: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class NearestMiss:
    """The package of the zone that is fewest level steps away from a chosen one.

    ``steps`` counts single level steps over all issues; ``changes`` holds
    (issue id, level now, level then) for each issue that differs, the target's issues first.
    """

    package: Package
    steps: int
    changes: tuple[tuple[str, int, int], ...]
    sender_gain: float
    target_gain: float


MeetingWord = Literal[
    "open", "little", "empty", "show", "late", "blocked", "met", "unmet", "passed"
]
"""What can be said of a meeting in a window: all ready; too little to gain for a side; nothing to
sign; for show only, since terms clash; too little time to arrange it; blocked at the entry. Of a
window that lies behind the scenario: they met; they did not; the case does not tell."""

GainWord = Literal["nothing", "little", "much"]
"""How much a side has to gain from the package of the zone that is best for it."""


@dataclass(frozen=True, slots=True)
class SideGain:
    """The most that a side gains in the zone, in its own points over waiting, and the word for it.

    ``is_on_edge`` tells that it lies close to one of the thresholds between the words.
    """

    most: float
    word: GainWord
    is_on_edge: bool


@dataclass(frozen=True, slots=True)
class WindowOutlook:
    """One window of time, the word for it, and whether a meeting can be arranged before its end.

    ``days`` is how many days there are to its end, 0 for one that has passed.
    """

    window: MeetingWindow
    word: MeetingWord
    is_in_time: bool
    days: float

    @property
    def has_passed(self) -> bool:
        """Whether the window lies behind the scenario."""
        return self.word in ("met", "unmet", "passed")


@dataclass(frozen=True, slots=True)
class MeetingOutlook:
    """How a meeting stands under a scenario, by the case's rules; a meeting is not a deal.

    ``most`` and ``least`` are the values of the two lines of entry; they clash where ``most`` is
    the smaller. ``eager`` are the wills that shorten the lead time to ``lead_days`` days, and
    ``is_for_show`` tells that all wills would have the meeting even where terms clash. ``edges``
    are the wills close to a threshold. ``gains`` are the sender's and the target's, None where the
    rules do not speak of them. ``substance`` holds (class id, packages) of the deal zone, in the
    case's order. ``windows`` are those known at the scenario's date, coming ones first.
    """

    scenario: Scenario
    rules: MeetingRules
    most: int
    least: int
    eager: tuple[str, ...]
    edges: tuple[str, ...]
    lead_days: float
    is_for_show: bool
    gains: tuple[SideGain, SideGain] | None
    substance: tuple[tuple[str, int], ...]
    windows: tuple[WindowOutlook, ...]

    @property
    def coming(self) -> tuple[WindowOutlook, ...]:
        """The windows that do not lie behind the scenario."""
        return tuple(each for each in self.windows if not each.has_passed)

    @property
    def is_clash(self) -> bool:
        """Whether the lines of entry exclude each other."""
        return self.most < self.least
