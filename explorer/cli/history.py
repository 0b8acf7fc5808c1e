"""The record of the past beside the model, as text and as JSON."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from explorer.cli.figure_text import table_lines
from explorer.cli.history_json import (
    Json,
    check_record,
    proposal_records,
    tests_record,
    year_record,
)
from explorer.cli.own_cases import case_named
from explorer.cli.parser_parts import command_parser
from explorer.cli.text_table import Column, paragraph, plain_rows, text_table
from explorer.figures.history import LINES, SHOW, HistoryFigure, Show, number_text
from explorer.figures.history_scores import outside_sentence, verdict_words
from explorer.figures.history_tables import answer_words, confidence_words, found_words, tempo_text
from explorer.figures.history_words import index_words, known_answer, rule_words
from explorer.figures.table import table_part
from explorer.files.shelf import record_of
from explorer.model.case import Case
from explorer.model.day_words import led_name
from explorer.model.episode import Confidence, Episode
from explorer.model.errors import ScenarioError
from explorer.model.history_year import year_date, year_scenario
from explorer.model.record import Record, RecordYear
from explorer.model.record_result import HoldOutOutcome, RecordCheck, RecordFindings
from explorer.model.scenario import preset_scenario
from explorer.model.wording import tr
from explorer.solver.deal_zone import deal_zone, zone_packages
from explorer.solver.record_check import record_findings
from explorer.solver.record_hold_out import record_hold_out
from explorer.views.history import record_figure

INDENT = "  "


def history_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone history``."""
    parser = command_parser(
        "dealzone history",
        tr(
            "Compare the model with the historical record: the indices year by year, every answer "
            "to\nevery proposal with hits and misses, and outside tests. With a year, show that "
            "year alone."
        ),
        ("dealzone history", "dealzone history --lines", "dealzone history 2019 --json"),
        usage="dealzone history [YEAR] [--lines] [--case CASE] [--json]",
    )
    parser.add_argument(
        "year", nargs="?", type=int, metavar="YEAR", help=tr("one year (default: all of them)")
    )
    parser.add_argument(
        "--lines",
        action="store_true",
        help=tr("draw the red lines of each period (default: no red lines)"),
    )
    return parser


@dataclass(frozen=True, slots=True, eq=False)
class HistoryAnswer:
    """What ``dealzone history`` prints, of all years or of one."""

    case: Case
    past: Record
    findings: RecordFindings
    year: int | None
    with_lines: bool

    @property
    def check(self) -> RecordCheck:
        """The check as asked for."""
        return self.findings.with_lines if self.with_lines else self.findings.plain

    @property
    def hold_out(self) -> HoldOutOutcome | None:
        """How models chosen by the early answers answer the later ones, without red lines."""
        return record_hold_out(self.case, self.past)

    def figure(self, show: Show) -> HistoryFigure:
        """Return a picture of the view, with the lines that were asked for."""
        scenario = preset_scenario(self.case, self.case.default_preset)
        lines = "period" if self.with_lines else "none"
        return record_figure(scenario, {SHOW: show, LINES: lines})

    @property
    def record(self) -> Json:
        """The same as JSON."""
        if self.year is not None:
            return self._year(self.past.by_year[self.year])
        return {
            "case": self.case.id,
            "years": [self._year(year) for year in self.past.years],
            "check": check_record(self.check),
            "hold_out": None if self.hold_out is None else asdict(self.hold_out),
            "warning": self.past.warning,
            "outside_tests": tests_record(self.findings),
            "later_proposals": proposal_records(self.past, self.past.later_episodes),
        }

    def _year(self, year: RecordYear) -> Json:
        return year_record(self.past, year, _zones(self, year))

    def text(self, *, width: int) -> str:
        """Return it in lines of at most about ``width`` characters."""
        if self.year is not None:
            return "\n".join(_year_lines(self, self.past.by_year[self.year], width))
        parts = (
            _years_lines(self, width),
            _check_lines(self, width),
            _tests_lines(self, width),
            _later_lines(self, width),
        )
        return "\n\n".join(filter(None, ("\n".join(part) for part in parts)))


def history_answer(case_path: Path | None, year: int | None, *, with_lines: bool) -> HistoryAnswer:
    """Return what the record and the model say.

    Raises :class:`FileError` if the case cannot be had, and :class:`ScenarioError` as
    :func:`history_of` does.
    """
    return history_of(case_named(case_path), year, with_lines=with_lines)


def history_of(case: Case, year: int | None, *, with_lines: bool) -> HistoryAnswer:
    """Return what the record and the model say of a case.

    Raises :class:`ScenarioError` if the case has no record, or its record does not know the year.
    """
    record = record_of(case)
    if record is None:
        raise ScenarioError(tr("The case {case} comes without a historical record.", case=case.id))
    if year is not None and year not in record.by_year:
        raise ScenarioError(
            tr(
                "The record does not know the year {year}: it runs from {first} to {last}.",
                year=year,
                first=record.years[0].year,
                last=record.years[-1].year,
            )
        )
    return HistoryAnswer(case, record, record_findings(case, record), year, with_lines)


