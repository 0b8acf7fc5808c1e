"""Bold but sure: packages by how bold they are and in how many assumption sets they hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from explorer.figures.choice import Choice, choice_of, scale_of
from explorer.figures.deal_map import Shades
from explorer.figures.gains import short_levels
from explorer.figures.phrase import points_of
from explorer.figures.study import of_hundred, seed_note
from explorer.figures.table import Cell, Number, Table, percent, percent_text, points
from explorer.model.bold import AT_LEAST, HUNDRED, RANKS, Bold, Rank
from explorer.model.case import Case
from explorer.model.package import Package, package_at, package_of
from explorer.model.result import Counts, Floats
from explorer.model.wording import tr, tr_n

RANK, LEAST = "bold.rank", "bold.at_least"
"""The ids of the choices: by what packages are ranked, and in how many of 100 sets they hold."""

COLUMNS, ROWS = 50, 50
"""Cells of the picture; a column is as wide as two of a hundred sets."""

HEADROOM = 1.05
"""How far the upward axis reaches, as a share of the boldest package of the zone."""

MOST = 12
"""How many of the boldest packages the table lists."""

NOWHERE = -1
"""Stands for no package."""


@dataclass(frozen=True, slots=True)
class BoldMark:
    """A package with a mark of its own; x of a hundred sets, y by what packages are ranked.

    ``kind`` is "package" for one with a name, "frontier", "boldest" for the boldest that is sure,
    or "selected" for the opened one; ``label`` is "" where no name is written beside it.
    """

    kind: str
    name: str
    label: str
    x: float
    y: float
    package: Package
    place: int

    @property
    def is_in_zone(self) -> bool:
        """Whether any set leaves it in the zone."""
        return self.x > 0


@dataclass(frozen=True, slots=True, eq=False)
class BoldFigure:
    """Packages by sureness and boldness; x runs from 0 to 100, y from 0 to ``y_maximum``.

    ``counts`` (rows, columns) are how many packages lie in each cell, row 0 lowest, ``leaders``
    (rows, columns) the place of the boldest of them, of equally bold ones the surest, or
    :data:`NOWHERE`. ``frontier`` are x and y of the packages than which none is bolder and as
    sure, the surest first. ``marks`` lie inside the axes, those that lie over others last: the
    frontier, packages with a name, the boldest that is sure, the opened one. ``named`` are all
    packages with a name.
    """

    source: Bold
    rank: Rank
    at_least: int
    title: str
    sentence: str
    x_label: str
    y_label: str
    y_maximum: float
    counts: Counts
    leaders: Counts
    frontier: tuple[Floats, Floats]
    marks: tuple[BoldMark, ...]
    named: tuple[BoldMark, ...]
    choices: tuple[Choice, ...]
    notes: tuple[str, ...]

    @property
    def case(self) -> Case:
        """The case."""
        return self.source.scenario.case

    @property
    def shades(self) -> Shades:
        """Shades by the logarithm of the packages in each cell, the fullest strongest."""
        most = max(int(self.counts.max(initial=0)), 1)
        shades = (40.5 + 214.5 * np.log1p(self.counts) / np.log1p(most)).astype(np.uint8)
        shades[self.counts == 0] = 0
        return shades

    @property
    def table(self) -> Table:
        """The same as words, made when asked for: the boldest, the frontier, named packages."""
        return _table(self)


def bold_figure(
    found: Bold, *, choices: Mapping[str, str] | None = None, selected: Package | None = None
) -> BoldFigure:
    """Return what the picture shows.

    Parameters
    ----------
    found
        Packages over the sets looked at so far.
    choices
        Wishes by the id of a choice.
    selected
        The package that is open beside the picture.
    """
    offered = _choices(found.scenario.case, choices or {})
    known: dict[str, Rank] = {rank: rank for rank in RANKS}
    rank, at_least = known[offered[0].chosen], int(offered[1].chosen)
    measure = found.measure(rank)
    y_maximum = HEADROOM * float(measure[found.hits > 0].max(initial=0.0)) or 1.0
    named = tuple(_named(found, measure))
    counts, leaders = _cells(found, measure, y_maximum)
    front = found.frontier(rank)
    best = found.ranked(rank, at_least, most=1)
    return BoldFigure(
        source=found,
        rank=rank,
        at_least=at_least,
        title=tr("Bold but sure"),
        sentence=_sentence(found, rank, at_least, best),
        x_label=tr(
            "In how many of 100 assumption sets ({sets:,} drawn, seed {seed})",
            sets=found.sets,
            seed=found.seed,
        ),
        y_label=_rank_label(found.scenario.case, rank),
        y_maximum=y_maximum,
        counts=counts,
        leaders=leaders,
        frontier=(found.of_hundred[front], measure[front]),
        marks=(
            *(_mark(found, measure, "frontier", place) for place in front.tolist()),
            *(mark for mark in named if mark.y <= y_maximum),
            *(_mark(found, measure, "boldest", place) for place in best.tolist()),
            *_opened(found, measure, selected),
        ),
        named=named,
        choices=offered,
        notes=(*_waiting_note(found), seed_note(found.seed)),
    )


def mark_words(figure: BoldFigure, mark: BoldMark) -> str:
    """Return a mark in plain words: its name, how sure and how bold it is, and what it holds."""
    return tr(
        "{name}. {facts}", name=mark.name, facts=_package_facts(figure, mark.place, mark.package)
    )


def bold_place_words(figure: BoldFigure, x: float, y: float) -> str:
    """Return a place of the picture in plain words: how many packages, and the boldest of them."""
    row, column = _cell_at(figure, x, y)
    here = tr_n(
        "{n} package is in this area.",
        "{n} packages are in this area.",
        int(figure.counts[row, column]),
    )
    leader = int(figure.leaders[row, column])
    if leader == NOWHERE:
        return here
    facts = _package_facts(figure, leader, _package(figure.source, leader))
    return tr("{here} The boldest: {facts}", here=here, facts=facts)


def leader_at(figure: BoldFigure, x: float, y: float) -> Package | None:
    """Return the boldest package at a place of the picture, None where none is."""
    leader = int(figure.leaders[_cell_at(figure, x, y)])
    return None if leader == NOWHERE else _package(figure.source, leader)


def content_words(case: Case, package: Package) -> str:
    """Return both sides' parts of a package in brief words, such as "warheads: number capped"."""
    sides = (
        (case.target.short, case.target_issues, package.target),
        (case.sender.short, case.sender_issues, package.sender),
    )
    told: list[str] = []
    for party, issues, bundle in sides:
        given = [
            tr("{issue}: {words}", issue=issue.short, words=issue.levels[level].short)
            for issue, level in zip(issues, bundle, strict=True)
            if level
        ]
        what = "; ".join(given) if given else tr("nothing")
        told.append(tr("{party} gives {what}.", party=party, what=what))
    return " ".join(told)


