"""The store: one announcement per change, steps that can be taken back, the newest answer wins."""

import gc
from dataclasses import replace

import pytest

from explorer.figures.study_form import usual_plan
from explorer.model.errors import ExplorerError, ScenarioError
from explorer.model.pin import Pin, free_letter
from explorer.model.scenario import Scenario
from explorer.model.study import HIGHEST_SEED
from explorer.store.runner import InlineRunner
from explorer.store.state import Snapshot, State
from explorer.store.store import Store
from tests.made_results import hollow_result
from tests.store.bench import REFUSED, Bench, HeldRunner, other_scenario


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def runner() -> HeldRunner:
    return HeldRunner()


@pytest.fixture
def slow(runner: HeldRunner) -> Bench:
    return Bench(runner)


def test_a_new_store_is_solved_saved_and_has_no_history(bench: Bench) -> None:
    state = bench.state
    assert state.result is state.baseline_result
    assert state.is_saved
    assert not state.is_stale
    assert (state.undo_name, state.redo_name, state.problem) == (None, None, "")


def test_a_start_that_cannot_be_solved_is_refused(bench: Bench) -> None:
    refused = bench.at(REFUSED)
    with pytest.raises(ExplorerError, match="refused"):
        Store(
            Snapshot(refused, refused, refused),
            solve=bench.solve,
            runner=InlineRunner(),
            clock=bench.now,
        )


def test_an_edit_is_announced_at_once_and_again_with_its_answer(bench: Bench) -> None:
    bench.move(10)
    (before, asked), (waiting, answered) = bench.seen
    assert before.scenario == bench.start.scenario
    assert asked is waiting
    assert asked.is_stale
    assert not answered.is_stale
    assert answered.result.scenario is answered.scenario


def test_an_edit_that_changes_nothing_is_no_step_and_no_announcement(bench: Bench) -> None:
    bench.move(bench.value)
    assert not bench.seen
    assert bench.state.undo_name is None


def test_undo_and_redo_name_what_they_do(bench: Bench) -> None:
    bench.move(10)
    assert bench.state.undo_name == "move to 10"
    bench.store.undo()
    assert (bench.state.undo_name, bench.state.redo_name) == (None, "move to 10")
    bench.store.redo()
    assert (bench.state.undo_name, bench.state.redo_name) == ("move to 10", None)


def test_undo_and_redo_without_a_step_do_nothing(bench: Bench) -> None:
    bench.store.undo()
    bench.store.redo()
    assert not bench.seen


def test_loading_moving_three_sliders_and_undoing_four_times_returns_the_exact_start(
    bench: Bench,
) -> None:
    bench.store.load(bench.at(5), "load")
    assert bench.state.loaded == bench.state.scenario
    for value in (10, 20, 30):
        bench.move(value)
    for _ in range(4):
        bench.store.undo()
    assert bench.state.snapshot is bench.start
    assert bench.state.is_saved


def test_what_is_loaded_within_a_gesture_is_a_part_of_it(bench: Bench) -> None:
    bench.store.begin_gesture("play")
    for value in (5, 6, 7):
        bench.store.edit(bench.at(value), "load", is_loaded=True)
        assert bench.state.loaded == bench.state.scenario
    bench.store.end_gesture()
    assert bench.state.undo_name == "play"
    bench.store.undo()
    assert bench.state.snapshot is bench.start


def test_a_step_after_undo_forgets_what_could_be_repeated(bench: Bench) -> None:
    bench.move(10)
    bench.store.undo()
    bench.move(20)
    assert bench.state.redo_name is None


def test_a_gesture_is_one_step_live_all_along(bench: Bench) -> None:
    before = bench.state.result
    bench.store.begin_gesture("drag")
    for value in (10, 20, 30):
        bench.move(value)
        assert bench.state.result.scenario == bench.state.scenario
        assert bench.state.gesture_start is before
        assert bench.state.undo_name == "drag"
    bench.store.end_gesture()
    assert (bench.state.gesture_start, bench.state.last_change) == (None, before)
    assert bench.state.undo_name == "drag"
    bench.store.undo()
    assert bench.state.snapshot is bench.start


