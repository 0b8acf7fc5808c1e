"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from dataclasses import dataclass

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.gains import gains_figure
from explorer.figures.sweep import sweep_figure
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.ui.plots.gallery import Figure
from explorer.ui.plots.view import VIEWS, View

__all__ = ["VIEWS", "View", "Viewing", "figure_of"]


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none.
    """

    result: Result
    baseline: Result | None
    ghost: Result | None
    selected_row: str
    selected_package: Package | None
    swept_control: str


def figure_of(view_id: str, viewing: Viewing) -> Figure:
    """Return what a view shows.

    Raises
    ------
    KeyError
        If there is no such view.
    """
    result, ghost = viewing.result, viewing.ghost
    if view_id == "board":
        return board_figure(
            result, baseline=viewing.baseline, ghost=ghost, selected=viewing.selected_row
        )
    if view_id == "map":
        return deal_map_figure(result, ghost=ghost, selected=viewing.selected_package)
    if view_id == "gains":
        return _gains(viewing)
    if view_id == "sweep":
        swept = sweep(result.scenario, viewing.swept_control)
        return sweep_figure(result, swept, selected_row=viewing.selected_row)
    raise KeyError(view_id)


def _gains(viewing: Viewing) -> Figure:
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
