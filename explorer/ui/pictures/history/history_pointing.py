"""What lies where in the picture of history, in words: for the pointer and for the keyboard."""

from dataclasses import dataclass

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import (
    ProposalMark,
    event_marks,
    event_words,
    index_words,
    proposal_marks,
    proposal_words,
    tempo_words,
)
from explorer.model.record import Record
from explorer.ui.pictures.history.history_lanes import BARS, EVENTS, Lanes


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that belongs to a year: where it is drawn, its words, and a proposal's mark.

    ``x`` and ``y`` are in years and in points of an index.
    """

    x: float
    y: float
    words: str
    mark: ProposalMark | None = None


def year_readings(figure: HistoryFigure, record: Record, lanes: Lanes) -> tuple[Reading, ...]:
    """Return what belongs to the chosen year, or to the last one: curves, events, proposals.

    There is always at least the count of the year.
    """
    year = record.by_year[figure.year or lanes.last]
    found: list[Reading] = []
    for index in record.indices:
        value = year.indices[index.control]
        found.append(Reading(year.year, value or 0, index_words(figure.case, index, year)))
    for mark in event_marks(record):
        if mark.year == year.year:
            found.append(Reading(year.year, lanes.events, event_words(record, mark)))
    for mark in proposal_marks(record):
        if mark.episode.start.year == year.year:
            words = proposal_words(figure.case, record, mark)
            found.append(Reading(mark.when, lanes.proposal(mark), words, mark))
    return (*found, Reading(year.year, lanes.counts, tempo_words(record, year)))


def record_words_at(figure: HistoryFigure, record: Record, lanes: Lanes, x: float, y: float) -> str:
    """Return what lies at a place of curves and lanes, in words; "" for nothing."""
    year = record.by_year[lanes.year_at(x)]
    if y >= 0:
        known = [
            (abs(value - y), place)
            for place, index in enumerate(record.indices)
            for value in [year.indices[index.control]]
            if value is not None
        ]
        return index_words(figure.case, record.indices[min(known)[1]], year) if known else ""
    if abs(y - lanes.events) <= EVENTS / 2:
        found = [each for each in event_marks(record) if each.year == year.year]
        return event_words(record, found[0]) if found else ""
    is_count = lanes.counts <= y <= lanes.counts + BARS
    return tempo_words(record, year) if is_count else ""
