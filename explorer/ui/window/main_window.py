"""The main window: lays out start page and workbench, and forwards between hand and store."""

from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from explorer.figures.scenario_groups import lens_sections, scenario_sections
from explorer.files.settings import Place, Settings
from explorer.model.assumption import is_variation_of
from explorer.model.day_words import has_moved_on, with_day
from explorer.model.later_facts import has_later
from explorer.model.level import LEVELS
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.commands.commands import Commands
from explorer.ui.look.foreign_text import title_text
from explorer.ui.look.long_words import shortened
from explorer.ui.look.look import theme_choices
from explorer.ui.look.theme import Theme
from explorer.ui.panels.control_panel import ControlPanel
from explorer.ui.widgets.announcing import announce
from explorer.ui.widgets.dropping import copy_only, local_files
from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.window.desk import Desk
from explorer.ui.window.dialogs import Dialogs
from explorer.ui.window.explore_page import ExplorePage
from explorer.ui.window.full_screen import FullScreen
from explorer.ui.window.last_pictures import (
    picture_commands,
    remember_pictures,
    show_last_pictures,
)
from explorer.ui.window.levels import WHOLE_COMMANDS
from explorer.ui.window.menus import Menus
from explorer.ui.window.reading_order import bring_into_view, chain_in_reading_order
from explorer.ui.window.start_page import StartPage
from explorer.ui.window.start_screen import StartScreen
from explorer.ui.window.status_line import StatusLine
from explorer.ui.window.tip_steps import tip_steps
from explorer.ui.window.tips import Tips
from explorer.ui.window.window_size import ScreenFit

SMALLEST, USUAL = QSize(480, 320), QSize(1440, 900)
"""Sizes of the window in pixels, on a screen that has so many."""


