"""The commands of the stage: which pictures are on screen, and how they lie."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.files.settings import PictureLayout
from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Submenu
from explorer.ui.commands.notices import Notices
from explorer.ui.window.desk import Desk
from explorer.ui.window.tab_strip import digit_keys
from explorer.views.tabs import TABS, Tab


def tab_command(tab_id: str) -> str:
    """Return the id of the command that shows what a tab of the gallery stands for."""
    return f"show_{tab_id}"


def layout_command(layout: PictureLayout) -> str:
    """Return the id of the command that chooses a layout."""
    return f"layout_{layout}"


class StageCommands(QObject):
    """Chooses pictures and their layout."""

    def __init__(self, window: QWidget, desk: Desk, notices: Notices) -> None:
        super().__init__(window)
        self._desk = desk
        self._notices = notices

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        pictures = (self._tab_command(number, tab) for number, tab in enumerate(TABS, start=1))
        return (*pictures, *self._step_table(), *self._layout_table())

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menu of pictures."""
        return (Submenu("picture", tr("P&icture"), self._desk.pictures.choose_tab),)

    def step(self, by: int) -> None:
        """Show the next picture (1) or the one before (-1) in the active place."""
        pictures = self._desk.pictures
        here = pictures.active_tab
        others = {view_id for view_id in pictures.shown_views() if view_id != pictures.active_view}
        ring = [tab.id for tab in TABS if tab.view_id not in others]
        pictures.choose_tab(ring[(ring.index(here) + by) % len(ring)])

    def choose_layout(self, layout: PictureLayout) -> None:
        """Lay the pictures out in another way, as soon as the window has room for it."""
        stage = self._desk.workbench.stage
        stage.choose_layout(layout)
        if stage.arrangement() != layout:
            self._notices.tell(tr("This window has room for one picture at a time."))

    def maximise(self) -> None:
        """Show nothing but the active picture, or everything again."""
        self._desk.workbench.stage.toggle_maximised()

    def _tab_command(self, number: int, tab: Tab) -> Command:
        return Command(
            tab_command(tab.id),
            tab.title(),
            partial(self._desk.pictures.choose_tab, tab.id),
            digit_keys(number),
            is_choice=True,
            is_local=True,
        )

    def _step_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "next_picture",
                tr("&Next picture"),
                partial(self.step, 1),
                ("Ctrl+Tab",),
                is_local=True,
            ),
            Command(
                "previous_picture",
                tr("P&revious picture"),
                partial(self.step, -1),
                ("Ctrl+Shift+Tab",),
                is_local=True,
            ),
        )

    def _layout_table(self) -> tuple[Command, ...]:
        layouts: tuple[tuple[PictureLayout, str, str], ...] = (
            ("stacked", tr("Two pictures above each &other"), "F7"),
            ("beside", tr("Two pictures side &by side"), "F8"),
            ("single", tr("One picture a&lone"), "F9"),
        )
        return (
            *(
                Command(
                    layout_command(layout),
                    words,
                    partial(self.choose_layout, layout),
                    (keys,),
                    is_choice=True,
                    is_local=True,
                )
                for layout, words, keys in layouts
            ),
            Command(
                "maximise",
                tr("Ma&ximise picture"),
                self.maximise,
                ("Shift+F11",),
                terms=tr("enlarge zoom full size large"),
                is_checkable=True,
                is_local=True,
            ),
        )
