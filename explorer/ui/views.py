"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from explorer.figures.board import board_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.importance import importance_figure
from explorer.figures.rule import rule_figure
from explorer.figures.study import ABOUT, SHOW, sure_choices, waiting_figure
from explorer.figures.sureness import sureness_figure
from explorer.figures.sweep import sweep_figure
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.study import Findings, Importance, Rule, Sureness
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.studies.study import Kind, Question, findings
from explorer.studies.sureness import SEED
from explorer.ui.plots.view import VIEWS, View

__all__ = ["VIEWS", "View", "Viewing", "figure_of"]


@dataclass(frozen=True, slots=True)
class Viewing:
    """What the pictures show: results, and what is chosen in them.

    ``ghost`` is how things stood when a drag began. ``selected_row`` and ``swept_control`` are
    ids; an empty ``selected_row`` is none. ``choices`` are wishes by the id of a
    :class:`~explorer.figures.choice.Choice`. ``is_resting`` tells that no hand moves, so that a
    picture may take longer than a frame. ``seed`` is that of the assumption sets; ``findings``
    are those of the study that is under way, or None to make the whole study now.
    """

    result: Result
    baseline: Result | None
    ghost: Result | None
    selected_row: str
    selected_package: Package | None
    swept_control: str
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    is_resting: bool = True
    seed: int = SEED
    findings: Findings | None = None


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


def study_question(viewing: Viewing) -> Question:
    """Return what the view "sure" studies."""
    scenario = viewing.result.scenario
    show, *about = sure_choices(
        scenario.case, viewing.choices.get(SHOW), viewing.choices.get(ABOUT)
    )
    kind = next(each for each in get_args(Kind) if each == show.chosen)
    return Question(scenario, kind, about[0].chosen if about else "", viewing.seed)


def _sure(viewing: Viewing) -> Figure:
    question = study_question(viewing)
    found = findings(question) if viewing.findings is None else viewing.findings
    match found.answer:
        case Sureness() as answer:
            return sureness_figure(answer, selected_row=viewing.selected_row)
        case Importance() as answer:
            return importance_figure(answer)
        case Rule() as answer:
            return rule_figure(answer)
        case None:
            return waiting_figure(question.scenario, question.kind, question.row_id, found)


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
    "sure": _sure,
}