def _choices(case: Case, wishes: Mapping[str, str]) -> tuple[Choice, ...]:
    entries = tuple((rank, _rank_words(case, rank)) for rank in RANKS)
    sets = tuple(tr("{n} of 100", n=n) for n in range(1, HUNDRED + 1))
    return (
        choice_of(RANK, tr("Bold by"), entries, wishes.get(RANK)),
        scale_of(LEAST, tr("Sure in at least"), sets, wishes.get(LEAST), usual=AT_LEAST),
    )


def _rank_words(case: Case, rank: Rank) -> str:
    if rank in ("target", "sender"):
        return tr("what {party} gives", party=case.party(rank).short)
    return tr("product of gains") if rank == "nash" else tr("weaker side’s share")


def _rank_label(case: Case, rank: Rank) -> str:
    """Return what is ranked by as the name of an axis or a column, with its unit."""
    if rank in ("target", "sender"):
        return tr("What {party} gives (points)", party=case.party(rank).short)
    if rank == "nash":
        return tr("Product of gains (Nash)")
    return tr("Weaker side’s share of its largest gain (%)")


def _measure_words(case: Case, rank: Rank, value: float) -> str:
    """Return how bold a package is, in a sentence."""
    if rank in ("target", "sender"):
        party = case.party(rank).short
        return tr("What {party} gives counts {points}.", party=party, points=points_of(value))
    if rank == "nash":
        return tr("The product of both gains is {product:,.0f}.", product=value)
    return tr("The weaker side has {share} of its largest gain.", share=percent_text(value))


def _measure_cell(rank: Rank, value: float) -> Number:
    return percent(value) if rank == "share" else points(value)


def _package(found: Bold, place: int) -> Package:
    return package_at(found.scenario.case, int(found.packages[place]))


def _package_facts(figure: BoldFigure, place: int, package: Package) -> str:
    found = figure.source
    return tr(
        "In the deal zone in {share} assumption sets. {measure} {content}",
        share=of_hundred(int(found.hits[place]), found.sets),
        measure=_measure_words(figure.case, figure.rank, float(found.measure(figure.rank)[place])),
        content=content_words(figure.case, package),
    )


