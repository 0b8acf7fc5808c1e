"""One world of many written out as a scenario of its own."""

from explorer.model.assumption import with_estimates
from explorer.model.scenario import Scenario
from explorer.model.study_start import varied_estimate
from explorer.solver.uncertain import Draws
from explorer.studies.designed.numbers import drawn_assumptions, world_numbers


def written_scenario(scenario: Scenario, draws: Draws, world: int) -> Scenario:
    """Return what a scenario is in one world, all that was drawn written into its case.

    Raises :class:`ScenarioError` if these assumptions cannot stand together in one case.
    """
    case = scenario.case
    by_place = {place: id_ for id_, place in world_numbers(case).items()}
    drawn = {
        id_: varied_estimate(scenario, id_, float(numbers[world]))
        for draw_id, numbers in draws.numbers.items()
        for id_ in drawn_assumptions(case, draw_id) or (by_place[draw_id],)
    }
    if drawn:
        scenario = scenario.with_case(with_estimates(case, drawn))
    moved = {control: float(each[world]) for control, each in draws.controls.items()}
    return scenario.with_values(moved)
