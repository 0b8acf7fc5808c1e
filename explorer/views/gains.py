"""Both sides' gains: every package of the zone by what it is worth to either side."""

from explorer.figures.gains import GainsFigure, gains_figure
from explorer.figures.table_marks import furthest
from explorer.model.package import package_of
from explorer.model.result import Result, TermSheet
from explorer.model.wording import tr
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.term_sheet import term_sheet
from explorer.views.tables import result_for_tables, shown_tables
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Each point is a package of the deal zone: how much better than no deal (BATNA) "
        "it is for each side, in that side's own points. The two scales cannot be "
        "compared with each other. Dots on the steps are the Pareto frontier: nothing in "
        "the zone is better for one side without being worse for the other. Click a mark "
        "to read what it means; arrow keys move between marks."
    )


def figure(viewing: Viewing) -> GainsFigure:
    """Return the gains, with the selected package and those of the case, or of the tables."""
    shown = shown_tables(viewing)
    result = result_for_tables(viewing, shown)
    scenario, package = result.scenario, viewing.selected_package
    case, has_tables = scenario.case, shown is not None and bool(shown.results)
    named = tuple(
        term_sheet(scenario, package_of(case, each.levels))
        for each in case.packages
        if not has_tables
    )
    selected = None if package is None else term_sheet(scenario, package)
    ghost = viewing.ghost if result is viewing.result else None
    beside = (0.0, 0.0) if shown is None else furthest(shown)
    return gains_figure(
        result,
        gain_cloud(result, _reach(ghost, named, selected, beside)),
        ghost=ghost,
        selected=selected,
        named=named,
        tables=shown,
    )


def _reach(
    ghost: Result | None,
    named: tuple[TermSheet, ...],
    selected: TermSheet | None,
    beside: tuple[float, float],
) -> tuple[float, float]:
    """Return how far what lies beside the zone reaches: marks, and the frontier before a drag."""
    sheets = named if selected is None else (*named, selected)
    shown = [each for each in sheets if each.sender_gain >= 0 and each.target_gain >= 0]
    x, y = (0.0, 0.0) if ghost is None or ghost.ideal is None else ghost.ideal
    return (
        max([x, beside[0], *(each.sender_gain for each in shown)]),
        max([y, beside[1], *(each.target_gain for each in shown)]),
    )


VIEW = View(
    id="gains",
    group="where",
    page="gains",
    title=lambda: tr("Both sides' gains"),
    short=lambda: tr("Gains"),
    info=_info,
    figure=figure,
)
