"""The rows of a study as pictures read them: numbers with the words of their case."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from explorer.figures.choice import Choice, choice_of
from explorer.figures.phrase import capitalised
from explorer.figures.study_words import column_title, outcome_words
from explorer.model.case import Case
from explorer.model.result import Flags, Floats
from explorer.model.study_found import ZONE_COLUMN, Outcome, usual_outcome
from explorer.model.study_rows import Column, RowsHead
from explorer.model.wording import tr

OUTCOME = "study.outcome"
"""The id of the choice which outcome a picture tells apart."""


@dataclass(frozen=True, eq=False)
class StudyTable:
    """Rows of a study: its case, what stands above them, and their numbers, (rows, columns).

    ``values`` may be the first rows alone, where ``head.rows`` are more than can be shown.
    """

    case: Case
    head: RowsHead
    values: Floats

    @property
    def size(self) -> int:
        """How many rows there are here."""
        return len(self.values)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self.head.columns

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the columns are called."""
        return tuple(column_title(self.case, column.name) for column in self.columns)

    @cached_property
    def places(self) -> dict[str, int]:
        """The places of the columns by their names."""
        return {column.name: place for place, column in enumerate(self.columns)}

    def column(self, name: str) -> Column:
        """Return a column; :class:`KeyError` if there is none of that name."""
        return self.columns[self.places[name]]

    def title(self, name: str) -> str:
        """Return what a column is called; :class:`KeyError` if there is none of that name."""
        return self.titles[self.places[name]]

    def numbers(self, name: str) -> Floats:
        """Return the values of a column, (rows,); :class:`KeyError` if there is none."""
        return self.values[:, self.places[name]]

    @cached_property
    def varied(self) -> tuple[str, ...]:
        """The columns of what was varied or drawn, as far as their rows differ."""
        lowest: Floats = self.values.min(axis=0, initial=np.inf)
        highest: Floats = self.values.max(axis=0, initial=-np.inf)
        return tuple(
            column.name
            for place, column in enumerate(self.columns)
            if column.role in ("factor", "draw") or column.name == "start"
            if lowest[place] < highest[place]
        )

    @cached_property
    def outputs(self) -> tuple[str, ...]:
        """The columns of what came of the rows."""
        return tuple(column.name for column in self.columns if column.role == "output")

    @cached_property
    def usual(self) -> Outcome:
        """What is asked where nothing is said: that a zone exists, or what tells rows apart best.

        Where a zone exists in all rows or in none, that tells nothing; then it is the output of
        yes or no that comes nearest to half of the rows.
        """
        usual = usual_outcome(self.columns)
        flags = [each for each in self.outputs if self.column(each).kind == "flag"]
        if not flags or not self.size or 0 < np.count_nonzero(self.holds(usual)) < self.size:
            return usual
        shares = {each: float(np.nanmean(self.numbers(each))) for each in flags}
        return Outcome(min(flags, key=lambda each: abs(shares[each] - 0.5)), 1.0)

    def outcome(self, name: str | None) -> Outcome:
        """Return the outcome that a choice names, or the usual one."""
        known = self.column(name) if name is not None and name in self.places else None
        if known is None or known.kind not in ("flag", "count"):
            return self.usual
        return Outcome(known.name, 1.0)

    def holds(self, outcome: Outcome) -> Flags:
        """Return in which rows an outcome holds, (rows,)."""
        return outcome.holds(self.numbers(outcome.column))

    def words(self, outcome: Outcome) -> str:
        """Return an outcome as a clause."""
        return outcome_words(self.case, self.columns, outcome)


def outcome_choice(table: StudyTable, wanted: str | None) -> Choice:
    """Return the choice of what is told apart: that a zone exists, or what is yes or no."""
    named = [
        each for each in table.outputs if each == ZONE_COLUMN or table.column(each).kind == "flag"
    ] or [table.usual.column]
    entries = tuple((each, capitalised(table.words(table.outcome(each)))) for each in named)
    chosen = wanted if wanted in named else table.usual.column
    return choice_of(OUTCOME, tr("Told apart"), entries, chosen)


def column_choice(
    table: StudyTable, choice_id: str, label: str, names: Sequence[str], wanted: str | None
) -> Choice:
    """Return the choice of a column among some, at least one."""
    return choice_of(choice_id, label, tuple((each, table.title(each)) for each in names), wanted)


def finite_range(values: Floats) -> tuple[float, float]:
    """Return the lowest and highest finite value; 0 and 1 where there is none."""
    known = values[np.isfinite(values)]
    return (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)


def sample(count: int, most: int) -> slice:
    """Return which of so many rows are drawn where at most some can be: evenly spaced ones."""
    return slice(None, None, max(1, math.ceil(count / most)))
