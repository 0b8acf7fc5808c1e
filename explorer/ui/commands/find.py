"""The command that finds: every command, control, scenario, row, package, position and page."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from explorer.figures.finder import Entry, case_entries
from explorer.model.package import package_of
from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Keys, keys_text
from explorer.ui.commands.help import HelpCommands
from explorer.ui.commands.scenario import ScenarioCommands
from explorer.ui.commands.stage import tab_command
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.panels.finder import Finder
from explorer.ui.window.desk import Desk
from explorer.views.registry import view_by_id
from explorer.views.tabs import TAB_IDS, TABS, tab_by_id


class FindCommands(QObject):
    """Asks what is wanted and goes there.

    ``command_requested(str)``: The command with this id is to be done.
    """

    command_requested = Signal(str)

    def __init__(
        self, window: QMainWindow, desk: Desk, scenario: ScenarioCommands, help_: HelpCommands
    ) -> None:
        """Find what ``desk`` shows; ``scenario`` and ``help_`` go there."""
        super().__init__(window)
        self._desk = desk
        self._help = help_
        self._commands: tuple[Command, ...] = ()
        self.finder = Finder(window)
        self.finder.chosen.connect(self._go)
        self._ways = {
            "command": self.command_requested.emit,
            "control": self.focus_control,
            "scenario": scenario.load_preset,
            "row": self._show_row,
            "package": self._show_package,
            "position": scenario.look_through,
            "view": self._show_view,
            "page": help_.open_page,
        }

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        keys = (Keys.Find, "Ctrl+K")
        return (Command("find", tr("&Find…"), self.find, keys, is_local=True),)

    def offer(self, commands: Iterable[Command]) -> None:
        """Find these commands too, while they can act."""
        self._commands = tuple(commands)

    def find(self) -> None:
        """Ask what is wanted and go there."""
        self.finder.pop_up(self.entries())

    def entries(self) -> tuple[Entry, ...]:
        """Return what can be found now."""
        case = self._desk.store.state.scenario.case
        keys = {each.id: keys_text(each) for each in self._commands}
        views = (
            Entry(
                "view",
                tab.id,
                tab.title(),
                detail=view_by_id(tab.view_id).info(),
                keys=keys[tab_command(tab.id)],
                terms=tab.words(),
            )
            for tab in TABS
        )
        pages = (
            Entry("page", each.id, each.title, detail=each.text) for each in self._help.pages()
        )
        return (*case_entries(case), *views, *self._command_entries(), *pages)

    def focus_control(self, control_id: str) -> None:
        """Give the keyboard to a control."""
        self._desk.workbench.focus_control(control_id)

    def _command_entries(self) -> Iterator[Entry]:
        state = self._desk.store.state
        for each in self._commands:
            # A view is found as a view.
            is_view = each.id in map(tab_command, TAB_IDS)
            if not is_view and each.can_act(state, is_start_page=False):
                yield Entry(
                    "command", each.id, each.plain_text, keys=keys_text(each), terms=each.terms
                )

    def _go(self, entry: Entry) -> None:
        self._ways[entry.kind](entry.id)

    def _show_row(self, row_id: str) -> None:
        self._desk.pictures.choose_row(row_id)
        self._show_view(BOARD)

    def _show_package(self, package_id: str) -> None:
        case = self._desk.store.state.scenario.case
        package = next(each for each in case.packages if each.id == package_id)
        self._desk.pictures.choose_package(package_of(case, package.levels))

    def _show_view(self, tab_id: str) -> None:
        self._desk.pictures.show_tab(tab_id)
        bench = self._desk.workbench
        if bench.page is not None:
            bench.page.board.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        view_id, stage = tab_by_id(tab_id).view_id, bench.stage
        for frame in (stage.upper_frame, stage.lower_frame):
            if frame.view_id == view_id and frame.plot is not None:
                frame.plot.setFocus(Qt.FocusReason.OtherFocusReason)
