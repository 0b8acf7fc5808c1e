"""All rows of a study at once: one axis for each thing varied, one line for each row."""

from dataclasses import dataclass

import numpy as np

from explorer.figures.choice import Choice
from explorer.figures.phrase import capitalised
from explorer.figures.study_axis import StudyAxis, study_axis
from explorer.figures.study_table import StudyTable, finite_range, outcome_choice, sample
from explorer.figures.study_words import cell_words, mean_words
from explorer.figures.table import Number, Table
from explorer.model.result import Counts, Flags, Floats
from explorer.model.study_found import Outcome
from explorer.model.wording import tr

MOST_LINES = 500
"""Lines that are drawn at most; more would be one area."""

MOST_AXES = 9
"""Axes that are drawn at most, the last one that of the outcome."""


@dataclass(frozen=True, slots=True, eq=False)
class ParallelFigure:
    """One axis for each thing that was varied, and for the outcome; one line for each row drawn.

    ``shares`` (lines, axes) is how far along its axis each line crosses, 0 to 1, NaN where a row
    has no value; ``holds`` (lines,) in which of them the outcome holds, ``rows`` (lines,) their
    numbers from 0. ``total`` is how many rows there are, drawn or not. ``legend`` names the lines
    in which the outcome holds and the others.
    """

    title: str
    sentence: str
    axes: tuple[StudyAxis, ...]
    shares: Floats
    holds: Flags
    rows: Counts
    total: int
    legend: tuple[str, str]
    table: Table
    choices: tuple[Choice, ...] = ()


def parallel_figure(table: StudyTable, *, outcome: str | None = None) -> ParallelFigure:
    """Return a study's rows as lines over the axes of what was varied.

    ``outcome``: The column that tells rows apart; the usual one where there is none such.
    """
    choice = outcome_choice(table, outcome)
    asked = table.outcome(choice.chosen)
    holds = table.holds(asked)
    names = [*_weightiest(table, holds)[: MOST_AXES - 1], asked.column]
    axes = tuple(study_axis(table, name) for name in names)
    rows = np.arange(table.size)[sample(table.size, MOST_LINES)]
    lines = [axis.shares(table.numbers(axis.name)[rows], rows) for axis in axes]
    shares = np.stack(lines, axis=1)
    clause = table.words(asked)
    return ParallelFigure(
        title=tr("Study: all rows as lines"),
        sentence=_sentence(table, asked, holds, drawn=len(shares)),
        axes=axes,
        shares=np.where(np.isfinite(shares), shares, np.nan),
        holds=holds[rows],
        rows=rows,
        total=table.size,
        legend=(capitalised(clause), tr("Not so")),
        table=_table(table, axes, holds),
        choices=(choice,),
    )


def counted(table: StudyTable, outcome: Outcome, holds: Flags) -> str:
    """Return in how many rows an outcome holds, as a sentence."""
    return tr(
        "{outcome} in {count:,} of {rows:,} rows.",
        outcome=capitalised(table.words(outcome)),
        count=int(np.count_nonzero(holds)),
        rows=table.size,
    )


def _distance(values: Floats, holds: Flags) -> float:
    """Return how far apart the means of two parts of the rows are, in spreads of the whole."""
    spread = float(values.std())
    if not spread or holds.all() or not holds.any():
        return 0.0
    return abs(float(values[holds].mean() - values[~holds].mean())) / spread


def _weightiest(table: StudyTable, holds: Flags) -> list[str]:
    """Return what was varied: all that there is room for, in order, else what matters most."""
    names = list(table.varied)
    if len(names) < MOST_AXES:
        return names
    weights = {name: _distance(table.numbers(name), holds) for name in names}
    kept = sorted(names, key=lambda name: -weights[name])[: MOST_AXES - 1]
    return [name for name in names if name in kept]


def _sentence(table: StudyTable, outcome: Outcome, holds: Flags, *, drawn: int) -> str:
    parts = [counted(table, outcome, holds)]
    weights = {name: _distance(table.numbers(name), holds) for name in table.varied}
    numbers = [name for name in weights if table.column(name).kind in ("number", "count")]
    best = max(numbers, key=weights.__getitem__, default=None)
    if best is not None and weights[best]:
        column, values = table.column(best), table.numbers(best)
        parts.append(
            tr(
                "What sets these rows apart most is {factor}: {inside} on average, {outside} in "
                "the others.",
                factor=table.title(best),
                inside=mean_words(table.case, column, float(values[holds].mean())),
                outside=mean_words(table.case, column, float(values[~holds].mean())),
            )
        )
    if drawn < table.size:
        parts.append(tr("{drawn:,} rows are drawn, evenly spaced.", drawn=drawn))
    return " ".join(parts)


def _table(table: StudyTable, axes: tuple[StudyAxis, ...], holds: Flags) -> Table:
    columns = (
        tr("Axis"),
        tr("Lowest"),
        tr("Highest"),
        tr("Mean where it holds"),
        tr("Mean elsewhere"),
    )
    return Table(
        tr("Study: all rows as lines"),
        columns,
        tuple(_axis_cells(table, axis, holds) for axis in axes),
    )


def _axis_cells(table: StudyTable, axis: StudyAxis, holds: Flags) -> tuple[str | Number, ...]:
    column, values = table.column(axis.name), table.numbers(axis.name)
    is_known = np.isfinite(values)
    if column.kind == "word":
        return (axis.title, axis.ticks[0][1], axis.ticks[-1][1], "", "")
    ends = (axis.ticks[0][0], axis.ticks[-1][0]) if column.kind == "flag" else None
    low, high = ends or finite_range(values)
    means = (
        _mean(table, axis.name, values[is_known & holds]),
        _mean(table, axis.name, values[is_known & ~holds]),
    )
    return (
        axis.title,
        Number(low, cell_words(table.case, column, low)),
        Number(high, cell_words(table.case, column, high)),
        *means,
    )


def _mean(table: StudyTable, name: str, values: Floats) -> Number:
    if not len(values):
        return Number(None, tr("none"))
    mean, column = float(values.mean()), table.column(name)
    return Number(mean, mean_words(table.case, column, mean))
