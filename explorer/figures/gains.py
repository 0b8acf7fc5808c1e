"""Both sides' gains: the packages of the zone by what each side has from them over waiting."""

from dataclasses import dataclass, field

import numpy as np

from explorer.figures.choice import Choice
from explorer.figures.control_words import drawn_lines
from explorer.figures.deal_map import Shades
from explorer.figures.outside_words import why_outside
from explorer.figures.phrase import membership_words, whole_points
from explorer.figures.solution_words import (
    kalai_smorodinsky_name,
    kalai_smorodinsky_words,
    nash_name,
    nash_words,
)
from explorer.figures.table import Cell, Table, points
from explorer.figures.table_marks import (
    GainMark,
    ShownTables,
    offer_path,
    table_marks,
    tables_sentence,
    without_deal,
)
from explorer.model.case import Case
from explorer.model.package import Package, package_at
from explorer.model.result import Floats, GainCloud, Result, Solution, TermSheet
from explorer.model.wording import tr, tr_n


@dataclass(frozen=True, slots=True, eq=False)
class GainsFigure:
    """Gains of the zone's packages; the axes run from 0 to the largest gains that are shown.

    ``frontier`` holds both gains of the frontier's packages, the sender's largest first; ``ghost``
    the frontier as it was when a drag began, empty without one. ``path`` are both gains along the
    offers of one table of a role play, empty without one.
    """

    case: Case
    result: Result
    cloud: GainCloud
    title: str
    sentence: str
    x_label: str
    y_label: str
    ghost: tuple[Floats, Floats]
    marks: tuple[GainMark, ...]
    path: tuple[Floats, Floats] = field(default_factory=lambda: (np.zeros(0), np.zeros(0)))
    choices: tuple[Choice, ...] = ()

    @property
    def frontier(self) -> tuple[Floats, Floats]:
        """The sender's and the target's gains along the frontier."""
        return self.result.frontier.sender_gain, self.result.frontier.target_gain

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for: solutions, then the frontier."""
        return _gains_table(self)


def gains_figure(
    result: Result,
    cloud: GainCloud,
    *,
    ghost: Result | None = None,
    selected: TermSheet | None = None,
    named: tuple[TermSheet, ...] = (),
    tables: ShownTables | None = None,
) -> GainsFigure:
    """Return what the gains picture shows.

    Parameters
    ----------
    result, cloud
        One solve and the density of its gains.
    ghost
        How it stood when the drag began.
    selected
        The package that is open beside the picture, with its gains.
    named
        The case's named packages in the case's order, with their gains; those that leave a side
        worse off than waiting lie outside the picture.
    tables
        What the tables of a role play did, with what can be chosen about it; None without any.
    """
    case = result.scenario.case
    nothing = np.zeros(0)
    ends = (nothing, nothing)
    if ghost is not None:
        ends = (ghost.frontier.sender_gain, ghost.frontier.target_gain)
    return GainsFigure(
        case=case,
        result=result,
        cloud=cloud,
        title=tr("Both sides' gains"),
        sentence=_sentence(result, tables),
        x_label=_gain_label(case.sender.short),
        y_label=_gain_label(case.target.short),
        ghost=ends,
        marks=tuple(_marks(result, selected, named, tables or ShownTables())),
        path=offer_path(tables or ShownTables()),
        choices=() if tables is None else tables.choices,
    )


def cloud_shades(cloud: GainCloud) -> Shades:
    """Return shades by the logarithm of the packages in each cell, the fullest strongest."""
    most = max(int(cloud.counts.max(initial=0)), 1)
    shades = (40.5 + 214.5 * np.log1p(cloud.counts) / np.log1p(most)).astype(np.uint8)
    shades[cloud.counts == 0] = 0
    return shades


def frontier_steps(sender_gain: Floats, target_gain: Floats) -> tuple[Floats, Floats]:
    """Return the staircase along a frontier: between two of its packages there is none better.

    ``sender_gain``, ``target_gain``: Gains along the frontier, the sender's largest first.
    """
    if not sender_gain.size:
        return sender_gain, target_gain
    x = np.repeat(sender_gain, 2)
    y = np.repeat(target_gain, 2)
    return np.concatenate((x, [0.0])), np.concatenate(([0.0], y))


def _gain_label(party: str) -> str:
    return tr("{party}’s gain (points)", party=party)


def _sentence(result: Result, tables: ShownTables | None) -> str:
    if tables is None or not tables.results:
        return _gains_sentence(result)
    return tables_sentence(result, tables)


def _marks(
    result: Result,
    selected: TermSheet | None,
    named: tuple[TermSheet, ...],
    tables: ShownTables,
) -> list[GainMark]:
    case = result.scenario.case
    label, ended = without_deal(tables)
    waiting = tr("What both sides have without a deal (their BATNA).")
    words = tr("{waiting} {tables}", waiting=waiting, tables=ended) if ended else waiting
    marks = [
        GainMark("waiting", tr("No deal"), label or tr("no deal (BATNA)"), words, 0.0, 0.0, None)
    ]
    for package, sheet in zip(case.packages, named, strict=False):
        x, y = sheet.sender_gain, sheet.target_gain
        if x >= 0 and y >= 0:
            mark = GainMark(
                kind="package",
                name=package.name,
                label=package.short,
                words=tr(
                    "{membership} {note}",
                    membership=membership_words(sheet.is_in_zone, why_outside(sheet)),
                    note=package.note,
                ),
                x=x,
                y=y,
                package=sheet.package,
                is_in_zone=sheet.is_in_zone,
            )
            marks.append(mark)
    if result.ideal is not None:
        words = tr("Each side's largest gain in the zone, which no single package gives to both.")
        x, y = result.ideal
        marks.append(GainMark("ideal", tr("Ideal point"), tr("ideal"), words, x, y, None))
    marks += _solutions(result)
    marks += table_marks(case, tables)
    if selected is not None and selected.sender_gain >= 0 and selected.target_gain >= 0:
        x, y = selected.sender_gain, selected.target_gain
        name = tr("Opened package")
        marks.append(GainMark("selected", name, "", "", x, y, selected.package))
    return marks


def _solutions(result: Result) -> list[GainMark]:
    marks: list[GainMark] = []
    if result.nash is not None:
        x, y = result.nash.sender_gain, result.nash.target_gain
        words = _with_ties(nash_words(), result.nash)
        package = result.nash.package
        marks.append(GainMark("nash", nash_name(), tr("Nash"), words, x, y, package))
    if result.kalai_smorodinsky is not None:
        found = result.kalai_smorodinsky
        words = _with_ties(kalai_smorodinsky_words(), found)
        name, label = kalai_smorodinsky_name(), tr("Kalai-Smorodinsky")
        x, y = found.sender_gain, found.target_gain
        marks.append(GainMark("kalai_smorodinsky", name, label, words, x, y, found.package))
    return marks


def _with_ties(words: str, solution: Solution) -> str:
    others = solution.ties - 1
    if others < 1:
        return words
    tied = tr_n("{n} other package is as good.", "{n} other packages are as good.", others)
    return f"{words} {tied}"


def gain_words(figure: GainsFigure, mark: GainMark) -> str:
    """Return a mark in plain words: its name, what it is, and both gains."""
    gains = _both_gains(figure.case, *(mark.gains or (mark.x, mark.y)))
    return " ".join(part for part in (f"{mark.name}.", mark.words, gains) if part)


def place_words(figure: GainsFigure, x: float, y: float) -> str:
    """Return a place of the picture in plain words: both gains and the packages there."""
    counts, cloud = figure.cloud.counts, figure.cloud
    row = min(int(y / cloud.y_maximum * counts.shape[0]), counts.shape[0] - 1)
    column = min(int(x / cloud.x_maximum * counts.shape[1]), counts.shape[1] - 1)
    here = tr_n(
        "{n} package of the deal zone is in this area.",
        "{n} packages of the deal zone are in this area.",
        int(counts[max(row, 0), max(column, 0)]),
    )
    return f"{_both_gains(figure.case, x, y)} {here}"


def _both_gains(case: Case, x: float, y: float) -> str:
    return tr(
        "{sender} gains {x}, {target} gains {y}.",
        sender=case.sender.short,
        target=case.target.short,
        x=whole_points(x),
        y=whole_points(y),
    )


def _gains_sentence(result: Result) -> str:
    case = result.scenario.case
    if result.ideal is None:
        if not drawn_lines(result.scenario):
            return tr("The deal zone is empty, so no package leaves both sides better off.")
        return tr(
            "The deal zone is empty: no package inside all red lines leaves both sides better off."
        )
    return tr_n(
        "At best {sender} gains {x} and {target} {y}; one package gives both their best.",
        "At best {sender} gains {x} and {target} {y}, but never both at once: {n} packages lie "
        "on the frontier.",
        len(result.frontier.packages),
        sender=case.sender.short,
        target=case.target.short,
        x=whole_points(result.ideal[0]),
        y=whole_points(result.ideal[1]),
    )


def _gains_table(figure: GainsFigure) -> Table:
    case, frontier = figure.case, figure.result.frontier
    names = [issue.name for issue in (*case.target_issues, *case.sender_issues)]
    cells: list[tuple[Cell, ...]] = [
        (mark.name, points(x), points(y), *short_levels(case, mark.package))
        for mark in figure.marks
        for x, y in (mark.gains or (mark.x, mark.y),)
    ]
    for number, x, y in zip(
        frontier.packages, frontier.sender_gain, frontier.target_gain, strict=True
    ):
        levels = short_levels(case, package_at(case, int(number)))
        cells.append((tr("Pareto frontier"), points(float(x)), points(float(y)), *levels))
    return Table(
        caption=tr("Gains over no deal, in each side's own points"),
        columns=(tr("What"), figure.x_label, figure.y_label, *names),
        cells=tuple(cells),
    )


def short_levels(case: Case, package: Package | None) -> tuple[str, ...]:
    """Return each level of a package briefly, the target's issues first; "" for no package."""
    issues = (*case.target_issues, *case.sender_issues)
    if package is None:
        return ("",) * len(issues)
    chosen = (*package.target, *package.sender)
    return tuple(issue.levels[level].short for issue, level in zip(issues, chosen, strict=True))
