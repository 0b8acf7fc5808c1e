"""The pin: a scenario put aside under a letter, to be compared with others."""

from dataclasses import dataclass

from explorer.model.scenario import Scenario
from explorer.model.wording import tr

PIN_LETTERS = ("A", "B", "C")
"""The letters that pins can have, in their order."""

Pins = tuple["Pin", ...]
"""Pins with different letters, in the order of the letters."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A scenario with a letter of :data:`PIN_LETTERS`, and what the user noted about it."""

    letter: str
    scenario: Scenario
    note: str = ""

    @property
    def name(self) -> str:
        """What to call it beside its letter: the note, or the scenario's name without one."""
        return self.note.strip() or self.scenario.name

    @property
    def words(self) -> str:
        """Letter and name."""
        return tr("{letter}: {name}", letter=self.letter, name=self.name)


def pin_at(pins: Pins, letter: str) -> Pin | None:
    """Return the pin with a letter, or None."""
    return next((pin for pin in pins if pin.letter == letter), None)


def free_letter(pins: Pins) -> str | None:
    """Return the first letter that no pin has, or None if all are taken."""
    taken = {pin.letter for pin in pins}
    return next((letter for letter in PIN_LETTERS if letter not in taken), None)


def with_pin(pins: Pins, pin: Pin) -> Pins:
    """Return pins with one more, in place of any that has the same letter."""
    others = without_pin(pins, pin.letter)
    return tuple(sorted((*others, pin), key=_letter))


def without_pin(pins: Pins, letter: str) -> Pins:
    """Return pins without the one that has a letter, if there is such a one."""
    return tuple(pin for pin in pins if pin.letter != letter)


def swapped_pins(pins: Pins, first: str, second: str) -> Pins:
    """Return pins in which two letters have changed places; a pin alone moves to the other."""
    letters = {first: second, second: first}
    moved = (Pin(letters.get(pin.letter, pin.letter), pin.scenario, pin.note) for pin in pins)
    return tuple(sorted(moved, key=_letter))


def _letter(pin: Pin) -> str:
    return pin.letter
