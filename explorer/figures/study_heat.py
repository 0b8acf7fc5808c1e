"""How often an outcome holds where two columns of a study lie: a field of cells."""

import math
from dataclasses import dataclass

import numpy as np

from explorer.figures.choice import Choice
from explorer.figures.phrase import capitalised
from explorer.figures.study_bins import Bins, bins_of
from explorer.figures.study_scatter import ACROSS, UP
from explorer.figures.study_table import StudyTable, column_choice, outcome_choice
from explorer.figures.table import Number, Table, count
from explorer.model.result import Counts, Flags, Floats
from explorer.model.wording import tr

FEWEST_CELLS, MOST_CELLS = 4, 20
"""Stretches of each column at least, where it has so many values, and at most."""

ROWS_A_CELL = 5
"""How many rows a cell should hold on average: a share of one or two rows tells nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class HeatFigure:
    """Cells of two columns and how often an outcome holds in each.

    ``x_words`` and ``y_words`` name the stretches across, from the left, and up, from the bottom.
    ``counts`` (up, across) are the rows of each cell, ``shares`` (up, across) in which share of
    them the outcome holds, 0 to 1, NaN where there are none. ``legend`` says what is shared.
    """

    title: str
    sentence: str
    x_title: str
    y_title: str
    x_words: tuple[str, ...]
    y_words: tuple[str, ...]
    counts: Counts
    shares: Floats
    legend: str
    table: Table
    choices: tuple[Choice, ...] = ()

    def cell_words(self, up: int, across: int) -> str:
        """Return what one cell says, as a sentence."""
        place = {
            "x": self.x_title,
            "across": self.x_words[across],
            "y": self.y_title,
            "up": self.y_words[up],
        }
        rows = int(self.counts[up, across])
        if not rows:
            return tr("{x} {across}, {y} {up}: no row.", **place)
        return tr(
            "{x} {across}, {y} {up}: {share:.0f} of 100, of {rows:,} rows.",
            share=100 * float(self.shares[up, across]),
            rows=rows,
            **place,
        )


def heat_figure(
    table: StudyTable,
    *,
    across: str | None = None,
    up: str | None = None,
    outcome: str | None = None,
) -> HeatFigure:
    """Return how often an outcome holds by two columns; the first two varied where none is named.

    With fewer than two things varied, what is left stands against the outputs.
    """
    names = table.varied or table.outputs
    x_choice = column_choice(table, ACROSS, tr("Across"), names, across)
    second = next((each for each in names if each != x_choice.chosen), names[0])
    y_choice = column_choice(table, UP, tr("Up"), names, up if up in names else second)
    choice = outcome_choice(table, outcome)
    asked = table.outcome(choice.chosen)
    holds = table.holds(asked)
    x, y = (_stretches(table, each.chosen) for each in (x_choice, y_choice))
    counts, wanted = _counts(x, y, holds)
    with np.errstate(invalid="ignore"):
        shares = wanted / counts
    titles = (table.title(x_choice.chosen), table.title(y_choice.chosen))
    clause = table.words(asked)
    return HeatFigure(
        title=tr("Study: how often, by two columns"),
        sentence=_sentence(clause, titles, (x, y), counts, shares),
        x_title=titles[0],
        y_title=titles[1],
        x_words=x.words,
        y_words=y.words,
        counts=counts,
        shares=shares,
        legend=tr("Share of rows: {outcome}", outcome=clause),
        table=_table(titles, (x, y), counts, shares),
        choices=(x_choice, y_choice, choice),
    )


def _stretches(table: StudyTable, name: str) -> Bins:
    """Return a column in stretches: each value where there are few, else the fewer the rows."""
    values = table.numbers(name)
    if len(np.unique(values[np.isfinite(values)])) <= MOST_CELLS:
        return bins_of(table, name, MOST_CELLS)
    wanted = round(math.sqrt(table.size / ROWS_A_CELL))
    return bins_of(table, name, min(max(wanted, FEWEST_CELLS), MOST_CELLS))


def _counts(x: Bins, y: Bins, holds: Flags) -> tuple[Counts, Counts]:
    known = (x.places >= 0) & (y.places >= 0)
    place = y.places * x.size + x.places
    size = x.size * y.size
    rows = np.bincount(place[known], minlength=size)
    wanted = np.bincount(place[known & holds], minlength=size)
    shape = (y.size, x.size)
    return rows.astype(np.int64).reshape(shape), wanted.astype(np.int64).reshape(shape)


def _sentence(
    clause: str,
    titles: tuple[str, str],
    bins: tuple[Bins, Bins],
    counts: Counts,
    shares: Floats,
) -> str:
    if not counts.any():
        return tr("There is no row to be shown.")
    most = np.unravel_index(int(np.nanargmax(shares)), shares.shape)
    least = np.unravel_index(int(np.nanargmin(shares)), shares.shape)
    if shares[most] == shares[least]:
        return tr(
            "{outcome} equally often everywhere: in {share:.0f} of 100 rows.",
            outcome=capitalised(clause),
            share=100 * float(shares[most]),
        )
    parts = {
        "outcome": capitalised(clause),
        "most": 100 * float(shares[most]),
        "least": 100 * float(shares[least]),
        "x": titles[0],
        "y": titles[1],
        "at_x": bins[0].words[int(most[1])],
        "at_y": bins[1].words[int(most[0])],
        "low_x": bins[0].words[int(least[1])],
        "low_y": bins[1].words[int(least[0])],
    }
    return tr(
        "{outcome} most often ({most:.0f} of 100) where {x} is {at_x} and {y} is {at_y}, least "
        "often ({least:.0f} of 100) where {x} is {low_x} and {y} is {low_y}.",
        **parts,
    )


def _table(
    titles: tuple[str, str], bins: tuple[Bins, Bins], counts: Counts, shares: Floats
) -> Table:
    cells: list[tuple[str | Number, ...]] = []
    for up, up_words in enumerate(bins[1].words):
        for across, across_words in enumerate(bins[0].words):
            rows = int(counts[up, across])
            if rows:
                share = 100 * float(shares[up, across])
                told = Number(share, tr("{n:.0f} of 100", n=share))
                cells.append((across_words, up_words, count(rows), told))
    return Table(
        tr("Study: how often, by two columns"),
        (*titles, tr("Rows"), tr("Outcome holds")),
        tuple(cells),
        units=("", "", "", "%"),
    )
