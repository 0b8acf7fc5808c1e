"""Structure choices: what a scenario would be if the model were built in another way."""

from functools import lru_cache

from explorer.model.by_identity import ByIdentity
from explorer.model.case import Case
from explorer.model.scenario import Scenario
from explorer.model.study import StructureAnswer
from explorer.solver.board import board
from explorer.solver.deal_zone import deal_zone, zone_packages


def structure_answers(scenario: Scenario) -> tuple[StructureAnswer, ...]:
    """Return what each option of each structure choice makes of a scenario, all else as it is.

    Options stand in the case's order; the one that stands is among them.
    """
    return tuple(
        _answer(scenario.with_case(case), choice_id, option_id, stands)
        for choice_id, option_id, stands, case in _variations(ByIdentity(scenario.case))
    )


@lru_cache(maxsize=8)
def _variations(key: ByIdentity) -> tuple[tuple[str, str, bool, Case], ...]:
    """Return (choice, option, whether it stands, the case with it); made once for each case."""
    case = key.case
    found: list[tuple[str, str, bool, Case]] = []
    for choice in case.structure:
        for place, option in enumerate(choice.options):
            stands = place == choice.place
            other = case if stands else _chosen(case, choice.id, option.id)
            found.append((choice.id, option.id, stands, other))
    return tuple(found)


def _chosen(case: Case, choice_id: str, option_id: str) -> Case:
    """Return a case with an option chosen; nothing else needs to be validated anew."""
    structure = tuple(
        choice.model_copy(update={"default": option_id}) if choice.id == choice_id else choice
        for choice in case.structure
    )
    return case.model_copy(update={"structure": structure})


def _answer(scenario: Scenario, choice_id: str, option_id: str, stands: bool) -> StructureAnswer:
    zone = deal_zone(scenario)
    opened = tuple(row.row.id for row in board(zone) if row.is_open)
    return StructureAnswer(choice_id, option_id, stands, opened, zone_packages(zone))
