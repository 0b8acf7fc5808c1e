"""The deal map: every package by what each side gives, coloured by how many lie in the zone."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from explorer.figures.case_place import NamedPlace, case_places, named_places
from explorer.figures.choice import Choice, choice_of
from explorer.figures.outline import cell_outline, filled_flags
from explorer.figures.outside_words import reasons_outside
from explorer.figures.phrase import membership_words
from explorer.figures.prices import sender_price, target_value
from explorer.figures.solution_words import (
    kalai_smorodinsky_name,
    kalai_smorodinsky_words,
    nash_name,
    nash_words,
)
from explorer.figures.table import Table, count, percent, percent_text, points
from explorer.model.case import Case
from explorer.model.example import NamedPackage
from explorer.model.package import Package
from explorer.model.result import Counts, DealMap, Flags, Floats, Result, TermSheet
from explorer.model.wording import tr, tr_n

Shades = NDArray[np.uint8]
"""0 where there is nothing to show, else 1 (palest) to 255 (strongest)."""

Outline = tuple[Floats, Floats]
"""x and y of line segments, start and end by turns."""

MarkKind = Literal["package", "proposal", "nash", "kalai_smorodinsky"]


COLOUR = "map.colour"
"""The id of the choice of how cells are coloured."""

PACKAGES, SHARE = "packages", "share"
"""Its values: by how many packages of a cell are in the zone, or by their share of the cell."""

FULL_SHADE = 0.1
"""Packages in the zone, as a share of the fullest cell's packages, that have the full colour."""


@dataclass(frozen=True, slots=True)
class MapMark:
    """A package that has a name or solves the bargain; x and y in the figure's coordinates.

    ``is_in_zone`` tells whether it lies in the deal zone, as what solves the bargain always does.
    """

    kind: MarkKind
    name: str
    label: str
    words: str
    x: float
    y: float
    package: Package
    is_in_zone: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class MapFigure:
    """The map; x runs from 0 to ``x_maximum``, y from 0 to ``y_maximum``, and never change.

    ``has_lines`` tells whether any cell is shut by red lines; ``ghost`` outlines the zone
    as it was when a drag began, and is empty without one. ``selected`` is the place of the opened
    package. ``choices`` offer how cells are coloured.
    """

    case: Case
    source: DealMap
    title: str
    sentence: str
    x_label: str
    y_label: str
    has_lines: bool
    ghost: Outline
    selected: tuple[float, float] | None
    marks: tuple[MapMark, ...]
    choices: tuple[Choice, ...] = ()

    @property
    def is_by_share(self) -> bool:
        """Whether cells are coloured by the share of their packages, not by how many they are."""
        return any(each.id == COLOUR and each.chosen == SHARE for each in self.choices)

    @property
    def x_maximum(self) -> float:
        """The right end of the x axis, in the sender's points; 1 where nothing is worth any."""
        return self.source.x_maximum or 1.0

    @property
    def y_maximum(self) -> float:
        """The upper end of the y axis, in the sender's cost points; 1 where nothing costs any."""
        return self.source.y_maximum or 1.0

    @property
    def proposals(self) -> tuple[Package, ...]:
        """The packages that were proposed in the year that is shown."""
        return tuple(mark.package for mark in self.marks if mark.kind == "proposal")

    @property
    def is_empty(self) -> bool:
        """Whether no package lies in the deal zone."""
        return not self.source.counts.any()

    @property
    def walls(self) -> Outline:
        """The outline of the cells that red lines and rules shut."""
        return _outline(self.source, shut_cells(self.source), has_rim=False)

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns of cells there are."""
        rows, columns = self.source.counts.shape
        return rows, columns

    @property
    def table(self) -> Table:
        """The same numbers as words, made when asked for: one line for each cell of the zone."""
        return _map_table(self)


def deal_map_figure(
    result: Result,
    *,
    ghost: Result | None = None,
    selected: Package | None = None,
    dated: tuple[NamedPackage, ...] = (),
    members: Set[Package] = frozenset(),
    outside: tuple[TermSheet, ...] = (),
) -> MapFigure:
    """Return what the deal map shows.

    Parameters
    ----------
    ghost
        How it stood when the drag began.
    selected
        The package that is open beside the map.
    dated
        Proposals of the year that is shown, as packages with a name.
    members
        Those of them that lie in the deal zone.
    outside
        Sheets of packages whose marks say what keeps them out of it.
    """
    case = result.scenario.case
    deal_map = result.deal_map
    nothing = np.zeros(0)
    return MapFigure(
        case=case,
        source=deal_map,
        title=tr("Deal map"),
        sentence=_map_sentence(result),
        x_label=tr("What {target} gives", target=case.target.short),
        y_label=tr("What {sender} gives", sender=case.sender.short),
        has_lines=bool((shut_cells(deal_map)).any()),
        ghost=(nothing, nothing) if ghost is None else zone_outline(ghost.deal_map),
        selected=None if selected is None else _place(case, selected),
        marks=(
            *_package_marks(result, dated, result.members | members, reasons_outside(outside)),
            *_solution_marks(result),
        ),
    )


def map_choices(wishes: Mapping[str, str]) -> tuple[Choice, ...]:
    """Return how cells can be coloured, and how they are: by ``wishes`` by the id of a choice."""
    entries = (
        (PACKAGES, tr("packages in the zone")),
        (SHARE, tr("share of each cell’s packages")),
    )
    return (choice_of(COLOUR, tr("Colour"), entries, wishes.get(COLOUR)),)


def density_shades(deal_map: DealMap) -> Shades:
    """Return shades by the logarithm of the packages in the zone; one scale for every scenario."""
    most = max(FULL_SHADE * float(deal_map.totals.max(initial=0)), 1.0)
    return _shades(deal_map.counts, np.log1p(deal_map.counts) / np.log1p(most))


def share_shades(deal_map: DealMap) -> Shades:
    """Return shades by the square root of the share of a cell's packages in the zone."""
    return _shades(deal_map.counts, np.sqrt(deal_map.counts / np.maximum(deal_map.totals, 1)))


