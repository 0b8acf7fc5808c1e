"""The levels of one window: what stands in it for a newcomer, for an analyst, for a room."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from explorer.figures.announcement import announcement
from explorer.figures.board import BoardFigure
from explorer.figures.headline import headline, hint
from explorer.figures.leading import on_side, with_declared
from explorer.model.assumption import is_variation_of
from explorer.model.level import Level
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.present.presentation import Presentation
from explorer.ui.widgets.announcing import announce
from explorer.ui.window.desk import Desk
from explorer.ui.window.explore_page import ExplorePage
from explorer.views.registry import figure_of

WHOLE_COMMANDS = (
    "layout_stacked",
    "layout_beside",
    "layout_single",
    "maximise",
    "table",
    "compare",
    "reset_layout",
)
"""The commands whose answer is to be seen in the whole window only."""


class Levels(QObject):
    """Shows a level and keeps it up to date; settings and document remember it.

    Signals
    -------
    changed()
        Another level is on screen.
    page_made(object)
        The page of the simplest level, an
        :class:`~explorer.ui.window.explore_page.ExplorePage`, has been made: the first time, or for
        another case.
    """

    changed = Signal()
    page_made = Signal(object)

    def __init__(self, desk: Desk, presentation: Presentation) -> None:
        """Begin with the whole window."""
        super().__init__()
        self._desk = desk
        self._presentation = presentation
        self._is_exploring = False
        self.page: ExplorePage | None = None
        desk.pictures.shown.connect(self._show_answer)
        desk.store.subscribe(self._on_state)
        desk.workbench.whole_wanted.connect(self.show_whole)
        presentation.changed.connect(self._on_presenting)

    @property
    def level(self) -> Level:
        """The level on screen."""
        if self._presentation.is_on:
            return "present"
        return self.underlying

    @property
    def underlying(self) -> Level:
        """The level of the window behind a presentation."""
        return "explore" if self._is_exploring else "analyse"

    def choose(self, level: Level) -> None:
        """Show a level because the hand chose it: it is said, remembered, and has the keyboard."""
        if level == "present":
            scene = self._presentation.scene
            sliders = None if scene is None else scene.sliders or None
            self._presentation.begin(self.focused_view(), sliders)
            if scene is not None:
                self._presentation.show_scene(scene)
            return
        self.show(level)
        self._desk.workbench.focus_controls()
        said = {"explore": tr("Explore: a few controls and the board"), "analyse": tr("Analyse")}
        announce(self._desk.workbench, said[level])

    def show(self, level: Level) -> None:
        """Show a level of the window itself; that of a presentation stays what it is."""
        is_exploring = level == "explore"
        if is_exploring != self._is_exploring and level != "present":
            self._is_exploring = is_exploring
            if is_exploring and self.page is None:
                self._make_page()
            self._desk.workbench.show_level(self.page if is_exploring else None)
            self._desk.pictures.show_pictures()
        self._remember()
        self.changed.emit()

    def show_whole(self) -> None:
        """Show the whole window where a part of it is wanted, unless a room looks at something."""
        if self._is_exploring and not self._presentation.is_on:
            self.show("analyse")

    def focused_view(self) -> str:
        """Return the picture that has the keyboard, the board by default."""
        is_board = self._is_exploring or self._desk.workbench.stage.chosen is None
        return BOARD if is_board else self._desk.pictures.active_view

    def choose_side(self, preset_id: str) -> None:
        """Load one of the two leading scenarios, with declared lines if they are in force."""
        scenario = on_side(self._desk.store.state.scenario, preset_id)
        if scenario != self._desk.store.state.scenario:
            self._desk.store.load(scenario, tr("load {name}", name=scenario.name))

    def choose_declared(self, is_on: bool) -> None:
        """Hold both sides to what they have declared, or draw no line."""
        store = self._desk.store
        scenario = with_declared(store.state.scenario, is_on=is_on)
        name = tr("declared positions") if is_on else tr("no red lines")
        if scenario.values == store.state.scenario.values:
            return
        if scenario.name != store.state.scenario.name:
            store.load(scenario, name)
        else:
            store.edit(scenario, name)

    def _make_page(self) -> None:
        page = self.page = ExplorePage(self._desk.store.state.scenario.case)
        page.row_chosen.connect(self._desk.pictures.choose_row)
        page.toggles.side_chosen.connect(self.choose_side)
        page.toggles.declared_chosen.connect(self.choose_declared)
        summary = self._desk.workbench.summary
        summary.openings_shown.connect(page.show_openings)
        summary.announced.connect(page.announce)
        page.show_openings(summary.openings)
        page.show_state(self._desk.store.state)
        self.page_made.emit(page)

    def _on_state(self, old: State, new: State) -> None:
        page = self.page
        if page is None:
            return
        if not is_variation_of(new.scenario.case, old.scenario.case):
            self.page = None
            if self._is_exploring:
                self._make_page()
                self._desk.workbench.show_level(self.page)
            page.deleteLater()
            self._show_answer()
        elif new.snapshot is not old.snapshot:
            page.show_state(new)

    def _show_answer(self) -> None:
        """Show headline, board and what changed, as the pictures have them now."""
        page, state = self.page, self._desk.store.state
        if page is None or not self._is_exploring:
            return
        viewing = self._desk.pictures.viewing()
        figure = figure_of(BOARD, replace(viewing, choices={}, is_comparing=False))
        told = headline(viewing.result, state.baseline_result)
        if isinstance(figure, BoardFigure):
            page.show_answer(figure, told.title, self._change(state))
            replay = self._desk.pictures.replay
            page.board.show_badge(replay.words)
            page.controls.show_state(state, past=replay.shown_state(state).scenario)

    def _change(self, state: State) -> str:
        """Return what changed last, or what to try first."""
        if self._desk.pictures.replay.is_showing_before:
            return tr("This is how it was before the last change.")
        before = state.gesture_start or state.last_change
        if before is None or not is_variation_of(before.scenario.case, state.scenario.case):
            return hint(state.scenario, state.loaded)
        return announcement(before, state.result) or hint(state.scenario, state.loaded)

    def _on_presenting(self, is_on: bool) -> None:
        self._remember()
        self.changed.emit()

    def _remember(self) -> None:
        self._desk.session.level = self.underlying
        if self._desk.settings.now.level != self.underlying:
            self._desk.settings.change(level=self.underlying)
