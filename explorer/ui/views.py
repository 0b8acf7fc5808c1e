"""From a view and what is looked at to its figure, with the solver's extras that it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from explorer.figures.board import board_figure
from explorer.figures.board_lane import Company
from explorer.figures.boards import NONE, boards_choices, boards_figure
from explorer.figures.deal_map import deal_map_figure
from explorer.figures.figure import Figure
from explorer.figures.gains import gains_figure
from explorer.figures.history import SHOW as HISTORY_SHOW
from explorer.figures.history import history_figure
from explorer.figures.importance import importance_figure
from explorer.figures.lenses import chosen_lenses, lenses_figure, shows_all
from explorer.figures.other_words import looked_at_package
from explorer.figures.others import PACKAGE, ROW, SHOW, others_figure, others_shown
from explorer.figures.outlook import outlook_figure
from explorer.figures.pinned import Pinned
from explorer.figures.rule import rule_figure
from explorer.figures.study import ABOUT, sure_choices, waiting_figure
from explorer.figures.study import SHOW as SURE_SHOW
from explorer.figures.sureness import sureness_figure
from explorer.figures.sweep import sweep_figure
from explorer.figures.two_factor import factor_controls, two_factor_figure
from explorer.files.record_file import bundled_record
from explorer.model.example import NamedPackage
from explorer.model.history_year import year_of
from explorer.model.package import Package, package_of
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED, Findings, Importance, RowSureness, Rule, Sureness
from explorer.model.wording import tr
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.outlook import meeting_outlook
from explorer.solver.record_check import record_findings
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.solver.sweep import sweep
from explorer.solver.term_sheet import term_sheet
from explorer.solver.two_factor import is_same_map, two_factor_lines, two_factor_map
from explorer.studies.study import Kind, Question, findings
from explorer.studies.sureness import QUICK_SETS, SOFT_SETS, soft_rows
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
    ``seed`` is that of the assumption sets, which ``has_soft_ends`` shows on the board;
    ``findings`` are those of the study that is under way, or None to make the whole study now.
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
    seed: int = SEED
    findings: Findings | None = None
    has_soft_ends: bool = True


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
        company=Company(
            pins=viewing.pins if viewing.is_comparing else (),
            dated=_dated(viewing.result.scenario),
            sureness=_soft_rows(viewing),
        ),
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


def _soft_rows(viewing: Viewing) -> tuple[RowSureness, ...]:
    if not viewing.has_soft_ends:
        return ()
    sets = SOFT_SETS if viewing.is_resting else QUICK_SETS
    return soft_rows(viewing.result, viewing.seed, sets)


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
    needed = record is not None and choices.get(HISTORY_SHOW, "") in ("check", "tests")
    findings = record_findings(scenario.case, record) if record is not None and needed else None
    return history_figure(scenario, record, findings, choices)


def _sweep(viewing: Viewing) -> Figure:
    swept = sweep(viewing.result.scenario, viewing.swept_control)
    return sweep_figure(viewing.result, swept, selected_row=viewing.selected_row)


def study_question(viewing: Viewing) -> Question:
    """Return what the view "sure" studies."""
    scenario = viewing.result.scenario
    show, *about = sure_choices(
        scenario.case, viewing.choices.get(SURE_SHOW), viewing.choices.get(ABOUT)
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
    "two-factor": _two_factor,
    "boards": _boards,
    "others": _others,
    "lenses": _lenses,
    "outlook": _outlook,
    "history": _history,
    "sure": _sure,
}
