"""The board: the deal zone of each commitment."""

from explorer.figures.board import BoardFigure, board_figure
from explorer.figures.board_lane import Company
from explorer.model.study import RowSureness
from explorer.model.wording import tr
from explorer.studies.sureness import QUICK_SETS, SOFT_SETS, soft_rows
from explorer.views.named_packages import dated_members, dated_packages, sheets_outside
from explorer.views.view import View, Viewing


def _title() -> str:
    return tr("Deal zones by commitment")


def _info() -> str:
    return tr(
        "Each row holds one commitment fixed. The solid bracket shows how much the giver of "
        "concessions would pay for it at most; the double bracket starts at the least the other "
        "side would take. Where they overlap lies a deal zone; where they do not, dots show what "
        "is missing. Diamonds are packages that were offered or discussed, filled in the deal "
        "zone, hollow outside it; dashes show what the picture is compared with. Arrow keys move "
        "between rows and diamonds, Enter opens."
    )


def figure(viewing: Viewing) -> BoardFigure:
    """Return the board, with pins, dated packages and soft ends."""
    return board_figure(
        viewing.result,
        baseline=viewing.baseline,
        ghost=viewing.ghost,
        selected=viewing.selected_row,
        company=Company(
            pins=viewing.pins if viewing.is_comparing else (),
            dated=dated_packages(viewing.result.scenario),
            members=dated_members(viewing.result.scenario),
            sureness=_soft_rows(viewing),
            outside=sheets_outside(viewing),
        ),
    )


def _soft_rows(viewing: Viewing) -> tuple[RowSureness, ...]:
    if not viewing.has_soft_ends:
        return ()
    sets = SOFT_SETS if viewing.is_resting else QUICK_SETS
    return soft_rows(viewing.result, viewing.seed, sets)


VIEW = View(id="board", group="where", page="board", title=_title, info=_info, figure=figure)