def test_a_gesture_can_be_undone_before_it_ends_and_leaves_nothing_to_repeat_meanwhile(
    bench: Bench,
) -> None:
    bench.move(10)
    bench.store.undo()
    assert bench.state.redo_name is not None
    bench.store.begin_gesture("drag")
    assert bench.state.undo_name is None
    bench.move(20)
    assert (bench.state.undo_name, bench.state.redo_name) == ("drag", None)
    bench.store.undo()
    assert bench.state.snapshot is bench.start
    assert bench.state.redo_name == "drag"


def test_a_gesture_that_comes_back_is_no_step(bench: Bench) -> None:
    start = bench.value
    bench.store.begin_gesture("drag")
    bench.move(10)
    bench.move(start)
    bench.store.end_gesture()
    bench.store.end_gesture()
    assert bench.state.undo_name is None
    assert bench.state.last_change is None


def test_a_gesture_ends_when_another_begins(bench: Bench) -> None:
    bench.store.begin_gesture("first")
    bench.move(10)
    bench.store.begin_gesture("second")
    assert bench.state.undo_name == "first"


def test_undo_within_a_gesture_takes_the_gesture_back(bench: Bench) -> None:
    bench.store.begin_gesture("drag")
    bench.move(10)
    bench.store.undo()
    assert bench.state.snapshot is bench.start
    assert bench.state.redo_name == "drag"


def test_key_repeats_within_a_second_are_one_step(bench: Bench) -> None:
    before = bench.state.result
    for value in (10, 11, 12):
        bench.move(value, key="arms")
        bench.time += 0.9
    assert bench.state.undo_name == "move to 12"
    assert bench.state.last_change is before
    bench.store.undo()
    assert bench.state.snapshot is bench.start


@pytest.mark.parametrize(("key", "pause"), [("other", 0.1), (None, 0.1), ("arms", 1.1)])
def test_other_keys_and_later_presses_are_steps_of_their_own(
    bench: Bench, key: str | None, pause: float
) -> None:
    bench.move(10, key="arms")
    bench.time += pause
    bench.move(11, key=key)
    bench.store.undo()
    assert bench.value == 10


def test_key_repeats_that_come_back_leave_no_step(bench: Bench) -> None:
    start = bench.value
    bench.move(10, key="arms")
    bench.move(start, key="arms")
    assert bench.state.undo_name is None


def test_the_baseline_is_a_step_and_keeps_the_ghost(bench: Bench) -> None:
    bench.move(10)
    ghost = bench.state.last_change
    bench.store.set_baseline(bench.state.scenario)
    assert bench.state.baseline_result is bench.state.result
    assert bench.state.last_change is ghost
    bench.store.undo()
    assert bench.state.baseline == bench.start.baseline
    assert bench.state.last_change is ghost


def test_only_the_exact_snapshot_that_was_saved_counts_as_saved(bench: Bench) -> None:
    bench.move(10)
    bench.store.mark_saved()
    assert bench.state.is_saved
    bench.store.undo()
    assert not bench.state.is_saved
    bench.store.redo()
    assert bench.state.is_saved


def test_what_is_solved_already_is_not_solved_again(bench: Bench) -> None:
    bench.store.set_baseline(bench.at(10))
    bench.asked.clear()
    bench.move(10)
    bench.store.set_baseline(bench.start.baseline)
    assert bench.asked == []
    bench.store.set_baseline(bench.at(20))
    assert bench.asked == [bench.at(20)]


def test_at_most_one_solve_runs_and_the_newest_waits(slow: Bench, runner: HeldRunner) -> None:
    for value in (10, 20, 30):
        slow.move(value)
        assert len(runner.held) == 1
    runner.let_go()
    assert slow.state.result.scenario.value(slow.control) == 10
    assert slow.state.is_stale
    runner.let_go()
    assert [scenario.value(slow.control) for scenario in slow.asked[-2:]] == [10, 30]
    assert not slow.state.is_stale


def test_what_was_before_the_last_change_is_solved_last_if_the_user_was_quicker(
    slow: Bench, runner: HeldRunner
) -> None:
    for value in (10, 20, 30):
        slow.move(value)
    while runner.held:
        runner.let_go()
    assert slow.state.last_change.scenario == slow.at(20)
    assert [scenario.value(slow.control) for scenario in slow.asked[1:]] == [10, 30, 20]
    slow.move(40)
    slow.store.begin_gesture("drag")
    slow.move(50)
    while runner.held:
        runner.let_go()
    assert slow.state.gesture_start.scenario == slow.at(40)
    assert not slow.state.is_waiting


