"""The commands of studies: the window in which they are planned, run and looked at."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.model.wording import tr
from explorer.ui.commands.command import Command
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from explorer.ui.study.study_session import StudySession


class StudyCommands(QObject):
    """Opens the study window."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Serve a window; ``desk`` holds the scenario from which studies start."""
        super().__init__(window)
        self._parent = window
        self._desk = desk
        self._is_made = False

    @cached_property
    def session(self) -> "StudySession":
        """Plan, runs and window, made when first wanted."""
        from explorer.ui.study.study_session import StudySession

        self._is_made = True
        return StudySession(self._parent, self._desk)

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "study",
                tr("S&tudy…"),
                self.open,
                ("Ctrl+Shift+U",),
                tip=tr("Vary settings and assumptions over many scenarios at once"),
                terms=tr("sweep batch scenarios Latin hypercube Sobol parallel coordinates boxes"),
            ),
        )

    def open(self) -> None:
        """Bring the study window to the front."""
        self.session.open()

    def close(self) -> None:
        """Let go of whatever works for it."""
        if self._is_made:
            self.session.close()
