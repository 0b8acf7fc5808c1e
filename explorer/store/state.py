"""What is the case now: the settings that undo brings back, and the answers found for them."""

from dataclasses import dataclass, replace
from typing import Self

from explorer.model.assumption import is_variation_of, with_edits_between
from explorer.model.case import Case
from explorer.model.classroom import EMPTY_CLASSROOM, Classroom
from explorer.model.errors import ScenarioError
from explorer.model.pin import PIN_LETTERS, Pins
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.study import SEED
from explorer.model.study_plan import StudyPlan


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that a user sets and that undo brings back; all of one case.

    ``loaded`` is what "reset to loaded" returns to, ``baseline`` what results are compared with,
    ``pins`` what was put aside to be compared, in the order of the letters. Scenarios with other
    assumptions of the same case may stand side by side. ``seed`` is that of the assumption sets,
    ``classroom`` holds scenes, a lesson and classes, ``study`` is the study that is planned, None
    before anything of it is.

    Raises :class:`ScenarioError` if the scenarios or the study belong to different cases, or the
    pins' letters are unknown, repeated or out of order.
    """

    scenario: Scenario
    loaded: Scenario
    baseline: Scenario
    notes: str = ""
    pins: Pins = ()
    seed: int = SEED
    classroom: Classroom = EMPTY_CLASSROOM
    study: StudyPlan | None = None

    def __post_init__(self) -> None:
        """Refuse scenarios that cannot be compared."""
        case = self.scenario.case
        pinned = (pin.scenario.case for pin in self.pins)
        for other in (self.loaded.case, self.baseline.case, *pinned):
            if not is_variation_of(other, case):
                raise ScenarioError(
                    f'A scenario of the case "{other.name}" cannot stand beside one of '
                    f'"{case.name}". Open it as a document of its own.'
                )
        if self.study is not None and self.study.case != case.id:
            raise ScenarioError(
                f'The study "{self.study.name}" is about another case than "{case.name}". '
                "Open it as a document of its own."
            )
        letters = [pin.letter for pin in self.pins]
        if letters != [letter for letter in PIN_LETTERS if letter in letters]:
            raise ScenarioError(
                f"Pins have the letters {', '.join(PIN_LETTERS)}, each once and in this order."
            )

    def moved_to(self, case: Case) -> Self:
        """Return the same settings under a variation of the case.

        What leads from the present assumptions to the new ones is done to every scenario; one
        that had other assumptions keeps the rest of them. A case without any change is taken by
        all.

        Raises :class:`ScenarioError` if the case is no variation of the present one.
        """
        present = self.scenario.case
        if not is_variation_of(case, present):
            raise ScenarioError(f'"{case.name}" is not a variation of this case.')

        def moved(scenario: Scenario) -> Scenario:
            is_simple = scenario.case is present or not case.changes
            return scenario.with_case(
                case if is_simple else with_edits_between(scenario.case, present, case)
            )

        return replace(
            self,
            scenario=self.scenario.with_case(case),
            loaded=moved(self.loaded),
            baseline=moved(self.baseline),
            pins=tuple(replace(pin, scenario=moved(pin.scenario)) for pin in self.pins),
        )


@dataclass(frozen=True, slots=True)
class State:
    """One moment of the program; listeners get the one before and the one after a change.

    Attributes
    ----------
    snapshot
        What the user has set.
    result, baseline_result
        The newest good answers; they may lag behind the snapshot (:attr:`is_stale`).
    pin_results
        The answers for the pins in their order, without those that are still to come.
    gesture_start
        The result at the start of the gesture that is under way: the ghost's source.
    last_change
        The result before the last step that changed the scenario, for the ghost that stays.
    gesture_scenario, last_scenario
        What ``gesture_start`` and ``last_change`` answer once no answer is missing; a user who is
        quicker than the solver begins a gesture or a step before its start is solved.
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
    pin_results: tuple[Result, ...] = ()
    gesture_scenario: Scenario | None = None
    last_scenario: Scenario | None = None

    @property
    def scenario(self) -> Scenario:
        """The scenario that is being explored."""
        return self.snapshot.scenario

    @property
    def loaded(self) -> Scenario:
        """The scenario that was loaded last."""
        return self.snapshot.loaded

    @property
    def seed(self) -> int:
        """The seed of the assumption sets."""
        return self.snapshot.seed

    @property
    def baseline(self) -> Scenario:
        """The scenario that results are compared with."""
        return self.snapshot.baseline

    @property
    def notes(self) -> str:
        """The user's own notes."""
        return self.snapshot.notes

    @property
    def classroom(self) -> Classroom:
        """Scenes, lesson and classes."""
        return self.snapshot.classroom

    @property
    def study(self) -> StudyPlan | None:
        """The study that is planned, None before anything of it is."""
        return self.snapshot.study

    @property
    def is_stale(self) -> bool:
        """Whether the result answers another scenario than the present one."""
        return self.result.scenario != self.scenario

    @property
    def is_baseline_stale(self) -> bool:
        """Whether the baseline's result answers another scenario than the present baseline."""
        return self.baseline_result.scenario != self.baseline

    @property
    def pins(self) -> Pins:
        """What was put aside to be compared."""
        return self.snapshot.pins

    @property
    def are_pins_stale(self) -> bool:
        """Whether the pins' results answer other scenarios than those of the present pins."""
        known = [result.scenario for result in self.pin_results]
        return known != [pin.scenario for pin in self.pins]

    @property
    def is_present_stale(self) -> bool:
        """Whether any answer to the present snapshot is missing."""
        return self.is_stale or self.is_baseline_stale or self.are_pins_stale

    @property
    def is_past_stale(self) -> bool:
        """Whether what was before a change is known of another scenario than the right one."""
        starts = (
            (self.gesture_start, self.gesture_scenario),
            (self.last_change, self.last_scenario),
        )
        return any(result and result.scenario != scenario for result, scenario in starts)

    @property
    def is_waiting(self) -> bool:
        """Whether any answer to the present snapshot, or to what was before it, is missing."""
        return self.is_present_stale or self.is_past_stale
