"""Laws of the store: whatever is edited, undone, answered late or refused, they hold."""

from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from explorer.model.classroom import Classroom
from explorer.model.pin import PIN_LETTERS
from explorer.model.scene import Scene, Settings
from tests.examples import examples
from tests.store.bench import REFUSED, Bench, HeldRunner, Scenario, Snapshot

VALUES = st.sampled_from((0, 1, 50, REFUSED, 100))
LETTERS = st.sampled_from(PIN_LETTERS)
SCENE = Scene(settings=Settings())
KEYS = st.sampled_from((None, "arms", "patron"))


class StoreLaws(RuleBasedStateMachine):
    """Holds the store against the plainest possible record of what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = HeldRunner()
        self.bench = Bench(self.runner)
        self.store = self.bench.store
        self.present = self.bench.start
        self.past: list[tuple[Snapshot, str | None, float]] = []
        self.future: list[Snapshot] = []
        self.gesture: Snapshot | None = None
        self.pins: dict[str, tuple[Scenario, str]] = {}

    @rule(value=VALUES, key=KEYS)
    def edit(self, value: int, key: str | None) -> None:
        self.bench.move(value, key=key)
        self.record(key)

    @rule(value=VALUES)
    def load(self, value: int) -> None:
        self.close()
        self.store.load(self.bench.at(value), "load")
        self.record()

    @rule(value=VALUES)
    def set_baseline(self, value: int) -> None:
        self.close()
        self.store.set_baseline(self.bench.at(value))
        self.record()

    @rule(letter=LETTERS)
    def pin(self, letter: str) -> None:
        self.close()
        self.store.pin(letter)
        self.pins[letter] = (self.store.state.scenario, "")
        self.record()

    @rule(letter=LETTERS)
    def unpin(self, letter: str) -> None:
        self.close()
        self.store.unpin(letter)
        self.pins.pop(letter, None)
        self.record()

    @rule(first=LETTERS, second=LETTERS)
    def swap_pins(self, first: str, second: str) -> None:
        self.close()
        self.store.swap_pins(first, second)
        other = {first: second, second: first}
        self.pins = {other.get(letter, letter): held for letter, held in self.pins.items()}
        self.record()

    @rule(letter=LETTERS)
    def swap_with_pin(self, letter: str) -> None:
        self.close()
        before = self.store.state.scenario
        self.store.swap_with_pin(letter)
        if letter in self.pins:
            assert self.store.state.scenario == self.pins[letter][0]
            if self.store.state.snapshot is not self.present:
                self.pins[letter] = (before, "")
        self.record()

    @rule(letter=LETTERS, text=st.sampled_from(("", "a", "b")))
    def write_pin_note(self, letter: str, text: str) -> None:
        self.close()
        self.store.write_pin_note(letter, text)
        if letter in self.pins:
            self.pins[letter] = (self.pins[letter][0], text)
        self.record(f"pin {letter}")

    @rule(value=st.none() | VALUES, number=st.integers(0, 2), key=st.sampled_from((None, "scene")))
    def teach(self, value: int | None, number: int, key: str | None) -> None:
        self.close()
        before = self.store.state.scenario
        shown = None if value is None else self.bench.at(value)
        taught = Classroom(scenes=(SCENE,) * number)
        self.store.teach(taught, "teach", key, scenario=shown)
        assert self.store.state.classroom == taught
        assert self.store.state.scenario == (before if shown is None else shown)
        self.record(key)

    @rule()
    def begin_gesture(self) -> None:
        self.close()
        self.store.begin_gesture("drag")
        self.gesture = self.present

    @rule()
    def end_gesture(self) -> None:
        self.close()
        self.store.end_gesture()

    @rule()
    def undo(self) -> None:
        self.close()
        self.store.undo()
        if self.past:
            self.future.append(self.present)
            self.present, _, _ = self.past.pop()
            self.note_pins()

    @rule()
    def redo(self) -> None:
        self.close()
        self.store.redo()
        if self.future:
            self.past.append((self.present, None, 0))
            self.present = self.future.pop()
            self.note_pins()

    @rule(seconds=st.sampled_from((0.4, 2.0)))
    def wait(self, seconds: float) -> None:
        self.bench.time += seconds

    @rule()
    def save(self) -> None:
        self.store.mark_saved()
        assert self.store.state.is_saved

    @rule(is_saved=st.booleans())
    def open(self, is_saved: bool) -> None:
        self.store.open(self.bench.start, is_saved=is_saved)
        self.gesture = None
        self.present = self.bench.start
        self.past.clear()
        self.future.clear()
        self.note_pins()

    @precondition(lambda self: self.runner.held)
    @rule()
    def answer(self) -> None:
        self.runner.let_go()

    def note_pins(self) -> None:
        """Write down the pins of a snapshot that came back whole."""
        self.pins = {pin.letter: (pin.scenario, pin.note) for pin in self.present.pins}

    def record(self, key: str | None = None) -> None:
        """Write down a change that the store has made, as a step or as a part of one."""
        before, self.present = self.present, self.store.state.snapshot
        if self.gesture is not None or before == self.present:
            return
        joins = False
        if self.past and key is not None and not self.future:
            _, last_key, last_time = self.past[-1]
            joins = last_key == key and self.bench.time - last_time <= 1
        self.future.clear()
        start = self.past.pop()[0] if joins else before
        if start != self.present:
            self.past.append((start, key, self.bench.time))

    def close(self) -> None:
        """Write down the end of a gesture: one step, or none if nothing changed."""
        if self.gesture is not None and self.gesture != self.present:
            self.past.append((self.gesture, None, 0))
            self.future.clear()
        self.gesture = None

    @invariant()
    def the_snapshot_is_the_one_of_the_record(self) -> None:
        assert self.store.state.snapshot == self.present

    @invariant()
    def the_pins_are_those_of_the_record_in_the_order_of_their_letters(self) -> None:
        found = [(pin.letter, (pin.scenario, pin.note)) for pin in self.store.state.pins]
        assert found == sorted(self.pins.items(), key=lambda item: item[0])

    @invariant()
    def undo_and_redo_are_offered_exactly_when_there_is_something(self) -> None:
        state = self.store.state
        # A gesture that has moved something is the next step, even before it ends.
        has_moved = self.gesture is not None and self.gesture != self.present
        assert (state.undo_name is not None, state.redo_name is not None) == (
            has_moved or bool(self.past),
            not has_moved and bool(self.future),
        )

    @invariant()
    def at_most_one_solve_is_under_way(self) -> None:
        assert len(self.runner.held) <= 1

    @invariant()
    def nothing_is_forgotten(self) -> None:
        state = self.store.state
        if not self.runner.held:
            assert state.is_waiting == bool(state.problem)

    @invariant()
    def pins_have_their_answers_once_nothing_is_waited_for(self) -> None:
        state = self.store.state
        if not state.is_waiting:
            answered = [result.scenario for result in state.pin_results]
            assert answered == [pin.scenario for pin in state.pins]

    @invariant()
    def announcements_form_a_chain_that_ends_at_the_state(self) -> None:
        seen = self.bench.seen
        assert all(new is old for (_, new), (old, _) in pairwise(seen))
        assert not seen or seen[-1][1] is self.store.state

    @invariant()
    def there_is_a_ghost_exactly_while_a_gesture_runs(self) -> None:
        assert (self.store.state.gesture_start is not None) == (self.gesture is not None)

    def teardown(self) -> None:
        """Undo everything: the start comes back exactly."""
        self.close()
        start = self.past[0][0] if self.past else self.present
        for _ in range(len(self.past) + 1):
            self.store.undo()
        assert self.store.state.snapshot is start


TestStoreLaws = StoreLaws.TestCase
TestStoreLaws.settings = settings(examples(60), stateful_step_count=40)
