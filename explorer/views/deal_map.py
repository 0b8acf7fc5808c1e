"""The deal map: every package by what both sides give."""

from collections.abc import Set
from dataclasses import replace
from functools import lru_cache

from explorer.figures.deal_map import (
    MapFigure,
    MapMark,
    cell_at,
    deal_map_figure,
    map_choices,
)
from explorer.figures.term_sheet import nearest_words
from explorer.model.package import Package
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.solver.nearest_miss import nearest_miss
from explorer.views.named_packages import dated_members, dated_packages, sheets_outside
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Every package has a place here: further right, one side gives more; further up, "
        "the other does. Colour shows how many packages of a cell are in the deal zone "
        "(ZOPA). The lines enclose what each side alone prefers to no deal (its BATNA); "
        "grey cells are ruled out by red lines. Circles are packages with a name, filled "
        "inside the deal zone, hollow outside it. The triangle is the Nash solution "
        "(largest product of gains), the square the Kalai-Smorodinsky solution (most "
        "even share of each side's best). Arrow keys move between cells, M between "
        "marks, Enter opens."
    )


def figure(viewing: Viewing) -> MapFigure:
    """Return the map, with dated packages and those outside the zone."""
    outside = sheets_outside(viewing)
    made = deal_map_figure(
        viewing.result,
        ghost=viewing.ghost,
        selected=viewing.selected_package,
        dated=dated_packages(viewing.result.scenario),
        members=dated_members(viewing.result.scenario),
        outside=outside,
    )
    hollow = {sheet.package for sheet in outside}
    marks = tuple(_with_way_in(made, viewing.result, mark, hollow) for mark in made.marks)
    return replace(made, marks=marks, choices=map_choices(viewing.choices))


def _with_way_in(made: MapFigure, result: Result, mark: MapMark, hollow: Set[Package]) -> MapMark:
    """Return a mark whose words name the way into the zone, if it lies on the zone's colour.

    A hollow mark there says the opposite of what the colour shows.
    """
    cell = cell_at(made, mark.x, mark.y)
    if mark.package not in hollow or cell is None or not made.source.counts[cell]:
        return mark
    way_in = _way_in(result, mark.package)
    return replace(mark, words=f"{mark.words} {way_in}") if way_in else mark


@lru_cache(maxsize=64)
def _way_in(result: Result, package: Package) -> str:
    """Return which steps lead to the nearest package of the zone; kept, as it takes a while."""
    nearest = nearest_miss(result.scenario, package)
    return "" if nearest is None else nearest_words(result.scenario.case, nearest)


VIEW = View(
    id="map",
    group="where",
    page="map",
    title=lambda: tr("Deal map"),
    short=lambda: tr("Map"),
    info=_info,
    figure=figure,
)
