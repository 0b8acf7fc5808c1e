"""Who else gains: those who do not bargain."""

from explorer.figures.bars import BarsFigure
from explorer.figures.other_words import looked_at_package
from explorer.figures.others import PACKAGE, ROW, SHOW, others_figure, others_shown
from explorer.model.wording import tr
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Bars show how much better or worse off than today a package leaves those who do "
        "not sit at the table, each in its own points, which cannot be compared with "
        "each other. Whiskers span all ranges of the assumptions; across a row or the "
        "whole zone the bar is the average, and the whisker runs from the lowest package "
        "to the highest. The last bar sets what one side gains for itself against what "
        "its ally gains. Up and Down move between bars."
    )


def figure(viewing: Viewing) -> BarsFigure:
    """Return how stakeholders fare: with a package, across a row or the whole zone."""
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


VIEW = View(
    id="others",
    group="who",
    page="others",
    title=lambda: tr("Who else gains"),
    short=lambda: tr("Third parties"),
    info=_info,
    figure=figure,
)
