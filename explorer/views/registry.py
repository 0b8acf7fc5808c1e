"""All views, in the order in which they are offered."""

from explorer.figures.figure import Figure
from explorer.views import (
    blocked,
    board,
    bold,
    breaking,
    deal_map,
    gains,
    history,
    lenses,
    outlook,
    robustness,
    side_by_side,
    sweep,
    third_parties,
    two_cases,
    two_factor,
    why,
)
from explorer.views.view import View, Viewing

VIEWS: tuple[View, ...] = (
    board.VIEW,
    deal_map.VIEW,
    gains.VIEW,
    side_by_side.VIEW,
    two_cases.VIEW,
    why.VIEW,
    blocked.VIEW,
    sweep.VIEW,
    two_factor.VIEW,
    third_parties.VIEW,
    lenses.VIEW,
    history.VIEW,
    outlook.VIEW,
    robustness.VIEW,
    bold.VIEW,
    breaking.VIEW,
)
"""Each view once, those that answer the same question together."""

VIEW_IDS: tuple[str, ...] = tuple(view.id for view in VIEWS)
"""Their ids, in the same order."""


def view_by_id(view_id: str) -> View:
    """Return the view with an id; :class:`KeyError` if there is none."""
    for view in VIEWS:
        if view.id == view_id:
            return view
    raise KeyError(view_id)


def figure_of(view_id: str, viewing: Viewing) -> Figure:
    """Return what the view with an id shows; :class:`KeyError` if there is none."""
    return view_by_id(view_id).figure(viewing)
