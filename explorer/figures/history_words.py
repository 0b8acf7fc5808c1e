"""What pointing at the picture of history tells: indices with their rule, events, proposals."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from explorer.figures.history_tables import answer_text, confidence_words, tempo_text
from explorer.model.case import Case
from explorer.model.episode import Episode, Proposal
from explorer.model.record import Index, Record, RecordEvent, RecordYear, half_up
from explorer.model.wording import tr

Answer = Literal["agreed", "refused", "open"]
"""What became of a proposal: both said yes, one said no, or an answer is not known."""


@dataclass(frozen=True, slots=True)
class ProposalMark:
    """A proposal in the picture; ``when`` is a year with its fraction, ``place`` its own row.

    Proposals that would cover each other stand in different rows, the lowest first.
    """

    when: float
    place: int
    answer: Answer
    episode: Episode
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class EventMark:
    """All that happened in a year: the events of one lane."""

    year: int
    events: tuple[RecordEvent, ...]


def proposal_marks(record: Record) -> tuple[ProposalMark, ...]:
    """Return the proposals inside the years of the record, in order of time."""
    marks: list[ProposalMark] = []
    ends: list[float] = []
    inside = [each for each in record.episodes if each.start.year in record.by_year]
    for episode in sorted(inside, key=lambda episode: episode.start):
        when = when_of(episode.start)
        for proposal in episode.proposals:
            row = next((n for n, end in enumerate(ends) if end <= when), len(ends))
            ends[row : row + 1] = [when + MARK_YEARS]
            marks.append(ProposalMark(when, row, answer_of(proposal), episode, proposal))
    return tuple(marks)


MARK_YEARS = 0.62
"""How many years wide a mark of a proposal is taken to be."""


def when_of(day: date) -> float:
    """Return a day as a year with its fraction; the middle of 2019 is 2019.0.

    The curves have their points in the middle of the years.
    """
    return day.year - 0.5 + (day.timetuple().tm_yday - 1) / 366


def answer_of(proposal: Proposal) -> Answer:
    """Return what became of a proposal."""
    answers = (proposal.accepted_by_sender, proposal.accepted_by_target)
    if False in answers:
        return "refused"
    return "open" if None in answers else "agreed"


def event_marks(record: Record) -> tuple[EventMark, ...]:
    """Return the years in which something happened, with what did."""
    return tuple(
        EventMark(year, events)
        for year in record.by_year
        for events in [tuple(event for event in record.events if event.year == year)]
        if events
    )


def event_words(record: Record, mark: EventMark) -> str:
    """Return what happened in a year, each event with its source unless it is widely known."""
    lines = [
        tr("{words} ({source})", words=event.words, source=source.title)
        if source.basis != "knowledge"
        else event.words
        for event in mark.events
        for source in (record.source(event.source),)
    ]
    return tr("{year}: {events}", year=mark.year, events=" ".join(lines))


def proposal_words(case: Case, record: Record, mark: ProposalMark) -> str:
    """Return a proposal in plain words: who made it, both answers, and the first source."""
    proposal, episode = mark.proposal, mark.episode
    source = record.source(episode.sources[0])
    words = tr(
        "{date}: {name}. Proposed by {by}. {sender}: {sender_answer}; {target}: {target_answer}. "
        "Outcome: {outcome}.",
        date=episode.start.isoformat(),
        name=proposal.name,
        by=proposal.by,
        sender=case.sender.short,
        target=case.target.short,
        sender_answer=known_answer(proposal.accepted_by_sender),
        target_answer=known_answer(proposal.accepted_by_target),
        outcome=episode.outcome,
    )
    return tr("{words} Source: {source}.", words=words, source=source.title)


def known_answer(answer: bool | None) -> str:
    """Return an answer as a word, or the words for one that is not known."""
    return tr("not known") if answer is None else answer_text(says_yes=answer)


def index_words(case: Case, index: Index, year: RecordYear) -> str:
    """Return an index of a year with its confidence, its parts and its rule."""
    value = year.indices[index.control]
    if value is None:
        return tr(
            "{year}, {control}: not known.",
            year=year.year,
            control=case.control(index.control).name,
        )
    said = year.words.get(index.control, "")
    parts = ", ".join(
        tr("{part} {points}", part=part.name, points=half_up(part.points(reading)))
        for part in index.parts
        for reading in [year.inputs.get(part.input)]
        if reading is not None
    )
    return tr(
        "{year}, {control}: {value} of 100, confidence {confidence}. Points: {parts}. Rule: {rule}",
        year=year.year,
        control=case.control(index.control).name,
        value=tr("{value:g} ({words})", value=value, words=said) if said else f"{value:g}",
        confidence=confidence_words(year.confidence[index.control]),
        parts=parts,
        rule=index.rule,
    )


def tempo_words(record: Record, year: RecordYear) -> str:
    """Return what was counted in a year beside the indices."""
    words = tr(
        "{year}: {name}: {count}. {note}",
        year=year.year,
        name=record.tempo.name,
        count=tempo_text(year),
        note=record.tempo.words,
    )
    return f"{words} {year.tempo_note}".rstrip()


def rule_words(case: Case, index: Index) -> str:
    """Return an index's rule and its weak point, for the info panel and the command line."""
    return tr(
        "{control}: {rule} Weak point: {weakness}",
        control=case.control(index.control).name,
        rule=index.rule,
        weakness=index.weakness,
    )
