"""Scenarios for questions: a known one with a few controls moved, and how it is told."""

from collections.abc import Iterator
from random import Random

from explorer.figures.control_words import set_words
from explorer.figures.leading import leading_lines
from explorer.figures.phrase import capitalised
from explorer.model.control import ScaleControl
from explorer.model.scenario import Scenario, control_range
from explorer.model.wording import tr

STEP = 5
"""Points between the values of a scale that a question sets: they are set quickly by hand."""

MOST_MOVED = 3
"""Controls that a question moves at most."""


def moved_scenario(scenario: Scenario, chance: Random) -> Scenario:
    """Return a scenario with one to :data:`MOST_MOVED` controls at other values."""
    case = scenario.case
    movable = list(movable_controls(scenario))
    count = min(chance.randint(1, MOST_MOVED), len(movable))
    values = {each: other_value(scenario, each, chance) for each in chance.sample(movable, count)}
    return scenario.with_values(
        {each: values[each] for each in case.control_places if each in values}
    )


def movable_controls(scenario: Scenario) -> Iterator[str]:
    """Yield the scales of a case, and the red lines that it puts first."""
    case = scenario.case
    lines = {*leading_lines(case, "sender"), *leading_lines(case, "target")}
    for control in case.controls:
        if control.kind == "scale" or control.id in lines:
            yield control.id


def other_value(scenario: Scenario, control_id: str, chance: Random, *, step: int = STEP) -> float:
    """Return a value of a control that is not its present one; ``step`` holds for scales."""
    control = scenario.case.control(control_id)
    allowed = control_range(scenario.case, control)
    width = step if isinstance(control, ScaleControl) else 1
    values = range(int(allowed.minimum), int(allowed.maximum) + 1, width)
    return float(chance.choice([each for each in values if each != scenario.value(control_id)]))


def scenario_words(base: Scenario, moved: Scenario) -> str:
    """Say in words which scenario is meant: its name, and what stands elsewhere."""
    case = base.case
    told = [
        tr("{setting}.", setting=capitalised(set_words(case, control.id, moved.value(control.id))))
        for control in case.controls
        if moved.value(control.id) != base.value(control.id)
    ]
    begin = tr("Begin with the scenario “{scenario}”.", scenario=base.name)
    return " ".join((begin, *((tr("Change it:"), *told) if told else ())))
