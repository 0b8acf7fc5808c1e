"""What is asked of a take-home page, and which sliders it has."""

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.figures.leading import leading_groups
from explorer.model.case import Case
from explorer.model.control import ControlGroup
from explorer.model.errors import ScenarioError
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.wording import tr

SUFFIXES = (".html", ".htm")
"""How names of pages end."""

MOST_SLIDERS = 24
"""Sliders of one page: more would be neither read nor moved."""


@dataclass(frozen=True, slots=True)
class TakeHome:
    """One page: a scenario, what it is compared with, and what its reader may do.

    ``sliders`` are the ids of the controls that can be moved, in the case's order. ``title``
    stands over the page, "" for the scenario's name; ``note`` is addressed to the student.

    Raises
    ------
    ScenarioError
        If a control is unknown or named twice, or too many are named.
    """

    scenario: Scenario
    baseline: Scenario
    sliders: tuple[str, ...]
    asks_prediction: bool = False
    title: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse sliders that cannot be made."""
        known = self.scenario.case.control_places
        for control_id in self.sliders:
            if control_id not in known:
                raise ScenarioError(tr('There is no control "{id}".', id=control_id))
        if list(self.sliders) != sorted({*self.sliders}, key=known.__getitem__):
            raise ScenarioError(tr("Each slider stands on a page once, in the case's order."))
        if len(self.sliders) > MOST_SLIDERS:
            raise ScenarioError(tr("A page has at most {most} sliders.", most=MOST_SLIDERS))


def usual_sliders(case: Case) -> tuple[str, ...]:
    """Return the controls that a newcomer starts with: leverage, and two red lines of each side."""
    return in_order(case, (each for group in leading_groups(case) for each in group.shown))


def in_order(case: Case, control_ids: Iterable[str]) -> tuple[str, ...]:
    """Return controls in the order of the case, each once."""
    wanted = {*control_ids}
    return tuple(control.id for control in case.controls if control.id in wanted)


def movable_groups(case: Case) -> tuple[ControlGroup, ...]:
    """Return the groups of a case with every control that makes sense as a slider.

    Coherence rules make no position of anybody, so that they are not offered.
    """
    kept: list[ControlGroup] = []
    for group in case.groups:
        ids = (*group.shown, *group.folded)
        shown = tuple(each for each in ids if case.control(each).kind != "coherence")
        if shown:
            kept.append(ControlGroup(id=group.id, name=group.name, party=group.party, shown=shown))
    return tuple(kept)


def usual_baseline(scenario: Scenario) -> Scenario:
    """Return the scenario that a case compares with, under the assumptions of another."""
    case = scenario.case
    return preset_scenario(case, case.baseline_preset)
