"""Breaking points: what would have to be true for the opposite of an answer."""

from dataclasses import dataclass
from typing import Literal

from explorer.model.case import Case
from explorer.model.control import Mover
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario

ClaimKind = Literal["zone", "row", "package"]
"""What an answer is about: the whole zone, a row of the board, or one package."""

End = Literal["low", "high"]
"""Towards which end of its stated range an assumption moves."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer that can turn into its opposite.

    "zone": the deal zone is not empty. "row": the row ``id`` of the board is open. "package":
    ``package`` is in the zone; ``id`` is that of a named package, or "" for one without a name.
    """

    kind: ClaimKind
    id: str = ""
    package: Package | None = None


ZONE = Claim("zone")
"""The claim that the deal zone is not empty."""


def row_claims(result: Result) -> tuple[Claim, ...]:
    """Return the claims that the rows of the board make, in the case's order."""
    return tuple(Claim("row", row.row.id) for row in result.board)


def package_claim(case: Case, package_id: str) -> Claim:
    """Return the claim that a package of the case is in the zone; KeyError if there is none."""
    levels = {each.id: each.levels for each in case.packages}[package_id]
    return Claim("package", package_id, package_of(case, levels))


@dataclass(frozen=True, slots=True)
class ControlMove:
    """One control that moves to ``value``; ``share`` is which part of its range that is, 0 to 1.

    ``mover`` is whose move that is; "nobody" marks what could only be otherwise.
    """

    control_id: str
    mover: Mover
    value: float
    share: float


@dataclass(frozen=True, slots=True)
class MovePair:
    """Two controls that move together; neither move does it alone.

    ``row_ids`` are the rows that are open then and were not before, ``packages`` how many packages
    the zone holds then.
    """

    first: ControlMove
    second: ControlMove
    row_ids: tuple[str, ...] = ()
    packages: int = 0

    @property
    def share(self) -> float:
        """How far the pair moves: the larger of its two shares of their ranges, 0 to 1."""
        return max(self.first.share, self.second.share)

    @property
    def moves(self) -> tuple[ControlMove, ControlMove]:
        """Both moves."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class AssumptionFlip:
    """One assumption that turns an answer alone, within its stated range.

    ``assumption`` is the id of an :class:`explorer.solver.uncertain.Uncertain` that runs from
    ``low`` to ``high`` and is most likely ``likely``. ``value`` is where the answer turns on the
    way to ``end``, ``share`` which part of that way it is, 0 to 1. ``is_monotone`` tells whether it
    stays turned from there to that end.
    """

    assumption: str
    low: float
    likely: float
    high: float
    value: float
    share: float
    end: End
    is_monotone: bool = True


@dataclass(frozen=True, slots=True)
class Resilience:
    """How far all assumptions together must move until an answer turns.

    Every assumption of ``ends`` moves the same part of the way from its likely value towards the
    end that speaks against the answer; ``share`` is the part at which it turns, 0 to 1, None where
    it holds however far they move. ``is_monotone`` tells whether it stays turned from there on.
    Never a probability.
    """

    claim: Claim
    is_true: bool
    share: float | None
    ends: tuple[tuple[str, End], ...]
    is_monotone: bool = True


@dataclass(frozen=True, slots=True)
class Breaking:
    """What would have to be true for the opposite of one answer, in four layers.

    ``moves`` of one control alone, then ``pairs`` of controls that are nearer than any of them,
    ``flips`` of one assumption alone, and ``resilience`` of all assumptions together; each layer
    has the smallest first, and is None as long as it is being looked for. ``reach`` is up to which
    share of their ranges pairs were looked for, 0 to 1, and ``step`` in which steps of a scale.
    """

    resilience: Resilience
    moves: tuple[ControlMove, ...] | None = None
    flips: tuple[AssumptionFlip, ...] | None = None
    pairs: tuple[MovePair, ...] | None = None
    reach: float = 0.0
    step: int = 1

    @property
    def claim(self) -> Claim:
        """The answer that is asked about."""
        return self.resilience.claim

    @property
    def is_true(self) -> bool:
        """Whether the claim is true now."""
        return self.resilience.is_true


@dataclass(frozen=True, slots=True)
class BreakingLadder:
    """The resilience of every answer of a scenario, and all that is known of one of them.

    ``rungs`` are the board's rows, the zone, and the package that is asked about, in this order;
    ``asked`` is None until something is known of it. ``done`` of ``wanted`` steps are done.
    """

    scenario: Scenario
    rungs: tuple[Resilience, ...] = ()
    asked: Breaking | None = None
    done: int = 0
    wanted: int = 1

    @property
    def is_done(self) -> bool:
        """Whether all layers have been looked at."""
        return self.done >= self.wanted
