"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from explorer.figures.board import board_figure
from explorer.figures.boards import NONE, boards_choices, boards_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.lenses import chosen_lenses, lenses_figure, shows_all
from explorer.figures.other_words import looked_at_package
from explorer.figures.others import PACKAGE, ROW, SHOW, others_figure, others_shown
from explorer.figures.outlook import outlook_figure
from explorer.figures.pinned import Pinned
from explorer.figures.sweep import sweep_figure
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.ui.comparing import empty_words
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
    that takes longer; None for "solve it now". ``pins`` are compared with the result where a
    picture puts results side by side; ``is_comparing`` tells to draw them over the board as well.
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
    pins: tuple[Pinned, ...] = ()
    is_comparing: bool = False


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
        pins=viewing.pins if viewing.is_comparing else (),
    )


def _boards(viewing: Viewing) -> Figure:
    found = {"screen": (tr("On screen"), viewing.result)}
    found |= {pin.letter: (pin.words, pin.result) for pin in viewing.pins}
    brief = {"screen": tr("On screen")}
    brief |= {pin.letter: tr("Pin {letter}", letter=pin.letter) for pin in viewing.pins}
    baseline = viewing.baseline
    if baseline is not None:
        words = tr("Baseline: {name}", name=baseline.scenario.name)
        found["baseline"] = (words, baseline)
        brief["baseline"] = tr("Baseline")
    candidates = tuple(brief.items())
    choices = boards_choices(candidates, viewing.choices)
    shown = [found[each.chosen] for each in choices if each.chosen != NONE]
    hint = "" if viewing.pins else empty_words()
    return boards_figure(tuple(shown), selected=viewing.selected_row, choices=choices, hint=hint)


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


def _others(viewing: Viewing) -> Figure:
    result, row_id = viewing.result, viewing.selected_row
    scenario = result.scenario
    shown = others_shown(viewing.choices.get(SHOW))
    row = row_id or next((row.id for row in scenario.case.rows), "")
    if shown == ROW and row:
        return others_figure(result, row_others(scenario, row))
    if shown != PACKAGE:
        return others_figure(result, zone_others(scenario))
    package = looked_at_package(result, selected=viewing.selected_package, row_id=row_id)
    return others_figure(result, None if package is None else package_others(scenario, package))


def _lenses(viewing: Viewing) -> Figure:
    scenario = viewing.result.scenario
    seen: list[Result] = []
    if not shows_all(viewing.choices):
        lenses = chosen_lenses(scenario.case, viewing.choices)
        seen = [solve(seen_through(scenario, lens)) for lens in lenses]
    return lenses_figure(
        viewing.result,
        tuple(seen),
        counts=lens_counts(scenario) if viewing.is_resting else {},
        wishes=viewing.choices,
        selected=viewing.selected_row,
    )


def _outlook(viewing: Viewing) -> Figure:
    scenario = viewing.result.scenario
    return outlook_figure(scenario.case, meeting_outlook(scenario, viewing.result.zone))


_FIGURES: Mapping[str, Callable[[Viewing], Figure]] = {
    "board": _board,
    "map": _map,
    "gains": _gains,
    "sweep": _sweep,
    "split": _split,
    "boards": _boards,
    "others": _others,
    "lenses": _lenses,
    "outlook": _outlook,
}
