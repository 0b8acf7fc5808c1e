"""Pins: letters in order, each free until it is taken, called by their notes."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.files.case_file import bundled_case
from explorer.model.pin import PIN_LETTERS, Pin, free_letter, pin_at
from explorer.model.scenario import default_scenario

SCENARIO = default_scenario(bundled_case())


@given(st.sets(st.sampled_from(PIN_LETTERS)), st.text(max_size=20))
def test_the_first_letter_that_is_free_is_offered(taken: set[str], note: str) -> None:
    pins = tuple(Pin(letter, SCENARIO, note) for letter in sorted(taken))
    free = [letter for letter in PIN_LETTERS if letter not in taken]
    assert free_letter(pins) == (free[0] if free else None)
    for letter in PIN_LETTERS:
        found = pin_at(pins, letter)
        assert (found is not None) == (letter in taken)
        if found is not None:
            assert found.words == f"{letter}: {note.strip() or SCENARIO.name}"