def test_a_start_that_is_refused_gives_way_to_the_last_good_one(
    slow: Bench, runner: HeldRunner
) -> None:
    good = slow.state.result
    slow.move(REFUSED)
    slow.move(20)
    while runner.held:
        runner.let_go()
    assert slow.state.last_change is good
    assert not slow.state.is_waiting
    assert slow.state.problem == ""
    assert not slow.state.is_stale


def test_a_gesture_from_a_start_that_is_refused_begins_at_the_last_good_one(
    slow: Bench, runner: HeldRunner
) -> None:
    good = slow.state.result
    slow.move(REFUSED)
    slow.store.begin_gesture("drag")
    slow.move(20)
    for _ in range(4):
        if runner.held:
            runner.let_go()
    assert slow.state.gesture_start is good
    assert slow.state.gesture_scenario == good.scenario
    assert not slow.state.is_waiting


def test_an_answer_that_comes_after_undo_is_not_shown(slow: Bench, runner: HeldRunner) -> None:
    start = slow.state.result
    slow.move(10)
    slow.store.undo()
    runner.let_go()
    assert slow.state.result is start
    assert not runner.held


def test_an_answer_never_replaces_one_that_fits_better(slow: Bench, runner: HeldRunner) -> None:
    start = slow.value
    slow.store.begin_gesture("drag")
    slow.move(10)
    slow.move(start)
    runner.let_go()
    assert not slow.state.is_stale


def test_a_refused_scenario_keeps_the_last_good_result_and_says_why(bench: Bench) -> None:
    good = bench.state.result
    bench.move(REFUSED)
    assert (bench.state.result, bench.state.problem) == (good, "refused")
    assert bench.state.is_stale
    bench.move(10)
    assert bench.state.problem == ""
    assert not bench.state.is_stale


def test_going_back_to_what_is_solved_clears_the_problem(bench: Bench) -> None:
    bench.move(REFUSED)
    bench.store.undo()
    assert bench.state.problem == ""
    assert bench.state.snapshot is bench.start


def test_a_late_refusal_of_old_settings_is_no_problem(slow: Bench, runner: HeldRunner) -> None:
    slow.move(REFUSED)
    slow.move(10)
    runner.let_go()
    assert slow.state.problem == ""
    runner.let_go()
    assert not slow.state.is_stale


def test_an_error_that_is_no_answer_is_raised_and_the_store_goes_on(bench: Bench) -> None:
    def break_down(scenario: Scenario) -> None:
        raise ZeroDivisionError

    def solve(scenario: Scenario):
        if scenario.value(bench.control) == 10:
            break_down(scenario)
        return hollow_result(scenario)

    store = Store(bench.start, solve=solve, runner=InlineRunner(), clock=bench.now)
    with pytest.raises(ZeroDivisionError):
        store.edit(bench.at(10), "break")
    store.edit(bench.at(20), "mend")
    assert not store.state.is_stale


def test_opening_starts_a_new_history_even_with_another_case(bench: Bench) -> None:
    other = other_scenario()
    bench_snapshot = Snapshot(other, other, other, "notes")
    store = Store(bench.start, solve=hollow_result, runner=InlineRunner(), clock=bench.now)
    store.edit(bench.at(10), "move")
    store.begin_gesture("drag")
    store.open(bench_snapshot, is_saved=False)
    state = store.state
    assert (state.scenario, state.loaded, state.notes) == (other, other, "notes")
    assert (state.undo_name, state.last_change, state.gesture_start) == (None, None, None)
    assert not state.is_saved
    store.mark_saved()
    assert store.state.is_saved


def test_scenarios_of_different_cases_never_stand_together(bench: Bench) -> None:
    other = other_scenario()
    with pytest.raises(ScenarioError, match="cannot stand beside"):
        bench.store.load(other, "load")
    assert bench.state.snapshot is bench.start


def test_a_planned_study_is_a_step_that_undo_takes_back(bench: Bench) -> None:
    plan = usual_plan(bench.state.scenario)
    bench.store.plan_study(plan, "vary one thing more")
    assert bench.state.study == plan
    assert not bench.state.is_saved
    assert bench.state.undo_name == "vary one thing more"
    bench.move(20)
    assert bench.state.study == plan
    bench.store.undo()
    bench.store.undo()
    assert bench.state.study is None
    assert bench.state.is_saved


