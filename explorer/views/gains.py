"""Both sides' gains: every package of the zone by what it is worth to either side."""

from explorer.figures.gains import GainsFigure, gains_figure
from explorer.model.package import package_of
from explorer.model.wording import tr
from explorer.solver.gain_cloud import gain_cloud
from explorer.solver.term_sheet import term_sheet
from explorer.views.view import View, Viewing


def _title() -> str:
    return tr("Both sides' gains")


def _info() -> str:
    return tr(
        "Each point is a package of the deal zone: how much better than no deal (BATNA) "
        "it is for each side, in that side's own points. The two scales cannot be "
        "compared with each other. Dots on the steps are the Pareto frontier: nothing in "
        "the zone is better for one side without being worse for the other. Click a mark "
        "to read what it means; arrow keys move between marks."
    )


def figure(viewing: Viewing) -> GainsFigure:
    """Return the gains, with the selected package and those of the case."""
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


VIEW = View(id="gains", group="where", page="gains", title=_title, info=_info, figure=figure)
