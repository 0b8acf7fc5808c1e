"""Episodes of a record: negotiations and what was proposed in them, and tests from outside."""

from typing import Annotated, Literal

from pydantic import Field

from explorer.model.example import Levels
from explorer.model.issue import Role
from explorer.model.limits import MOST_CONTROLS, MOST_LEVELS, MOST_PARTS, MOST_WORDS
from explorer.model.quantity import Day, FreeText, Frozen, Identifier, ScaleValue, Text

Confidence = Literal["high", "medium", "low", "gap"]
"""How far a number of the record can be relied on; a gap has no number."""

Lines = Annotated[
    dict[Identifier, Annotated[int, Field(ge=0, lt=MOST_LEVELS)]], Field(max_length=MOST_CONTROLS)
]
"""Red lines: level numbers by control id."""


class Reading(Frozen):
    """Another way to put a proposal on the levels of the case, with a name that tells it."""

    name: Text
    levels: Levels


class Proposal(Frozen):
    """A package that was proposed, and both answers; None where an answer is not known.

    ``is_checked`` marks concrete proposals whose answers the check compares with the model.
    ``made_by`` is the side that proposed it alone, None for what both or others proposed.
    ``is_confirmed`` is False where it was reported and nobody said that it was put forward.
    ``readings`` are other levels that its sources would bear too.
    """

    id: Identifier
    name: Text
    short: Text
    by: Text
    levels: Levels
    accepted_by_sender: bool | None
    accepted_by_target: bool | None
    is_checked: bool
    made_by: Role | None = None
    is_confirmed: bool = True
    readings: Annotated[tuple[Reading, ...], Field(max_length=MOST_PARTS)] = ()
    note: FreeText = ""


class Episode(Frozen):
    """A negotiation, statement or event, with what was proposed in it."""

    id: Identifier
    name: Text
    short: Text
    start: Day
    end: Day
    kind: Text
    outcome: Text
    durability: FreeText = ""
    target_terms: FreeText = ""
    sender_terms: FreeText = ""
    confidence: Confidence
    proposals: Annotated[tuple[Proposal, ...], Field(max_length=MOST_PARTS)]
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=MOST_WORDS)]
    note: FreeText = ""


class OutsideTest(Frozen):
    """A published finding held against the model: what it says, and how weak the test is."""

    id: Identifier
    name: Text
    claim: Text
    expectation: Text
    caution: Text
    source: Identifier


class LineTest(OutsideTest):
    """A proposal that should lie in the zone without some lines, and outside with them."""

    kind: Literal["line"]
    episode: Identifier
    proposal: Identifier
    lines: Lines
    line_name: Text


class CountTest(OutsideTest):
    """The size of the zone of a preset under two sets of lines.

    Under ``more`` it should hold at least ``times`` as many packages as under ``fewer``; the names
    tell what the lines stand for.
    """

    kind: Literal["count"]
    preset: Identifier
    fewer: Lines
    fewer_name: Text
    more: Lines
    more_name: Text
    times: Annotated[float, Field(gt=1, le=1_000_000)]


class SweepTest(OutsideTest):
    """The size of the zone as one control moves; ``points`` are the values read aloud."""

    kind: Literal["sweep"]
    control: Identifier
    values: Annotated[dict[Identifier, ScaleValue], Field(max_length=MOST_CONTROLS)]
    points: Annotated[tuple[ScaleValue, ...], Field(min_length=2, max_length=101)]
