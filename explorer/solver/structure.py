"""Structure choices: what a scenario would be if the model were built in another way."""

from collections.abc import Iterator, Mapping
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


def with_options(scenario: Scenario, options: Mapping[str, str]) -> Scenario:
    """Return a scenario under its case built in another way.

    ``options``: Ids of options by the ids of the case's structure choices; :class:`KeyError` if
    there is no such choice or option.
    """
    case = scenario.case
    for choice_id, option_id in options.items():
        choices = {choice.id: choice for choice in case.structure}
        places = {option.id: place for place, option in enumerate(choices[choice_id].options)}
        if places[option_id] != choices[choice_id].place:
            case = _chosen(ByIdentity(case), choice_id, places[option_id])
    return scenario.with_case(case)


@lru_cache(maxsize=32)
def _chosen(key: ByIdentity, choice_id: str, place: int) -> Case:
    """Return a case with an option chosen; kept, as it takes long to make."""
    return with_estimates(key.case, {f"structure.{choice_id}": Estimate((place,), place, place)})
