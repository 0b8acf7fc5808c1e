"""Scenes of a classroom: added, changed, moved and taken away, with the one at hand kept."""

from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.scene import MOST_SCENES, Scene


def with_scene(classroom: Classroom, scene: Scene) -> Classroom:
    """Return a classroom with a scene more, behind the one at hand; it is at hand then.

    Raises :class:`ScenarioError` if there are as many as a document can hold.
    """
    if len(classroom.scenes) >= MOST_SCENES:
        raise ScenarioError(f"A document holds {MOST_SCENES} scenes. Remove one first.")
    count = len(classroom.scenes)
    place = count if classroom.scene is None else min(classroom.scene + 1, count)
    scenes = (*classroom.scenes[:place], scene, *classroom.scenes[place:])
    return classroom.having(scenes=scenes, scene=place)


def with_scene_at(classroom: Classroom, place: int, scene: Scene) -> Classroom:
    """Return a classroom with another scene at a place that has one."""
    scenes = (*classroom.scenes[:place], scene, *classroom.scenes[place + 1 :])
    return classroom.having(scenes=scenes)


def without_scene(classroom: Classroom, place: int) -> Classroom:
    """Return a classroom without the scene at a place; none is at hand if it was that one."""
    scenes = (*classroom.scenes[:place], *classroom.scenes[place + 1 :])
    at = classroom.scene
    if at is not None and at >= place:
        at = None if at == place else at - 1
    return classroom.having(scenes=scenes, scene=at)


def with_scene_moved(classroom: Classroom, place: int, to: int) -> Classroom:
    """Return a classroom with the scene of one place at another; the same scene stays at hand.

    ``to``: Where it stands then; the nearer end for places beyond.
    """
    count = len(classroom.scenes)
    to = max(0, min(to, count - 1))
    order = list(range(count))
    order.insert(to, order.pop(place))
    at = None if classroom.scene is None else order.index(classroom.scene)
    return classroom.having(scenes=tuple(classroom.scenes[each] for each in order), scene=at)


def scene_name(scene: Scene) -> str:
    """Return what to call a scene: its own name, else that of its scenario."""
    return scene.name or scene.settings.name or scene.settings.preset or ""
