"""Structure choices: what a scenario would be if the model were built in another way."""

from collections.abc import Iterator
from functools import lru_cache

from explorer.model.assumption import Estimate, with_estimates
from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.study import StructureAnswer
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages


def structure_answers(scenario: Scenario) -> Iterator[StructureAnswer]:
    """Yield what each option of each structure choice makes of a scenario, all else as it is.

    Options come in the case's order; the one that stands is among them. One after the other, so
    that a caller who is in a hurry can stop in between.
    """
    for choice in scenario.case.structure:
        for place, option in enumerate(choice.options):
            stands = place == choice.place
            case = scenario.case
            if not stands:
                case = _chosen(ByIdentity(case), choice.id, place)
            zone = deal_zone(scenario.with_case(case))
            opened = tuple(row.row.id for row in board(zone) if row.is_open)
            yield StructureAnswer(choice.id, option.id, stands, opened, zone_packages(zone))


@lru_cache(maxsize=32)
def _chosen(key: ByIdentity, choice_id: str, place: int) -> Case:
    """Return a case with an option chosen; kept, as it takes long to make."""
    return with_estimates(key.case, {f"structure.{choice_id}": Estimate((place,), place, place)})
