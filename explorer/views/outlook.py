"""The meeting outlook: how a meeting stands in several windows of time."""

from explorer.figures.outlook import OutlookFigure, outlook_figure
from explorer.model.wording import tr
from explorer.solver.outlook import meeting_outlook
from explorer.views.view import View, Viewing


def _title() -> str:
    return tr("Meeting outlook")


def _info() -> str:
    return tr(
        "A meeting is not a deal. Three things decide what can be said of one: whether the terms "
        "on which each side would sit down fit together, how long it takes to arrange (the more "
        "both leaders want it, the shorter), and whether the deal zone holds anything to sign and "
        "each side much to gain. Each window of time known at the scenario's day gets a word by "
        "stated rules; one that has passed says what came of it. Beside it stands what was said "
        "at the time. Up and Down read the windows."
    )


def figure(viewing: Viewing) -> OutlookFigure:
    """Return the outlook; one without windows where the case has no rules for meetings."""
    result = viewing.result
    return outlook_figure(result.scenario.case, meeting_outlook(result))


VIEW = View(id="outlook", group="when", page="outlook", title=_title, info=_info, figure=figure)
