"""The commands for comparing: pin, compare, swap, and the comparison as one page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from explorer.model.pin import PIN_LETTERS
from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Submenu
from explorer.ui.commands.notices import Notices
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.comparison_export import ComparisonExport
from explorer.ui.live.side_by_side import SideBySide
from explorer.ui.window.desk import Desk


class ComparisonCommands(QObject):
    """What pins scenarios and holds them against each other."""

    def __init__(
        self, window: QMainWindow, desk: Desk, notices: Notices, written: WrittenFiles
    ) -> None:
        """Compare what ``desk`` shows; ``notices`` tell what was done, ``written`` of files."""
        super().__init__(window)
        self._desk = desk
        self._notices = notices
        self.comparing = desk.pictures.comparing
        self.export = ComparisonExport(window, desk)
        self._boards = SideBySide(desk.pictures, self.comparing, desk.workbench.stage)
        self.comparing.told.connect(self._tell_of_pins)
        self.export.written.connect(written.tell)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "pin_snapshot",
                tr("&Pin snapshot"),
                self.comparing.pin_snapshot,
                ("Ctrl+D",),
                short=tr("Pin"),
                icon="pin",
                tip=tr("Keep what is on screen, and see its board beside the live one"),
            ),
            Command(
                "compare",
                tr("C&ompare"),
                self.comparing.toggle,
                ("Ctrl+E",),
                short=tr("Compare"),
                icon="columns-2",
                tip=tr("Show what differs from a pin; without one, from the other side"),
                is_checkable=True,
            ),
            Command(
                "swap_pins",
                tr("Swap &A and B"),
                self.comparing.swap,
                ("Ctrl+Shift+E",),
                enabled=lambda state: set(PIN_LETTERS[:2]) <= {pin.letter for pin in state.pins},
            ),
            Command("export_comparison", tr("Export co&mparison…"), self.export.begin),
        )

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menu of pins."""
        return (Submenu("pins", tr("P&ins"), self.choose_pin),)

    def choose_pin(self, choice: str) -> None:
        """Do with a pin what a menu entry stands for: an action and a letter."""
        self.comparing.do(*choice.split())

    def _tell_of_pins(self, text: str) -> None:
        self._notices.show(text)
        self._desk.workbench.summary.announce(text)
