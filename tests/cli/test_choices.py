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
    chosen = rooms.pictures[0].viewing.choices
    assert tuple(chosen.items()) == (("sure.show", "rule"), ("sure.about", "yongbyon"))


@pytest.mark.parametrize(
    ("wish", "known"),
    [("sweep.control=weather", "us_will"), ("rain=on", "sweep.control")],
)
def test_what_a_picture_does_not_offer_is_refused_with_what_it_does(
    dealzone: Dealzone, rooms: Rooms, tmp_path: Path, wish: str, known: str
) -> None:
    words = ("picture", "-o", tmp_path / "a.png", "--view", "sweep", "--choose", wish)
    ran = dealzone(*words)
    assert ran.code == 2
    assert f"{wish} cannot be chosen for the picture sweep." in ran.err
    assert known in ran.err
    assert not rooms.pictures


def test_a_picture_without_choices_says_so(dealzone: Dealzone, tmp_path: Path) -> None:
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--view", "gains", "--choose", "a=b")
    assert "Known: nothing." in ran.err


@pytest.mark.parametrize("wish", ["sure.show", "sure.show=", "=rule", " = "])
def test_half_a_choice_is_refused(dealzone: Dealzone, tmp_path: Path, wish: str) -> None:
    ran = dealzone("picture", "-o", tmp_path / "a.png", "--choose", wish)
    assert ran.code == 2
    assert "--choose" in ran.err
    assert not (tmp_path / "a.png").exists()
