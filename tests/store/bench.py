"""What store tests work on: a runner that waits, a clock that stands, a solver that can refuse."""

from collections import deque
from collections.abc import Callable
from typing import Any

from explorer.files.case_file import bundled_case
from explorer.model.case import Case
from explorer.model.errors import ExplorerError
from explorer.model.result import Result
from explorer.model.scenario import Scenario, default_scenario
from explorer.store.runner import InlineRunner, Runner, outcome_of
from explorer.store.state import Snapshot, State
from explorer.store.store import Store
from tests.made_results import hollow_result

REFUSED = 99
"""The value of the first control that the solver of these tests refuses."""

Held = tuple[Callable[[], Any], Callable[[Any], None]]


class HeldRunner:
    """Holds the work until a test lets it go."""

    def __init__(self) -> None:
        self.held: deque[Held] = deque()

    def submit(self, work: Callable[[], Any], deliver: Callable[[Any], None]) -> None:
        self.held.append((work, deliver))

    def let_go(self) -> None:
        """Run the oldest work that is held, and deliver its outcome."""
        work, deliver = self.held.popleft()
        deliver(outcome_of(work))


class Bench:
    """A store with everything around it in the test's hands."""

    def __init__(self, runner: Runner | None = None) -> None:
        self.case = bundled_case()
        self.control = self.case.controls[0].id
        start = default_scenario(self.case)
        self.start = Snapshot(start, start, start)
        self.time = 0.0
        self.asked: list[Scenario] = []
        self.seen: list[tuple[State, State]] = []
        self.store = Store(
            self.start, solve=self.solve, runner=runner or InlineRunner(), clock=self.now
        )
        self.store.subscribe(self.see)

    @property
    def state(self) -> State:
        return self.store.state

    def now(self) -> float:
        return self.time

    def see(self, old: State, new: State) -> None:
        self.seen.append((old, new))

    def solve(self, scenario: Scenario) -> Result:
        self.asked.append(scenario)
        if scenario.value(self.control) == REFUSED:
            raise ExplorerError("refused")
        return hollow_result(scenario)

    def at(self, value: float) -> Scenario:
        """Return the present scenario with the first control moved."""
        return self.state.scenario.with_value(self.control, value)

    def move(self, value: float, *, key: str | None = None) -> None:
        """Move the first control."""
        self.store.edit(self.at(value), f"move to {value:g}", key)

    @property
    def value(self) -> float:
        return self.state.scenario.value(self.control)


def other_scenario() -> Scenario:
    """Return a scenario of a case that is not the bundled one."""
    content = bundled_case().model_dump()
    return default_scenario(Case.model_validate({**content, "name": "Another case"}))
