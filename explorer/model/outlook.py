"""Meetings: windows of time, and the rules by which a meeting in them is looked at."""

from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_CONTROLS, MOST_MEETINGS
from explorer.model.quantity import DaysQuantity, Frozen, Identifier, ScaleQuantity, Text


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


class MeetingWindow(Frozen):
    """A stretch of time in which a meeting could be held; ``days`` is how long it is."""

    id: Identifier
    name: Text
    dates: Text
    days: DaysQuantity
    note: Text


class CitedView(Frozen):
    """What somebody said about meeting in some of the windows, in our own words."""

    id: Identifier
    who: Text
    claim: Text
    windows: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MOST_MEETINGS)]
    lens: Identifier | None = None
    source: Text
    note: Text


class MeetingRules(Frozen):
    """Everything that the meeting outlook of a case goes by.

    ``wills`` are the controls whose values are held against ``eager_from``, which shortens the
    lead time, and ``show_from``: when all reach it, the two meet even though terms clash.
    """

    entry: EntryTerms
    wills: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MOST_CONTROLS)]
    eager_from: ScaleQuantity
    show_from: ScaleQuantity
    lead_times: Annotated[tuple[LeadTime, ...], Field(max_length=MOST_MEETINGS)]
    windows: Annotated[tuple[MeetingWindow, ...], Field(min_length=1, max_length=MOST_MEETINGS)]
    views: Annotated[tuple[CitedView, ...], Field(max_length=MOST_MEETINGS)] = ()
