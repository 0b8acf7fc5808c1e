"""The model held against the record: every single answer, and tests from outside."""

from dataclasses import dataclass
from functools import lru_cache

from explorer.model.case import Case
from explorer.model.control import SCALE_MAXIMUM
from explorer.model.episode import CountTest, Episode, LineTest, Proposal, SweepTest
from explorer.model.example import Levels
from explorer.model.history_year import day_scenario
from explorer.model.issue import Role
from explorer.model.package import package_of
from explorer.model.record import Record
from explorer.model.record_result import (
    Answers,
    CheckedAnswer,
    CheckedProposal,
    CheckedReading,
    CountOutcome,
    LineOutcome,
    RecordCheck,
    RecordFindings,
    SweepOutcome,
)
from explorer.model.result import TermSheet
from explorer.model.scenario import Scenario, default_scenario, preset_scenario
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.side import TOLERANCE
from explorer.solver.term_sheet import term_sheet


@dataclass(frozen=True, slots=True, eq=False)
class SameRecord:
    """A case and its record as a key: equal only to themselves."""

    case: Case
    record: Record

    def __eq__(self, other: object) -> bool:
        is_key = isinstance(other, SameRecord)
        return is_key and other.case is self.case and other.record is self.record

    def __hash__(self) -> int:
        return hash((id(self.case), id(self.record)))


def record_findings(case: Case, record: Record) -> RecordFindings:
    """Return all that the model says of the record, found once and kept for the last few cases."""
    return _findings(SameRecord(case, record))


@lru_cache(maxsize=4)
def _findings(key: SameRecord) -> RecordFindings:
    case, record = key.case, key.record
    lines = [test for test in record.tests if test.kind == "line"]
    sweeps = [test for test in record.tests if test.kind == "sweep"]
    counts = [test for test in record.tests if test.kind == "count"]
    return RecordFindings(
        plain=record_check(case, record, with_lines=False),
        with_lines=record_check(case, record, with_lines=True),
        line_tests=tuple(line_outcome(case, record, test) for test in lines),
        sweep_tests=tuple(sweep_outcome(case, test) for test in sweeps),
        count_tests=tuple(count_outcome(case, test) for test in counts),
    )


def record_check(case: Case, record: Record, *, with_lines: bool) -> RecordCheck:
    """Return every single answer of the checked proposals, model beside record.

    Each proposal is judged at the indices of the year, and at the wills and the trust of the day
    on which its episode began.

    ``case``, ``record``: A case and a record that fits it.
    """
    return RecordCheck(
        with_lines,
        tuple(
            _checked(case, record, episode, proposal, with_lines=with_lines)
            for episode in record.episodes
            if episode.start.year in record.by_year
            for proposal in episode.proposals
            if proposal.is_checked
        ),
        None if record.hold_out is None else record.hold_out.start,
    )


def _checked(
    case: Case, record: Record, episode: Episode, proposal: Proposal, *, with_lines: bool
) -> CheckedProposal:
    scenario = day_scenario(case, record, episode.start, with_lines=with_lines)
    return CheckedProposal(
        episode,
        proposal,
        record.period_at(episode.start),
        _answers(scenario, proposal, proposal.levels),
        tuple(
            CheckedReading(reading, _answers(scenario, proposal, reading.levels))
            for reading in proposal.readings
        ),
    )


def _answers(scenario: Scenario, proposal: Proposal, levels: Levels) -> Answers:
    sheet = term_sheet(scenario, package_of(scenario.case, levels))
    return (
        _answer(sheet, "sender", said_yes=bool(proposal.accepted_by_sender)),
        _answer(sheet, "target", said_yes=bool(proposal.accepted_by_target)),
    )


def _answer(sheet: TermSheet, role: Role, *, said_yes: bool) -> CheckedAnswer:
    case = sheet.scenario.case
    own = tuple(line for line in sheet.broken_lines if case.control(line).party == role)
    gain = sheet.sender_gain if role == "sender" else sheet.target_gain
    return CheckedAnswer(role, said_yes, gain, own, gain >= -TOLERANCE and not own)


def line_outcome(case: Case, record: Record, test: LineTest) -> LineOutcome:
    """Return whether a test's proposal lies in the deal zone without and with its lines."""
    episode = next(each for each in record.episodes if each.id == test.episode)
    proposal = next(each for each in episode.proposals if each.id == test.proposal)
    scenario = day_scenario(case, record, episode.start, with_lines=False)
    package = package_of(case, proposal.levels)
    plain = term_sheet(scenario, package)
    drawn = term_sheet(scenario.with_values(dict(test.lines)), package)
    return LineOutcome(
        test,
        episode,
        proposal,
        plain.is_in_zone,
        drawn.is_in_zone,
        (plain.sender_gain, plain.target_gain),
        bool(set(test.lines) & set(drawn.broken_lines)),
    )


def count_outcome(case: Case, test: CountTest) -> CountOutcome:
    """Return how many packages the zone holds under both sets of lines of a test."""
    start = preset_scenario(case, test.preset)
    fewer, more = (
        zone_packages(deal_zone(start.with_values(dict(lines))))
        for lines in (test.fewer, test.more)
    )
    return CountOutcome(test, fewer, more)


def sweep_outcome(case: Case, test: SweepTest) -> SweepOutcome:
    """Return the size of the zone for every second value of a test's control, and its points."""
    values = tuple(sorted({*(float(v) for v in range(0, SCALE_MAXIMUM + 1, 2)), *test.points}))
    start = default_scenario(case)
    packages, elsewhere = (
        tuple(zone_packages(deal_zone(other.with_value(test.control, value))) for value in values)
        for other in (start.with_values(test.values), preset_scenario(case, case.default_preset))
    )
    return SweepOutcome(test, values, packages, elsewhere)
