"""``picture --choose``: what is chosen reaches the picture, or is refused with the form."""

from pathlib import Path

import pytest

from tests.cli.conftest import Dealzone, Rooms


def test_choices_reach_the_picture_in_their_order(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path
) -> None:
    wished = ("sure.show=rule", " sure.about = yongbyon ")
    options = [word for wish in wished for word in ("--choose", wish)]
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--view", "sure", *options)
    assert ran.code == 0
    assert tuple(rooms.pictures[0].choices) == (("sure.show", "rule"), ("sure.about", "yongbyon"))


@pytest.mark.parametrize("wish", ["sure.show", "sure.show=", "=rule", " = "])
def test_half_a_choice_is_refused(dealzone: Dealzone, tmp_path: Path, wish: str) -> None:
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--choose", wish)
    assert ran.code == 2
    assert "--choose" in ran.err
    assert not (tmp_path / "a.png").exists()
