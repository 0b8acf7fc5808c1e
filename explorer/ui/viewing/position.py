"""Pictures of positions: lenses, the meeting's outlook, those who do not bargain."""

from explorer.figures.figure import Figure
from explorer.figures.lenses import chosen_lenses, lenses_figure, shows_all
from explorer.figures.other_words import looked_at_package
from explorer.figures.others import PACKAGE, ROW, SHOW, others_figure, others_shown
from explorer.figures.outlook import outlook_figure
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others, row_others, zone_others
from explorer.ui.viewing.viewing import Viewing


def lenses_picture(viewing: Viewing) -> Figure:
    """Return the zone as the chosen lenses see it."""
    scenario = viewing.result.scenario
    lenses = () if shows_all(viewing.choices) else chosen_lenses(scenario.case, viewing.choices)
    return lenses_figure(
        viewing.result,
        tuple(solve(seen_through(scenario, lens)) for lens in lenses),
        counts=lens_counts(scenario) if viewing.is_resting else {},
        wishes=viewing.choices,
        selected=viewing.selected_row,
    )


def outlook_picture(viewing: Viewing) -> Figure:
    """Return how a meeting stands."""
    result = viewing.result
    return outlook_figure(result.scenario.case, meeting_outlook(result))


def others_picture(viewing: Viewing) -> Figure:
    """Return who else gains or loses."""
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
