"""What is the case now: the settings that undo brings back, and the answers found for them."""

from dataclasses import dataclass, fields, replace
from typing import Self

from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.model.result import Result
from explorer.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that a user sets and that undo brings back; all of one case.

    ``loaded`` is what "reset to loaded" returns to, ``baseline`` what results are compared with.
    Scenarios with other assumptions of the same case may stand side by side.

    Raises
    ------
    ScenarioError
        If the three scenarios belong to different cases.
    """

    scenario: Scenario
    loaded: Scenario
    baseline: Scenario
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse scenarios that cannot be compared."""
        case = self.scenario.case
        for other in (self.loaded.case, self.baseline.case):
            if not is_variation_of(other, case):
                raise ScenarioError(
                    f'A scenario of the case "{other.name}" cannot stand beside one of '
                    f'"{case.name}". Open it as a document of its own.'
                )

    def moved_to(self, case: Case) -> Self:
        """Return the same settings with every scenario under a variation of the case.

        Raises
        ------
        ScenarioError
            If the case is no variation of the present one.
        """
        if not is_variation_of(case, self.scenario.case):
            raise ScenarioError(f'"{case.name}" is not a variation of this case.')
        moved = {
            field.name: value.with_case(case)
            for field in fields(self)
            if isinstance(value := getattr(self, field.name), Scenario)
        }
        return replace(self, **moved)


@dataclass(frozen=True, slots=True)
class State:
    """One moment of the program; listeners get the one before and the one after a change.

    Attributes
    ----------
    snapshot
        What the user has set.
    result, baseline_result
        The newest good answers; they may lag behind the snapshot (:attr:`is_stale`).
    gesture_start
        The result at the start of the gesture that is under way: the ghost's source.
    last_change
        The result before the last step that changed the scenario, for the ghost that stays.
    problem
        Why the snapshot could not be solved, fit to be shown; empty if it could.
    undo_name, redo_name
        What undo and redo would take back or repeat ("move Russia alignment"), or None.
    is_saved
        Whether the snapshot is the one that was opened or saved last.
    """

    snapshot: Snapshot
    result: Result
    baseline_result: Result
    gesture_start: Result | None = None
    last_change: Result | None = None
    problem: str = ""
    undo_name: str | None = None
    redo_name: str | None = None
    is_saved: bool = True

    @property
    def scenario(self) -> Scenario:
        """The scenario that is being explored."""
        return self.snapshot.scenario

    @property
    def loaded(self) -> Scenario:
        """The scenario that was loaded last."""
        return self.snapshot.loaded

    @property
    def baseline(self) -> Scenario:
        """The scenario that results are compared with."""
        return self.snapshot.baseline

    @property
    def notes(self) -> str:
        """The user's own notes."""
        return self.snapshot.notes

    @property
    def is_stale(self) -> bool:
        """Whether the result answers another scenario than the present one."""
        return self.result.scenario != self.scenario

    @property
    def is_baseline_stale(self) -> bool:
        """Whether the baseline's result answers another scenario than the present baseline."""
        return self.baseline_result.scenario != self.baseline
