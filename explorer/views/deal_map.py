"""The deal map: every package by what both sides give."""

from dataclasses import replace

from explorer.figures.deal_map import MapFigure, deal_map_figure, map_choices
from explorer.model.wording import tr
from explorer.views.named_packages import dated_members, dated_packages, sheets_outside
from explorer.views.view import View, Viewing


def _title() -> str:
    return tr("Deal map")


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
    made = deal_map_figure(
        viewing.result,
        ghost=viewing.ghost,
        selected=viewing.selected_package,
        dated=dated_packages(viewing.result.scenario),
        members=dated_members(viewing.result.scenario),
        outside=sheets_outside(viewing),
    )
    return replace(made, choices=map_choices(viewing.choices))


VIEW = View(id="map", group="where", page="map", title=_title, info=_info, figure=figure)
