"""The scene session: what the hand does to the scenes of a document, one undoable step each."""

from PySide6.QtCore import QObject, Signal

from explorer.classroom.scenes import (
    scene_name,
    with_scene,
    with_scene_at,
    with_scene_moved,
    without_scene,
)
from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.scene import Scene
from explorer.model.wording import tr
from explorer.ui.classroom.scene_player import ScenePlayer
from explorer.ui.window.desk import Desk


class SceneSession(QObject):
    """Adds, shows, changes, moves and removes scenes.

    ``told(str)``: What was done, or why it could not be, in words.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, player: ScenePlayer) -> None:
        """Work on the document of a desk."""
        super().__init__(desk.workbench)
        self._desk = desk
        self._player = player

    @property
    def classroom(self) -> Classroom:
        """What the document holds for teaching."""
        return self._desk.store.state.classroom

    def scene(self, place: int) -> Scene | None:
        """Return the scene at a place, or None."""
        scenes = self.classroom.scenes
        return scenes[place] if 0 <= place < len(scenes) else None

    def add(self) -> None:
        """Keep what is on screen as a scene, behind the one at hand."""
        try:
            classroom = with_scene(self.classroom, self._player.captured())
        except ScenarioError as error:
            self.told.emit(str(error))
            return
        self._desk.store.teach(classroom, tr("add scene"))
        self.told.emit(tr("Scene {number} is added.", number=(classroom.scene or 0) + 1))

    def go(self, place: int) -> bool:
        """Go to the scene at a place; return whether it is there and on screen."""
        scene = self.scene(place)
        if scene is None:
            return False
        name = tr("go to scene {name}", name=scene_name(scene))
        try:
            self._player.play(scene, self.classroom.having(scene=place), name)
        except ScenarioError as error:
            self.told.emit(str(error))
            return False
        return True

    def step(self, by: int) -> bool:
        """Go to the next scene (1) or the one before (-1); return whether scenes are gone through.

        Before the first and behind the last one nothing happens.
        """
        classroom = self.classroom
        if not classroom.scenes or classroom.lesson is not None:
            return False
        at = classroom.scene
        place = (0 if by > 0 else len(classroom.scenes) - 1) if at is None else at + by
        if not self.go(place):
            self.told.emit(tr("This is the last scene.") if by > 0 else tr("This is the first."))
        return True

    def jump(self, number: int) -> bool:
        """Go to the scene with a number, counted from 1; return whether it is there."""
        return self.classroom.lesson is None and self.go(number - 1)

    def update(self, place: int) -> None:
        """Keep what is on screen in the scene at a place; its words stay."""
        scene = self.scene(place)
        if scene is None:
            return
        seen = self._player.captured()
        fields = ("settings", "view", "lower", "choices", "row", "package")
        changed = scene.having(**{each: getattr(seen, each) for each in fields})
        classroom = with_scene_at(self.classroom, place, changed).having(scene=place)
        self._desk.store.teach(classroom, tr("update scene"))
        self.told.emit(tr("Scene {number} is what is on screen.", number=place + 1))

    def change(self, place: int, field: str, value: object, name: str) -> None:
        """Give one field of the scene at a place another value; typing in one go is one step."""
        scene = self.scene(place)
        if scene is not None and getattr(scene, field) != value:
            changed = scene.having(**{field: value})
            classroom = with_scene_at(self.classroom, place, changed)
            self._desk.store.teach(classroom, name, f"scene {place} {field}")

    def rename(self, place: int, name: str) -> None:
        """Call the scene at a place otherwise; "" for the name of its scenario."""
        self.change(place, "name", name.strip(), tr("rename scene"))

    def remove(self, place: int) -> None:
        """Take the scene at a place away; undo brings it back."""
        scene = self.scene(place)
        if scene is not None:
            self._desk.store.teach(without_scene(self.classroom, place), tr("remove scene"))
            name = scene_name(scene)
            self.told.emit(tr("Scene “{name}” is removed. Undo brings it back.", name=name))

    def move(self, place: int, to: int) -> None:
        """Put the scene of one place at another."""
        classroom = with_scene_moved(self.classroom, place, to)
        self._desk.store.teach(classroom, tr("move scene"))
