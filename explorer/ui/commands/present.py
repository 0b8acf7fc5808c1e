"""The commands of the presentation: begin and end it, step through pictures, size and colours."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from explorer.model.wording import tr
from explorer.ui.commands.command import Command
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk

PRESENT_KEYS = ("F5", "Ctrl+Return") if sys.platform == "darwin" else ("F5",)
"""What begins a presentation, as presentation programs have it."""


class PresentCommands(QObject):
    """What shows one picture to a room, and what can be done with it from the window.

    Parameters
    ----------
    window
        The window in which everything is set.
    desk
        What is presented.
    """

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._desk = desk
        self.presentation = Presentation(window, desk)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "present",
                tr("P&resent"),
                self.present,
                PRESENT_KEYS,
                short=tr("Present"),
                terms=tr("projector screen audience room slide show class large"),
                is_checkable=True,
                on_start_page=True,
            ),
            Command(
                "present_next",
                tr("Next presented pict&ure"),
                self.step_on,
                ("Ctrl+PgDown",),
            ),
            Command(
                "present_previous",
                tr("Previ&ous presented picture"),
                self.step_back,
                ("Ctrl+PgUp",),
            ),
            Command("present_blank", tr("&Black screen"), self.presentation.blank),
            Command(
                "present_back_row",
                tr("Sized for the bac&k row"),
                self.show_back_row,
                is_checkable=True,
                on_start_page=True,
            ),
            Command(
                "present_colours",
                tr("Present in the w&indow’s colours"),
                self.show_own_colours,
                is_checkable=True,
                on_start_page=True,
            ),
        )

    def present(self, is_on: bool) -> None:
        """Present the picture that has the keyboard, the board by default, or end it."""
        if is_on == self.presentation.is_on:
            return
        if is_on:
            self.presentation.begin(self._focused_view())
        else:
            self.presentation.end()

    def step_on(self) -> None:
        """Present the next picture."""
        self.presentation.step(1)

    def step_back(self) -> None:
        """Present the picture before."""
        self.presentation.step(-1)

    def show_back_row(self, is_on: bool) -> None:
        """Size the presentation for a long room, or for an ordinary one."""
        self._desk.settings.change(present_back_row=is_on)

    def show_own_colours(self, is_on: bool) -> None:
        """Present in the colours of the window, or in those of a projector."""
        self._desk.settings.change(present_colours="window" if is_on else "projector")

    def _focused_view(self) -> str:
        bench = self._desk.workbench
        is_board = bench.frame_with_focus() is bench.board
        return BOARD if is_board else self._desk.pictures.lower_view
