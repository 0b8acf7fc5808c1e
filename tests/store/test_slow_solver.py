"""The store beside a slow solver: once all answers are there, it stands as beside a fast one."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from explorer.model.result import Result
from explorer.store.state import State
from tests.store.bench import Bench, HeldRunner

VALUES = (0, 20, 50, 80)

Act = Callable[[Bench], None]

ACTS: dict[str, Act] = {
    **{f"move {value}": lambda bench, value=value: bench.move(value) for value in VALUES},
    "repeat": lambda bench: bench.move(bench.value + 1, key="key"),
    "load": lambda bench: bench.store.load(bench.at(90), "load"),
    "baseline": lambda bench: bench.store.set_baseline(bench.state.scenario),
    "pin": lambda bench: bench.store.pin("A"),
    "swap": lambda bench: bench.store.swap_with_pin("A"),
    "begin": lambda bench: bench.store.begin_gesture("drag"),
    "end": lambda bench: bench.store.end_gesture(),
    "undo": lambda bench: bench.store.undo(),
    "redo": lambda bench: bench.store.redo(),
    "open": lambda bench: bench.store.open(bench.start),
}
ANSWER = "answer"
"""The slow solver comes to an end; the fast one always has."""


@given(st.lists(st.sampled_from((*ACTS, ANSWER, ANSWER)), max_size=30))
def test_a_slow_solver_leads_to_the_same_state_as_a_fast_one(acts: list[str]) -> None:
    runner = HeldRunner()
    fast, slow = Bench(), Bench(runner)
    for act in acts:
        if act != ANSWER:
            ACTS[act](fast)
            ACTS[act](slow)
        elif runner.held:
            runner.let_go()
    while runner.held:
        runner.let_go()
    assert not slow.state.is_waiting
    assert _shown(slow.state) == _shown(fast.state)
    assert slow.state.snapshot == fast.state.snapshot


def _shown(state: State) -> dict[str, object]:
    """Return what a state shows, each result by the scenario that it answers."""
    results = (state.result, state.baseline_result, state.gesture_start, state.last_change)
    return {
        "results": [_scenario(result) for result in results],
        "pins": [_scenario(result) for result in state.pin_results],
        "steps": (state.undo_name, state.redo_name, state.problem, state.is_saved),
    }


def _scenario(result: Result | None) -> object:
    return None if result is None else result.scenario
