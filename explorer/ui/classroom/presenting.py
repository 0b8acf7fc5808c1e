"""Presenting scenes: the console beside a room's screen, and the keys that step through scenes."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from explorer.classroom.scenes import scene_name
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.classroom.presenter_console import SHAPE, PresenterConsole
from explorer.ui.classroom.scene_session import SceneSession
from explorer.ui.classroom.scene_thumbnails import SceneThumbnails, Wanted
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk

KEYS = ("PgUp", "PgDown", ".")
"""What steps back, on, and makes the room's screen black, in the main window too."""


class Presenting(QObject):
    """Keeps the console up to date while a room has a screen of its own.

    A lesson fills the console itself, as long as it has its words on the stage.
    """

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        presentation: Presentation,
        session: SceneSession,
        thumbnails: SceneThumbnails,
    ) -> None:
        """Serve a window and its presentation."""
        super().__init__(window)
        self._desk = desk
        self._presentation = presentation
        self._session = session
        self._thumbnails = thumbnails
        self._is_beside = False
        self.console = PresenterConsole()
        desk.workbench.add_below(self.console)
        presentation.steppers.append(session.step)
        presentation.jumpers.append(session.jump)
        self._keys = tuple(QShortcut(QKeySequence(keys), window) for keys in KEYS)
        for key, act in zip(
            self._keys, (self._go_back, self._go_on, presentation.blank), strict=True
        ):
            key.setEnabled(False)
            key.activated.connect(act)
        self.console.stepped.connect(presentation.step)
        self.console.blanked.connect(presentation.blank)
        self.console.swapped.connect(presentation.swap_screens)
        self.console.ended.connect(presentation.end)
        presentation.changed.connect(self._on_presenting)
        presentation.shown.connect(self._show_stage)
        presentation.words_changed.connect(self.show)
        thumbnails.drawn.connect(self.show)
        desk.store.subscribe(self._on_state)

    def show(self) -> None:
        """Show notes, place and what comes next of the scenes."""
        console, classroom = self.console, self._desk.store.state.classroom
        is_lesson = self._presentation.has_lesson_words or classroom.present_step is not None
        if not self._is_beside or is_lesson:
            return
        scene = classroom.present_scene
        console.show_notes("" if scene is None else scene.notes)
        count = len(classroom.scenes)
        at = -1 if scene is None or classroom.scene is None else classroom.scene
        told = tr("Scene {number} of {count}", number=at + 1, count=count)
        console.show_place(told if scene is not None else tr("No scene is shown."))
        following = self._session.scene(at + 1)
        if following is None:
            console.show_next("")
            return
        size, ratio = self._size(), console.devicePixelRatioF()
        is_secret = following.hides_answer
        picture = None if is_secret else self._thumbnails.picture(following, size, ratio)
        name = tr("{number}  {name}", number=at + 2, name=scene_name(following))
        console.show_next(name, picture)

    def wanted_pictures(self) -> list[Wanted]:
        """Return the scene that comes next, with the size of its small picture."""
        at = self._desk.store.state.classroom.scene
        following = self._session.scene(0 if at is None else at + 1)
        if not self._is_beside or following is None:
            return []
        return [(following, self._size(), self.console.devicePixelRatioF())]

    def _size(self) -> QSize:
        wide = self.console.picture_width()
        return QSize(wide, round(SHAPE * wide))

    def _go_back(self) -> None:
        self._presentation.step(-1)

    def _go_on(self) -> None:
        self._presentation.step(1)

    def _on_presenting(self, is_on: bool) -> None:
        for key in self._keys:
            key.setEnabled(is_on)
        self._show_stage()

    def _show_stage(self) -> None:
        """Show the console while the room has a screen of its own."""
        is_beside = self._presentation.is_beside
        window = self._presentation.window
        self.console.show_blank(is_blank=window is not None and window.is_blank)
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self.console.setVisible(is_beside)
            taken = self.console.sizeHint().height() if is_beside else 0
            self._desk.workbench.stage.leave_room(taken)
            if is_beside:
                self.console.begin()
                self.show()
        if window is None:
            self.console.end()

    def _on_state(self, old: State, new: State) -> None:
        if new.classroom is not old.classroom:
            self.show()
