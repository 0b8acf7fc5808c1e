"""The scene player: what is on screen as a scene, and a scene on screen."""

from PySide6.QtCore import QObject, Signal

from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.model.classroom import Classroom
from explorer.model.errors import ScenarioError
from explorer.model.scene import Scene, levels_of, scene_package, settings_of
from explorer.store.state import State
from explorer.ui.live.live_pictures import BOARD, FIRST_LOWER_VIEW
from explorer.ui.live.view_places import LookedAt
from explorer.ui.pictures.motion import GLIDE_MILLISECONDS, SLOW
from explorer.ui.window.desk import Desk
from explorer.views.registry import VIEW_IDS


class ScenePlayer(QObject):
    """Shows scenes: the scenario in one undoable step, and the pictures with it.

    There is one for each window, that of its commands. Where undo or redo leads to another scene,
    its pictures come back too.

    Signals
    -------
    shown(object)
        The pictures of a :class:`~explorer.model.scene.Scene` are on screen.
    glided(object, int)
        Handles glide from where a scenario had them, in so many milliseconds.
    """

    shown = Signal(object)
    glided = Signal(object, int)

    def __init__(self, desk: Desk) -> None:
        """Show scenes on a desk."""
        super().__init__(desk.workbench)
        self._desk = desk
        self._is_playing = False
        desk.store.subscribe(self._on_state)

    def captured(self) -> Scene:
        """Return what is on screen now as a scene without a name."""
        scenario = self._desk.store.state.scenario
        seen = self._desk.pictures.looked_at()
        return Scene(
            settings=settings_of(scenario),
            view=seen.upper,
            lower=seen.lower,
            choices=dict(seen.choices),
            row=seen.row,
            package=levels_of(scenario.case, seen.package),
        )

    def play(self, scene: Scene, classroom: Classroom, name: str) -> None:
        """Go to a scene in one step, and animate what differs from what was there.

        Parameters
        ----------
        scene
            Its scenario is taken under the document's assumptions.
        classroom
            What the document holds from then on.
        name
            What undo will call the step.

        Raises
        ------
        ScenarioError
            If the case lacks something that the scene names; then nothing has changed.
        """
        store, pictures = self._desk.store, self._desk.pictures
        before = store.state
        scenario = scene.settings.scenario(before.scenario.case)
        scene_package(before.scenario.case, scene)
        pictures.slow_to = scenario
        pictures.turn_to(looked_at(scene, before.scenario.case))
        self._is_playing = True
        try:
            store.teach(classroom, name, scenario=scenario)
        finally:
            self._is_playing = False
        pictures.show_look()
        self._glide(before)
        self.shown.emit(scene)

    def _on_state(self, old: State, new: State) -> None:
        """Show the pictures of the scene to which undo or redo led."""
        if self._is_playing or place_of(old.classroom) == place_of(new.classroom):
            return
        scene = new.classroom.shown_scene
        is_same_case = is_variation_of(new.scenario.case, old.scenario.case)
        if scene is not None and is_same_case and scene != old.classroom.shown_scene:
            self._desk.pictures.turn_to(looked_at(scene, new.scenario.case))
            self._desk.pictures.show_look()
            self._glide(old)
            self.shown.emit(scene)

    def _glide(self, before: State) -> None:
        """Draw handles on their way from where they stood."""
        pictures = self._desk.pictures
        if not pictures.is_calm and before.scenario != self._desk.store.state.scenario:
            for panel in self._desk.workbench.panels():
                panel.glide_from(before.scenario, SLOW * GLIDE_MILLISECONDS)
            self.glided.emit(before.scenario, SLOW * GLIDE_MILLISECONDS)


def looked_at(scene: Scene, case: Case) -> LookedAt:
    """Return what somebody looks at in a scene; what is left open or unknown is as at first."""
    upper = scene.view if scene.view in VIEW_IDS else BOARD
    lower = scene.lower if scene.lower in VIEW_IDS else FIRST_LOWER_VIEW
    if lower == upper:
        lower = BOARD if upper != BOARD else FIRST_LOWER_VIEW
    rows = [row.id for row in case.rows]
    try:
        package = scene_package(case, scene)
    except ScenarioError:
        package = None
    # The row that is looked at is one of those that stand out.
    standing = [each for each in scene.rows if each in rows]
    row = next(each for each in (scene.row, *standing, *rows) if each in (standing or rows))
    return LookedAt(upper, lower, dict(scene.choices), row, package)


def place_of(classroom: Classroom) -> tuple[int | None, int | None]:
    """Return the places of the scene and of the step that are at hand."""
    return classroom.scene, classroom.step