def _shades(counts: Counts, shares: Floats) -> Shades:
    shades = (1.5 + 253.5 * np.minimum(shares, 1)).astype(np.uint8)
    shades[counts == 0] = 0
    return shades


def shut_cells(deal_map: DealMap) -> Flags:
    """Return which cells lines and rules shut; cells without packages go with their neighbours."""
    return ~filled_flags(deal_map.is_allowed, deal_map.totals > 0)


def zone_outline(deal_map: DealMap) -> Outline:
    """Return the outline of the cells that hold a package of the zone."""
    return _outline(deal_map, deal_map.counts > 0, has_rim=True)


def sender_outline(deal_map: DealMap) -> Outline:
    """Return the outline of the cells in which the sender alone would accept something.

    What it accepts counts wherever the target gives no less and it gives no more itself: single
    cells without such a package make neither islands nor notches.
    """
    accepts = np.logical_or.accumulate(deal_map.sender_accepts, axis=1)
    return _region_outline(deal_map, np.logical_or.accumulate(accepts[::-1], axis=0)[::-1])


def target_outline(deal_map: DealMap) -> Outline:
    """Return the outline of the cells in which the target alone would accept something.

    What it accepts counts wherever the sender gives no less and it gives no more itself: single
    cells without such a package make neither islands nor notches.
    """
    accepts = np.logical_or.accumulate(deal_map.target_accepts, axis=0)
    return _region_outline(deal_map, np.logical_or.accumulate(accepts[:, ::-1], axis=1)[:, ::-1])


def _region_outline(deal_map: DealMap, inside: Flags) -> Outline:
    """Return an outline that cells without any package do not break."""
    return _outline(deal_map, filled_flags(inside, deal_map.totals > 0), has_rim=False)


def _outline(deal_map: DealMap, inside: Flags, *, has_rim: bool) -> Outline:
    rows, columns = inside.shape
    steps = (deal_map.x_maximum / columns, deal_map.y_maximum / rows)
    return cell_outline(inside, *steps, has_rim=has_rim)


def _place(case: Case, package: Package) -> tuple[float, float]:
    return target_value(case, package.target), sender_price(case, package.sender)


def _named_marks(
    kind: MarkKind,
    places: tuple[NamedPlace, ...],
    members: Set[Package],
    reasons: Mapping[Package, str],
) -> tuple[MapMark, ...]:
    return tuple(
        MapMark(
            kind=kind,
            name=place.named.name,
            label=place.named.short,
            words=tr(
                "{membership} {note}",
                membership=membership_words(
                    place.package in members, reasons.get(place.package, "")
                ),
                note=place.named.note,
            ),
            x=place.value,
            y=place.price,
            package=place.package,
            is_in_zone=place.package in members,
        )
        for place in places
    )


def _package_marks(
    result: Result,
    dated: tuple[NamedPackage, ...],
    members: Set[Package],
    reasons: Mapping[Package, str],
) -> tuple[MapMark, ...]:
    """Return the case's packages as marks; a dated proposal stands for the same package."""
    case = result.scenario.case
    proposals = _named_marks("proposal", named_places(case, dated), members, reasons)
    taken = {mark.package for mark in proposals}
    packages = _named_marks("package", case_places(case).packages, members, reasons)
    return (*proposals, *(mark for mark in packages if mark.package not in taken))


