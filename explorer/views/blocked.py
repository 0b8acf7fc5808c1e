"""Who blocks whom: red lines face to face, and what would open an empty zone."""

from functools import lru_cache

from explorer.figures.blocked import BlockedFigure, blocked_title, empty_figure, open_figure
from explorer.figures.opening import OpeningFigure, zone_opening_figure
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.solver.binding import binding_lines
from explorer.solver.blockade import blockade, drawn_by_somebody, outright_blockade
from explorer.solver.opening import zone_openings
from explorer.views.view import View, Viewing

MOST_BRIDGES = 3
"""How many openings of each sort are offered."""


def _info() -> str:
    return tr(
        "The red lines of both sides face each other. Where the deal zone is empty, two lines that "
        "exclude each other are joined: a solid join means that no package keeps both, a dashed "
        "one that each package which does leaves a side worse off than no deal (BATNA). Below "
        "them stand the smallest single changes that open a zone: a click or Enter tries one, undo "
        "takes it back. Where the zone is not empty, each line says how many packages it keeps "
        "out. Up and Down move between rows, Left and Right between the sides; Enter on a line "
        "goes to its control."
    )


def figure(viewing: Viewing) -> BlockedFigure:
    """Return who blocks whom; what takes longer than a frame only while nothing moves."""
    result = viewing.result
    scenario = result.scenario
    lines = drawn_by_somebody(scenario)
    if result.zone.packages:
        binding = binding_lines(scenario)
        return open_figure(scenario, tuple(each for each in binding if each.control_id in lines))
    if not viewing.is_resting:
        return empty_figure(scenario, lines, outright_blockade(scenario), None)
    return empty_figure(scenario, lines, blockade(scenario), _bridges(result))


@lru_cache(maxsize=4)
def _bridges(result: Result) -> OpeningFigure:
    """Return what opens an empty zone; kept, as choices about the picture leave it the same."""
    found = zone_openings(result, most=MOST_BRIDGES)
    return zone_opening_figure(result, found, most=MOST_BRIDGES)


VIEW = View(
    id="blocked",
    group="why",
    page="blocked",
    title=blocked_title,
    short=lambda: tr("Who blocks"),
    info=_info,
    figure=figure,
)
