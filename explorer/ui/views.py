"""From a view and what is looked at to its figure."""

from collections.abc import Callable, Mapping

from explorer.figures.figure import Figure
from explorer.ui.viewing import past, position, side_by_side, study, why, zone
from explorer.ui.viewing.viewing import Viewing


def figure_of(view_id: str, viewing: Viewing) -> Figure:
    """Return what a view shows.

    Raises
    ------
    KeyError
        If there is no such view.
    """
    return _FIGURES[view_id](viewing)


_FIGURES: Mapping[str, Callable[[Viewing], Figure]] = {
    "board": zone.board_picture,
    "map": zone.map_picture,
    "gains": zone.gains_picture,
    "sweep": zone.sweep_picture,
    "split": why.split_picture,
    "two-factor": why.two_factor_picture,
    "boards": side_by_side.boards_picture,
    "others": position.others_picture,
    "lenses": position.lenses_picture,
    "outlook": position.outlook_picture,
    "history": past.history_picture,
    "sure": study.sure_picture,
}
