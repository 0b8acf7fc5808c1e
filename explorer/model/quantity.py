"""Numbers of a case: each with its bounds, its range, its unit and where it comes from.

Every kind of number has bounds that follow from its meaning, so that whatever is computed from
the largest of them stays an ordinary number.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from explorer.model.limits import MOST_LEVELS


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and the highest number of one kind, both included."""

    lowest: float
    highest: float

    def __contains__(self, value: float) -> bool:
        """Return whether a number lies within; infinite ones and NaN never do."""
        return self.lowest <= value <= self.highest

    def field(self) -> Annotated[object, Field]:
        """Return what tells pydantic, and with it the published schema, of the bounds."""
        return Field(ge=self.lowest, le=self.highest, allow_inf_nan=False)


SHARES = Bounds(0, 1)
"""Parts of a whole."""

POINTS = Bounds(-10_000_000, 10_000_000)
"""Costs, benefits and the worth of waiting: a party's points, of which a case usually has 100."""

SHIFTS = Bounds(-10, 10)
"""By how much a control at its end lowers a factor that stands at 1 without it."""

SCALE = Bounds(0, 100)
"""Where a scale control can stand, and anything that is held against it."""

DAYS = Bounds(0, 36_525)
"""A stretch of time within a century."""

LOW_FACTORS = Bounds(0.01, 1)
"""The low end of an uncertain factor: a hundredth of what is given at the least."""

HIGH_FACTORS = Bounds(1, 100)
"""The high end of an uncertain factor: a hundred times what is given at the most."""

READINGS = Bounds(-1_000_000_000, 1_000_000_000)
"""What a gauge shows: one party's points less another's."""

MEASURES = Bounds(-1_000_000_000_000_000, 1_000_000_000_000_000)
"""Numbers of the world in their own units, such as money or people."""

Share = Annotated[float, SHARES.field()]
Points = Annotated[float, POINTS.field()]
Shift = Annotated[float, SHIFTS.field()]
ScaleValue = Annotated[float, SCALE.field()]
Days = Annotated[float, DAYS.field()]
LowFactor = Annotated[float, LOW_FACTORS.field()]
HighFactor = Annotated[float, HIGH_FACTORS.field()]
Reading = Annotated[float, READINGS.field()]
Measure = Annotated[float, MEASURES.field()]
ControlNumber = Annotated[
    float,
    Field(
        allow_inf_nan=False,
        json_schema_extra={"minimum": SCALE.lowest, "maximum": SCALE.highest},
    ),
]
"""A value of any control: the case check tells its own bounds in words, the schema the widest."""

Text = Annotated[str, Field(min_length=1, max_length=4000)]
FreeText = Annotated[str, Field(max_length=4000)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]


FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2200, 12, 31)
"""The days between which everything dated lies."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _written_day(value: object) -> object:
    """Refuse every spelling of a day but the one of calendars, as in 2025-10-23."""
    if isinstance(value, date):
        return value
    text = value if isinstance(value, str) else ""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(
            f'"{str(value)[:30]}" is no day from {FIRST_DAY.year} to {LAST_DAY.year}; '
            "write one as in 2025-10-23"
        )
    return day


Day = Annotated[date, BeforeValidator(_written_day)]
"""A day of the calendar, written as in 2025-10-23."""


class Frozen(BaseModel):
    """A validated record that never changes and refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )


class Quantity(Frozen):
    """One number of the case, with its range; a number of points unless a subclass says more."""

    bounds: ClassVar[Bounds] = POINTS

    value: Points
    low: Points
    high: Points
    unit: Text
    source: Text
    note: FreeText = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.value <= self.high:
            message = f"value {self.value:g} lies outside its range {self.low:g} to {self.high:g}"
            raise ValueError(message)
        return self


class ShareQuantity(Quantity):
    """A part of a whole, 0 to 1."""

    bounds: ClassVar[Bounds] = SHARES

    value: Share
    low: Share
    high: Share


class ShiftQuantity(Quantity):
    """By how much a control at its end lowers a factor."""

    bounds: ClassVar[Bounds] = SHIFTS

    value: Shift
    low: Shift
    high: Shift


class ScaleQuantity(Quantity):
    """A place on a scale control, 0 to 100."""

    bounds: ClassVar[Bounds] = SCALE

    value: ScaleValue
    low: ScaleValue
    high: ScaleValue


class DaysQuantity(Quantity):
    """A number of days."""

    bounds: ClassVar[Bounds] = DAYS

    value: Days
    low: Days
    high: Days


class Series(Frozen):
    """Points for each level of an issue; uncertainty scales them all by one factor.

    ``low`` and ``high`` are that factor's range (1 is the value as given), so that the order of
    the levels can never break.
    """

    values: Annotated[tuple[Points, ...], Field(max_length=MOST_LEVELS)]
    low: LowFactor
    high: HighFactor
    unit: Text
    source: Text
    note: FreeText = ""