def _cells(found: Bold, measure: Floats, y_maximum: float) -> tuple[Counts, Counts]:
    """Return how many packages lie in each cell, and the leader of each."""
    ever = np.flatnonzero(found.hits)
    column = np.minimum(found.of_hundred[ever] * COLUMNS / HUNDRED, COLUMNS - 1).astype(np.int64)
    row = np.minimum(measure[ever] / y_maximum * ROWS, ROWS - 1).astype(np.int64)
    cell = row * COLUMNS + column
    counts = np.bincount(cell, minlength=ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    leaders = np.full(ROWS * COLUMNS, NOWHERE, dtype=np.int64)
    # Of several packages of a cell the last one stays.
    order = np.lexsort((found.hits[ever], measure[ever]))
    leaders[cell[order]] = ever[order]
    return counts, leaders.reshape(ROWS, COLUMNS)


def _cell_at(figure: BoldFigure, x: float, y: float) -> tuple[int, int]:
    row = min(max(int(y / figure.y_maximum * ROWS), 0), ROWS - 1)
    return row, min(max(int(x / HUNDRED * COLUMNS), 0), COLUMNS - 1)


def _mark(found: Bold, measure: Floats, kind: str, place: int) -> BoldMark:
    name, label = {
        "frontier": (tr("On the frontier"), ""),
        "boldest": (tr("The boldest that is sure"), tr("boldest that is sure")),
        "selected": (tr("Opened package"), ""),
    }[kind]
    x, y = float(found.of_hundred[place]), float(measure[place])
    return BoldMark(kind, name, label, x, y, _package(found, place), place)


def _named(found: Bold, measure: Floats) -> Iterator[BoldMark]:
    case = found.scenario.case
    for each in case.packages:
        package = package_of(case, each.levels)
        place = found.place_of(package)
        if each.levels and place is not None:
            x, y = float(found.of_hundred[place]), float(measure[place])
            yield BoldMark("package", each.name, each.short, x, y, package, place)


def _opened(found: Bold, measure: Floats, selected: Package | None) -> tuple[BoldMark, ...]:
    """Return the mark of the opened package, none where no set has it in the zone."""
    place = None if selected is None else found.place_of(selected)
    if place is None or not found.hits[place]:
        return ()
    return (_mark(found, measure, "selected", place),)


def _sentence(found: Bold, rank: Rank, at_least: int, best: Counts) -> str:
    if not found.ever:
        return tr("No assumption set has a deal zone, so no package is sure.")
    sure = int(np.count_nonzero(found.sure(at_least)))
    if not sure:
        return tr(
            "No package is in the deal zone in at least {n} of 100 assumption sets; the surest is "
            "in {share}.",
            n=at_least,
            share=of_hundred(int(found.hits.max()), found.sets),
        )
    place, case = int(best[0]), found.scenario.case
    return tr_n(
        "{n} package is in the deal zone in at least {least} of 100 assumption sets, in {share}: "
        "{content}",
        "{n} packages are in the deal zone in at least {least} of 100 assumption sets. The "
        "boldest by {rank} is in {share}: {content}",
        sure,
        least=at_least,
        rank=_rank_words(case, rank),
        share=of_hundred(int(found.hits[place]), found.sets),
        content=content_words(case, _package(found, place)),
    )


def _waiting_note(found: Bold) -> tuple[str, ...]:
    if found.is_done:
        return ()
    return (
        tr("{sets:,} of {wanted:,} assumption sets so far.", sets=found.sets, wanted=found.wanted),
    )


def _table(figure: BoldFigure) -> Table:
    """Return the boldest that are sure, then the frontier, then what has a name or is open."""
    case = figure.case
    names = tuple(issue.name for issue in (*case.target_issues, *case.sender_issues))
    return _packages_table(figure, names, lambda package: short_levels(case, package))


def contents_table(figure: BoldFigure) -> Table:
    """Return the table with what each package holds in one column, for narrow pages."""
    case = figure.case
    return _packages_table(
        figure, (tr("Package"),), lambda package: (content_words(case, package),)
    )


def _packages_table(
    figure: BoldFigure,
    columns: tuple[str, ...],
    contents: Callable[[Package], tuple[str, ...]],
) -> Table:
    """Return the packages in order, with columns for what they hold."""
    found, measure = figure.source, figure.source.measure(figure.rank)
    listed = found.ranked(figure.rank, figure.at_least, most=MOST).tolist()
    rows = [(tr("Bold and sure, {n}", n=n), place) for n, place in enumerate(listed, 1)]
    shown = (mark for mark in figure.marks if mark.kind in ("frontier", "selected"))
    rows += [(mark.name, mark.place) for mark in (*shown, *figure.named)]
    return Table(
        caption=tr("Packages by how bold and how sure they are"),
        columns=(tr("What"), tr("Assumption sets"), figure.y_label, *columns),
        cells=tuple(
            (
                name,
                _sets_cell(found, place),
                _measure_cell(figure.rank, float(measure[place])),
                *contents(_package(found, place)),
            )
            for name, place in rows
        ),
        units=("", tr("of 100")),
    )


def _sets_cell(found: Bold, place: int) -> Cell:
    hits = int(found.hits[place])
    return Number(HUNDRED * hits / found.sets, of_hundred(hits, found.sets))
