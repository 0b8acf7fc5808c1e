"""Where curves and lanes of history lie: years across, the indices upwards, lanes below zero."""

from dataclasses import dataclass

from explorer.figures.history_words import ProposalMark, proposal_marks
from explorer.model.record import Record

HIGHEST = 100
"""The highest value of an index."""

GAP, EVENTS, ROW, BARS = 5.0, 9.0, 5.5, 14.0
"""How high a gap, the lane of events, a row of proposals and the lane of counts are, in points of
an index."""

HALF_YEAR = 0.5
"""How far a year reaches on both sides of its middle, where its points lie."""

BAR_WIDTH = 0.55
"""Which part of a year a bar of the lane of counts is wide."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The upright places of a record, in points of an index; lanes lie below 0.

    ``events`` is the middle of its lane, ``proposals`` the lower end of the lowest row of ``rows``,
    ``counts`` the lower end of the bars, which reach up to ``counts + BARS``.
    """

    first: int
    last: int
    events: float
    proposals: float
    rows: int
    counts: float
    highest_count: int

    @property
    def low(self) -> float:
        """The lower end of everything."""
        return self.counts - GAP / 2

    @property
    def left(self) -> float:
        """Where the first year begins."""
        return self.first - HALF_YEAR

    @property
    def right(self) -> float:
        """Where the last year ends."""
        return self.last + HALF_YEAR

    def proposal(self, mark: ProposalMark) -> float:
        """Return how high a proposal stands."""
        return self.proposals + (mark.place + 0.5) * ROW

    def count(self, number: int) -> float:
        """Return how high the bar of a count reaches."""
        return self.counts + BARS * number / max(1, self.highest_count)

    def year_at(self, x: float) -> int:
        """Return the year at a place across; the first or the last outside."""
        return min(max(round(x), self.first), self.last)


def lanes_of(record: Record) -> Lanes:
    """Return where the lanes of a record lie."""
    rows = 1 + max((mark.place for mark in proposal_marks(record)), default=0)
    years = tuple(record.by_year)
    events = -GAP - EVENTS / 2
    proposals = events - EVENTS / 2 - GAP - rows * ROW
    return Lanes(
        first=years[0],
        last=years[-1],
        events=events,
        proposals=proposals,
        rows=rows,
        counts=proposals - GAP - BARS,
        highest_count=max((year.tempo or 0 for year in record.years), default=0),
    )
