"""All commands of one window, in one table: the menus, the keys and the palette read it."""

from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from explorer.model.wording import tr
from explorer.ui.commands.case_editing import CaseEditingCommands
from explorer.ui.commands.command import Command, Submenu, key_groups
from explorer.ui.commands.comparison import ComparisonCommands
from explorer.ui.commands.document import DocumentCommands
from explorer.ui.commands.find import FindCommands
from explorer.ui.commands.genius import GeniusCommands
from explorer.ui.commands.handouts import HandoutCommands
from explorer.ui.commands.help import HelpCommands
from explorer.ui.commands.lessons import LessonCommands
from explorer.ui.commands.levels import LevelCommands
from explorer.ui.commands.menu_plan import menus
from explorer.ui.commands.negotiation import NegotiationCommands
from explorer.ui.commands.notices import Notices
from explorer.ui.commands.picture import PictureCommands
from explorer.ui.commands.report import ReportCommands
from explorer.ui.commands.scenario import ScenarioCommands
from explorer.ui.commands.scenes import SceneCommands
from explorer.ui.commands.stage import StageCommands
from explorer.ui.commands.study import StudyCommands
from explorer.ui.commands.tables import TablesCommands
from explorer.ui.commands.take_home import TakeHomeCommands
from explorer.ui.commands.view import ViewCommands
from explorer.ui.commands.workbook import WorkbookCommands
from explorer.ui.commands.written_files import WrittenFiles
from explorer.ui.export.clipboard import copy_words
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs


class Commands(QObject):
    """The commands of a window in groups; each changes the store, a file or the look."""

    def __init__(self, window: QMainWindow, desk: Desk, dialogs: Dialogs) -> None:
        """Serve a window."""
        super().__init__(window)
        self.notices = Notices(window)
        self.document = DocumentCommands(window, desk, dialogs=dialogs, notices=self.notices)
        self.genius = GeniusCommands(window, self.document.own_cases)
        self.case_editing = CaseEditingCommands(
            window,
            desk,
            dialogs=dialogs,
            notices=self.notices,
            own_cases=self.document.own_cases,
        )
        self.scenario = ScenarioCommands(window, desk, self.notices)
        written = WrittenFiles(desk.workbench.message_bar, self.notices)
        self.comparison = ComparisonCommands(window, desk, self.notices, written)
        self.picture = PictureCommands(window, desk, self.notices, written)
        self.workbook = WorkbookCommands(window, desk, dialogs, written)
        self.take_home = TakeHomeCommands(window, desk, written)
        self.negotiation = NegotiationCommands(window, desk, self.notices, written)
        self.handouts = HandoutCommands(window, desk, written)
        self.report = ReportCommands(window, desk, dialogs, written)
        self.stage = StageCommands(window, desk, self.notices)
        self.study = StudyCommands(window, desk)
        self.view = ViewCommands(window, desk)
        self.levels = LevelCommands(window, desk)
        self.scenes = SceneCommands(
            window, desk, self.notices, self.levels.levels, self.levels.presentation
        )
        self.lessons = LessonCommands(
            window,
            desk,
            scenes=self.scenes,
            presentation=self.levels.presentation,
            dialogs=dialogs,
            written=written,
        )
        self.tables = TablesCommands(window, desk, self.levels, written)
        self.negotiation.table_added.connect(self.tables.add_table)
        self.help = HelpCommands(window, desk, self.notices)
        self.find = FindCommands(window, desk, self.scenario, self.help)
        self.find.offer(self.table)
        self.help.key_groups = key_groups(self.table, menus())

    @cached_property
    def table(self) -> tuple[Command, ...]:
        """Every command, each once, in the reader's language."""
        return (
            *self.document.table(),
            *self.genius.table(),
            *self.case_editing.table(),
            *self.scenario.table(),
            *self.study.table(),
            *self.comparison.table(),
            *self.picture.table(),
            *self.workbook.table(),
            *self.take_home.table(),
            *self.negotiation.table(),
            *self.report.table(),
            *self.handouts.table(),
            *self.find.table(),
            *self.stage.table(),
            *self.view.table(),
            *self.levels.table(),
            *self.scenes.table(),
            *self.lessons.table(),
            *self.tables.table(),
            *self.help.table(),
        )

    def submenus(self) -> tuple[Submenu, ...]:
        """Return every menu of choices."""
        return (
            *self.document.submenus(),
            *self.scenario.submenus(),
            *self.comparison.submenus(),
            *self.stage.submenus(),
            *self.lessons.submenus(),
            *self.view.submenus(),
        )

    def close(self) -> None:
        """Let go of the threads on which commands work."""
        self.study.close()
        self.workbook.close()

    def copy_text(self, text: str) -> None:
        """Put words, such as a term sheet, onto the clipboard."""
        copy_words(text)
        self.notices.tell(tr("The text is on the clipboard."))
