"""What the solver finds when it is held against the record: answers, and outside tests."""

from dataclasses import dataclass

from explorer.model.issue import Role
from explorer.model.record import Episode, LineTest, Period, Proposal, SweepTest


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """One side's answer to one proposal: in the record, and in the model.

    ``gain`` is what the side gains over waiting, in its own points; ``broken_lines`` are the ids
    of its own red lines that the proposal breaks. The model says yes where the gain is not
    negative and no line is broken.
    """

    role: Role
    said_yes: bool
    gain: float
    broken_lines: tuple[str, ...]
    model_says_yes: bool

    @property
    def agrees(self) -> bool:
        """Whether model and record give the same answer."""
        return self.said_yes == self.model_says_yes


@dataclass(frozen=True, slots=True)
class CheckedProposal:
    """One proposal of the check with both answers, the sender's first."""

    episode: Episode
    proposal: Proposal
    period: Period
    answers: tuple[CheckedAnswer, CheckedAnswer]


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """Every single answer of the record beside the model's, in order of time.

    ``with_lines`` tells whether each period's red lines were drawn.
    """

    with_lines: bool
    proposals: tuple[CheckedProposal, ...]

    @property
    def answers(self) -> tuple[CheckedAnswer, ...]:
        """All single answers."""
        return tuple(answer for each in self.proposals for answer in each.answers)

    @property
    def hits(self) -> int:
        """In how many single answers model and record agree."""
        return sum(answer.agrees for answer in self.answers)


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """Whether a proposal lies in the deal zone without and with the lines of a test.

    ``gains`` are the sender's and the target's over waiting, each in its own points.
    """

    test: LineTest
    episode: Episode
    proposal: Proposal
    is_inside: bool
    is_inside_with_lines: bool
    gains: tuple[float, float]

    @property
    def is_as_expected(self) -> bool:
        """Whether the proposal is inside without the lines and outside with them."""
        return self.is_inside and not self.is_inside_with_lines


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """How many packages the zone holds as one control moves; one count for each value."""

    test: SweepTest
    values: tuple[float, ...]
    packages: tuple[int, ...]

    @property
    def is_as_expected(self) -> bool:
        """Whether the zone is not smallest at the top of the range."""
        return self.packages[-1] > min(self.packages)

    def packages_at(self, value: float) -> int:
        """Return the packages at one of the values."""
        return self.packages[self.values.index(value)]


@dataclass(frozen=True, slots=True)
class RecordFindings:
    """All that the model says of the record: the check twice, and the outside tests."""

    plain: RecordCheck
    with_lines: RecordCheck
    line_tests: tuple[LineOutcome, ...]
    sweep_tests: tuple[SweepOutcome, ...]

    @property
    def outcomes(self) -> tuple[LineOutcome | SweepOutcome, ...]:
        """All outside tests."""
        return (*self.line_tests, *self.sweep_tests)
