"""The commands of scenes: what is prepared for a room, shown to it, locked and revealed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from explorer.model.assumption import is_variation_of
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.classroom.answer_bar import HiddenAnswer
from explorer.ui.classroom.lock_keeper import LockKeeper
from explorer.ui.classroom.presenting import Presenting
from explorer.ui.classroom.scene_editor import SceneEditor
from explorer.ui.classroom.scene_player import ScenePlayer
from explorer.ui.classroom.scene_session import SceneSession
from explorer.ui.classroom.scene_strip import SceneStrip
from explorer.ui.classroom.scene_thumbnails import SceneThumbnails, Wanted
from explorer.ui.commands.command import Command
from explorer.ui.commands.notices import Notices
from explorer.ui.live.locks import LOCK_KEYS
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk
from explorer.ui.window.levels import Levels


def _has_scenes(state: State) -> bool:
    return bool(state.classroom.scenes)


class SceneCommands(QObject):
    """What prepares scenes and goes through them.

    Attributes
    ----------
    player
        Shows scenes; there is one for each window.
    presenting
        The console of who teaches.

    Signals
    -------
    ticked(str, bool)
        Whether a command with an id is on.
    """

    ticked = Signal(str, bool)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        notices: Notices,
        levels: Levels,
        presentation: Presentation,
    ) -> None:
        """Serve a window, its levels and its presentation."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._levels = levels
        self._presentation = presentation
        self._wish: bool | None = None
        self.editor: SceneEditor | None = None
        self.player = ScenePlayer(desk)
        self.session = SceneSession(desk, self.player)
        self.thumbnails = SceneThumbnails(desk)
        self.strip = SceneStrip(self.thumbnails.picture)
        self.presenting = Presenting(window, desk, presentation, self.session, self.thumbnails)
        desk.workbench.add_below(self.strip)
        self.hidden = HiddenAnswer(window, desk.workbench, presentation)
        self.locks = LockKeeper(desk, levels, presentation)
        self.player.shown.connect(presentation.show_scene)
        self.player.glided.connect(presentation.glide_from)
        self.session.told.connect(notices.tell)
        desk.locks.changed.connect(self._on_locks)
        presentation.changed.connect(self._on_presenting)
        desk.session.document_opened.connect(self._forget_wish)
        desk.store.subscribe(self._on_state)
        self._connect_strip()
        self._show()

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (*self._scene_table(), *self._room_table())

    def show_strip(self, is_on: bool) -> None:
        """Show the scenes under the pictures, or put them away."""
        self._wish = is_on
        self._show()

    def add(self) -> None:
        """Keep what is on screen as a scene."""
        self._wish = None
        self.session.add()

    def update(self) -> None:
        """Keep what is on screen in the scene at hand."""
        self.session.update(self._place())

    def remove(self) -> None:
        """Take the scene at hand away."""
        self.session.remove(self._place())

    def edit_words(self) -> None:
        """Open the words of the scene at hand beside the window."""
        case = self._desk.store.state.scenario.case
        if self.editor is None:
            self.editor = SceneEditor(self._window, case)
            self.editor.changed.connect(self._on_edited)
        self._show_editor()
        self.editor.show()
        self.editor.raise_()
        self.editor.activateWindow()

    def begin_first(self) -> None:
        """Present the scenes from the first one on."""
        if self.session.go(0):
            self._levels.choose("present")

    def swap_screens(self) -> None:
        """Let the main window and that of the room change screens."""
        self._presentation.swap_screens()

    def lock(self, is_on: bool) -> None:
        """Lock all controls but those that a step leaves free, or unlock them."""
        self._desk.locks.lock(is_on=is_on)

    def _scene_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "scenes",
                tr("&Scenes"),
                self.show_strip,
                tip=tr("Show the scenes under the pictures"),
                terms=tr("slides strip storyboard"),
                is_checkable=True,
            ),
            Command(
                "add_scene",
                tr("&Add scene"),
                self.add,
                ("Ctrl+Shift+N",),
                tip=tr("Keep what is on screen as a scene, to go back to and to present"),
                terms=tr("slide snapshot keep"),
            ),
            Command(
                "update_scene",
                tr("&Update scene from screen"),
                self.update,
                tip=tr("Keep what is on screen in the scene that was gone to last"),
                enabled=_has_scenes,
            ),
            Command(
                "scene_words",
                tr("S&cene…"),
                self.edit_words,
                tip=tr("Write caption and notes, choose rows and sliders, hide the answer"),
                terms=tr("caption speaker notes rows"),
                enabled=_has_scenes,
            ),
            Command("remove_scene", tr("&Remove scene"), self.remove, enabled=_has_scenes),
        )

    def _room_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "present_first",
                tr("Present from the &first scene"),
                self.begin_first,
                ("Shift+F5",),
                enabled=_has_scenes,
            ),
            Command(
                "swap_screens",
                tr("S&wap screens"),
                self.swap_screens,
                tip=tr("Let the window and the presentation change screens"),
                terms=tr("monitor display projector"),
            ),
            Command(
                "lock_controls",
                tr("&Lock controls"),
                self.lock,
                (LOCK_KEYS,),
                tip=tr("Let no slider and no switch be moved by hand, or let them move again"),
                icon="lock",
                terms=tr("padlock freeze fix hold"),
                is_checkable=True,
            ),
        )

    def _connect_strip(self) -> None:
        strip, session = self.strip, self.session
        strip.added.connect(self.add)
        strip.edited.connect(self.edit_words)
        strip.list.chosen.connect(session.go)
        strip.list.removed.connect(session.remove)
        strip.list.moved.connect(session.move)
        strip.list.scenes.renamed.connect(session.rename)
        strip.list.selectionModel().currentChanged.connect(self._on_current)
        strip.pictures_wanted.connect(self._draw)
        self.thumbnails.drawn.connect(strip.show_drawn)

    def _place(self) -> int:
        """Return the place of the scene that is worked on: the one at hand, else that chosen."""
        at = self.strip.list.place
        if at is None:
            at = self.session.classroom.scene
        return -1 if at is None else at

    def _draw(self) -> None:
        self.thumbnails.draw(self._wanted)

    def _wanted(self) -> list[Wanted]:
        return [*self.strip.wanted_pictures(), *self.presenting.wanted_pictures()]

    def _on_state(self, old: State, new: State) -> None:
        if not is_variation_of(new.scenario.case, old.scenario.case) and self.editor is not None:
            self.editor.close()
            self.editor.deleteLater()
            self.editor = None
        if new.classroom is not old.classroom:
            self._show()
        elif new.scenario.case is not old.scenario.case:
            self._draw()

    def _show(self) -> None:
        """Show the scenes of the document, where there are any or they are wanted."""
        classroom = self.session.classroom
        self.strip.show_classroom(classroom)
        is_shown = bool(classroom.scenes) if self._wish is None else self._wish
        self.strip.setVisible(is_shown)
        self.ticked.emit("scenes", is_shown)
        self._show_editor()

    def _show_editor(self) -> None:
        if self.editor is not None:
            place = self._place()
            self.editor.show_scene(self.session.scene(place), place + 1)

    def _on_current(self) -> None:
        self._show_editor()

    def _on_edited(self, field: str, value: object) -> None:
        names = {"name": tr("rename scene"), "rows": tr("choose rows of the scene")}
        name = names.get(field, tr("change the words of the scene"))
        self.session.change(self._place(), field, value, name)

    def _on_locks(self) -> None:
        self.ticked.emit("lock_controls", self._desk.locks.is_on)

    def _on_presenting(self, is_on: bool) -> None:
        self.strip.be_slim(is_slim=self._presentation.is_beside)

    def _forget_wish(self) -> None:
        self._wish = None
        self._show()
