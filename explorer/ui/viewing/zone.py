"""Pictures of the zone as it stands: board, deal map, gains, one control swept."""

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.sweep import sweep_figure
from explorer.model.package import package_of
from explorer.model.result import TermSheet
from explorer.model.study import RowSureness
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.studies.sureness import QUICK_SETS, SOFT_SETS, soft_rows
from explorer.ui.viewing.past import dated_members, dated_packages
from explorer.ui.viewing.viewing import Viewing


def board_picture(viewing: Viewing) -> Figure:
    """Return the board, with pins, dated packages and soft ends."""
    return board_figure(
        viewing.result,
        baseline=viewing.baseline,
        ghost=viewing.ghost,
        selected=viewing.selected_row,
        company=Company(
            pins=viewing.pins if viewing.is_comparing else (),
            dated=dated_packages(viewing.result.scenario),
            members=dated_members(viewing.result.scenario),
            sureness=_soft_rows(viewing),
            outside=_outside(viewing),
        ),
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


def _soft_rows(viewing: Viewing) -> tuple[RowSureness, ...]:
    if not viewing.has_soft_ends:
        return ()
    sets = SOFT_SETS if viewing.is_resting else QUICK_SETS
    return soft_rows(viewing.result, viewing.seed, sets)
