"""Goals: whether a class has reached what a step asks it to try."""

from dataclasses import dataclass

from explorer.classroom.lesson.claim import stands
from explorer.classroom.lesson.measure import measured
from explorer.model.lesson import Goal
from explorer.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class GoalState:
    """How far a goal is.

    ``is_met`` tells that the measure stands as the goal asks, ``moved`` are the controls that do
    not stand as at the start, ``too_many`` tells that they are more than the goal allows.
    """

    is_met: bool
    moved: tuple[str, ...]
    too_many: bool

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached as it was asked for."""
        return self.is_met and not self.too_many


def goal_state(goal: Goal, start: Scenario, present: Scenario) -> GoalState:
    """Return how far a goal is.

    Parameters
    ----------
    start
        The scenario of the step's scene.
    present
        What the class has made of it, under the same case.

    Raises
    ------
    ScenarioError
        If the case lacks what the goal asks about.
    """
    ids = (control.id for control in start.case.controls)
    moved = tuple(each for each in ids if start.value(each) != present.value(each))
    return GoalState(
        is_met=stands(measured(goal.measure, present), goal.relation, goal.value),
        moved=moved,
        too_many=bool(goal.most_changes) and len(moved) > goal.most_changes,
    )
