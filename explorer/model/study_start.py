"""Where a study starts, and where what it varies stands there."""

from collections.abc import Mapping

from explorer.model.assumption import assumption, with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.estimate import Estimate
from explorer.model.quantity import HIGH_FACTORS
from explorer.model.scenario import Scenario, control_range, default_scenario, preset_scenario
from explorer.model.structure import StructureChoice
from explorer.model.study_plan import AssumptionFactor, ControlFactor, Start, StructureFactor
from explorer.model.study_ways import Stand
from explorer.model.wording import tr


def start_scenario(start: Start, case: Case) -> Scenario:
    """Return the scenario of a start under a case.

    Raises :class:`ScenarioError` if the case lacks something that is named, or something cannot
    take its value.
    """
    if start.preset is None:
        scenario = default_scenario(case)
    else:
        scenario = preset_scenario(case, start.preset)
    edits = {**start.assumptions, **structure_edits(case, start.structure)}
    if edits:
        scenario = scenario.with_case(with_estimates(case, edits))
    scenario = scenario.with_values(start.controls)
    return scenario.with_date(start.as_of or scenario.as_of).with_name(start.id)


def structure_edits(case: Case, options: Mapping[str, str]) -> dict[str, Estimate]:
    """Return the edits that choose options of a case's structure choices.

    ``options``: Ids of options by ids of choices. Raises :class:`ScenarioError` if the case has
    no such choice or option.
    """
    edits: dict[str, Estimate] = {}
    for choice_id, option_id in options.items():
        choice = structure_choice(case, choice_id)
        place = option_place(choice, option_id)
        edits[f"structure.{choice_id}"] = Estimate((place,), place, place)
    return edits


def structure_choice(case: Case, choice_id: str) -> StructureChoice:
    """Return a structure choice; :class:`ScenarioError` if the case has none with this id."""
    for choice in case.structure:
        if choice.id == choice_id:
            return choice
    known = ", ".join(choice.id for choice in case.structure)
    raise ScenarioError(
        tr('There is no structure choice "{id}". Known: {known}.', id=choice_id, known=known)
    )


def option_place(choice: StructureChoice, option_id: str) -> int:
    """Return at which place an option stands; :class:`ScenarioError` if there is none such."""
    known = [option.id for option in choice.options]
    if option_id not in known:
        raise ScenarioError(
            tr(
                'The structure choice "{choice}" has no option "{option}". Known: {known}.',
                choice=choice.id,
                option=option_id,
                known=", ".join(known),
            )
        )
    return known.index(option_id)


def option_places(case: Case, factor: StructureFactor) -> tuple[int, ...]:
    """Return the places of the options that a factor goes through, in its order.

    Raises :class:`ScenarioError` if the case has no such choice or option.
    """
    choice = structure_choice(case, factor.choice)
    if not factor.options:
        return tuple(range(len(choice.options)))
    return tuple(option_place(choice, option) for option in factor.options)


def control_stand(scenario: Scenario, factor: ControlFactor) -> Stand:
    """Return where a varied control stands; :class:`ScenarioError` if there is none such."""
    if factor.control not in scenario.case.control_places:
        known = ", ".join(scenario.case.control_places)
        raise ScenarioError(
            tr('There is no control "{id}". Known: {known}.', id=factor.control, known=known)
        )
    allowed = control_range(scenario.case, scenario.case.control(factor.control))
    return Stand(scenario.value(factor.control), allowed.minimum, allowed.maximum)


def assumption_stand(scenario: Scenario, factor: AssumptionFactor) -> Stand:
    """Return where a varied assumption stands: a number at its value, levels at a factor of 1.

    Raises :class:`ScenarioError` if there is none such, or it is neither number nor levels.
    """
    item = assumption(scenario.case, factor.assumption)
    if item.kind == "number":
        return Stand(item.estimate.values[0], item.bounds.lowest, item.bounds.highest)
    if item.kind == "levels":
        return Stand(1.0, 0.0, HIGH_FACTORS.highest)
    if item.kind == "choice":
        raise ScenarioError(
            tr(
                '"{id}" is a structure choice: vary it as one, not as an assumption.',
                id=factor.assumption,
            )
        )
    raise ScenarioError(
        tr(
            '"{id}" is a row of shares, which cannot be varied by one number. Give starts that '
            "differ in it instead.",
            id=factor.assumption,
        )
    )


def is_whole(case: Case, factor: ControlFactor) -> bool:
    """Return whether a varied control takes whole numbers only."""
    return control_range(case, case.control(factor.control)).is_whole


def varied_estimate(scenario: Scenario, assumption_id: str, value: float) -> Estimate:
    """Return what stands in an assumption's place where a study varies it to a value.

    A single number's range widens to hold it; the values of levels are multiplied by it.
    """
    item = assumption(scenario.case, assumption_id)
    low, high = item.estimate.low, item.estimate.high
    if item.kind == "levels":
        return Estimate(tuple(value * each for each in item.estimate.values), low, high)
    return Estimate((value,), min(low, value), max(high, value))
