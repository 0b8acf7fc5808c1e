"""The command for Genius files: reads them, lists what is assumed, opens them as an own case."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.model.errors import ExplorerError
from explorer.model.wording import tr
from explorer.ui.commands.command import Command
from explorer.ui.document.own_cases import OwnCases

if TYPE_CHECKING:
    from explorer.model.case import Case
    from explorer.ui.exchange.genius_window import GeniusWindow

SUFFIX = ".xml"


class GeniusCommands(QObject):
    """What makes cases of Genius files."""

    def __init__(self, window: QWidget, own_cases: OwnCases) -> None:
        """Ask in front of a window; ``own_cases`` keep and open what was read."""
        super().__init__(window)
        self._parent = window
        self._own_cases = own_cases
        self._case: Case | None = None
        self.ask_folder: Callable[[], Path | None] = self._asked_folder
        self.ask_files: Callable[[], Sequence[Path]] = self._asked_files

    @cached_property
    def window(self) -> "GeniusWindow":
        """The window that lists what was read, made when first wanted."""
        from explorer.ui.exchange.genius_window import GeniusWindow

        made = GeniusWindow(self._parent)
        made.folder_asked.connect(self._choose_folder)
        made.files_asked.connect(self._choose_files)
        made.open_asked.connect(self._open)
        return made

    def table(self) -> tuple[Command, ...]:
        """Return the command, in the reader's language."""
        return (
            Command(
                "new_from_genius",
                tr("New case from &Genius files…"),
                self.begin,
                tip=tr("Read a negotiation problem of two parties and open it as a case"),
                terms=tr("XML import domain profile utility NegMAS reservation value"),
                on_start_page=True,
            ),
        )

    def begin(self) -> None:
        """Bring the window to the front."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def takes(self, paths: Sequence[Path]) -> bool:
        """Show files that were dropped, if they look like Genius files; return whether they do."""
        is_folder = len(paths) == 1 and paths[0].is_dir()
        if not is_folder and not all(path.suffix.lower() == SUFFIX for path in paths):
            return False
        self.begin()
        self.read(paths)
        return True

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and show what was assumed, or what is wrong with them."""
        from explorer.files.genius.as_case import limit_words
        from explorer.files.genius.keeping import read_genius_case

        self._case = None
        try:
            domain, case = read_genius_case(paths)
        except ExplorerError as error:
            self.window.show_problem(paths, str(error))
            return
        self._case = case
        self.window.show_case(case.summary, domain.files, limit_words(domain))

    def _choose_folder(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.read([folder])

    def _choose_files(self) -> None:
        files = self.ask_files()
        if files:
            self.read(files)

    def _open(self) -> None:
        from explorer.files.genius.keeping import keep_case

        if self._case is None:
            return
        try:
            path, _ = keep_case(self._case)
        except ExplorerError as error:
            self.window.show_problem([], str(error))
            return
        self._case = None
        self.window.accept()
        self.window.show_nothing()
        self._own_cases.open_file(path)

    def _asked_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self.window, tr("Folder of Genius files"))
        return Path(chosen) if chosen else None

    def _asked_files(self) -> Sequence[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(
            self.window, tr("Genius files"), "", tr("Genius files (*.xml);;All files (*)")
        )
        return [Path(each) for each in chosen]
