"""A plan of edits, saves and autosaves that two processes work out alike from a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from explorer.files.case_file import bundled_case
from explorer.model.scenario import Scenario, preset_scenario

LONGEST_DRAG = 60
"""How many edits one drag holds at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is done: "edit", "press", "release", "save" or "keep".

    ``scenario`` is the one that holds afterwards.
    """

    kind: str
    scenario: Scenario


def first_scenario() -> Scenario:
    """Return what the window begins with."""
    case = bundled_case()
    return preset_scenario(case, case.default_preset)


def plan(seed: int, *, keeps: bool) -> Iterator[Step]:
    """Yield steps without end.

    Parameters
    ----------
    seed
        Equal seeds give equal plans.
    keeps
        Whether autosaves are steps of the plan; else the program's own timer decides.
    """
    chance = random.Random(seed)
    scenario, drag = first_scenario(), 0
    scales = [each for each in scenario.case.controls if each.kind == "scale"]
    yield Step("edit", scenario := _moved(scenario, scales[0].id, chance))
    while True:
        draw = chance.random()
        if drag:
            drag -= 1
            kind = "edit" if drag else "release"
            scenario = _moved(scenario, scales[0].id, chance) if drag else scenario
        elif draw < 0.05:
            kind, drag = "press", chance.randint(2, LONGEST_DRAG)
        elif draw < 0.12:
            kind = "save"
        else:
            kind = "edit"
            scenario = _moved(scenario, chance.choice(scales).id, chance)
        yield Step(kind, scenario)
        if keeps and chance.random() < 0.1:
            yield Step("keep", scenario)


def steps(seed: int, count: int, *, keeps: bool) -> list[Step]:
    """Return the first steps of a plan."""
    return list(islice(plan(seed, keeps=keeps), count))


def _moved(scenario: Scenario, control_id: str, chance: random.Random) -> Scenario:
    """Return a scenario in which a control stands elsewhere."""
    old = scenario.value(control_id)
    values = [value for value in range(101) if value != old]
    return scenario.with_value(control_id, float(chance.choice(values)))
