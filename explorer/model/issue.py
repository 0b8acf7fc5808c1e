"""Issues: the things bargained over, their levels, what they cost and what they bring."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from explorer.model.leader import Leader, leader_on
from explorer.model.limits import MOST_LEVELS, MOST_PERIODS, MOST_SLOPES
from explorer.model.quantity import (
    FreeText,
    Frozen,
    Identifier,
    Points,
    Quantity,
    ScaleValue,
    Series,
    Share,
    ShareQuantity,
    ShiftQuantity,
    Text,
)

Role = Literal["sender", "target"]
"""Who a party is to the model: the sender gives concessions, the target gives commitments."""


class Party(Frozen):
    """One of the two sides, with the words that name it.

    ``leaders`` tells who led it when, in order; ``leader`` is who leads where that is not told.
    """

    id: Identifier
    name: Text
    short: Text
    adjective: Text
    leader: FreeText = ""
    leaders: Annotated[tuple[Leader, ...], Field(max_length=MOST_PERIODS)] = ()

    def leader_on(self, day: date | None) -> str:
        """Return who led on a day, "" where the case does not tell; None stands for no day."""
        return leader_on(self.leaders, day) if self.leaders and day is not None else self.leader


class Level(Frozen):
    """One ordered setting of an issue, in plain words."""

    words: Text
    short: Text


class Slope(Frozen):
    """How a series grows with a control that runs from 0 to 1."""

    control: Identifier
    series: Series


class Cost(Frozen):
    """What the giver pays for each level: base plus slope times control, in the giver's points."""

    base: Series
    slopes: Annotated[tuple[Slope, ...], Field(max_length=MOST_SLOPES)] = ()


class Growth(Frozen):
    """A benefit of which only a share is there at 0 of a control, and all of it at 1."""

    control: Identifier
    fixed_share: ShareQuantity


ShareRow = Annotated[tuple[Share, ...], Field(max_length=MOST_LEVELS)]


class Verification(Frozen):
    """The share of a benefit that is left at each level of the verification issue.

    ``multipliers`` has one row for each level of the issue and one column for each level of the
    verification issue; every row rises.
    """

    issue: Identifier
    multipliers: Annotated[tuple[ShareRow, ...], Field(max_length=MOST_LEVELS)]
    source: Text

    @model_validator(mode="after")
    def _rows_rise(self) -> Self:
        for number, row in enumerate(self.multipliers):
            if list(row) != sorted(row):
                raise ValueError(f"the multipliers of level {number} fall as verification rises")
        return self


class Benefit(Frozen):
    """What the receiver has from each level, in the receiver's points."""

    points: Series
    growth: Growth | None = None
    verification: Verification | None = None
    discount: Identifier | None = None


class Issue(Frozen):
    """One thing bargained over, given by one party, with at least two levels."""

    id: Identifier
    name: Text
    short: Text
    given_by: Role
    meaning: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=2, max_length=MOST_LEVELS)]
    cost: Cost
    benefit: Benefit | None = None

    @model_validator(mode="after")
    def _one_number_for_each_level(self) -> Self:
        expected = len(self.levels)
        for place, series in self._series():
            if len(series.values) != expected:
                raise ValueError(f"{place}: {len(series.values)} numbers for {expected} levels")
            if series.values[0] != 0:
                raise ValueError(f"{place}: level 0 must be worth 0, not {series.values[0]:g}")
        return self

    def _series(self) -> list[tuple[str, Series]]:
        places = [("cost.base", self.cost.base)]
        places += [(f"cost.slopes.{slope.control}", slope.series) for slope in self.cost.slopes]
        if self.benefit is not None:
            places.append(("benefit.points", self.benefit.points))
        return places


class Discount(Frozen):
    """A factor on benefits: one minus slopes times controls, never below its floor."""

    id: Identifier
    floor: ShareQuantity
    slopes: Annotated[tuple["FactorSlope", ...], Field(max_length=MOST_SLOPES)]


class FactorSlope(Frozen):
    """By how much a control lowers a factor for each 100 that it stands above ``neutral``."""

    control: Identifier
    amount: ShiftQuantity
    neutral: ScaleValue = 0


class ControlSlope(Frozen):
    """Points of waiting for each 100 that a control stands above ``neutral``.

    ``ends`` names the case's share of them that ends with a deal; without it all of them do, as
    with everything that a party has only while it waits.
    """

    control: Identifier
    amount: Quantity
    neutral: ScaleValue = 0
    ends: Identifier | None = None


class Waiting(Frozen):
    """What a party has without a deal and loses by one, in its own points.

    Base plus, for each slope, amount times control times the share that ends with a deal.
    """

    base: Quantity
    slopes: Annotated[tuple[ControlSlope, ...], Field(max_length=MOST_SLOPES)] = ()


class Headline(Frozen):
    """What a deal as such is worth to a party's leader, at full political will."""

    points: Quantity
    will: Identifier


class Ceiling(Frozen):
    """The most that a package can be worth to a party, in its own points.

    What a party receives less what it gives, with what a deal as such brings it, counts up to here;
    what is beyond counts as nothing. Waiting is subtracted afterwards; where it is worth more than
    the ceiling, packages count up to what waiting is worth, so that a ceiling alone never makes a
    side refuse. It is a rule of counting, not an estimate, and so has no range.
    """

    points: Points
    source: Text
    note: FreeText = ""


class Stakes(Frozen):
    """What belongs to one party besides the issues: waiting, headline, trust in the other.

    ``credibility`` names the control that tells which share of the *other* party's promises this
    party expects to be kept. Without a ``ceiling`` a package can be worth any number of points.
    """

    waiting: Waiting
    headline: Headline
    credibility: Identifier
    ceiling: Ceiling | None = None
