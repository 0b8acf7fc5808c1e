"""Looking through a lens: the scenario as somebody's position would have it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from explorer.model.assumption import assumption, original, with_estimates
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.lens import Lens, seen_name
from explorer.model.parameter import scaled_estimate
from explorer.model.scenario import Scenario
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages


def seen_through(scenario: Scenario, lens: Lens) -> Scenario:
    """Return a scenario with what a lens names set as the lens has it, and nothing else.

    Parameters
    ----------
    lens
        A lens of the scenario's case; one that names nothing returns the scenario itself.

    Notes
    -----
    Looking twice is looking once, in values and in name: an assumption becomes the lens's factor
    times what the case gave at first, whatever stands there now.
    """
    if not lens.values and not lens.assumptions:
        return scenario
    seen = scenario.with_values(lens.values).with_name(seen_name(scenario.name, lens))
    return replace(seen, case=_varied(ByIdentity(scenario.case), lens.id))


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


@lru_cache(maxsize=16)
def _varied(key: ByIdentity, lens_id: str) -> Case:
    """Return a case with a lens's assumptions; the case itself where they already stand."""
    case, factors = key.case, key.case.lens(lens_id).assumptions
    given = original(case)
    wanted = {
        id_: scaled_estimate(assumption(given, id_), factor) for id_, factor in factors.items()
    }
    moved = {id_: each for id_, each in wanted.items() if assumption(case, id_).estimate != each}
    return with_estimates(case, moved) if moved else case