def _years_lines(answer: HistoryAnswer, width: int) -> Iterator[str]:
    case, record = answer.case, answer.past
    yield from paragraph(record.summary, width=width)
    yield ""
    columns = [
        Column(tr("Year")),
        *(Column(case.control(each.control).name, is_number=True) for each in record.indices),
        Column(tr("Confidence")),
        Column(record.tempo.name, is_number=True),
        Column(tr("Proposals"), wraps=True),
    ]
    rows = [
        (
            str(year.year),
            *(number_text(year.indices[index.control]) for index in record.indices),
            _confidences(record, year),
            tempo_text(year),
            "; ".join(package.short for package in record.packages_in(year.year)),
        )
        for year in record.years
    ]
    yield from text_table(columns, rows, width=width)
    yield ""
    for index in record.indices:
        yield from paragraph(rule_words(case, index), width=width, hanging=INDENT)
    yield from paragraph(record.tempo.words, width=width, hanging=INDENT)


def _confidences(record: Record, year: RecordYear) -> str:
    """Return one word where all indices share a confidence, else one for each."""
    found: list[Confidence] = [year.confidence[index.control] for index in record.indices]
    words = [confidence_words(each) for each in found]
    return words[0] if len(set(words)) == 1 else ", ".join(words)


def _check_lines(answer: HistoryAnswer, width: int) -> Iterator[str]:
    check, scores = answer.figure("check"), answer.figure("scores")
    yield from paragraph(check.sentence, width=width)
    yield ""
    yield from table_lines(scores.table, width=width)
    if scores.hold_out is not None:
        yield from paragraph(scores.table.caption, width=width, hanging=INDENT)
    yield ""
    # The last column tells the line in the way.
    columns = range(len(check.table.columns) - (not answer.with_lines))
    yield from table_lines(table_part(check.table, columns), width=width)
    yield ""
    yield from _miss_lines(answer, width)
    yield ""
    for limit in answer.past.limits:
        yield from paragraph(limit, width=width, hanging=INDENT)


def _miss_lines(answer: HistoryAnswer, width: int) -> Iterator[str]:
    yield tr("The misses, and what can be read in more than one way:")
    for each in answer.check.proposals:
        for single in each.answers:
            if not single.agrees or each.readings:
                words = answer_words(answer.case, each, single)
                yield from paragraph(words, width=width, indent=INDENT, hanging=INDENT)


def _tests_lines(answer: HistoryAnswer, width: int) -> Iterator[str]:
    findings = answer.findings
    yield from paragraph(outside_sentence(findings), width=width)
    found = found_words(answer.case, findings)
    for outcome, words in zip(findings.outcomes, found, strict=True):
        test = outcome.test
        yield tr("{test}, {verdict}:", test=test.name, verdict=verdict_words(outcome.verdict))
        for line in (test.claim, test.expectation, words, test.caution):
            yield from paragraph(line, width=width, indent=INDENT, hanging=INDENT)


def _year_lines(answer: HistoryAnswer, year: RecordYear, width: int) -> Iterator[str]:
    case, record = answer.case, answer.past
    period, day = record.period_of(year.year), year_date(case, year.year)
    yield str(year.year)
    for index in record.indices:
        yield from paragraph(index_words(case, index, year), width=width, hanging=INDENT)
    wills = ", ".join(
        tr("{control} {value:g}", control=led_name(case, case.control(id_), day), value=value)
        for id_, value in {**period.scales, **year.judged}.items()
    )
    yield from paragraph(
        tr("Period {period}: {wills}. {note}", period=period.name, wills=wills, note=period.note),
        width=width,
        hanging=INDENT,
    )
    counts = _zones(answer, year)
    yield tr(
        "Packages in the deal zone: {plain} without red lines, {drawn} with those of the period.",
        plain=f"{counts[0]:,}",
        drawn=f"{counts[1]:,}",
    )
    events = [(event.words,) for event in record.events if event.year == year.year]
    if events:
        yield tr("Events:")
        yield from plain_rows(events, width=width, indent=INDENT)
    for episode in record.episodes_in(year.year):
        yield from _episode_lines(case, episode, width)


def _later_lines(answer: HistoryAnswer, width: int) -> Iterator[str]:
    """Tell what came after the last year, which no year, check or test counts."""
    if answer.past.later_episodes:
        yield tr("After {year}, not in any index or check:", year=answer.past.years[-1].year)
    for episode in answer.past.later_episodes:
        yield from _episode_lines(answer.case, episode, width)


def _episode_lines(case: Case, episode: Episode, width: int) -> Iterator[str]:
    head = tr(
        "{start}: {name} ({outcome}).",
        start=episode.start.isoformat(),
        name=episode.name,
        outcome=episode.outcome,
    )
    terms = " ".join((head, episode.target_terms, episode.sender_terms)).strip()
    yield from paragraph(terms, width=width, hanging=INDENT)
    for proposal in episode.proposals:
        words = tr(
            "{name}. {sender}: {sender_answer}, {target}: {target_answer}.",
            name=proposal.name,
            sender=case.sender.short,
            target=case.target.short,
            sender_answer=known_answer(proposal.accepted_by_sender),
            target_answer=known_answer(proposal.accepted_by_target),
        )
        yield from paragraph(words, width=width, indent=INDENT, hanging=INDENT)


def _zones(answer: HistoryAnswer, year: RecordYear) -> tuple[int, int]:
    """Return the packages in the zone of a year, without and with its period's lines."""
    plain, drawn = (
        zone_packages(
            deal_zone(year_scenario(answer.case, answer.past, year.year, with_lines=with_lines))
        )
        for with_lines in (False, True)
    )
    return plain, drawn
