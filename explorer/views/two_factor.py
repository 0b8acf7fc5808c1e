"""The two-factor map: two controls over their whole ranges."""

from explorer.figures.two_factor import TwoFactorFigure, factor_controls, two_factor_figure
from explorer.model.wording import tr
from explorer.solver.two_factor import is_same_map, two_factor_lines, two_factor_map
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Two controls run over their whole ranges while all others stay as they are. The "
        "hatched region is where the selected commitment has a deal zone; or each region "
        "shows how many commitments have one. The dot marks both controls' values now, "
        "the diamond the baseline. A click moves both controls there, as one step. Arrow "
        "keys move a cursor, with Ctrl by ten; Enter chooses."
    )


def figure(viewing: Viewing) -> TwoFactorFigure:
    """Return the map, coarse while something moves."""
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


VIEW = View(
    id="two-factor",
    group="why",
    page="two-factor",
    title=lambda: tr("Two-factor map"),
    short=lambda: tr("Two factors"),
    info=_info,
    figure=figure,
)
