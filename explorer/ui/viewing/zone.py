"""Pictures of the zone as it stands: board, deal map, gains, one control swept."""

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.board_layers import BASELINE, ENDS, OFFERS, board_layers, shows
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.prices import sender_price, zone_span
from explorer.figures.sweep import sweep_figure
from explorer.model.package import Package, package_of
from explorer.model.result import NearestMiss, Result, TermSheet
from explorer.model.study import RowSureness
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.nearest_miss import nearest_miss
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.studies.sureness import QUICK_SETS, SOFT_SETS, soft_rows
from explorer.ui.viewing.past import dated_members, dated_packages
from explorer.ui.viewing.viewing import Viewing


def board_picture(viewing: Viewing) -> Figure:
    """Return the board, with pins and the layers that the reader switched on."""
    wishes, scenario = viewing.choices, viewing.result.scenario
    has_offers = shows(wishes, OFFERS)
    outside = _outside(viewing) if has_offers else ()
    return board_figure(
        viewing.result,
        baseline=viewing.baseline if shows(wishes, BASELINE) else None,
        ghost=viewing.ghost,
        selected=viewing.selected_row,
        company=Company(
            pins=viewing.pins if viewing.is_comparing else (),
            dated=dated_packages(scenario) if has_offers else (),
            members=dated_members(scenario) if has_offers else frozenset(),
            sureness=_soft_rows(viewing) if shows(wishes, ENDS) else (),
            outside=outside,
            nearest=_nearest(viewing.result, outside),
            has_offers=has_offers,
        ),
        choices=board_layers(wishes),
    )


def map_picture(viewing: Viewing) -> Figure:
    """Return the deal map."""
    return deal_map_figure(
        viewing.result,
        ghost=viewing.ghost,
        selected=viewing.selected_package,
        dated=dated_packages(viewing.result.scenario),
        members=dated_members(viewing.result.scenario),
        outside=_outside(viewing),
    )


def gains_picture(viewing: Viewing) -> Figure:
    """Return what both sides gain from every package of the zone."""
    result, package = viewing.result, viewing.selected_package
    scenario = result.scenario
    case = scenario.case
    return gains_figure(
        result,
        gain_cloud(result),
        ghost=viewing.ghost,
        selected=None if package is None else term_sheet(scenario, package),
        named=tuple(
            term_sheet(scenario, package_of(case, named.levels)) for named in case.packages
        ),
    )


def sweep_picture(viewing: Viewing) -> Figure:
    """Return what one control moves when it runs over its whole range."""
    swept = sweep(viewing.result.scenario, viewing.swept_control)
    return sweep_figure(viewing.result, swept, selected_row=viewing.selected_row)


def _outside(viewing: Viewing) -> tuple[TermSheet, ...]:
    """Return the sheets of named packages outside the zone, once no hand moves."""
    if not viewing.is_resting:
        return ()
    scenario = viewing.result.scenario
    case = scenario.case
    named = (*case.packages, *dated_packages(scenario))
    packages = dict.fromkeys(package_of(case, each.levels) for each in named)
    sheets = (term_sheet(scenario, each) for each in packages if each not in viewing.result.members)
    return tuple(sheet for sheet in sheets if not sheet.is_in_zone)


def _nearest(
    result: Result, outside: tuple[TermSheet, ...]
) -> tuple[tuple[Package, NearestMiss], ...]:
    """Return the nearest package of the zone for those whose marks lie in a zone's drawing.

    A hollow mark there says the opposite of what the picture shows, so its tip names the way in.
    """
    scenario = result.scenario
    case = scenario.case
    spans = {package_of(case, row.row.levels).target: zone_span(row) for row in result.board}
    found: list[tuple[Package, NearestMiss]] = []
    for sheet in outside:
        span = spans.get(sheet.package.target)
        if span is not None and span[0] <= sender_price(case, sheet.package.sender) <= span[1]:
            nearest = nearest_miss(scenario, sheet.package)
            if nearest is not None:
                found.append((sheet.package, nearest))
    return tuple(found)


def _soft_rows(viewing: Viewing) -> tuple[RowSureness, ...]:
    sets = SOFT_SETS if viewing.is_resting else QUICK_SETS
    return soft_rows(viewing.result, viewing.seed, sets)
