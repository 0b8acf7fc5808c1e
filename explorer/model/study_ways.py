"""Ways in which a study varies one number: listed values, a range, or around where it stands."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from explorer.model.quantity import MEASURES, Frozen

MOST_VALUES = 10_000
"""Values that one factor may be listed or stepped through."""

MOST_STEPS = 1_000
"""Steps to either side of where a number stands."""

EDGE = 1e-9
"""Share of a step by which the end of a range may be missed and still counts as reached."""

Number = Annotated[float, MEASURES.field()]
Distance = Annotated[float, Field(ge=0, le=MEASURES.highest, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a number stands before it is varied, and between which ends it may be varied at all."""

    base: float
    lowest: float
    highest: float


class ListedWays(Frozen):
    """These values, one after the other."""

    kind: Literal["list"] = "list"
    values: Annotated[tuple[Number, ...], Field(min_length=1, max_length=MOST_VALUES)]

    @property
    def count(self) -> int:
        """How many values there are."""
        return len(self.values)

    def at(self, stand: Stand) -> NDArray[np.float64]:
        """Return the values, whatever the number stands at."""
        del stand
        return np.array(self.values, dtype=np.float64)

    def spread(self, stand: Stand, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the value at each share, 0 to 1, of the way through the list."""
        return _picked(self.at(stand), shares)


class RangeWays(Frozen):
    """From a low to a high value, in steps; without a step anywhere between, where that is drawn.

    The last step is taken only if it is a whole one: from 0 to 10 in steps of 4 are 0, 4 and 8.
    """

    kind: Literal["range"] = "range"
    low: Number
    high: Number
    step: Annotated[float, Field(gt=0, le=MEASURES.highest, allow_inf_nan=False)] | None = None

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")
        if self.count > MOST_VALUES:
            raise ValueError(f"step: makes {self.count:,} values; {MOST_VALUES:,} are possible")
        return self

    @property
    def count(self) -> int:
        """How many values there are; 0 without a step, where there is no end of them."""
        if self.step is None:
            return 0
        return int(np.floor((self.high - self.low) / self.step + EDGE)) + 1

    def at(self, stand: Stand) -> NDArray[np.float64]:
        """Return the values, whatever the number stands at; none without a step."""
        del stand
        values = self.low + np.arange(self.count) * (self.step or 0.0)
        # So that 0.1 three times is 0.3.
        return np.minimum(np.round(values, 9), self.high)

    def spread(self, stand: Stand, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the value at each share, 0 to 1, of the way from low to high."""
        if self.step is not None:
            return _picked(self.at(stand), shares)
        return self.low + (self.high - self.low) * shares


class AroundWays(Frozen):
    """From so much below where the number stands to so much above it, cut at its own ends."""

    kind: Literal["around"] = "around"
    minus: Distance
    plus: Distance
    steps: Annotated[int, Field(ge=1, le=MOST_STEPS)] = 1

    @property
    def count(self) -> int:
        """How many values there are, where it stands among them."""
        return 1 + self.steps * ((self.minus > 0) + (self.plus > 0))

    def at(self, stand: Stand) -> NDArray[np.float64]:
        """Return the values; beyond the number's own ends they stand at the end."""
        share = np.arange(1, self.steps + 1) / self.steps
        below = stand.base - self.minus * share[::-1] if self.minus else np.zeros(0)
        above = stand.base + self.plus * share if self.plus else np.zeros(0)
        base = np.array([stand.base], dtype=np.float64)
        values = np.round(np.concatenate((below, base, above)), 9)
        return np.minimum(np.maximum(values, stand.lowest), stand.highest)

    def spread(self, stand: Stand, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the value at each share, 0 to 1, of the way from lowest to highest."""
        low = max(stand.base - self.minus, stand.lowest)
        high = min(stand.base + self.plus, stand.highest)
        return low + (high - low) * shares


Ways = Annotated[ListedWays | RangeWays | AroundWays, Field(discriminator="kind")]


def _picked(values: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    places = np.minimum((shares * len(values)).astype(np.int64), len(values) - 1)
    return values[places]
