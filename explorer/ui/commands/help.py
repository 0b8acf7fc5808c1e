"""The commands of the help menu: the guide, its pages, keys, versions, reports."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from explorer.files.handbook import Page
from explorer.files.later_page import LATER
from explorer.files.reporting import report_words
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.ui.commands.command import Command, KeyGroup, Keys, Role
from explorer.ui.commands.notices import Notices
from explorer.ui.window.desk import Desk
from explorer.views.guide import PAGE_ID
from explorer.views.registry import view_by_id

if TYPE_CHECKING:
    from explorer.ui.help.help_window import HelpWindow

FIRST_PAGE = "getting-started"
"""The page that the guide opens with."""


class HelpCommands(QObject):
    """What opens the guide at a page, and what only the window itself can show.

    ``tips_requested()``, ``start_page_requested()``: The window is asked for its tips, or for its
    start page.
    """

    tips_requested = Signal()
    start_page_requested = Signal()

    def __init__(self, window: QMainWindow, desk: Desk, notices: Notices) -> None:
        """Explain what ``desk`` shows; ``notices`` tell what was done."""
        super().__init__(window)
        self._main = window
        self._desk = desk
        self._notices = notices
        self.key_groups: tuple[KeyGroup, ...] = ()

    @cached_property
    def window(self) -> "HelpWindow":
        """The window of the guide, made when first wanted."""
        from explorer.ui.help.help_window import HelpWindow

        return HelpWindow(self._main)

    def table(self) -> tuple[Command, ...]:
        """Return the commands, in the reader's language."""
        return (
            Command(
                "guide", tr("&Guide"), self.show_guide, (Keys.HelpContents,), on_start_page=True
            ),
            Command(
                "about_graph",
                tr("About this gra&ph"),
                self.show_graph_help,
                ("Shift+F1",),
                is_local=True,
            ),
            Command("how_it_works", tr("&How the model works"), self.show_how, on_start_page=True),
            Command(
                "what_it_is_not", tr("&What this is not"), self.show_limits, on_start_page=True
            ),
            Command("later", tr("What came &later"), self.show_later, on_start_page=True),
            Command(
                "case_changes",
                tr("What &changed in this case"),
                self.show_case_changes,
                on_start_page=True,
            ),
            Command(
                "shortcuts",
                tr("&Keyboard shortcuts"),
                self.show_shortcuts,
                ("Ctrl+/",),
                on_start_page=True,
            ),
            Command("tips", tr("Show &tips"), self.show_tips, on_start_page=True),
            Command("start_page", tr("&Start page"), self.show_start_page),
            Command(
                "report_problem", tr("&Report a problem"), self.report_problem, on_start_page=True
            ),
            Command(
                "about",
                tr("&About Deal Zone Explorer"),
                self.show_about,
                on_start_page=True,
                role=Role.AboutRole,
            ),
        )

    def show_guide(self) -> None:
        """Open the handbook, where it was left or at its first page."""
        self.open_page(self.window.page_id or FIRST_PAGE)

    def show_graph_help(self) -> None:
        """Open the page of the picture that has the keyboard."""
        self.show_view_help(self._desk.workbench.frame_with_focus().view_id)

    def show_view_help(self, view_id: str) -> None:
        """Open the page that explains a view."""
        self.open_page(view_by_id(view_id).page)

    def show_how(self) -> None:
        """Show how the model works."""
        self.open_page("model")

    def show_limits(self) -> None:
        """Show what this is not."""
        self.open_page("limits")

    def show_later(self) -> None:
        """Show what became known after the day of the case."""
        self.open_page(LATER)

    def show_case_changes(self) -> None:
        """Show what changed in the case, by version and computed."""
        self.open_page(PAGE_ID)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self.open_page("shortcuts")

    def show_about(self) -> None:
        """Show versions and licences."""
        self.open_page("about")

    def show_tips(self) -> None:
        """Ask the window for its tips."""
        self.tips_requested.emit()

    def show_start_page(self) -> None:
        """Ask the window for its start page."""
        self.start_page_requested.emit()

    def report_problem(self) -> None:
        """Copy what a report must name, and say where to send it."""
        from explorer.ui.help.help_pages import version_lines

        QGuiApplication.clipboard().setText("\n".join(version_lines()))
        text = tr("The version details are on the clipboard: paste them into your report.")
        self._notices.tell(f"{text} {report_words()}")

    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the guide for the case on screen."""
        from explorer.ui.help.help_pages import help_pages

        return help_pages(self._case, self.key_groups)

    @property
    def _case(self) -> Case:
        return self._desk.store.state.scenario.case

    def open_page(self, page_id: str) -> None:
        """Open the guide at a page."""
        self.window.show_pages(self.pages(), self._case)
        self.window.show_page(page_id)
