"""What is held against the picture: a named result with a letter, drawn as an outline."""

from dataclasses import dataclass

from explorer.figures.control_words import control_status
from explorer.figures.phrase import control_title
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.wording import tr, tr_n

BASELINE = "baseline"
"""What stands for the baseline where else a pin's letter stands."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A result under a letter; the letter stands beside its outlines, the name in the legend."""

    letter: str
    name: str
    result: Result

    @property
    def words(self) -> str:
        """Letter and name."""
        return tr("{letter}: {name}", letter=self.letter, name=self.name)


def baseline_words(baseline: Scenario) -> str:
    """Return what the baseline is called among pins and presets."""
    return tr("Baseline: {name}", name=baseline.name)


def other_side(scenario: Scenario) -> Scenario:
    """Return what a scenario is held against first: the baseline, or the first choice beside it."""
    case = scenario.case
    baseline = preset_scenario(case, case.baseline_preset)
    if scenario.values != baseline.values:
        return baseline
    return preset_scenario(case, case.default_preset)


def scenario_words(scenario: Scenario, loaded: Scenario) -> str:
    """Return a scenario's name with what was changed since it got that name.

    ``loaded``: The scenario that was loaded last; where no preset has the name, it may.
    """
    origin, case = _origin(scenario, loaded), scenario.case
    moved = [c for c in case.controls if origin.value(c.id) != scenario.value(c.id)]
    if not moved:
        return scenario.name
    if len(moved) > 1:
        return tr_n(
            "{name}, {n} setting changed",
            "{name}, {n} settings changed",
            len(moved),
            name=scenario.name,
        )
    (control,) = moved
    status = control_status(case, control.id, scenario.value(control.id))
    return tr(
        "{name}, {control} {value}",
        name=scenario.name,
        control=control_title(case, control),
        value=status.value_text,
    )


def _origin(scenario: Scenario, loaded: Scenario) -> Scenario:
    """Return what first had a scenario's name; the scenario itself where that is not known."""
    for preset in scenario.case.presets:
        if preset.name == scenario.name:
            return preset_scenario(scenario.case, preset.id)
    return loaded if loaded.name == scenario.name else scenario