def test_a_study_of_another_case_never_stands_beside_a_scenario(bench: Bench) -> None:
    plan = usual_plan(bench.state.scenario).having(case="other")
    with pytest.raises(ScenarioError, match="is about another case"):
        bench.store.plan_study(plan, "plan it")
    assert bench.state.snapshot is bench.start


def test_a_listener_that_edits_is_told_of_each_change_once_and_in_order(bench: Bench) -> None:
    def tidy(old: State, new: State) -> None:
        if new.scenario.value(bench.control) == 10:
            bench.move(20)

    bench.store.subscribe(tidy)
    bench.move(10)
    chain = [bench.seen[0][0], *(new for _, new in bench.seen)]
    assert [old for old, _ in bench.seen] == chain[:-1]
    assert bench.value == 20
    assert not bench.state.is_stale


def test_listeners_can_leave(bench: Bench) -> None:
    heard: list[State] = []

    def hear(old: State, new: State) -> None:
        heard.append(new)

    bench.store.subscribe(hear)
    bench.store.unsubscribe(hear)
    bench.store.unsubscribe(hear)
    bench.move(10)
    assert not heard
    assert bench.seen


def test_a_listener_that_died_is_forgotten(bench: Bench) -> None:
    class Window:
        heard = 0

        def show(self, old: State, new: State) -> None:
            Window.heard += 1

    window = Window()
    bench.store.subscribe(window.show)
    del window
    gc.collect()
    bench.move(10)
    assert Window.heard == 0


