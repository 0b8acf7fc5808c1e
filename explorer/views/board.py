"""The board: the deal zone of each commitment."""

from explorer.figures.board import BoardFigure, board_figure
from explorer.figures.board_lane import Company
from explorer.figures.board_layers import BASELINE, ENDS, OFFERS, board_layers, shows
from explorer.figures.prices import sender_price, zone_span
from explorer.model.package import Package, package_of
from explorer.model.result import NearestMiss, Result, TermSheet
from explorer.model.study import RowSureness
from explorer.model.wording import tr
from explorer.solver.nearest_miss import nearest_miss
from explorer.studies.sureness import QUICK_SETS, SOFT_SETS, soft_rows
from explorer.views.named_packages import dated_members, dated_packages, sheets_outside
from explorer.views.view import View, Viewing


def _info() -> str:
    return tr(
        "Each row is one commitment. The solid bracket ends at the most that one side "
        "would give for it, the double bracket begins at the least that the other side "
        "would accept: their walk-away points (reservation values). Where the brackets "
        "overlap lies a deal zone (zone of possible agreement, ZOPA); where they do not, "
        "dots show what is missing. Diamonds are packages that were offered or "
        "discussed, filled inside the deal zone, hollow outside it; dashes show what the "
        "picture is compared with. Arrow keys move between rows and diamonds, Enter "
        "opens."
    )


def figure(viewing: Viewing) -> BoardFigure:
    """Return the board, with pins and the layers that the reader switched on."""
    wishes, scenario = viewing.choices, viewing.result.scenario
    has_offers = shows(wishes, OFFERS)
    has_baseline = shows(wishes, BASELINE) or viewing.is_comparing
    outside = sheets_outside(viewing) if has_offers else ()
    return board_figure(
        viewing.result,
        baseline=viewing.baseline if has_baseline else None,
        ghost=viewing.ghost,
        selected=viewing.selected_row,
        company=Company(
            pins=viewing.pins if viewing.is_comparing else (),
            dated=dated_packages(scenario) if has_offers else (),
            members=dated_members(scenario) if has_offers else frozenset(),
            sureness=_soft_rows(viewing) if shows(wishes, ENDS) else (),
            outside=outside,
            nearest=_nearest(viewing.result, outside),
            has_offers=has_offers,
        ),
        choices=board_layers(wishes),
    )


def _nearest(
    result: Result, outside: tuple[TermSheet, ...]
) -> tuple[tuple[Package, NearestMiss], ...]:
    """Return the nearest package of the zone for those whose marks lie in a zone's drawing.

    A hollow mark there says the opposite of what the picture shows, so its tip names the way in.
    """
    scenario = result.scenario
    case = scenario.case
    spans = {package_of(case, row.row.levels).target: zone_span(row) for row in result.board}
    found: list[tuple[Package, NearestMiss]] = []
    for sheet in outside:
        span = spans.get(sheet.package.target)
        if span is not None and span[0] <= sender_price(case, sheet.package.sender) <= span[1]:
            nearest = nearest_miss(scenario, sheet.package)
            if nearest is not None:
                found.append((sheet.package, nearest))
    return tuple(found)


def _soft_rows(viewing: Viewing) -> tuple[RowSureness, ...]:
    sets = SOFT_SETS if viewing.is_resting else QUICK_SETS
    return soft_rows(viewing.result, viewing.seed, sets)


VIEW = View(
    id="board",
    group="where",
    page="board",
    title=lambda: tr("Deal zones by commitment"),
    short=lambda: tr("Board"),
    info=_info,
    figure=figure,
)
