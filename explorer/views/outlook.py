"""The meeting outlook: how a meeting stands in several windows of time."""

from explorer.figures.outlook import OutlookFigure, outlook_figure
from explorer.model.wording import tr
from explorer.solver.outlook import meeting_outlook
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "A meeting is not a deal. Three questions decide what can be said of one: do the "
        "terms on which each side would sit down fit together, how long does it take to "
        "arrange (less the more both leaders want it), and is there anything to sign "
        "from which each side gains much? Each window of time known on the scenario's "
        "day gets a verdict by stated rules; a past one says what came of it. Beside it "
        "is what was said at the time. Up and Down read the windows."
    )


def figure(viewing: Viewing) -> OutlookFigure:
    """Return the outlook; one without windows where the case has no rules for meetings."""
    result = viewing.result
    return outlook_figure(result.scenario.case, meeting_outlook(result))


VIEW = View(
    id="outlook",
    group="when",
    page="outlook",
    title=lambda: tr("Meeting outlook"),
    short=lambda: tr("Outlook"),
    info=_info,
    figure=figure,
)
