"""Looking through a lens: the scenario as somebody's position would have it."""

from explorer.model.lens import Lens
from explorer.model.scenario import Scenario
from explorer.model.wording import tr


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


def swapped(scenario: Scenario, worn: Lens, wanted: Lens, *, before: Scenario) -> Scenario:
    """Return a scenario seen through one lens in place of another.

    Parameters
    ----------
    scenario
        What was seen through ``worn``; later moves of other controls stay.
    worn, wanted
        Lenses of the scenario's case.
    before
        Where the controls that ``worn`` names return to.
    """
    back = {control_id: before.value(control_id) for control_id in worn.values}
    bare = scenario.with_values(back).with_name(_bare_name(scenario.name, worn))
    return seen_through(bare, wanted)


def is_seen_through(scenario: Scenario, lens: Lens) -> bool:
    """Return whether looking through a lens would leave a scenario's values as they are."""
    return seen_through(scenario, lens).values == scenario.values


def _seen_name(name: str, lens: Lens) -> str:
    return tr("{scenario}, seen by {who}", scenario=_bare_name(name, lens), who=lens.who)


def _bare_name(name: str, lens: Lens) -> str:
    return name.removesuffix(tr("{scenario}, seen by {who}", scenario="", who=lens.who))
