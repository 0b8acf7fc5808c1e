"""The commands for documents: new, open, save, the scenario code, close."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from explorer.files.scenario_code import scenario_code, scenario_from_code
from explorer.model.errors import ScenarioError
from explorer.model.wording import tr
from explorer.ui.commands.command import Command, Keys, Role, Submenu
from explorer.ui.commands.notices import Notices
from explorer.ui.document.own_cases import OwnCases
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs


class DocumentCommands(QObject):
    """What makes, opens, saves and passes on documents, and opens cases."""

    def __init__(
        self, window: QMainWindow, desk: Desk, *, dialogs: Dialogs, notices: Notices
    ) -> None:
        """Serve a window."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._dialogs = dialogs
        self._notices = notices
        self.own_cases = OwnCases(
            window, session=desk.session, settings=desk.settings, dialogs=dialogs
        )
        self.own_cases.told.connect(notices.tell)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (*self._file_table(), *self._code_table(), *self._end_table())

    def _file_table(self) -> tuple[Command, ...]:
        session = self._desk.session
        return (
            Command(
                "new",
                tr("&New"),
                session.new,
                (Keys.New,),
                may_ask=True,
                on_start_page=True,
            ),
            Command(
                "open",
                tr("&Open…"),
                session.open,
                (Keys.Open,),
                may_ask=True,
                on_start_page=True,
            ),
            Command("save", tr("&Save"), session.save, (Keys.Save,), may_ask=True),
            Command(
                "save_as",
                tr("Save &as…"),
                session.save_as,
                (Keys.SaveAs, "Ctrl+Shift+S"),
                may_ask=True,
            ),
        )

    def _code_table(self) -> tuple[Command, ...]:
        return (
            Command("copy_code", tr("&Copy scenario code"), self.copy_code),
            Command(
                "paste_code",
                tr("&Paste scenario code"),
                self.paste_code,
                may_ask=True,
                on_start_page=True,
            ),
        )

    def _end_table(self) -> tuple[Command, ...]:
        return (
            Command(
                "close",
                tr("Close &window"),
                self.close_window,
                (Keys.Close,),
                is_local=True,
                may_ask=True,
                on_start_page=True,
            ),
            Command(
                "quit",
                tr("&Quit"),
                self.close_window,
                (Keys.Quit,),
                may_ask=True,
                on_start_page=True,
                role=Role.QuitRole,
            ),
        )

    def submenus(self) -> tuple[Submenu, ...]:
        """Return the menus of recent files and of cases."""
        return (
            Submenu("recent", tr("Open &recent"), self.open_recent, may_ask=True),
            Submenu("cases", tr("Cas&es"), self.own_cases.choose_case, may_ask=True),
        )

    def open_recent(self, path: str) -> None:
        """Open a file that was open before."""
        self._desk.session.open_path(Path(path))

    def copy_code(self) -> None:
        """Put the settings onto the clipboard as a short text."""
        QGuiApplication.clipboard().setText(scenario_code(self._desk.store.state.scenario))
        self._notices.tell(tr("The scenario code is on the clipboard."))

    def paste_code(self) -> None:
        """Take the settings from a code on the clipboard; one undo takes them back."""
        text = QGuiApplication.clipboard().text()
        store = self._desk.store
        try:
            scenario = scenario_from_code(store.state.scenario.case, text)
        except ScenarioError as error:
            self._dialogs.tell_error(tr("Not pasted"), str(error))
            return
        store.load(scenario, tr("paste scenario code"))

    def close_window(self) -> None:
        """Close the window, and so the program."""
        self._window.close()
