"""The layers of the board: off until the reader wants them, each for itself."""

import pytest

from explorer.figures.board_layers import BASELINE, ENDS, OFFERS, board_layers, shows
from explorer.figures.choice import OFF, ON

LAYERS = (ENDS, BASELINE, OFFERS)


@pytest.mark.parametrize("wanted", LAYERS)
def test_each_layer_is_switched_for_itself(wanted: str) -> None:
    wishes = {wanted: ON}
    choices = board_layers(wishes)
    assert tuple(choice.id for choice in choices) == LAYERS
    assert all(choice.is_switch for choice in choices)
    assert [choice.chosen for choice in choices] == [ON if id_ == wanted else OFF for id_ in LAYERS]
    assert [shows(wishes, id_) for id_ in LAYERS] == [id_ == wanted for id_ in LAYERS]


def test_all_layers_are_off_at_first_and_for_unknown_wishes() -> None:
    for wishes in ({}, dict.fromkeys(LAYERS, "perhaps")):
        assert {choice.chosen for choice in board_layers(wishes)} == {OFF}
        assert not any(shows(wishes, id_) for id_ in LAYERS)
