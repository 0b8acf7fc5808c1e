"""Varying a case: one step that moves every scenario, and that can be taken back."""

import pytest

from explorer.model.assumption import Estimate, original, with_estimates
from explorer.model.case import Case
from explorer.model.errors import ScenarioError
from explorer.store.state import Snapshot
from tests.store.bench import Bench, other_scenario

WAITING = "target_stakes.waiting.base"


@pytest.fixture
def bench() -> Bench:
    return Bench()


def varied(bench: Bench, value: float = 2) -> Case:
    return with_estimates(bench.state.scenario.case, {WAITING: Estimate((value,), 0, 9)})


def cases(snapshot: Snapshot) -> list[Case]:
    return [each.case for each in (snapshot.scenario, snapshot.loaded, snapshot.baseline)]


def test_every_scenario_moves_in_one_step_that_undo_takes_back(bench: Bench) -> None:
    bench.move(10)
    before, case = bench.state.snapshot, varied(bench)
    bench.store.vary(case, "change waiting")
    assert all(each is case for each in cases(bench.state.snapshot))
    assert bench.state.scenario.values == before.scenario.values
    assert bench.state.result.scenario.case is case
    assert bench.state.undo_name == "change waiting"
    bench.store.undo()
    assert bench.state.snapshot == before
    bench.store.redo()
    assert cases(bench.state.snapshot) == [case] * 3


def test_what_is_typed_in_one_gesture_is_one_step(bench: Bench) -> None:
    before = bench.state.snapshot
    bench.store.begin_gesture("change waiting")
    for value in (2, 3, 4):
        bench.store.vary(varied(bench, value), "change waiting")
    bench.store.end_gesture()
    bench.store.undo()
    assert bench.state.snapshot == before
    assert bench.state.undo_name is None


def test_putting_everything_back_leaves_the_case_as_it_was(bench: Bench) -> None:
    bench.store.vary(varied(bench), "change waiting")
    bench.store.vary(original(bench.state.scenario.case), "reset assumptions")
    assert cases(bench.state.snapshot) == [bench.case] * 3


def test_loading_a_scenario_with_other_assumptions_moves_the_others_too(bench: Bench) -> None:
    case = varied(bench)
    bench.store.load(bench.at(30).with_case(case), "paste")
    assert all(each is case for each in cases(bench.state.snapshot))
    bench.store.undo()
    assert cases(bench.state.snapshot) == [bench.case] * 3


def test_scenarios_with_other_assumptions_may_stand_side_by_side(bench: Bench) -> None:
    bench.store.set_baseline(bench.state.baseline.with_case(varied(bench)))
    assert bench.state.baseline.case.changes
    assert not bench.state.scenario.case.changes


def test_another_case_is_no_variation(bench: Bench) -> None:
    with pytest.raises(ScenarioError, match="not a variation"):
        bench.store.vary(other_scenario().case, "strange")


def test_a_scenario_with_assumptions_of_its_own_keeps_the_rest_of_them(bench: Bench) -> None:
    own = with_estimates(bench.case, {"target_stakes.headline.points": Estimate((6,), 0, 9)})
    bench.store.pin("A")
    bench.store.set_baseline(bench.state.baseline.with_case(own))
    bench.store.vary(varied(bench), "change waiting")
    changed = {change.id for change in bench.state.baseline.case.changes}
    assert changed == {WAITING, "target_stakes.headline.points"}
    assert bench.state.pins[0].scenario.case is bench.state.scenario.case
    bench.store.vary(original(bench.state.scenario.case), "reset assumptions")
    assert not bench.state.baseline.case.changes
