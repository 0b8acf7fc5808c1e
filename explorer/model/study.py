"""What studies find out: how often, because of which assumptions, and under which settings."""

from dataclasses import dataclass

from explorer.model.scenario import Scenario

Span = tuple[float, float]

SEED, HIGHEST_SEED = 2025, 2**32 - 1
"""The seed of a new document (which one does not matter, only that it is told and kept), and the
highest that there is."""


@dataclass(frozen=True, slots=True)
class RowSureness:
    """One row of the board over assumption sets.

    ``open_sets`` is in how many of the ``sets`` the row has a zone. ``floor`` and ``limit`` run
    from the 10th to the 90th percentile, in the sender's cost points; the end of ``floor`` is
    infinite where in more than a tenth of the sets nothing that lines allow is enough.
    """

    row_id: str
    sets: int
    open_sets: int
    floor: Span
    limit: Span


@dataclass(frozen=True, slots=True)
class StructureAnswer:
    """What a scenario is under one option of one structure choice of its case.

    ``is_standing`` tells whether that option is the one that is set. ``open_rows`` are the ids of
    the board's rows that have a zone, ``packages`` how many the whole zone holds.
    """

    choice_id: str
    option_id: str
    is_standing: bool
    open_rows: tuple[str, ...]
    packages: int


@dataclass(frozen=True, slots=True)
class Sureness:
    """A scenario over assumption sets, as far as they have been looked at.

    ``sets`` of ``wanted`` are done. ``zone_sets`` is in how many of them the zone is not empty,
    ``packages`` the 10th, 50th and 90th percentile of how many packages it holds, ``classes``
    (class id, sets in which the zone holds one of it), ``named`` (package id, sets in which that
    package is in the zone). The same ``seed`` gives the same sets. ``structure`` is what every
    option of every structure choice answers, which is never drawn; looked at after all sets.
    """

    scenario: Scenario
    seed: int
    sets: int
    wanted: int
    zone_sets: int
    packages: tuple[int, int, int]
    classes: tuple[tuple[str, int], ...]
    rows: tuple[RowSureness, ...]
    named: tuple[tuple[str, int], ...]
    structure: tuple[StructureAnswer, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether all sets have been looked at."""
        return self.sets >= self.wanted


@dataclass(frozen=True, slots=True)
class AssumptionWeight:
    """In how much of the spread of an answer one assumption has a part, 0 to 1.

    That is its total effect: what would be left of the variance if all others were known;
    ``low`` and ``high`` bound it with 95 per cent confidence as far as sampling goes. ``alone`` is
    its first-order effect, never more than the total: what would go of the variance if this one
    were known; ``alone_low`` and ``alone_high`` bound it. ``assumption`` is the id of an
    :class:`explorer.solver.uncertain.Uncertain`.
    """

    assumption: str
    weight: float
    low: float
    high: float
    alone: float = 0.0
    alone_low: float = 0.0
    alone_high: float = 0.0

    @property
    def may_do_nothing_alone(self) -> bool:
        """Whether sampling leaves open that it does nothing alone."""
        return self.alone_low <= 0


@dataclass(frozen=True, slots=True)
class Importance:
    """Which assumptions an answer hangs on, the weightiest first.

    ``row_id`` is the row whose room from floor to limit is the answer, or empty for how many
    packages the zone holds. ``weights`` are empty where every assumption set gives the same answer.
    """

    scenario: Scenario
    row_id: str
    seed: int
    samples: int
    weights: tuple[AssumptionWeight, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A stretch of a control, in its own units, both ends included."""

    control_id: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rule:
    """One readable rule for when a row, or the zone, is open.

    ``row_id`` is empty for the zone. Of ``samples`` settings of the scales, ``open_samples`` are
    open; ``inside`` keep all ``bounds`` and ``open_inside`` of these are open. Without bounds the
    rule says nothing: there was nothing to tell apart, or nothing that tells it apart.
    """

    scenario: Scenario
    row_id: str
    seed: int
    samples: int
    open_samples: int
    bounds: tuple[Bound, ...]
    inside: int
    open_inside: int

    @property
    def coverage(self) -> float:
        """Which share of the open settings keeps the rule, 0 to 1; 0 where none is open."""
        return self.open_inside / self.open_samples if self.open_samples else 0.0

    @property
    def density(self) -> float:
        """Which share of the settings that keep the rule is open, 0 to 1; 0 where none does."""
        return self.open_inside / self.inside if self.inside else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a study has come: ``done`` of ``wanted`` samples."""

    done: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Findings:
    """What a study of one scenario has found so far.

    ``answer`` is None before the first answer; ``progress`` None before anything was looked at.
    """

    answer: Sureness | Importance | Rule | None = None
    progress: Progress | None = None
