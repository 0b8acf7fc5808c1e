"""The start page of the case on screen, what its scenarios answer, and what its buttons do."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from explorer.figures.scenario_groups import Section, featured, introduction
from explorer.files.recent import recent_documents
from explorer.model.result import Result
from explorer.model.wording import tr
from explorer.ui.commands.commands import Commands
from explorer.ui.commands.lessons import lesson_offers
from explorer.ui.window.desk import Desk
from explorer.ui.window.menus import Menus
from explorer.ui.window.scenario_answers import ScenarioAnswers
from explorer.ui.window.start_page import StartPage


class StartScreen(QObject):
    """Keeps the start page of the present case in a stack, and does what is asked for there.

    Signals
    -------
    left()
        Something to look at was chosen: the page has done its part.
    case_begun()
        Another case was asked for, and the page of the case that is open now is shown.
    list_changed()
        A document was taken off the list, with the button that has the keyboard.
    """

    left = Signal()
    case_begun = Signal()
    list_changed = Signal()

    def __init__(self, desk: Desk, commands: Commands, menus: Menus, stack: QStackedWidget) -> None:
        """Put the page of the present case into ``stack``; ``menus`` show what is found, too."""
        super().__init__(stack)
        self._desk = desk
        self._commands = commands
        self._menus = menus
        self._stack = stack
        self._answers = ScenarioAnswers(self)
        self._answers.found.connect(self._show_answer)
        menus.submenus["library"].aboutToShow.connect(self._solve_presets)
        menus.submenus["lessons"].aboutToShow.connect(self._list_lessons)
        self.page = self._new_page()

    def show(self) -> None:
        """Show the page, with the documents as they are now."""
        is_other_case = self._case is not self._desk.store.state.scenario.case
        if is_other_case or self._cases != self._commands.document.own_cases.menu_entries():
            self.replace()
        self._list_documents()
        if not self.page.has_lessons:
            self.page.show_lessons(lesson_offers(self._case.id))
        self.page.show_way_back(is_shown=self._desk.settings.now.start_page_seen)
        self._stack.setCurrentWidget(self.page)

    def replace(self) -> None:
        """Make the page anew: the case, or something that it assumes, is another."""
        self._answers.stop()
        old, self.page = self.page, self._new_page()
        self._stack.removeWidget(old)
        old.deleteLater()

    def _new_page(self) -> StartPage:
        self._case = self._desk.store.state.scenario.case
        own = self._commands.document.own_cases
        self._cases = own.menu_entries()
        page = StartPage(self._case, self._cases)
        page.cases.show_chosen(own.place_of(self._case))
        self._stack.addWidget(page)
        page.back_button.clicked.connect(self.left)
        page.answers_wanted.connect(self._solve_presets)
        page.preset_chosen.connect(self._explore)
        page.lesson_chosen.connect(
            self._commands.lessons.open_bundled, Qt.ConnectionType.QueuedConnection
        )
        page.file_forgotten.connect(self._forget_file)
        # All may ask something in a dialog; whoever pressed the button must not wait for that.
        queued = Qt.ConnectionType.QueuedConnection
        page.case_chosen.connect(self._begin_case, queued)
        page.file_chosen.connect(self._commands.document.open_recent, queued)
        page.open_button.clicked.connect(self._desk.session.open, queued)
        page.text_sizes.chosen.connect(self._commands.view.choose_text_size)
        page.colours.chosen.connect(self._desk.look.choose_theme)
        page.show_settings(self._desk.settings.now)
        return page

    def _list_documents(self) -> None:
        paths = map(Path, self._desk.settings.now.recent_files)
        self.page.show_recent(recent_documents(paths))

    def _explore(self, preset_id: str) -> None:
        self._commands.scenario.load_preset(preset_id)
        self.left.emit()

    def _begin_case(self, entry: str) -> None:
        """Open another case and show its page, or the present one where that was not wanted."""
        own = self._commands.document.own_cases
        own.choose_case(entry)
        self.show()
        self.page.cases.show_chosen(own.place_of(self._case))
        self.case_begun.emit()

    def _forget_file(self, path: str) -> None:
        settings = self._desk.settings
        settings.replace(settings.now.without_recent(Path(path)))
        self._list_documents()
        self.list_changed.emit()

    def _list_lessons(self) -> None:
        """Offer the lessons that come with the program; their files are read only now."""
        here = self._desk.store.state.scenario.case.id
        own, others = lesson_offers(here), lesson_offers(other_than=here)
        sections = (Section(tr("Of this case"), own), Section(tr("Of other cases"), others))
        self._menus.show_sections("lessons", tuple(each for each in sections if each.offers))

    def _solve_presets(self) -> None:
        """Have every preset solved, those with a card first."""
        case = self._desk.store.state.scenario.case
        order = (preset.id for preset in (*featured(case), *case.presets))
        self._answers.begin(case, tuple(dict.fromkeys(order)))

    def _show_answer(self, preset_id: str, result: Result) -> None:
        """Introduce a preset by its headline wherever it is offered."""
        words = introduction(result.scenario.case.preset(preset_id), result)
        self.page.show_result(preset_id, result, words)
        self._menus.show_note("library", preset_id, words)
