"""Meetings: windows of time, and the rules by which a meeting in them is looked at."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from explorer.model.limits import MOST_CONTROLS, MOST_MEETINGS
from explorer.model.quantity import (
    Day,
    DaysQuantity,
    Frozen,
    Identifier,
    Quantity,
    ScaleQuantity,
    Text,
)


class EntryTerms(Frozen):
    """Two red lines about one issue that clash where ``most`` allows less than ``least`` asks.

    ``most`` is a line that its party will not pass, ``least`` one that the other insists on.
    """

    most: Identifier
    least: Identifier
    source: Text
    note: Text


class LeadTime(Frozen):
    """How long a meeting takes to arrange when ``eager`` of the wills reach the threshold."""

    id: Identifier
    eager: Annotated[int, Field(ge=0, le=MOST_CONTROLS)]
    days: DaysQuantity


class Outcome(Frozen):
    """What came of a window, and when that was known; ``met`` tells whether a meeting was held."""

    date: Day
    met: bool
    words: Text
    source: Text


class MeetingWindow(Frozen):
    """A stretch of time in which a meeting could be held.

    ``opens`` and ``closes`` are its first and last day. ``days`` is how long it is where it has
    no last day. Before ``known_from`` nobody spoke of it; from ``agreed_from`` on the meeting is
    agreed and needs no more time to arrange.
    """

    id: Identifier
    name: Text
    dates: Text
    opens: Day | None = None
    closes: Day | None = None
    days: DaysQuantity | None = None
    known_from: Day | None = None
    agreed_from: Day | None = None
    outcome: Outcome | None = None
    note: Text

    @model_validator(mode="after")
    def _has_a_length(self) -> Self:
        if self.closes is None and self.days is None:
            raise ValueError(f"{self.id}: it needs a last day (closes) or a length (days)")
        for name in ("opens", "known_from", "agreed_from"):
            day = getattr(self, name)
            if day is not None and self.closes is not None and day > self.closes:
                raise ValueError(f"{self.id}: {name} {day} lies after closes {self.closes}")
        return self

    def days_left(self, day: date | None) -> float:
        """Return how many days there are from a day to the end of the window.

        ``day``: From when; None counts from the window's first day.
        """
        if self.closes is not None:
            start = day or self.opens or self.closes
            return float(max((self.closes - start).days, 0))
        ahead = (self.opens - day).days if self.opens is not None and day is not None else 0
        return max(ahead, 0) + (self.days.value if self.days is not None else 0)

    def has_passed(self, day: date | None) -> bool:
        """Return whether a day lies behind the window, or knows what came of it."""
        if day is None:
            return False
        is_over = self.closes is not None and self.closes < day
        return is_over or (self.outcome is not None and self.outcome.date <= day)

    def is_known(self, day: date | None) -> bool:
        """Return whether anybody spoke of the window by a day."""
        return day is None or self.known_from is None or self.known_from <= day

    def is_agreed(self, day: date | None) -> bool:
        """Return whether the meeting was agreed by a day."""
        return day is not None and self.agreed_from is not None and self.agreed_from <= day


class CitedView(Frozen):
    """What somebody said about meeting in some of the windows, in our own words."""

    id: Identifier
    who: Text
    claim: Text
    windows: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MOST_MEETINGS)]
    lens: Identifier | None = None
    source: Text
    note: Text


class GainRules(Frozen):
    """From how many of its own points on a side has something, and much, to gain from a deal.

    Both are held against what each side gains from the package of the zone that is best for it.
    """

    little_from: Quantity
    much_from: Quantity

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 <= self.little_from.value <= self.much_from.value:
            raise ValueError("little_from must lie between 0 and much_from")
        return self


class MeetingRules(Frozen):
    """Everything that the meeting outlook of a case goes by.

    ``wills`` are the controls whose values are held against ``eager_from``, which shortens the
    lead time, and ``show_from``: when all reach it, the two meet even though terms clash.
    ``gains`` tells what counts as little and as much to gain; without it nothing is said of that.
    """

    entry: EntryTerms
    wills: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MOST_CONTROLS)]
    eager_from: ScaleQuantity
    show_from: ScaleQuantity
    gains: GainRules | None = None
    lead_times: Annotated[tuple[LeadTime, ...], Field(max_length=MOST_MEETINGS)]
    windows: Annotated[tuple[MeetingWindow, ...], Field(min_length=1, max_length=MOST_MEETINGS)]
    views: Annotated[tuple[CitedView, ...], Field(max_length=MOST_MEETINGS)] = ()
