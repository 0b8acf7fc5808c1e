"""Questions to the solver: what of a snapshot has to be solved, and what is known already."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.store.state import Snapshot, State

Solve = Callable[[Scenario], Result]


@dataclass(frozen=True, slots=True)
class Answer:
    """The results of everything in a snapshot that is solved."""

    result: Result
    baseline_result: Result
    pin_results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be solved, with the results that are known already."""

    snapshot: Snapshot
    known: tuple[Result, ...]
    solve: Solve

    def answer(self) -> Answer:
        """Return the results of the scenario, the baseline and the pins.

        Raises
        ------
        ExplorerError
            If the solver refuses one of them.
        """
        snapshot, found = self.snapshot, list(self.known)
        pinned = (pin.scenario for pin in snapshot.pins)
        for scenario in (snapshot.scenario, snapshot.baseline, *pinned):
            # Looked for again each time: scenario, baseline and pins are often the same.
            found.append(_known(scenario, found) or self.solve(scenario))
        result, baseline_result, *pin_results = found[len(self.known) :]
        return Answer(result, baseline_result, tuple(pin_results))


def known_results(state: State) -> tuple[Result, ...]:
    """Return every result that a state holds, in whatever place."""
    shown = (state.result, state.baseline_result, state.gesture_start, state.last_change)
    return (*(result for result in shown if result is not None), *state.pin_results)


def with_known_answers(state: State) -> State:
    """Return a state with those results of its snapshot that it holds in whatever place."""
    known = known_results(state)
    pinned = (_known(pin.scenario, known) for pin in state.pins)
    return replace(
        state,
        result=_known(state.scenario, known) or state.result,
        baseline_result=_known(state.baseline, known) or state.baseline_result,
        pin_results=tuple(result for result in pinned if result is not None),
    )


def _known(scenario: Scenario, results: Iterable[Result]) -> Result | None:
    return next((result for result in results if result.scenario == scenario), None)
