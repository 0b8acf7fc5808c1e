"""What moves the zone: one control over its whole range."""

from explorer.figures.sweep import SWEPT, SweepFigure, sweep_figure
from explorer.model.wording import tr
from explorer.solver.sweep import sweep
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "One control moves over its whole range while all others stay as they are. Each "
        "lane is filled where its commitment has a deal zone, thicker where the zone is "
        "wider; the values at which it opens or closes are beside the edges. The upright "
        "line marks the control's value now. Up and Down choose a lane, Left and Right "
        "read it value by value."
    )


def figure(viewing: Viewing) -> SweepFigure:
    """Return the sweep of the control that is chosen, else of the one that was swept last."""
    scenario, wanted = viewing.result.scenario, viewing.choices.get(SWEPT, "")
    is_known = wanted in scenario.case.control_places
    swept = sweep(scenario, wanted if is_known else viewing.swept_control)
    return sweep_figure(viewing.result, swept, selected_row=viewing.selected_row)


VIEW = View(
    id="sweep",
    group="why",
    page="sweep",
    title=lambda: tr("What moves the zone"),
    short=lambda: tr("What moves it"),
    info=_info,
    figure=figure,
)
