"""Lenses: the zone under positions that somebody takes."""

from explorer.figures.lenses import LensesFigure, chosen_lenses, lenses_figure, shows_all
from explorer.model.wording import tr
from explorer.solver.lens import lens_counts, seen_through
from explorer.solver.solve import solve
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "A lens sets the controls to somebody else's position, with name and source; "
        "what the position does not mention stays as it is. Two lenses stand side by "
        "side on boards, where dashes show the settings without them, or all are listed. "
        "“The other side…” shows the answer to a position. Looking through a lens sets "
        "the controls; Undo takes it off. How a position was translated into settings is "
        "a judgement: point at it to read the note."
    )


def figure(viewing: Viewing) -> LensesFigure:
    """Return the zone under the chosen lenses, or the list of all."""
    scenario = viewing.result.scenario
    lenses = () if shows_all(viewing.choices) else chosen_lenses(scenario.case, viewing.choices)
    return lenses_figure(
        viewing.result,
        tuple(solve(seen_through(scenario, lens)) for lens in lenses),
        counts=lens_counts(scenario) if viewing.is_resting else {},
        wishes=viewing.choices,
        selected=viewing.selected_row,
    )


VIEW = View(
    id="lenses",
    group="who",
    page="lenses",
    title=lambda: tr("Lenses"),
    short=lambda: tr("Positions"),
    info=_info,
    figure=figure,
)
