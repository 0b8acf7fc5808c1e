"""Looking through a lens: the scenario as somebody's position would have it."""

from collections.abc import Mapping

from explorer.model.lens import Lens
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages


def seen_through(scenario: Scenario, lens: Lens) -> Scenario:
    """Return a scenario with what a lens names set as the lens has it, and nothing else.

    Parameters
    ----------
    scenario
        What is looked at.
    lens
        A lens of the scenario's case; one that names nothing returns the scenario itself.

    Notes
    -----
    Looking twice is looking once, in values and in name.
    """
    if not lens.values:
        return scenario
    return scenario.with_values(lens.values).with_name(_seen_name(scenario.name, lens))


def lens_counts(scenario: Scenario) -> Mapping[str, tuple[int, int]]:
    """Return what each lens of the case leaves of a scenario, by the lens's id.

    Each entry holds the packages of the deal zone and how many rows of the board are open; all
    lenses together take about as long as ten solves.
    """
    counts: dict[str, tuple[int, int]] = {}
    for lens in scenario.case.lenses:
        zone = deal_zone(seen_through(scenario, lens))
        counts[lens.id] = zone_packages(zone), sum(row.is_open for row in board(zone))
    return counts


def _seen_name(name: str, lens: Lens) -> str:
    bare = name.removesuffix(tr("{scenario}, seen by {who}", scenario="", who=lens.who))
    return tr("{scenario}, seen by {who}", scenario=bare, who=lens.who)
