"""What is found in a study's rows: boxes in which an outcome holds, and effects of factors."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.model.result import Flags, Floats
from explorer.model.study_rows import Column

ZONE_COLUMN = "zone.packages"
"""The column that counts the packages of the deal zone."""

START_COLUMN = "start"
"""The column that names the scenario from which a row starts."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is asked of each row: that one column lies between two ends, both included."""

    column: str
    least: float = -math.inf
    most: float = math.inf

    def holds(self, values: Floats) -> Flags:
        """Return for which values of the column it holds; never where there is no value."""
        return (values >= self.least) & (values <= self.most)


def usual_outcome(columns: Sequence[Column]) -> Outcome:
    """Return what is asked where nothing is said: that a zone exists, or the first thing kept.

    ``columns``: Those of a study, of which at least one is an output.
    """
    outputs = [each for each in columns if each.role == "output"]
    named = [each for each in outputs if each.name == ZONE_COLUMN]
    flags = [each for each in outputs if each.kind == "flag"]
    found = (named or flags or outputs)[0]
    return Outcome(found.name, 1.0 if found.kind in ("flag", "count") else 0.0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where one factor lies in a box: from ``low`` to ``high``, or one of ``values``.

    ``values`` are None for factors that have an order. ``chance`` is the quasi-p-value of Bryant
    and Lempert: how likely rows that hold the outcome would fall in as often if this bound had no
    part in it; small is good.
    """

    factor: str
    low: float
    high: float
    values: tuple[float, ...] | None
    chance: float


@dataclass(frozen=True, slots=True)
class Found:
    """One box: its bounds, how many rows lie in it, and how many of these hold the outcome."""

    stretches: tuple[Stretch, ...]
    rows: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Discovery:
    """Where an outcome holds, in boxes that do not count any row twice.

    Of ``rows`` in all, ``wanted`` hold the outcome. No boxes: there was nothing to tell apart
    (all rows hold it, or none, or nearly so), or nothing that tells it apart.
    """

    rows: int
    wanted: int
    boxes: tuple[Found, ...]

    @property
    def covered(self) -> int:
        """How many rows that hold the outcome lie in some box."""
        return sum(box.wanted for box in self.boxes)

    def coverage(self, box: Found) -> float:
        """Return which share of all rows that hold the outcome lies in a box, 0 to 1."""
        return box.wanted / self.wanted if self.wanted else 0.0

    @staticmethod
    def density(box: Found) -> float:
        """Return which share of a box's rows holds the outcome, 0 to 1."""
        return box.wanted / box.rows if box.rows else 0.0


EffectMethod = Literal["sobol", "morris"]
"""Shares of the spread of an answer, or changes as a factor crosses its spread."""


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """What one factor of a study does to an answer.

    By ``sobol``, ``first`` and ``second`` are its first and its total effect, shares of the spread
    of the answer; by ``morris``, the mean size of the change it makes and how that change varies,
    in the answer's unit. ``first_half`` and ``second_half`` are half the widths of their intervals
    of 95 per cent; 0 for what has none.
    """

    factor: str
    first: float
    first_half: float
    second: float
    second_half: float


@dataclass(frozen=True, slots=True)
class FactorEffects:
    """Which factors of a study an answer hangs on, the weightiest first.

    ``column`` is the answer, one of the study's outputs; ``rows`` how many scenarios were solved;
    ``start`` the scenario from which it starts. ``effects`` are empty where the answer is the same
    in all of them.
    """

    method: EffectMethod
    column: str
    start: str
    rows: int
    seed: int
    effects: tuple[FactorEffect, ...]
