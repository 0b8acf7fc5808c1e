"""The commands of scenes: what is prepared for a room, shown to it, locked and revealed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from explorer.model.wording import tr
from explorer.ui.classroom.answer_bar import HiddenAnswer
from explorer.ui.classroom.lock_keeper import LockKeeper
from explorer.ui.classroom.scene_player import ScenePlayer
from explorer.ui.commands.command import Command
from explorer.ui.live.locks import LOCK_KEYS
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk
from explorer.ui.window.levels import Levels


class SceneCommands(QObject):
    """What prepares scenes and goes through them.

    ``ticked(str, bool)``: Whether a command with an id is on.
    """

    ticked = Signal(str, bool)

    def __init__(
        self, window: QMainWindow, desk: Desk, levels: Levels, presentation: Presentation
    ) -> None:
        """Serve a window, its levels and its presentation."""
        super().__init__(window)
        self._desk = desk
        self._presentation = presentation
        desk.locks.changed.connect(self._on_locks)
        self.player = ScenePlayer(desk)
        self.player.shown.connect(presentation.show_scene)
        self.player.glided.connect(presentation.glide_from)
        self.hidden = HiddenAnswer(window, desk.workbench, presentation)
        self.locks = LockKeeper(desk, levels, presentation)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
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

    def lock(self, is_on: bool) -> None:
        """Lock all controls but those that a step leaves free, or unlock them."""
        self._desk.locks.lock(is_on=is_on)

    def _on_locks(self) -> None:
        self.ticked.emit("lock_controls", self._desk.locks.is_on)
