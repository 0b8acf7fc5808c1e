"""Scenes of a classroom keep their order, and the one at hand stays at hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.classroom.scenes import (
    scene_name,
    with_scene,
    with_scene_at,
    with_scene_moved,
    without_scene,
)
from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.scene import MOST_SCENES, Scene, Settings


def named(name: str) -> Scene:
    return Scene(settings=Settings(), name=name)


def names(classroom: Classroom) -> list[str]:
    return [scene.name for scene in classroom.scenes]


@st.composite
def rooms(draw: st.DrawFn) -> Classroom:
    """Draw a classroom of one to five scenes with different names, perhaps at one of them."""
    count = draw(st.integers(1, 5))
    scenes = tuple(named(str(number)) for number in range(count))
    return Classroom(scenes=scenes, scene=draw(st.none() | st.integers(0, count - 1)))


def at_hand(classroom: Classroom) -> str | None:
    scene = classroom.present_scene
    return None if scene is None else scene.name


@given(rooms())
def test_a_new_scene_stands_behind_the_one_at_hand_and_is_at_hand_then(room: Classroom) -> None:
    more = with_scene(room, named("new"))
    place = len(room.scenes) if room.scene is None else room.scene + 1
    assert names(more) == [*names(room)[:place], "new", *names(room)[place:]]
    assert at_hand(more) == "new"


@given(rooms(), st.data())
def test_a_scene_that_goes_takes_nothing_else_along(room: Classroom, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(room.scenes) - 1))
    fewer = without_scene(room, place)
    assert names(fewer) == [*names(room)[:place], *names(room)[place + 1 :]]
    assert at_hand(fewer) == (None if room.scene == place else at_hand(room))


@given(rooms(), st.data(), st.integers(-3, 9))
def test_a_scene_that_moves_lets_the_others_keep_their_order(
    room: Classroom, data: st.DataObject, to: int
) -> None:
    place = data.draw(st.integers(0, len(room.scenes) - 1))
    moved = with_scene_moved(room, place, to)
    end = max(0, min(to, len(room.scenes) - 1))
    rest = [name for name in names(room) if name != str(place)]
    assert names(moved) == [*rest[:end], str(place), *rest[end:]]
    assert at_hand(moved) == at_hand(room)
    assert with_scene_moved(moved, end, place) == room


@given(rooms(), st.data())
def test_a_scene_that_changes_stays_where_it_is(room: Classroom, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(room.scenes) - 1))
    changed = with_scene_at(room, place, named("changed"))
    assert names(changed) == [*names(room)[:place], "changed", *names(room)[place + 1 :]]
    assert changed.scene == room.scene


def test_a_full_document_takes_no_scene_more_and_says_so() -> None:
    full = Classroom(scenes=(named("a"),) * MOST_SCENES)
    with pytest.raises(ScenarioError, match="Remove one first"):
        with_scene(full, named("b"))


def test_a_scene_is_called_by_its_own_name_else_by_that_of_its_scenario() -> None:
    assert scene_name(Scene(settings=Settings(name="Hanoi"), name="Own")) == "Own"
    assert scene_name(Scene(settings=Settings(name="Hanoi"))) == "Hanoi"
    assert scene_name(Scene(settings=Settings(preset="october-2025"))) == "october-2025"
    assert scene_name(Scene(settings=Settings())) == ""
