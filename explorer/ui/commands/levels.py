"""The commands of the levels: explore, analyse, present, and what the presentation can do."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from explorer.model.level import Level
from explorer.model.wording import tr
from explorer.ui.commands.command import Command
from explorer.ui.present.presentation import Presentation
from explorer.ui.window.desk import Desk
from explorer.ui.window.levels import Levels

PRESENT_KEYS = ("F5", "Ctrl+Return") if sys.platform == "darwin" else ("F5",)
"""What begins a presentation, as presentation programs have it."""


class LevelCommands(QObject):
    """What chooses how much the window shows, and what can be done with a presentation.

    ``chosen()``: The hand chose a level.
    """

    chosen = Signal()

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        """Serve a window."""
        super().__init__(window)
        self._desk = desk
        self.presentation = Presentation(window, desk)
        self.levels = Levels(desk, self.presentation)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (*self._level_table(), *self._presentation_table())

    def explore(self, is_on: bool) -> None:
        """Show a few controls and the board."""
        self.show("explore")

    def analyse(self, is_on: bool) -> None:
        """Show the whole window."""
        self.show("analyse")

    def present(self, is_on: bool) -> None:
        """Present the picture that has the keyboard, the board by default, or end it."""
        if is_on and not self.presentation.is_on:
            self.show("present")
        elif not is_on:
            self.presentation.end()

    def step_on(self) -> None:
        """Present the next scene, or the next picture."""
        self.presentation.step(1)

    def step_back(self) -> None:
        """Present the scene before, or the picture before."""
        self.presentation.step(-1)

    def show_back_row(self, is_on: bool) -> None:
        """Size the presentation for a long room, or for an ordinary one."""
        self._desk.settings.change(present_back_row=is_on)

    def show_own_colours(self, is_on: bool) -> None:
        """Present in the colours of the window, or in those of a projector."""
        self._desk.settings.change(present_colours="window" if is_on else "projector")

    def show(self, level: Level) -> None:
        """Show a level because the hand, or the command line, chose it."""
        self.chosen.emit()
        self.levels.choose(level)

    def _level_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "explore",
                tr("Explo&re"),
                self.explore,
                ("F2",),
                short=tr("Explore"),
                tip=tr("See the headline, a few controls and the board"),
                terms=tr("simple beginner newcomer few controls level"),
                on_start_page=True,
                is_checkable=True,
            ),
            Command(
                "analyse",
                tr("&Analyse"),
                self.analyse,
                ("F3",),
                short=tr("Analyse"),
                tip=tr("See every control and every picture"),
                terms=tr("everything whole window analyze level"),
                on_start_page=True,
                is_checkable=True,
            ),
            Command(
                "present",
                tr("Present"),
                self.present,
                PRESENT_KEYS,
                short=tr("Present"),
                tip=tr("Fill a screen with one picture, large enough for a room"),
                terms=tr("projector screen audience room slide show class large level"),
                on_start_page=True,
                is_checkable=True,
            ),
        )

    def _presentation_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "present_next",
                tr("Next scene or presented pict&ure"),
                self.step_on,
                ("Ctrl+PgDown",),
            ),
            Command(
                "present_previous",
                tr("Pre&vious scene or presented picture"),
                self.step_back,
                ("Ctrl+PgUp",),
            ),
            Command("present_blank", tr("Blac&k screen"), self.presentation.blank),
            Command(
                "present_back_row",
                tr("Size&d for the back row"),
                self.show_back_row,
                is_checkable=True,
                on_start_page=True,
            ),
            Command(
                "present_colours",
                tr("Present in the &window’s colours"),
                self.show_own_colours,
                is_checkable=True,
                on_start_page=True,
            ),
        )