class MainWindow(QMainWindow):
    """The window of one document."""

    def __init__(self, desk: Desk, dialogs: Dialogs) -> None:
        """Show a desk.

        ``desk``: The parts that the window lays out and connects.
        """
        super().__init__()
        self.desk = desk
        self.commands = Commands(self, desk, dialogs)
        self.menus = Menus(self, self.commands.table, self.commands.submenus())
        self._stack = QStackedWidget()
        # Empty, and filled where it stands: each move of something full is told to all within.
        self.setCentralWidget(self._below_messages())
        self._page = QuietScroll(desk.workbench)
        self._stack.addWidget(self._page)
        self._start = StartScreen(desk, self.commands, self.menus, self._stack)
        self.tips = Tips(desk.workbench)
        self._status = StatusLine(self.statusBar())
        desk.workbench.around = (self.menus.toolbar, self.statusBar())
        FullScreen(self, desk.workbench, (self.menuBar(), *desk.workbench.around))
        self._is_stale = False
        self._active_before: Place | None = None
        self.setAcceptDrops(True)
        self._connect_bench()
        self._connect_desk()
        self._fill_menus()
        self._place()
        self._show_settings(desk.settings.now)
        self._show_look(desk.look.theme)
        desk.pictures.show_all()
        desk.store.subscribe(self._on_state)
        self._show_state(desk.store.state)
        self.commands.levels.levels.show(desk.settings.now.level)
        desk.workbench.focus_controls()

    @property
    def start_page(self) -> StartPage:
        """The start page of the present case."""
        return self._start.page

    def show_start_page(self) -> None:
        """Show the start page in place of the workbench."""
        self._start.show()
        self.menus.show_start_page(is_shown=True)
        self._focus_start_page()

    def show_workbench(self) -> None:
        """Leave the start page; a first visit gets the tips."""
        is_first = not self.desk.settings.now.coach_marks_seen
        was_elsewhere = self._stack.currentWidget() is not self._page
        self._show_page()
        if was_elsewhere:
            self.desk.settings.change(start_page_seen=True)
            self.desk.workbench.focus_region(1)
            if is_first and not self.commands.levels.presentation.is_on:
                self.show_tips()

    def is_on_start_page(self) -> bool:
        """Return whether the start page is on screen."""
        return self._stack.currentWidget() is self.start_page

    def show_tips(self) -> None:
        """Go through the three tips."""
        self._show_page()
        self._active_before = self.desk.workbench.stage.chosen
        self.tips.start(tip_steps(self.desk))

    def _show_page(self) -> None:
        self._stack.setCurrentWidget(self._page)
        self.menus.show_start_page(is_shown=False)

    def _show_look(self, theme: Theme) -> None:
        self.menus.show_checked("projector", is_checked=theme.id == "projector")

    def _below_messages(self) -> QWidget:
        """Return the pages with the message bar above them: what it offers holds on each."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.desk.workbench.message_bar)
        column.addWidget(self._stack, 1)
        return whole

    def _focus_start_page(self) -> None:
        """Give the keyboard to what a message offers, else to what the page begins with."""
        answer = self.desk.workbench.message_bar.first_answer()
        target = self.start_page.first_button() if answer is None else answer
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answered(self) -> None:
        """Go on with the next offer where the keyboard would be left in nothing."""
        if self.is_on_start_page():
            self._focus_start_page()

    def _connect_bench(self) -> None:
        bench, commands, desk = self.desk.workbench, self.commands, self.desk
        self._connect_controls()
        bench.panel_replaced.connect(self._connect_controls)
        bench.message_bar.answer_chosen.connect(desk.session.answer)
        bench.message_bar.answer_chosen.connect(desk.pictures.comparing.answer)
        bench.message_bar.answer_chosen.connect(commands.document.own_cases.answer)
        bench.message_bar.answer_chosen.connect(commands.case_editing.answer)
        bench.message_bar.answer_chosen.connect(self._on_answered)
        bench.summary.control_requested.connect(commands.find.focus_control)
        bench.summary.assumptions_requested.connect(commands.scenario.assumptions.open)
        bench.summary.opening_tried.connect(commands.scenario.try_opening)
        bench.detail.reset_requested.connect(commands.scenario.reset_one)
        bench.term_sheet.copy_requested.connect(commands.copy_text)
        for frame in (bench.board, bench.below):
            frame.control_chosen.connect(commands.find.focus_control)
            frame.point_chosen.connect(commands.scenario.move_to_point)
            frame.lens_chosen.connect(commands.scenario.look_through)
            frame.copy_requested.connect(commands.picture.copy)
            frame.recipe_requested.connect(commands.picture.copy_recipe)
            frame.export_requested.connect(commands.picture.begin_export)
            frame.help_requested.connect(commands.help.show_view_help)

    def _connect_controls(self) -> None:
        """Listen to the control panel, the first one or that of another case."""
        self._listen_to(self.desk.workbench.controls)

    def _listen_to(self, panel: ControlPanel) -> None:
        panel.scenario_edited.connect(self.commands.scenario.edit_scenario)
        panel.gesture_finished.connect(self.commands.scenario.finish_gesture)
        panel.line_preset_requested.connect(self.commands.scenario.set_lines)
        panel.detail_requested.connect(self.desk.pictures.show_detail)
        panel.sweep_requested.connect(self.desk.pictures.sweep)

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.look.theme_changed.connect(self._show_look)
        desk.settings.settings_changed.connect(self._show_settings)
        desk.session.file_changed.connect(self._show_title)
        desk.session.told.connect(self.commands.notices.tell)
        desk.session.message_ready.connect(desk.workbench.message_bar.show_message)
        desk.session.document_opened.connect(self._show_opened)
        desk.pictures.comparing.message_ready.connect(desk.workbench.message_bar.show_message)
        own = self.commands.document.own_cases
        own.message_ready.connect(desk.workbench.message_bar.show_message)
        own.chosen_changed.connect(self._show_cases)
        desk.pictures.comparing.changed.connect(self._on_comparing)
        desk.pictures.replay.changed.connect(self._on_turn)
        desk.pictures.views_changed.connect(self._on_views)
        desk.workbench.stage.maximised_changed.connect(self._on_maximised)
        desk.workbench.answer_hidden_changed.connect(self._show_zone)
        desk.pictures.stale_changed.connect(self._on_stale)
        levels = self.commands.levels
        levels.chosen.connect(self.show_workbench)
        levels.levels.changed.connect(self._show_level)
        for command in WHOLE_COMMANDS:
            self.menus.actions[command].triggered.connect(levels.levels.show_whole)
        levels.levels.page_made.connect(self._connect_explore)
        self.commands.scenes.ticked.connect(self.menus.tick)
        self._start.left.connect(self.show_workbench)
        self._start.list_changed.connect(self._focus_start_page)
        self._start.case_begun.connect(self._focus_start_page)
        self.tips.ended.connect(self._on_tips_ended)
        self.commands.find.command_requested.connect(self.menus.trigger)
        self.commands.help.tips_requested.connect(self.show_tips)
        self._status.assumptions.clicked.connect(self.commands.scenario.assumptions.open)
        self._status.later.clicked.connect(self.commands.help.show_later)
        self.commands.help.start_page_requested.connect(self.show_start_page)

    def _fill_menus(self) -> None:
        case = self.desk.store.state.scenario.case
        self.menus.show_sections("library", scenario_sections(case), "")
        self.menus.show_sections("lens", lens_sections(case))
        self.menus.show_choices("theme", theme_choices(), self.desk.settings.now.theme)
        self._show_cases()

    def _show_cases(self) -> None:
        """List the cases that can be opened, the one on screen ticked."""
        own = self.commands.document.own_cases
        case = self.desk.store.state.scenario.case
        self.menus.show_choices("cases", own.menu_entries(), own.place_of(case))

    def _place(self) -> None:
        """Take size and place as the window was left, if that is known."""
        settings = self.desk.settings.now
        self.resize(USUAL)
        self.screen_fit = ScreenFit(self, smallest=SMALLEST)
        is_known = bool(settings.window_geometry) and self.restoreGeometry(
            QByteArray(b64decode(settings.window_geometry))
        )
        if not is_known and self.size() != USUAL:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.screen_fit.fit()
        self.desk.workbench.show_sizes(settings.splitter_sizes)
        show_last_pictures(self.desk)
        self._on_views()

    def _on_state(self, old: State, new: State) -> None:
        if not is_variation_of(new.scenario.case, old.scenario.case):
            self._fill_menus()
            self._start.replace()
        if new.snapshot is not old.snapshot:
            self.menus.show_checked("show_before", is_checked=False)
            if self.is_on_start_page():
                self.show_workbench()
        self._show_state(new)

    def _show_state(self, state: State) -> None:
        self.menus.show_state(state)
        self._show_zone()
        case = state.scenario.case
        is_past = has_moved_on(case, state.scenario, self.desk.today()) and has_later(case)
        self._status.show_moved_on(is_shown=is_past)
        self._show_title()

    def _show_title(self) -> None:
        session, state = self.desk.session, self.desk.store.state
        name = shortened(session.name)
        words = tr("{name} (edited)", name=name) if session.has_changes else name
        words = with_day(words, state.scenario.as_of)
        title = title_text(tr("{document} - Deal Zone Explorer", document=words))
        if title != self.windowTitle():
            self.setWindowTitle(title)
        self.setWindowFilePath(str(session.path) if session.path else "")

    def _show_settings(self, settings: Settings) -> None:
        self.desk.pictures.is_calm = settings.reduce_motion
        self.start_page.show_settings(settings)
        self.menus.show_recent([Path(name) for name in settings.recent_files])
        self.menus.show_chosen("theme", settings.theme)
        self.menus.show_text_percent(round(settings.text_scale * 100))
        is_projected = settings.present_colours == "projector"
        self.menus.show_checked("present_back_row", is_checked=settings.present_back_row)
        self.menus.show_checked("present_colours", is_checked=not is_projected)
        self._status.show_text_percent(round(settings.text_scale * 100))

    def _on_views(self) -> None:
        """Tick and remember which pictures are on screen, and how they lie."""
        self.menus.show_ticked(picture_commands(self.desk))
        remember_pictures(self.desk)

    def _on_maximised(self, is_maximised: bool) -> None:
        self.menus.show_checked("maximise", is_checked=is_maximised)

    def _on_comparing(self) -> None:
        comparing = self.desk.pictures.comparing
        self.menus.show_checked("compare", is_checked=comparing.is_on)
        announce(self.desk.workbench.summary, comparing.words())

    def _on_stale(self, is_stale: bool) -> None:
        self._is_stale = is_stale
        self._show_zone()

    def _on_turn(self) -> None:
        self._show_zone()
        announce(self.desk.workbench.board, self.desk.pictures.replay.words)

    def _show_zone(self) -> None:
        replay = self.desk.pictures.replay
        shown = replay.shown_state(self.desk.store.state)
        self._status.is_hidden = self.desk.workbench.is_answer_hidden
        self._status.show_state(shown, is_stale=self._is_stale, phase=replay.words)

    def _show_level(self) -> None:
        level = self.commands.levels.levels.level
        for each in LEVELS:
            self.menus.show_checked(each, is_checked=each == level)
        if level != "present" and self.tips.is_active():
            self.tips.end()

    def _connect_explore(self, page: ExplorePage) -> None:
        """Listen to the page of the simplest level, the first one or that of another case."""
        self._listen_to(page.controls)
        page.cards.tried.connect(self.commands.scenario.try_opening)

    def _show_opened(self) -> None:
        """Show a document at its level."""
        self.commands.levels.levels.show(self.desk.session.level)
        self.show_workbench()

    def _on_tips_ended(self) -> None:
        self.desk.settings.change(coach_marks_seen=True)
        # The keyboard fell from the last tip into whatever came next.
        self.desk.workbench.focus_controls()
        self.desk.workbench.stage.activate(self._active_before)

    def _remember(self) -> None:
        geometry = self.saveGeometry().data()
        self.desk.settings.change(
            window_geometry=b64encode(geometry).decode(),
            splitter_sizes=self.desk.workbench.sizes(),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.desk.session.may_leave() and self.commands.case_editing.may_close()):
            event.ignore()
            return
        self._remember()
        self.desk.settings.write()
        self.desk.pictures.stop()
        self.commands.close()
        self.desk.session.end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.modifiers() and not event.isAutoRepeat():
            self.desk.pictures.replay.hold(is_held=True)
            return
        if event.key() == Qt.Key.Key_Escape and self.is_on_start_page():
            self.show_workbench()
            return
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.menus.actions["full_screen"].setChecked(False)
            return
        if event.key() == Qt.Key.Key_Escape and self.desk.workbench.stage.is_maximised:
            self.desk.workbench.stage.show_maximised(is_on=False)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_B and not event.isAutoRepeat():
            self.desk.pictures.replay.hold(is_held=False)
            return
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:
        chain_in_reading_order(self)
        has_moved = super().focusNextPrevChild(next)
        if has_moved:
            bring_into_view(self.focusWidget())
        return has_moved

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.desk.pictures.replay.hold(is_held=False)
        elif event.type() == QEvent.Type.WindowStateChange:
            self.menus.show_checked("full_screen", is_checked=self.isFullScreen())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            copy_only(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event)
        if files:
            copy_only(event)
            if not self.commands.genius.takes(files):
                self.desk.session.open_path(files[0])
