"""What lies where in the picture of history, in words: for the pointer and for the keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from explorer.figures.history import HistoryFigure
from explorer.figures.history_words import (
    ProposalMark,
    event_marks,
    event_words,
    index_words,
    proposal_words,
    tempo_words,
)
from explorer.ui.pictures.history.history_layout import HistoryLayout


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that belongs to a year: where it is drawn, its words, and a proposal's mark."""

    place: QPointF
    words: str
    mark: ProposalMark | None = None


def year_readings(figure: HistoryFigure, layout: HistoryLayout) -> tuple[Reading, ...]:
    """Return what belongs to the chosen year, or to the last one: curves, events, proposals.

    There is always at least the count of the year.
    """
    record = figure.record
    if record is None:
        return ()
    year = record.by_year[figure.year or layout.last]
    found: list[Reading] = []
    for index in record.indices:
        value = year.indices[index.control]
        place = layout.point(year.year, 0 if value is None else value)
        found.append(Reading(place, index_words(figure.case, index, year)))
    for mark in event_marks(record):
        if mark.year == year.year:
            place = QPointF(layout.x(year.year), layout.events.center().y())
            found.append(Reading(place, event_words(record, mark)))
    for mark in layout.marks:
        if mark.episode.start.year == year.year:
            words = proposal_words(figure.case, record, mark)
            found.append(Reading(layout.mark_centre(mark), words, mark))
    place = QPointF(layout.x(year.year), layout.tempo.bottom())
    return (*found, Reading(place, tempo_words(record, year)))


def record_words_at(figure: HistoryFigure, layout: HistoryLayout, point: QPointF) -> str:
    """Return what lies under a point of the curves and lanes; empty words for nothing."""
    record = figure.record
    is_beside = not layout.curves.left() <= point.x() <= layout.curves.right()
    if record is None or is_beside:
        return ""
    year = record.by_year[layout.year_at(point.x())]
    mark = layout.mark_at(point)
    if mark is not None:
        return proposal_words(figure.case, record, mark)
    if point.y() <= layout.curves.bottom():
        known = [
            (abs(layout.point(year.year, value).y() - point.y()), place)
            for place, index in enumerate(record.indices)
            for value in [year.indices[index.control]]
            if value is not None
        ]
        return index_words(figure.case, record.indices[min(known)[1]], year) if known else ""
    if layout.events.top() <= point.y() <= layout.events.bottom():
        found = [each for each in event_marks(record) if each.year == year.year]
        return event_words(record, found[0]) if found else ""
    is_tempo = layout.tempo.top() <= point.y() <= layout.tempo.bottom()
    return tempo_words(record, year) if is_tempo else ""
