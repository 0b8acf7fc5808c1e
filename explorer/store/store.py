"""The store: the one place where the program's state changes, and where it is announced."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial, wraps
from typing import Concatenate, ParamSpec

from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.model.classroom import Classroom
from explorer.model.errors import ExplorerError
from explorer.model.pin import Pin, Pins, pin_at, swapped_pins, with_pin, without_pin
from explorer.model.scenario import Scenario
from explorer.model.study import HIGHEST_SEED
from explorer.model.study_plan import StudyPlan
from explorer.model.wording import tr
from explorer.store.announcer import Announcer, Listener
from explorer.store.history import History, Step
from explorer.store.question import (
    Answer,
    Question,
    Solve,
    question_of,
    with_answer,
    with_known_answers,
)
from explorer.store.runner import Runner
from explorer.store.state import Snapshot, State

P = ParamSpec("P")


def _whole(
    change: Callable[Concatenate["Store", P], None],
) -> Callable[Concatenate["Store", P], None]:
    """Have a change carried out, announced and solved before a listener's error is raised."""

    @wraps(change)
    def carried_out(self: "Store", *args: P.args, **options: P.kwargs) -> None:
        # A decorator of the class's own methods, which stands outside of the class for its type.
        with self._announcer.whole():  # pyright: ignore[reportPrivateUsage]
            change(self, *args, **options)

    return carried_out


