"""Questions to the solver: what of a snapshot has to be solved, and what is known already."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from explorer.model.errors import ExplorerError
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.store.state import Snapshot, State

Solve = Callable[[Scenario], Result]


@dataclass(frozen=True, slots=True)
class Answer:
    """The results of everything in a snapshot that is solved.

    ``past`` holds the results of what was before the present change, as far as it can be solved.
    """

    result: Result
    baseline_result: Result
    pin_results: tuple[Result, ...]
    past: tuple[Result, ...] = ()

    @property
    def results(self) -> tuple[Result, ...]:
        """All of them."""
        return (self.result, self.baseline_result, *self.pin_results, *self.past)


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be solved, with the results that are known already.

    ``past`` holds the scenarios before the present change, of which the user has not seen the
    result because the solver was slower.
    """

    snapshot: Snapshot
    known: tuple[Result, ...]
    solve: Solve
    past: tuple[Scenario, ...] = ()

    def answer(self) -> Answer:
        """Return the results of the scenario, the baseline, the pins and the past.

        Raises :class:`ExplorerError` if the solver refuses one of them other than the past.
        """
        snapshot, found = self.snapshot, list(self.known)
        pinned = (pin.scenario for pin in snapshot.pins)
        for scenario in (snapshot.scenario, snapshot.baseline, *pinned):
            # Looked for again each time: scenario, baseline and pins are often the same.
            found.append(_known(scenario, found) or self.solve(scenario))
        result, baseline_result, *pin_results = found[len(self.known) :]
        return Answer(result, baseline_result, tuple(pin_results), self._past_results(found))

    def _past_results(self, found: list[Result]) -> tuple[Result, ...]:
        results: list[Result] = []
        for scenario in self.past:
            try:
                results.append(_known(scenario, found) or self.solve(scenario))
            except ExplorerError:
                # Nobody ever saw it, so the last good result before it is what was before.
                continue
        return tuple(results)


def question_of(state: State, solve: Solve) -> Question:
    """Return what is to be solved in a state: the past only once the present is known."""
    past = () if state.is_present_stale else (state.gesture_scenario, state.last_scenario)
    wanted = tuple(scenario for scenario in past if scenario is not None)
    return Question(state.snapshot, _results(state), solve, wanted)


def with_known_answers(state: State, more: tuple[Result, ...] = ()) -> State:
    """Return a state with those of its answers that it holds in whatever place.

    ``more``: Results that are known besides those of the state.
    """
    known = (*_results(state), *more)
    pinned = (_known(pin.scenario, known) for pin in state.pins)
    return replace(
        state,
        result=_known(state.scenario, known) or state.result,
        baseline_result=_known(state.baseline, known) or state.baseline_result,
        pin_results=tuple(result for result in pinned if result is not None),
        gesture_start=_known(state.gesture_scenario, known) or state.gesture_start,
        last_change=_known(state.last_scenario, known) or state.last_change,
    )


def with_answer(state: State, question: Question, answer: Answer, *, is_newest: bool) -> State:
    """Return a state with an answer taken as the newest good one.

    Parameters
    ----------
    state
        The present state, perhaps of another snapshot than the question's.
    is_newest
        Whether the question was about the present snapshot.
    """
    shown = replace(
        state,
        result=answer.result,
        baseline_result=answer.baseline_result,
        pin_results=answer.pin_results,
        problem="",
    )
    state = with_known_answers(shown, answer.past)
    if not is_newest:
        return state
    # What the solver refuses of the past is not asked for again.
    start, before = state.gesture_start, state.last_change
    if start is not None and state.gesture_scenario in question.past:
        state = replace(state, gesture_scenario=start.scenario)
    if before is not None and state.last_scenario in question.past:
        state = replace(state, last_scenario=before.scenario)
    return state


def _results(state: State) -> tuple[Result, ...]:
    """Return every result that a state holds, in whatever place."""
    shown = (state.result, state.baseline_result, state.gesture_start, state.last_change)
    return (*(result for result in shown if result is not None), *state.pin_results)


def _known(scenario: Scenario | None, results: Iterable[Result]) -> Result | None:
    return next((result for result in results if result.scenario == scenario), None)
