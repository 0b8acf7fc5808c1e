"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.sweep import sweep_figure
from explorer.figures.two_factor import factor_controls, two_factor_figure
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.solver.two_factor import is_same_map, two_factor_lines, two_factor_map
from explorer.ui.plots.view import VIEWS, View
from explorer.ui.why import SplitNews, comparable_scenarios, why_figure

__all__ = ["VIEWS", "View", "Viewing", "figure_of"]


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none. ``choices`` are wishes by the id of a
    :class:`~explorer.figures.choice.Choice`. ``is_resting`` tells that no hand moves, so that a
    picture may take longer than a frame. ``comparable`` are further scenarios that the present
    one can be compared with, as (id, scenario). ``split_news`` is what has been found of a split
    that takes longer; None for "solve it now".
    """

    result: Result
    baseline: Result | None
    ghost: Result | None
    selected_row: str
    selected_package: Package | None
    swept_control: str
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    is_resting: bool = True
    comparable: tuple[tuple[str, Scenario], ...] = ()
    split_news: SplitNews | None = None


def figure_of(view_id: str, viewing: Viewing) -> Figure:
    """Return what a view shows.

    Raises
    ------
    KeyError
        If there is no such view.
    """
    return _FIGURES[view_id](viewing)


def _board(viewing: Viewing) -> Figure:
    return board_figure(
        viewing.result,
        baseline=viewing.baseline,
        ghost=viewing.ghost,
        selected=viewing.selected_row,
    )


def _map(viewing: Viewing) -> Figure:
    return deal_map_figure(viewing.result, ghost=viewing.ghost, selected=viewing.selected_package)


def _sweep(viewing: Viewing) -> Figure:
    swept = sweep(viewing.result.scenario, viewing.swept_control)
    return sweep_figure(viewing.result, swept, selected_row=viewing.selected_row)


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


def _split(viewing: Viewing) -> Figure:
    return why_figure(
        viewing.result,
        comparable=comparable_scenarios(viewing.result, viewing.baseline, viewing.comparable),
        choices=viewing.choices,
        row_id=viewing.selected_row,
        news=viewing.split_news,
    )


def _two_factor(viewing: Viewing) -> Figure:
    scenario, before = viewing.result.scenario, viewing.ghost
    x, y = factor_controls(scenario.case, viewing.choices)
    # Moving one of the two moves the point alone, over the map that is already there.
    is_kept = before is not None and is_same_map(before.scenario, scenario, x, y)
    return two_factor_figure(
        viewing.result,
        two_factor_map(scenario, x, y, is_fine=viewing.is_resting or is_kept),
        two_factor_lines(scenario, x, y),
        baseline=None if viewing.baseline is None else viewing.baseline.scenario,
        selected_row=viewing.selected_row,
        choices=viewing.choices,
    )


_FIGURES: Mapping[str, Callable[[Viewing], Figure]] = {
    "board": _board,
    "map": _map,
    "gains": _gains,
    "sweep": _sweep,
    "split": _split,
    "two-factor": _two_factor,
}
