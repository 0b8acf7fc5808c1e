"""Comparing: what is pinned, what the picture is held against, and the commands for both."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from explorer.figures.compare import Comparison, comparison
from explorer.figures.pinned import BASELINE, Pinned, baseline_words, other_side, scenario_words
from explorer.model.pin import PIN_LETTERS, Pin, Pins, free_letter, pin_at
from explorer.model.result import Result
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.store.store import Store
from explorer.ui.window.message_bar import Message

TOPIC = "pins"
REPLACE = "replace_pin_"


class Comparing(QObject):
    """Whether the window compares, and against what; pins and unpins.

    Signals
    -------
    changed()
        Comparing began or ended, or something else is compared with.
    begun(str)
        A pin, by its letter, is compared with what is on screen from now on.
    message_ready(object)
        A :class:`~explorer.ui.window.message_bar.Message`: a question, or one that takes it back.
    told(str)
        What was done, in words.
    """

    changed = Signal()
    begun = Signal(str)
    message_ready = Signal(object)
    told = Signal(str)

    def __init__(self, store: Store) -> None:
        """Compare nothing until asked to; ``store`` holds the pins."""
        super().__init__()
        self._store = store
        self._is_on = False
        self._against = BASELINE
        self._shown = (False, BASELINE)
        store.subscribe(self._on_state)

    @property
    def is_on(self) -> bool:
        """Whether the window compares: no longer once the pin is gone, and again with it."""
        return self._is_on and (self._against == BASELINE or self._has_pin())

    @property
    def against(self) -> str:
        """What is compared with: a pin's letter, or :data:`BASELINE`."""
        return self._against if self._has_pin() else BASELINE

    def pinned(self) -> tuple[Pinned, ...]:
        """Return the pins whose results are known, in the order of their letters."""
        return pinned_of(self._store.state)

    def reference(self) -> tuple[str, Result]:
        """Return what is compared with: its name and its result."""
        state = self._store.state
        for pin in self.pinned():
            if pin.letter == self.against:
                return pin.words, pin.result
        return baseline_words(state.baseline), state.baseline_result

    def comparison(self, result: Result) -> Comparison | None:
        """Return what differs between the reference and a result; None while not comparing."""
        if not self.is_on:
            return None
        name, reference = self.reference()
        return comparison(reference, result, name=name)

    def words(self) -> str:
        """Return in words whether the window compares, and what differs."""
        compared = self.comparison(self._store.state.result)
        return tr("Nothing is compared.") if compared is None else compared.sentence

    def toggle(self, is_on: bool) -> None:
        """Begin or end comparing; with nothing pinned, the other side of the case is pinned."""
        if is_on and not self._store.state.pins:
            self._pin(PIN_LETTERS[0], other_side(self._store.state.scenario))
            return
        self._is_on = is_on
        if is_on and not self._has_pin():
            self._against = self._store.state.pins[-1].letter
        self._tell_change()
        if is_on:
            self.begun.emit(self.against)

    def choose_against(self, against: str) -> None:
        """Compare with a pin, by its letter, or with :data:`BASELINE`."""
        self._against = against
        self._tell_change()
        if self.is_on:
            self.begun.emit(against)

    def pin_snapshot(self) -> None:
        """Pin what is on screen under the first free letter, or ask which one to replace."""
        state = self._store.state
        letter = free_letter(state.pins)
        if letter is not None:
            self._pin(letter)
            return
        text = tr("All pins are taken. Which one should give way to what is on screen?")
        answers = tuple(
            (REPLACE + pin.letter, tr("Replace {letter}: {name}", letter=pin.letter, name=pin.name))
            for pin in called_pins(state)
        )
        self.message_ready.emit(Message(text, answers, topic=TOPIC))

    def answer(self, answer: str) -> None:
        """Do what was chosen in the message bar, if it was about pins."""
        letter = answer.removeprefix(REPLACE)
        if answer.startswith(REPLACE) and letter in PIN_LETTERS:
            self._pin(letter)

    def swap(self) -> None:
        """Let the first two pins change letters."""
        first, second = PIN_LETTERS[:2]
        self._store.swap_pins(first, second)
        self.told.emit(tr("{first} and {second} have changed places.", first=first, second=second))

    def do(self, action: str, letter: str) -> None:
        """Do something with a pin: one of the keys of :func:`pin_actions`."""
        pin = pin_at(self._store.state.pins, letter)
        if pin is None:
            return
        if action == "compare":
            self._is_on = True
            self.choose_against(letter)
        elif action == "swap":
            self._store.swap_with_pin(letter)
            self.told.emit(tr("{letter} is on screen; what was there is pinned.", letter=letter))
        elif action == "load":
            self._store.load(pin.scenario, tr("load {name}", name=letter))
        elif action == "baseline":
            self._store.set_baseline(pin.scenario)
            self.told.emit(tr("{letter} is the baseline now.", letter=letter))
        elif action == "unpin":
            self._store.unpin(letter)
            self.told.emit(tr("{letter} is unpinned.", letter=letter))

    def write_note(self, letter: str, text: str) -> None:
        """Replace a pin's note."""
        self._store.write_pin_note(letter, text)

    def _pin(self, letter: str, scenario: Scenario | None = None) -> None:
        """Pin a scenario, or what is on screen, and compare with it at once."""
        self._is_on, self._against = True, letter
        before = self._shown
        self._store.pin(letter, scenario)
        self.message_ready.emit(Message("", topic=TOPIC))
        if self._shown == before:
            self._tell_change()
        self.begun.emit(letter)
        if scenario is None:
            self.told.emit(tr("Pinned as {letter}.", letter=letter))
        else:
            self.told.emit(tr("{name} is pinned as {letter}.", name=scenario.name, letter=letter))

    def _has_pin(self) -> bool:
        return pin_at(self._store.state.pins, self._against) is not None

    def _tell_change(self) -> None:
        self._shown = (self.is_on, self.against)
        self.changed.emit()

    def _on_state(self, old: State, new: State) -> None:
        """Follow pins that go and come back with undo and redo."""
        if self._shown != (self.is_on, self.against):
            self._tell_change()


def pinned_of(state: State) -> tuple[Pinned, ...]:
    """Return the pins of a state whose results are known, ready to be drawn."""
    return tuple(
        Pinned(pin.letter, called.name, result)
        for pin, called in zip(state.pins, called_pins(state), strict=True)
        for result in _results_of(pin.scenario, state.pin_results)
    )


def called_pins(state: State) -> Pins:
    """Return the pins of a state, each scenario called by what was changed in it as well."""
    return tuple(
        Pin(
            pin.letter,
            pin.scenario.with_name(scenario_words(pin.scenario, state.loaded)),
            pin.note,
        )
        for pin in state.pins
    )


def _results_of(scenario: Scenario, results: tuple[Result, ...]) -> tuple[Result, ...]:
    """Return the first result of a scenario alone, or nothing."""
    return tuple(result for result in results if result.scenario == scenario)[:1]


def pin_actions() -> Mapping[str, str]:
    """Return what can be done with a pin, by key, with ``{letter}`` for its letter."""
    return {
        "compare": tr("Compare with {letter}"),
        "swap": tr("Swap {letter} with what is on screen"),
        "load": tr("Load {letter}"),
        "baseline": tr("Set {letter} as baseline"),
        "unpin": tr("Unpin {letter}"),
    }


def empty_words() -> str:
    """Return what to do where nothing is pinned."""
    keys = QKeySequence("Ctrl+D").toString(QKeySequence.SequenceFormat.NativeText)
    return tr("Pin a scenario with {keys} to compare it.", keys=keys)