class Failing:
    """A listener that raises an error of its own whenever it is called."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, old: State, new: State) -> None:
        raise self.error


@pytest.mark.parametrize("change", ["edit", "undo", "open", "pin", "answer"])
def test_when_a_listener_raises_the_others_hear_of_everything_and_it_is_solved(change: str) -> None:
    runner = HeldRunner()
    bench = Bench(runner if change == "answer" else None)
    bench.move(10)
    bench.store.unsubscribe(bench.see)
    error = ZeroDivisionError()
    bench.store.subscribe(Failing(error))
    bench.store.subscribe(bench.see)
    bench.seen.clear()
    with pytest.raises(ZeroDivisionError) as caught:
        _carry_out(bench, runner, change)
    assert caught.value is error
    assert bench.seen
    assert bench.seen[-1][1] is bench.state
    assert [old for old, _ in bench.seen[1:]] == [new for _, new in bench.seen[:-1]]
    assert not bench.state.is_waiting


def _carry_out(bench: Bench, runner: HeldRunner, change: str) -> None:
    if change == "edit":
        bench.move(20)
    elif change == "undo":
        bench.store.undo()
    elif change == "open":
        bench.store.open(bench.start)
    elif change == "pin":
        bench.store.pin("A")
    else:
        runner.let_go()


def test_a_command_within_a_gesture_is_carried_out_although_a_listener_raises(bench: Bench) -> None:
    bench.store.begin_gesture("drag")
    bench.move(10)
    bench.store.subscribe(Failing(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        bench.store.pin("A")
    assert [pin.letter for pin in bench.state.pins] == ["A"]
    assert bench.state.undo_name == "pin as A"


def test_of_several_errors_the_first_is_raised_and_the_others_are_noted_on_it(bench: Bench) -> None:
    first, second = ZeroDivisionError("one"), KeyError("two")
    bench.store.subscribe(Failing(first))
    bench.store.subscribe(Failing(second))
    with pytest.raises(ZeroDivisionError, match="one") as caught:
        bench.move(10)
    assert caught.value is first
    assert any("KeyError: 'two'" in note for note in first.__notes__)


def test_an_error_is_raised_once_and_the_next_change_is_free_of_it(bench: Bench) -> None:
    failing = Failing(ZeroDivisionError())
    bench.store.subscribe(failing)
    with pytest.raises(ZeroDivisionError):
        bench.move(10)
    bench.store.unsubscribe(failing)
    bench.move(20)
    assert bench.value == 20


def test_a_refused_change_within_a_listener_stays_the_listeners_own(bench: Bench) -> None:
    refused: list[ScenarioError] = []

    def stubborn(old: State, new: State) -> None:
        if not refused:
            try:
                bench.store.load(other_scenario(), "load")
            except ScenarioError as error:
                refused.append(error)

    bench.store.subscribe(stubborn)
    bench.move(10)
    assert refused
    assert not bench.state.is_stale


def test_what_is_known_is_shown_with_the_change_itself_however_slow_the_solver_is(
    slow: Bench, runner: HeldRunner
) -> None:
    first = slow.state.result
    slow.store.pin("A")
    assert slow.state.pin_results == (first,)
    slow.move(10)
    assert slow.state.is_stale
    runner.let_go()
    second = slow.state.result
    slow.store.set_baseline(slow.state.scenario)
    assert slow.state.baseline_result is second
    slow.store.swap_with_pin("A")
    assert (slow.state.result, slow.state.pin_results) == (first, (second,))
    slow.store.undo()
    slow.store.undo()
    slow.store.undo()
    assert slow.state.result is first
    assert not slow.state.is_waiting
    assert not runner.held


def test_a_late_answer_does_not_replace_one_that_was_known_already(
    slow: Bench, runner: HeldRunner
) -> None:
    first = slow.state.result
    slow.move(10)
    slow.store.undo()
    assert not slow.state.is_stale
    runner.let_go()
    assert slow.state.result is first
    assert slow.state.last_change.scenario == slow.at(10)
    assert not runner.held
    assert slow.asked == [first.scenario, slow.at(10)]


def test_pins_are_solved_by_the_same_runner_and_undone_like_anything_else(bench: Bench) -> None:
    bench.move(10)
    bench.store.pin("A")
    bench.move(20)
    assert bench.state.undo_name == "move to 20"
    (result,) = bench.state.pin_results
    assert result.scenario.value(bench.control) == 10
    assert bench.asked.count(result.scenario) == 1
    bench.store.undo()
    bench.store.undo()
    assert (bench.state.pins, bench.state.pin_results) == ((), ())


def test_a_pin_that_is_not_there_is_neither_swapped_nor_noted(bench: Bench) -> None:
    bench.store.swap_with_pin("B")
    bench.store.write_pin_note("B", "nothing")
    bench.store.unpin("B")
    assert not bench.seen


def test_a_note_names_a_pin(bench: Bench) -> None:
    bench.store.pin("B")
    (pin,) = bench.state.pins
    assert pin.name == bench.state.scenario.name
    for text in ("Be", "Before Hanoi "):
        bench.store.write_pin_note("B", text)
    assert bench.state.pins[0].name == "Before Hanoi"
    assert bench.state.undo_name == "note on B"
    bench.store.undo()
    assert bench.state.pins == (pin,)


def test_pins_belong_to_one_case_and_have_each_letter_once(bench: Bench) -> None:
    start = bench.start.scenario
    letters = (("A", "A"), ("B", "A"), ("D",))
    for wrong in letters:
        with pytest.raises(ScenarioError, match="letters"):
            Snapshot(start, start, start, pins=tuple(Pin(letter, start) for letter in wrong))
    with pytest.raises(ScenarioError, match="Another case"):
        Snapshot(start, start, start, pins=(Pin("A", other_scenario()),))


def test_the_first_free_letter_is_offered_until_none_is_left(bench: Bench) -> None:
    found: list[str | None] = []
    for _ in range(4):
        letter = free_letter(bench.state.pins)
        found.append(letter)
        if letter is not None:
            bench.store.pin(letter)
    assert found == ["A", "B", "C", None]


def test_other_assumption_sets_are_one_step_that_can_be_taken_back(bench: Bench) -> None:
    first, result = bench.state.seed, bench.state.result
    seeds = [first]
    for _ in range(3):
        bench.store.draw_anew()
        seeds.append(bench.state.seed)
    assert len(set(seeds)) == len(seeds)
    assert all(0 <= seed <= HIGHEST_SEED for seed in seeds)
    assert bench.state.result is result
    # Draws in one go are one step.
    bench.store.undo()
    assert bench.state.seed == first
    assert bench.state.is_saved


def test_after_the_highest_seed_comes_the_lowest() -> None:
    bench = Bench()
    start = replace(bench.start, seed=HIGHEST_SEED)
    store = Store(start, solve=bench.solve, runner=InlineRunner(), clock=bench.now)
    store.draw_anew()
    assert store.state.seed == 0