def _solution_marks(result: Result) -> tuple[MapMark, ...]:
    case = result.scenario.case
    marks: list[MapMark] = []
    if result.nash is not None:
        package = result.nash.package
        x, y = _place(case, package)
        marks.append(MapMark("nash", nash_name(), tr("Nash"), nash_words(), x, y, package))
    if result.kalai_smorodinsky is not None:
        package = result.kalai_smorodinsky.package
        x, y = _place(case, package)
        name, words = kalai_smorodinsky_name(), kalai_smorodinsky_words()
        label = tr("Kalai-Smorodinsky")
        marks.append(MapMark("kalai_smorodinsky", name, label, words, x, y, package))
    return tuple(marks)


def _map_sentence(result: Result) -> str:
    case, zone = result.scenario.case, result.zone
    if not zone.packages:
        return tr(
            "None of the {total:,} packages lies in the deal zone. The picture “Who blocks whom” "
            "shows why.",
            total=zone.total,
        )
    counts = result.deal_map.counts
    row, column = divmod(int(counts.argmax()), counts.shape[1])
    return tr_n(
        "{n} of {total} packages is in the deal zone: {target} gives {x} of 100, {sender} {y}.",
        "{n} of {total} packages are in the deal zone, most where {target} gives about {x} of "
        "100 and {sender} about {y}.",
        zone.packages,
        total=f"{zone.total:,}",
        target=case.target.short,
        sender=case.sender.short,
        x=f"{100 * (column + 0.5) / counts.shape[1]:.0f}",
        y=percent_text((row + 0.5) / counts.shape[0]),
    )


def cell_at(figure: MapFigure, x: float, y: float) -> tuple[int, int] | None:
    """Return row and column of the cell at a place, or None outside the map."""
    rows, columns = figure.shape
    row, column = int(y / figure.y_maximum * rows // 1), int(x / figure.x_maximum * columns // 1)
    return (row, column) if 0 <= row < rows and 0 <= column < columns else None


def cell_words(figure: MapFigure, row: int, column: int) -> str:
    """Return a cell in plain words: what each side gives there, and how much is in the zone."""
    rows, columns = figure.shape
    place = tr(
        "What {target} gives: about {x:.0f} of 100; what {sender} gives: about {y}.",
        target=figure.case.target.short,
        sender=figure.case.sender.short,
        x=100 * (column + 0.5) / columns,
        y=percent_text((row + 0.5) / rows),
    )
    total = int(figure.source.totals[row, column])
    if not total:
        return tr("{place} No package lies here.", place=place)
    count = tr_n(
        "{n} of {total} packages here is in the deal zone.",
        "{n} of {total} packages here are in the deal zone.",
        int(figure.source.counts[row, column]),
        total=f"{total:,}",
    )
    return f"{place} {count} {_cell_reason(figure, row, column)}".rstrip()


def _cell_reason(figure: MapFigure, row: int, column: int) -> str:
    deal_map = figure.source
    if deal_map.counts[row, column]:
        return ""
    if not deal_map.is_allowed[row, column]:
        return tr("Red lines rule all of them out.")
    if not deal_map.is_coherent[row, column]:
        return tr("Of the packages inside the red lines the coherence rules leave none.")
    sides = (figure.case.sender.short, figure.case.target.short)
    takes = (deal_map.sender_accepts[row, column], deal_map.target_accepts[row, column])
    refusing = [side for side, does in zip(sides, takes, strict=True) if not does]
    if len(refusing) == 2:
        return tr("Neither side would accept any of them.")
    if refusing:
        return tr("{party} prefers no deal.", party=refusing[0])
    return tr("Each side would accept some of them, but none that the other accepts.")


def _map_table(figure: MapFigure) -> Table:
    counts, totals = figure.source.counts, figure.source.totals
    rows, columns = figure.shape
    return Table(
        caption=tr("Cells of the map that hold packages of the deal zone"),
        columns=(
            tr("What {target} gives, of 100", target=figure.case.target.short),
            tr("What {sender} gives", sender=figure.case.sender.short),
            tr("Packages in the deal zone"),
            tr("Packages in the cell"),
        ),
        cells=tuple(
            (
                points(100 * (column + 0.5) / columns),
                percent((row + 0.5) / rows),
                count(int(counts[row, column])),
                count(int(totals[row, column])),
            )
            for row, column in zip(*np.nonzero(counts), strict=True)
        ),
        units=("", "%"),
    )
