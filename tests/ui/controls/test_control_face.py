"""Faces of controls are whole."""

import pytest

from explorer.ui.controls.control_face import ControlFace
from tests.ui.widgets.faces import LEVEL, SCALE


def test_the_access_key_is_marked_at_its_first_place() -> None:
    assert SCALE.label_text == "&Russia alignment"
    assert ControlFace(id="x", name="Warheads & missiles", access_key="h").label_text == (
        "War&heads && missiles"
    )


@pytest.mark.parametrize("key", ["", "z"])
def test_a_missing_access_key_leaves_the_name_alone(key: str) -> None:
    assert ControlFace(id="x", name="Warheads", access_key=key).label_text == "Warheads"


def test_each_value_has_its_words() -> None:
    assert [LEVEL.words_at(value) for value in range(4)] == list(LEVEL.value_words)
    assert ControlFace(id="x", name="Warheads").words_at(40) == ""


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(ValueError, match="the range from 3 is empty"):
        ControlFace(id="x", name="x", minimum=3, maximum=3)


def test_a_wording_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="one wording"):
        ControlFace(id="x", name="x", maximum=2, value_words=("a", "b"))
