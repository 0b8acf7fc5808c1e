"""What the solver finds when it is held against the record: answers, and outside tests."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from explorer.model.episode import CountTest, Episode, LineTest, Proposal, Reading, SweepTest
from explorer.model.issue import Role
from explorer.model.record import Period


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


Answers = tuple[CheckedAnswer, CheckedAnswer]
"""Both answers to one package, the sender's first."""


@dataclass(frozen=True, slots=True)
class CheckedReading:
    """Both answers to a proposal when its sources are read in another way."""

    reading: Reading
    answers: Answers


@dataclass(frozen=True, slots=True)
class CheckedProposal:
    """One proposal of the check with both answers, and those to its other readings."""

    episode: Episode
    proposal: Proposal
    period: Period
    answers: Answers
    readings: tuple[CheckedReading, ...] = ()


TallyId = Literal[
    "all",
    "agreements",
    "refusals",
    "sender",
    "target",
    "sender-refusals",
    "target-refusals",
    "others",
    "confirmed",
    "before",
    "after",
]
"""What a tally counts: all answers, or those of one kind, side or stretch of time.

``others`` leaves out a proposer's answer to its own proposal, ``confirmed`` what was only reported;
``before`` and ``after`` stand on both sides of the year from which answers are counted apart.
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """In how many of some answers model and record agree, beside a yes to everything.

    ``always_yes`` is in how many of them the record says yes, which is what a model scores that
    says yes to every proposal.
    """

    id: TallyId
    hits: int
    total: int
    always_yes: int


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """Every single answer of the record beside the model's, in order of time.

    ``with_lines`` tells whether each period's red lines were drawn, ``apart_from`` the year from
    which answers are counted apart.
    """

    with_lines: bool
    proposals: tuple[CheckedProposal, ...]
    apart_from: int | None = None

    @property
    def answers(self) -> tuple[CheckedAnswer, ...]:
        """All single answers."""
        return tuple(answer for each in self.proposals for answer in each.answers)

    @property
    def hits(self) -> int:
        """In how many single answers model and record agree."""
        return self.tally("all").hits

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """All tallies that count something, each beside its baseline, all answers first."""
        return tuple(tally for tally in map(self.tally, _COUNTED) if tally.total)

    def tally(self, wanted: TallyId) -> Tally:
        """Return one tally; one of a stretch of time counts nothing where no year is set apart."""
        counts = _COUNTED[wanted]
        found = [
            answer
            for each in self.proposals
            for answer in each.answers
            if counts(self, each, answer)
        ]
        yes = sum(answer.said_yes for answer in found)
        return Tally(wanted, sum(answer.agrees for answer in found), len(found), yes)


_Counted = Callable[[RecordCheck, CheckedProposal, CheckedAnswer], bool]


def _is_after(check: RecordCheck, each: CheckedProposal) -> bool:
    return check.apart_from is not None and each.episode.start.year >= check.apart_from


_COUNTED: dict[TallyId, _Counted] = {
    "all": lambda _check, _each, _answer: True,
    "agreements": lambda _check, _each, answer: answer.said_yes,
    "refusals": lambda _check, _each, answer: not answer.said_yes,
    "sender": lambda _check, _each, answer: answer.role == "sender",
    "target": lambda _check, _each, answer: answer.role == "target",
    "sender-refusals": lambda _check, _each, answer: (
        answer.role == "sender" and not answer.said_yes
    ),
    "target-refusals": lambda _check, _each, answer: (
        answer.role == "target" and not answer.said_yes
    ),
    "others": lambda _check, each, answer: answer.role != each.proposal.made_by,
    "confirmed": lambda _check, each, _answer: each.proposal.is_confirmed,
    "before": lambda check, each, _answer: (
        check.apart_from is not None and not _is_after(check, each)
    ),
    "after": lambda check, each, _answer: _is_after(check, each),
}
"""Which answers each tally counts."""


Verdict = Literal["definition", "direction", "against"]
"""What an outside test shows: what follows from a definition, agreement in direction, or neither.

