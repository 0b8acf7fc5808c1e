"""Two columns of a study against each other: one point for each row."""

from dataclasses import dataclass

import numpy as np

from explorer.figures.choice import Choice
from explorer.figures.phrase import capitalised
from explorer.figures.study_axis import StudyAxis, study_axis
from explorer.figures.study_bins import Bins, bins_of
from explorer.figures.study_parallel import counted
from explorer.figures.study_table import StudyTable, column_choice, outcome_choice, sample
from explorer.figures.study_words import mean_words
from explorer.figures.table import Number, Table, count
from explorer.model.result import Counts, Flags, Floats
from explorer.model.wording import tr

ACROSS, UP = "study.across", "study.up"
"""The ids of the choices which column runs across and which runs up."""

MOST_POINTS = 10_000
"""Points that are drawn at most."""

TABLE_BINS = 10
"""Stretches of the column across in which the table tells the other."""

FEWEST = 3
"""Rows from which a correlation is told."""


@dataclass(frozen=True, slots=True, eq=False)
class ScatterFigure:
    """Two columns against each other.

    ``x`` and ``y`` are the axes; ``x_shares`` and ``y_shares`` (points,) lie along them, 0 to 1;
    ``holds`` (points,) tells where the outcome holds, ``rows`` (points,) the numbers of the rows
    from 0. Rows without a value in one of the two have no point. ``legend`` names the points in
    which the outcome holds and the others.
    """

    title: str
    sentence: str
    x: StudyAxis
    y: StudyAxis
    x_shares: Floats
    y_shares: Floats
    holds: Flags
    rows: Counts
    total: int
    legend: tuple[str, str]
    table: Table
    choices: tuple[Choice, ...] = ()


def scatter_figure(
    table: StudyTable,
    *,
    across: str | None = None,
    up: str | None = None,
    outcome: str | None = None,
) -> ScatterFigure:
    """Return two columns of a study against each other; the usual ones where none are named."""
    varied = table.varied or table.outputs
    names = (*varied, *(each for each in table.outputs if each not in varied))
    usual = table.outcome(None).column
    x_choice = column_choice(table, ACROSS, tr("Across"), names, across)
    y_choice = column_choice(table, UP, tr("Up"), names, up if up in names else usual)
    choice = outcome_choice(table, outcome)
    asked = table.outcome(choice.chosen)
    holds = table.holds(asked)
    x, y = study_axis(table, x_choice.chosen), study_axis(table, y_choice.chosen)
    xs, ys = table.numbers(x.name), table.numbers(y.name)
    known = np.flatnonzero(np.isfinite(xs) & np.isfinite(ys))
    drawn = known[sample(len(known), MOST_POINTS)]
    return ScatterFigure(
        title=tr("Study: two columns against each other"),
        sentence=" ".join(
            part
            for part in (
                _together(table, (x, y), xs[known], ys[known]),
                counted(table, asked, holds),
            )
            if part
        ),
        x=x,
        y=y,
        x_shares=x.shares(xs[drawn], drawn),
        y_shares=y.shares(ys[drawn], drawn),
        holds=holds[drawn],
        rows=drawn,
        total=table.size,
        legend=(capitalised(table.words(asked)), tr("Not so")),
        table=_table(table, x, y, holds),
        choices=(x_choice, y_choice, choice),
    )


def _together(table: StudyTable, axes: tuple[StudyAxis, StudyAxis], xs: Floats, ys: Floats) -> str:
    kinds = {table.column(axis.name).kind for axis in axes}
    if len(xs) < FEWEST or "word" in kinds or not np.ptp(xs) or not np.ptp(ys):
        return ""
    correlation = float(np.corrcoef(xs, ys)[0, 1])
    values = {"up": axes[1].title, "across": axes[0].title, "r": f"{abs(correlation):.2f}"}
    if float(values["r"]) == 0:
        return tr("{across} and {up}: correlation 0, neither moves with the other.", **values)
    if correlation > 0:
        return tr("{across} and {up}: correlation {r}, one rises as the other does.", **values)
    return tr(
        "{across} and {up}: correlation \N{MINUS SIGN}{r}, one falls as the other rises.", **values
    )


def _table(table: StudyTable, x: StudyAxis, y: StudyAxis, holds: Flags) -> Table:
    bins = bins_of(table, x.name, TABLE_BINS)
    values, column = table.numbers(y.name), table.column(y.name)
    means = column.kind in ("number", "count", "flag")
    cells: list[tuple[str | Number, ...]] = []
    for place, words in enumerate(bins.words):
        inside = bins.places == place
        own = values[inside & np.isfinite(values)]
        mean = float(own.mean()) if len(own) and means else None
        told = tr("none") if mean is None else mean_words(table.case, column, mean)
        cells.append(
            (
                words,
                count(int(np.count_nonzero(inside))),
                Number(mean, told),
                _share(bins, place, holds),
            )
        )
    return Table(
        tr("Study: two columns against each other"),
        (x.title, tr("Rows"), tr("Mean of {title}", title=y.title), tr("Outcome holds")),
        tuple(cells),
        units=("", "", "", "%"),
    )


def _share(bins: Bins, place: int, holds: Flags) -> Number:
    inside = bins.places == place
    rows = int(np.count_nonzero(inside))
    if not rows:
        return Number(None, tr("none"))
    share = 100 * int(np.count_nonzero(inside & holds)) / rows
    return Number(share, tr("{n:.0f} of 100", n=share))
