"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.history import SHOW, history_figure
from explorer.figures.sweep import sweep_figure
from explorer.files.record_file import bundled_record
from explorer.model.example import NamedPackage
from explorer.model.history_year import year_of
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.record_check import record_findings
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.ui.plots.view import VIEWS, View

__all__ = ["VIEWS", "View", "Viewing", "figure_of"]


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none. ``choices`` are wishes by the id of a
    :class:`~explorer.figures.choice.Choice`. ``is_resting`` tells that no hand moves, so that a
    picture may take longer than a frame.
    """

    result: Result
    baseline: Result | None
    ghost: Result | None
    selected_row: str
    selected_package: Package | None
    swept_control: str
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    is_resting: bool = True


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
        dated=_dated(viewing.result.scenario),
    )


def _map(viewing: Viewing) -> Figure:
    return deal_map_figure(
        viewing.result,
        ghost=viewing.ghost,
        selected=viewing.selected_package,
        dated=_dated(viewing.result.scenario),
    )


def _dated(scenario: Scenario) -> tuple[NamedPackage, ...]:
    """Return what was proposed in the year from which a scenario was made, if it was."""
    record = bundled_record(scenario.case)
    year = None if record is None else year_of(record, scenario)
    return () if record is None or year is None else record.packages_in(year)


def _history(viewing: Viewing) -> Figure:
    scenario, choices = viewing.result.scenario, viewing.choices
    record = bundled_record(scenario.case)
    needed = record is not None and choices.get(SHOW, "") in ("check", "tests")
    findings = record_findings(scenario.case, record) if record is not None and needed else None
    return history_figure(scenario, record, findings, choices)


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


_FIGURES: Mapping[str, Callable[[Viewing], Figure]] = {
    "board": _board,
    "map": _map,
    "gains": _gains,
    "sweep": _sweep,
    "history": _history,
}