class Store:
    """Holds the state, its history, and the answers that are under way.

    Every change is announced once with the state before and after it. At most one solve is under
    way; when its answer comes, only the newest settings are solved next. Whatever a solver
    refuses leaves the last good result in place and says why in :attr:`State.problem`. A listener
    that raises holds up neither the other listeners nor the solve; its error is raised after that.

    Parameters
    ----------
    snapshot
        What to start with; it is solved before the constructor returns.
    runner
        Who calls the solver from then on.
    clock
        Seconds that only rise; decides which key repeats belong together.

    Raises
    ------
    ExplorerError
        If the snapshot to start with cannot be solved.
    """

    def __init__(
        self, snapshot: Snapshot, *, solve: Solve, runner: Runner, clock: Callable[[], float]
    ) -> None:
        self._solve = solve
        self._runner = runner
        self._clock = clock
        self._announcer = Announcer()
        self._history = History()
        self._saved: Snapshot | None = snapshot
        self._gesture: Step | None = None
        self._is_running = False
        self._is_refused = False
        self._era = 0
        answer = Question(snapshot, (), solve).answer()
        self._state = State(
            snapshot, answer.result, answer.baseline_result, pin_results=answer.pin_results
        )

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def subscribe(self, listener: Listener) -> None:
        """Call a listener on every change; bound methods are held weakly."""
        self._announcer.subscribe(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call a listener no more."""
        self._announcer.unsubscribe(listener)

    @_whole
    def edit(
        self,
        scenario: Scenario,
        name: str,
        join_key: str | None = None,
        *,
        is_loaded: bool = False,
    ) -> None:
        """Set the scenario: a step of its own, or a part of the gesture under way.

        Parameters
        ----------
        scenario
            The new scenario, of the same case.
        name
            What undo will call the step, as in "move Russia alignment".
        join_key
            Steps with the same key within one second, such as key repeats, become one.
        is_loaded
            Whether "reset to loaded" returns to it from now on; unlike :meth:`load` this may be
            a part of a gesture.
        """
        before = self._state.snapshot
        loaded = scenario if is_loaded else before.loaded
        self._step(replace(before, scenario=scenario, loaded=loaded), name, join_key)

    @_whole
    def load(self, scenario: Scenario, name: str) -> None:
        """Set the scenario and make it the one that "reset to loaded" returns to.

        All other scenarios move to its assumptions.
        """
        self.end_gesture()
        snapshot = self._state.snapshot
        if scenario.case is not snapshot.scenario.case and is_variation_of(
            scenario.case, snapshot.scenario.case
        ):
            snapshot = snapshot.moved_to(scenario.case)
        self._step(replace(snapshot, scenario=scenario, loaded=scenario), name)

    @_whole
    def set_baseline(self, scenario: Scenario) -> None:
        """Compare with another scenario of the same case from now on."""
        self.end_gesture()
        self._step(replace(self._state.snapshot, baseline=scenario), tr("set baseline"))

    @_whole
    def vary(self, case: Case, name: str) -> None:
        """Set the assumptions: move every scenario to a variation of the case, in one step.

        Parameters
        ----------
        case
            The case with other assumptions, or with none changed.
        name
            What undo will call the step, as in "change the cost of sanctions relief".

        Raises
        ------
        ScenarioError
            If it is no variation of the present case.
        """
        self._step(self._state.snapshot.moved_to(case), name)

    @_whole
    def teach(
        self,
        classroom: Classroom,
        name: str,
        join_key: str | None = None,
        *,
        scenario: Scenario | None = None,
    ) -> None:
        """Set scenes, lesson and classes, and with them the scenario: one step.

        Parameters
        ----------
        classroom
            What is taught from now on.
        name, join_key
            As of :meth:`edit`.
        scenario
            Another scenario of the same case, as where a scene is gone to; None for the present.
        """
        self.end_gesture()
        before = self._state.snapshot
        shown = before.scenario if scenario is None else scenario
        self._step(replace(before, classroom=classroom, scenario=shown), name, join_key)

    @_whole
    def plan_study(self, study: StudyPlan, name: str) -> None:
        """Set the study that is planned, which is about the present case, as one step."""
        self.end_gesture()
        self._step(replace(self._state.snapshot, study=study), name)

    @_whole
    def draw_anew(self) -> None:
        """Take the next seed: other assumption sets of the same kind."""
        self.end_gesture()
        before = self._state.snapshot
        after = replace(before, seed=(before.seed + 1) % (HIGHEST_SEED + 1))
        self._step(after, tr("draw other assumption sets"), "seed")

    @_whole
    def pin(self, letter: str, scenario: Scenario | None = None) -> None:
        """Put a scenario aside under a letter, in place of what has that letter.

        Parameters
        ----------
        letter
            One of the letters of pins.
        scenario
            A scenario of the present case; None for the present one.
        """
        self.end_gesture()
        pin = Pin(letter, self._state.scenario if scenario is None else scenario)
        self._set_pins(with_pin(self._state.pins, pin), tr("pin as {letter}", letter=letter))

    @_whole
    def unpin(self, letter: str) -> None:
        """Take a pin away; without such a pin, do nothing."""
        self._set_pins(without_pin(self._state.pins, letter), tr("unpin {letter}", letter=letter))

    @_whole
    def swap_pins(self, first: str, second: str) -> None:
        """Let two pins change letters, with their notes."""
        pins = swapped_pins(self._state.pins, first, second)
        self._set_pins(pins, tr("swap {first} and {second}", first=first, second=second))

    @_whole
    def swap_with_pin(self, letter: str) -> None:
        """Let the present scenario and a pin change places; without such a pin, do nothing.

        The note goes, because it was about what is no longer pinned.
        """
        self.end_gesture()
        pin = pin_at(self._state.pins, letter)
        if pin is not None:
            pins = with_pin(self._state.pins, Pin(letter, self._state.scenario))
            snapshot = replace(self._state.snapshot, scenario=pin.scenario, pins=pins)
            self._step(snapshot, tr("swap with {letter}", letter=letter))

    @_whole
    def write_pin_note(self, letter: str, text: str) -> None:
        """Replace a pin's note; what is typed in one go is one step."""
        self.end_gesture()
        pin = pin_at(self._state.pins, letter)
        if pin is not None:
            pins = with_pin(self._state.pins, replace(pin, note=text))
            name = tr("note on {letter}", letter=letter)
            self._set_pins(pins, name, join_key=f"pin {letter}")

    @_whole
    def begin_gesture(self, name: str) -> None:
        """Take all edits from now on as one step, live while the hand moves."""
        self.end_gesture()
        self._gesture = Step(name, self._state.snapshot)
        state, start = self._state, self._solvable()
        self._set(replace(state, gesture_start=state.result, gesture_scenario=start))

    @_whole
    def end_gesture(self) -> None:
        """End the gesture under way, if any: one step, or none if nothing changed."""
        gesture, before = self._gesture, self._state.gesture_start
        if gesture is None:
            return
        self._gesture = None
        start = self._state.gesture_scenario
        state = replace(self._state, gesture_start=None, gesture_scenario=None)
        if gesture.snapshot != state.snapshot:
            self._history.add(gesture, state.snapshot)
            state = self._named(replace(state, last_change=before, last_scenario=start))
        self._set(state)

    @_whole
    def undo(self) -> None:
        """Take the last step back; without one, do nothing."""
        self.end_gesture()
        self._return_to(self._history.undo(self._state.snapshot))

    @_whole
    def redo(self) -> None:
        """Repeat the step that was taken back last; without one, do nothing."""
        self.end_gesture()
        self._return_to(self._history.redo(self._state.snapshot))

    @_whole
    def open(self, snapshot: Snapshot, *, is_saved: bool = True) -> None:
        """Start anew with a snapshot of any case and an empty history.

        Parameters
        ----------
        snapshot
            What a document or a recovered session holds.
        is_saved
            Whether a file already holds it; a recovered session's is still to be saved.
        """
        self._gesture = None
        self._history = History()
        self._saved = snapshot if is_saved else None
        self._era += 1
        state = replace(self._state, snapshot=snapshot, problem="")
        state = replace(state, gesture_start=None, gesture_scenario=None)
        self._move_to(replace(state, last_change=None, last_scenario=None))

    @_whole
    def mark_saved(self) -> None:
        """Remember that a file now holds the present snapshot."""
        self._saved = self._state.snapshot
        self._set(self._named(self._state))

    def _set_pins(self, pins: Pins, name: str, join_key: str | None = None) -> None:
        self.end_gesture()
        self._step(replace(self._state.snapshot, pins=pins), name, join_key)

    def _step(self, snapshot: Snapshot, name: str, join_key: str | None = None) -> None:
        old = self._state
        if snapshot == old.snapshot:
            return
        state = replace(old, snapshot=snapshot)
        if self._gesture is None:
            step = Step(name, old.snapshot, join_key, self._clock())
            is_new = self._history.add(step, snapshot)
            if is_new and snapshot.scenario != old.scenario:
                state = self._changed(state)
        self._move_to(state)

    def _return_to(self, snapshot: Snapshot | None) -> None:
        if snapshot is None:
            return
        self._era += 1
        old, state = self._state, replace(self._state, snapshot=snapshot)
        self._move_to(self._changed(state) if snapshot.scenario != old.scenario else state)

    def _changed(self, state: State) -> State:
        """Return a state for which the present one is what was before the last change."""
        before = self._state.result
        return replace(state, last_change=before, last_scenario=self._solvable())

    def _solvable(self) -> Scenario:
        """Return the present scenario, or the last that was solved if the present is refused."""
        return self._state.result.scenario if self._is_refused else self._state.scenario

    def _move_to(self, state: State) -> None:
        """Announce a state with another snapshot, and have it solved where that is needed."""
        self._is_refused = False
        # What is known already is shown with the change itself, however slow the solver is: a pin
        # of what is on screen, the undo of the last step, a baseline that was solved before.
        state = with_known_answers(state)
        if not state.is_waiting:
            state = replace(state, problem="")
        self._set(self._named(state))
        self._ask()

    def _named(self, state: State) -> State:
        """Return a state that tells what can be undone and whether it is saved."""
        undo_name, redo_name = self._history.undo_name, self._history.redo_name
        if self._gesture is not None and self._gesture.snapshot != state.snapshot:
            # The step that will be once the hand lets go: undo takes it back even before.
            undo_name, redo_name = self._gesture.name, None
        return replace(
            state,
            undo_name=undo_name,
            redo_name=redo_name,
            is_saved=state.snapshot == self._saved,
        )

    def _set(self, state: State) -> None:
        old = self._state
        if old != state:
            self._state = state
            self._announcer.announce(old, state)

    def _ask(self) -> None:
        """Have the present snapshot solved, unless it is, or was refused, or a solve runs."""
        state = self._state
        if self._is_running or self._is_refused or not state.is_waiting:
            return
        self._is_running = True
        question = question_of(state, self._solve)
        self._runner.submit(question.answer, partial(self._receive, question, self._era))

    @_whole
    def _receive(self, question: Question, era: int, outcome: Answer | Exception) -> None:
        """Take an answer, early or late, and ask for what is still unanswered."""
        self._is_running = False
        is_newest = question.snapshot == self._state.snapshot
        if isinstance(outcome, Exception):
            self._is_refused = is_newest
            if is_newest and isinstance(outcome, ExplorerError):
                self._set(replace(self._state, problem=str(outcome)))
        elif is_newest or (era == self._era and self._state.is_waiting):
            self._set(with_answer(self._state, question, outcome, is_newest=is_newest))
        else:
            # Too old to be shown, yet perhaps what was before the last change.
            self._set(with_known_answers(self._state, outcome.results))
        self._ask()
        if isinstance(outcome, Exception) and not isinstance(outcome, ExplorerError):
            raise outcome