A line that shuts a proposal out by its own level does so under any weights, so that half of such a
test is no news. A count that turns up again agrees in direction and in nothing more.
"""


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """Whether a proposal lies in the deal zone without and with the lines of a test.

    ``gains`` are the sender's and the target's over waiting, each in its own points.
    ``breaks_line`` tells that the proposal breaks a line of the test whatever the weights are.
    """

    test: LineTest
    episode: Episode
    proposal: Proposal
    is_inside: bool
    is_inside_with_lines: bool
    gains: tuple[float, float]
    breaks_line: bool

    @property
    def is_as_expected(self) -> bool:
        """Whether the proposal is inside without the lines and outside with them."""
        return self.is_inside and not self.is_inside_with_lines

    @property
    def verdict(self) -> Verdict:
        """What the outcome shows."""
        if not self.is_as_expected:
            return "against"
        return "definition" if self.breaks_line else "direction"


RISE = 1.05
"""By what the zone must be larger at the top than at its smallest to count as turned up again.

Counts of packages move by a few from value to value as single ones come and go.
"""


@dataclass(frozen=True, slots=True)
class SweepOutcome:
    """How many packages the zone holds as one control moves; one count for each value.

    ``elsewhere`` counts the same where the case's default scenario leaves the other controls.
    """

    test: SweepTest
    values: tuple[float, ...]
    packages: tuple[int, ...]
    elsewhere: tuple[int, ...]

    @property
    def is_as_expected(self) -> bool:
        """Whether the zone at the top of the range is clearly larger than where it is smallest."""
        return self.packages[-1] >= RISE * min(self.packages) > 0

    @property
    def verdict(self) -> Verdict:
        """What the outcome shows."""
        return "direction" if self.is_as_expected else "against"

    @property
    def lowest_at(self) -> float:
        """Where the zone holds fewest packages; the lowest of such values."""
        return self.values[self.packages.index(min(self.packages))]

    @property
    def lowest_elsewhere(self) -> float:
        """The same with the other controls where the default scenario has them."""
        return self.values[self.elsewhere.index(min(self.elsewhere))]

    def packages_at(self, value: float) -> int:
        """Return the packages at one of the values."""
        return self.packages[self.values.index(value)]


@dataclass(frozen=True, slots=True)
class CountOutcome:
    """How many packages the zone of a preset holds under both sets of lines of a test."""

    test: CountTest
    fewer: int
    more: int

    @property
    def is_as_expected(self) -> bool:
        """Whether there are at least so many times as many under the second set of lines."""
        return self.more >= max(1.0, self.test.times * self.fewer)

    @property
    def verdict(self) -> Verdict:
        """What the outcome shows."""
        return "direction" if self.is_as_expected else "against"


@dataclass(frozen=True, slots=True)
class HoldOutOutcome:
    """How models that were chosen by the early answers of a record answer the later ones.

    ``best`` of ``models`` models agree with the most answers before the year that is set apart,
    ``before`` of them. From that year on these agree with ``after`` answers on average, and all
    models with ``after_of_all``.
    """

    models: int
    best: int
    before: int
    after: float
    after_of_all: float


@dataclass(frozen=True, slots=True)
class RecordFindings:
    """All that the model says of the record: the check twice, and the outside tests."""

    plain: RecordCheck
    with_lines: RecordCheck
    line_tests: tuple[LineOutcome, ...]
    sweep_tests: tuple[SweepOutcome, ...]
    count_tests: tuple[CountOutcome, ...] = ()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What each outside test shows."""
        return tuple(outcome.verdict for outcome in self.outcomes)

    @property
    def outcomes(self) -> tuple[LineOutcome | SweepOutcome | CountOutcome, ...]:
        """All outside tests."""
        return (*self.line_tests, *self.sweep_tests, *self.count_tests)
