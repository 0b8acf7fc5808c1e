"""The record, the check and the outside tests as tables."""

from collections.abc import Iterator

from explorer.figures.history_scores import verdict_words
from explorer.figures.phrase import listed, whole_points
from explorer.figures.prices import line_names
from explorer.figures.table import Cell, Number, Table, points
from explorer.model.case import Case
from explorer.model.episode import Confidence
from explorer.model.record import Record, RecordYear
from explorer.model.record_result import (
    CheckedAnswer,
    CheckedProposal,
    RecordCheck,
    RecordFindings,
)
from explorer.model.wording import tr


def confidence_words(confidence: Confidence) -> str:
    """Return the word for how far a number can be relied on."""
    words = {"high": tr("high"), "medium": tr("medium"), "low": tr("low"), "gap": tr("gap")}
    return words[confidence]


def years_table(case: Case, record: Record) -> Table:
    """Return one line for each year: indices with their confidence, counts, what happened."""
    columns = [tr("Year")]
    for index in record.indices:
        columns += [case.control(index.control).name, tr("Confidence"), tr("In words")]
    columns += [record.tempo.name, tr("Events"), tr("Proposals")]
    return Table(
        caption=record.summary,
        columns=tuple(columns),
        cells=tuple(_year_cells(record, year) for year in record.years),
    )


def _year_cells(record: Record, year: RecordYear) -> tuple[Cell, ...]:
    cells: list[Cell] = [_year(year.year)]
    for index in record.indices:
        value = year.indices[index.control]
        cells.append(Number(value, tr("not known") if value is None else f"{value:g}"))
        cells.append(confidence_words(year.confidence[index.control]))
        cells.append(year.words.get(index.control, ""))
    events = [event.words for event in record.events if event.year == year.year]
    names = [package.name for package in record.packages_in(year.year)]
    return (*cells, Number(year.tempo, tempo_text(year)), " ".join(events), "; ".join(names))


def _year(year: int) -> Number:
    return Number(year, str(year))


def tempo_text(year: RecordYear) -> str:
    """Return what was counted in a year, or the words for a gap."""
    return tr("not known") if year.tempo is None else f"{year.tempo:,}"


def answer_text(*, says_yes: bool) -> str:
    """Return an answer as a word."""
    return tr("yes") if says_yes else tr("no")


def check_table(case: Case, record: Record, check: RecordCheck) -> Table:
    """Return one line for each single answer, hits and misses alike."""
    return Table(
        caption=record.warning,
        columns=(
            tr("Year"),
            tr("Proposal"),
            tr("Who answers"),
            tr("Record"),
            tr("Model"),
            tr("Gain over no deal (points)"),
            tr("Agree"),
            tr("Line in the way"),
        ),
        cells=tuple(
            _answer_cells(case, each, answer) for each in check.proposals for answer in each.answers
        ),
    )


def _answer_cells(case: Case, each: CheckedProposal, answer: CheckedAnswer) -> tuple[Cell, ...]:
    return (
        _year(each.episode.start.year),
        each.proposal.name,
        case.party(answer.role).short,
        answer_text(says_yes=answer.said_yes),
        answer_text(says_yes=answer.model_says_yes),
        points(answer.gain),
        tr("yes") if answer.agrees else tr("miss"),
        line_names(case, answer.broken_lines) or tr("none"),
    )


def answer_words(case: Case, each: CheckedProposal, answer: CheckedAnswer) -> str:
    """Return one single answer in plain words, model beside record."""
    words = tr(
        "{proposal}: {party} said {said} in the record. In the model it would gain "
        "{gain} points over no deal and says {model}.",
        proposal=each.proposal.name,
        party=case.party(answer.role).short,
        said=answer_text(says_yes=answer.said_yes),
        gain=whole_points(answer.gain),
        model=answer_text(says_yes=answer.model_says_yes),
    )
    if answer.broken_lines:
        lines = line_names(case, answer.broken_lines)
        words = tr("{words} Ruled out by: {lines}.", words=words, lines=lines)
    words = words if answer.agrees else tr("{words} A miss.", words=words)
    return " ".join((words, *_reading_words(each, answer)))


def _reading_words(each: CheckedProposal, answer: CheckedAnswer) -> Iterator[str]:
    """Tell what the model would say if the sources of a proposal were read in another way."""
    place = 0 if answer.role == "sender" else 1
    for read in each.readings:
        other = read.answers[place]
        yield tr(
            "Read {reading}, it would gain {gain} and say {model}.",
            reading=read.reading.name,
            gain=whole_points(other.gain),
            model=answer_text(says_yes=other.model_says_yes),
        )


def outside_table(case: Case, findings: RecordFindings) -> Table:
    """Return what each outside test expects and what the model gives."""
    return Table(
        caption=tr("Outside tests, none of which was used to set the weights"),
        columns=(tr("Test"), tr("Expected"), tr("Found"), tr("What it shows"), tr("Caution")),
        cells=tuple(_test_rows(case, findings)),
    )


def _test_rows(case: Case, findings: RecordFindings) -> Iterator[tuple[str, ...]]:
    found = found_words(case, findings)
    for outcome, words in zip(findings.outcomes, found, strict=True):
        test, shows = outcome.test, verdict_words(outcome.verdict)
        yield (test.name, test.expectation, words, shows, test.caution)


def found_words(case: Case, findings: RecordFindings) -> tuple[str, ...]:
    """Return what the model gives for each outside test, in one sentence each."""
    words: list[str] = []
    for outcome in findings.line_tests:
        words.append(
            tr(
                "Without the line: {inside} ({sender} gains {sender_gain} points, {target} "
                "{target_gain}). With the line \N{LEFT DOUBLE QUOTATION MARK}{line}"
                "\N{RIGHT DOUBLE QUOTATION MARK}: {drawn}.",
                inside=_inside(is_inside=outcome.is_inside),
                drawn=_inside(is_inside=outcome.is_inside_with_lines),
                line=outcome.test.line_name,
                sender=case.sender.short,
                target=case.target.short,
                sender_gain=whole_points(outcome.gains[0]),
                target_gain=whole_points(outcome.gains[1]),
            )
        )
    for outcome in findings.sweep_tests:
        counts = [
            tr("{packages} at {value}", packages=f"{outcome.packages_at(at):,}", value=f"{at:g}")
            for at in outcome.test.points
        ]
        control = case.control(outcome.test.control).name
        words.append(
            tr(
                "Packages in the zone by {control}: {counts}; fewest at {lowest}, or at "
                "{elsewhere} with everything else as in {preset}.",
                control=control,
                counts=listed(counts),
                lowest=f"{outcome.lowest_at:g}",
                elsewhere=f"{outcome.lowest_elsewhere:g}",
                preset=case.preset(case.default_preset).name,
            )
        )
    words += [
        tr(
            "{more} packages with “{more_name}”, {fewer} with “{fewer_name}”; expected: at least "
            "{times:g} times as many. Settings: {preset}.",
            more=f"{outcome.more:,}",
            more_name=outcome.test.more_name,
            fewer=f"{outcome.fewer:,}",
            fewer_name=outcome.test.fewer_name,
            times=outcome.test.times,
            preset=case.preset(outcome.test.preset).name,
        )
        for outcome in findings.count_tests
    ]
    return tuple(words)


def _inside(*, is_inside: bool) -> str:
    return tr("inside the deal zone") if is_inside else tr("outside the deal zone")
