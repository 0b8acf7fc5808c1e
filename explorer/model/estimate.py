"""Estimates: what a case says of one assumption, and what an edit has made of it."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from explorer.model.limits import MOST_LEVELS
from explorer.model.quantity import Frozen, Points, Text


@dataclass(frozen=True, slots=True)
class Estimate:
    """The likely value of an assumption, or one for each level, and its range.

    For a single number ``low`` and ``high`` are in the number's own unit. Where there is one
    value for each level they are the range of a factor that scales all of them.
    """

    values: Annotated[tuple[Points, ...], Field(max_length=MOST_LEVELS)]
    low: Points
    high: Points


class AssumptionChange(Frozen):
    """One assumption that was edited: what the case gave, and what stands now."""

    id: Text
    was: Estimate
    now: Estimate
