"""The commands of the help menu: the guide, its pages, keys, versions, reports."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from explorer.cli.case_changes import PAGE_ID
from explorer.files.later_page import LATER
from explorer.model.visible_text import one_line
from explorer.model.wording import tr
from explorer.ui.announcing import announce
from explorer.ui.desk import Desk
from explorer.ui.help_pages import help_pages, version_lines
from explorer.ui.help_window import HelpWindow
from explorer.ui.live_pictures import BOARD
from explorer.views.registry import view_by_id

FIRST_PAGE = "getting-started"
"""The page that the guide opens with."""


class HelpCommands(QObject):
    """The slots of the help menu.

    Parameters
    ----------
    window
        The window that the commands belong to.
    desk
        What they work with.

    Signals
    -------
    tips_requested(), start_page_requested()
        What only the window itself can show.
    """

    tips_requested = Signal()
    start_page_requested = Signal()

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.help = HelpWindow(window)

    def show_guide(self) -> None:
        """Open the handbook, where it was left or at its first page."""
        self._open_help(self.help.page_id or FIRST_PAGE)

    def show_graph_help(self) -> None:
        """Open the page of the picture that has the keyboard."""
        bench = self._desk.workbench
        is_board = bench.frame_with_focus() is bench.board
        self.show_view_help(BOARD if is_board else self._desk.pictures.lower_view)

    def show_view_help(self, view_id: str) -> None:
        """Open the page that explains a view."""
        self._open_help(view_by_id(view_id).page)

    def show_how(self) -> None:
        """Show how the model works."""
        self._open_help("model")

    def show_limits(self) -> None:
        """Show what this is not."""
        self._open_help("limits")

    def show_later(self) -> None:
        """Show what became known after the day of the case."""
        self._open_help(LATER)

    def show_case_changes(self) -> None:
        """Show what changed in the case, by version and computed."""
        self._open_help(PAGE_ID)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self._open_help("shortcuts")

    def show_about(self) -> None:
        """Show versions and licences."""
        self._open_help("about")

    def show_tips(self) -> None:
        """Ask the window for its tips."""
        self.tips_requested.emit()

    def show_start_page(self) -> None:
        """Ask the window for its start page."""
        self.start_page_requested.emit()

    def report_problem(self) -> None:
        """Copy what a report must name."""
        QGuiApplication.clipboard().setText("\n".join(version_lines()))
        text = tr("The version details are on the clipboard: paste them into your report.")
        self.tell(text)

    def tell(self, words: str) -> None:
        """Say something in the status bar for a while, and aloud."""
        self.show_status(words)
        announce(self._window.statusBar(), words)

    def show_status(self, words: str) -> None:
        """Show something in the status bar for a while that is said aloud elsewhere."""
        self._window.statusBar().showMessage(one_line(words), 5000)

    def _open_help(self, page_id: str) -> None:
        self.help.show_pages(help_pages(self._desk.store.state.scenario.case))
        self.help.show_page(page_id)
