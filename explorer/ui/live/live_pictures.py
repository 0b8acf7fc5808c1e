"""The live pictures: what the store holds, shown as it changes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from explorer.figures.assumption_words import assumption_note
from explorer.figures.sweep import SWEPT
from explorer.figures.two_factor import choices_after
from explorer.files.settings import Place
from explorer.model.assumption import is_variation_of
from explorer.model.case import Case
from explorer.model.package import Package
from explorer.solver.cell import cell_package
from explorer.store.state import State
from explorer.store.store import Store
from explorer.ui.live.comparing import Comparing
from explorer.ui.live.history_steps import HistorySteps
from explorer.ui.live.live_sheet import LiveSheet
from explorer.ui.live.live_summary import LiveSummary
from explorer.ui.live.replay import Replay
from explorer.ui.live.stale_watch import StaleWatch
from explorer.ui.live.state_difference import before_of, pictures_differ
from explorer.ui.live.thumbnails import Thumbnails
from explorer.ui.live.view_places import LookedAt, ViewPlaces
from explorer.ui.live.watches import Watches
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from explorer.ui.pictures.motion import Motion
from explorer.ui.window.stage import PLACES
from explorer.ui.window.workbench import Workbench
from explorer.views import board, deal_map, sweep
from explorer.views.registry import figure_of
from explorer.views.showing import comparable
from explorer.views.tabs import tab_by_id, tab_of
from explorer.views.view import Viewing

if TYPE_CHECKING:
    from explorer.model.scenario import Scenario

BOARD = board.VIEW.id
"""The view that stands above at first."""

FIRST_LOWER_VIEW = deal_map.VIEW.id


class LivePictures(ViewPlaces):
    """Shows each change of the store's state, and only what differs.

    Attributes
    ----------
    is_calm
        Whether nothing shall move by itself on the pictures.
    slow_to
        The scenario to which edges glide slowly, as from one scene to the next; None for none.

    Signals
    -------
    views_changed()
        Other pictures are on screen, or another one is active.
    stale_changed(bool)
        Whether the answer is so late that the pictures are drawn paler.
    shown()
        What the pictures show has changed.
    """

    views_changed = Signal()
    stale_changed = Signal(bool)
    shown = Signal()

    def __init__(self, store: Store, workbench: Workbench) -> None:
        """Show the store's state from now on."""
        super().__init__(workbench, {"upper": BOARD, "lower": FIRST_LOWER_VIEW})
        self._store = store
        self._shown = workbench.stage.shown()
        self._row = ""
        self._sheet = LiveSheet(workbench.term_sheet)
        self._sheet.closed.connect(self.show_pictures)
        self._swept = ""
        self._history = HistorySteps(store)
        self._is_resting = True
        self._is_look_new = False
        self.is_calm = False
        self.slow_to: Scenario | None = None
        self._watches = Watches(workbench)
        self._watches.found.connect(self._show_views)
        self._watches.rested.connect(self._show_at_rest)
        self.thumbnails = Thumbnails(workbench.gallery.strip)
        self.replay = Replay()
        self.replay.changed.connect(self._show_turn)
        self.comparing = Comparing(store)
        self.comparing.changed.connect(self.show_pictures)
        self._summary = LiveSummary(workbench.summary, self.comparing)
        self._staleness = StaleWatch()
        self._forget_case(store.state.scenario.case)
        self._listen()
        store.subscribe(self._on_state)

    def present(self, view_id: str) -> None:
        """Work out what a presented picture needs as well; "" for none."""
        is_other, self._presented = view_id != self._presented, view_id
        if view_id and is_other:
            self.show_pictures()

    @property
    def swept_control(self) -> str:
        """The id of the control that the sweep moves."""
        return self._swept

    def viewing(self) -> Viewing:
        """Return what the pictures show now."""
        state, pins = self._store.state, self.comparing.pinned()
        looked_at = Viewing(
            result=self.replay.shown(state.result),
            baseline=state.baseline_result,
            ghost=self.replay.ghost,
            selected_row=self._row,
            selected_package=self._sheet.package,
            swept_control=self._swept,
            choices=self._choices,
            is_resting=self._is_resting,
            pins=pins,
            is_comparing=self.comparing.is_on,
            comparable=comparable(state.loaded, pins),
            before=before_of(state),
            seed=state.seed,
            tables=state.classroom.tables,
        )
        return self._watches.with_known(looked_at)

    def show_all(self) -> None:
        """Show the present state from scratch."""
        state = self._store.state
        self._bench.controls.show_state(state)
        self._bench.detail.show_state(state)
        self.show_pictures()
        self._show_sheet()

    def show_pictures(self) -> None:
        """Show the pictures on screen and the sentences."""
        self._is_look_new = False
        self._watches.follow(self.shown_views(), self.viewing())
        self._show_views()
        viewing = self.viewing()
        case = viewing.result.scenario.case
        noted = "\n".join(assumption_note(case).lines) if case.changes else ""
        self._bench.stage.show_assumptions(noted)
        self._summary.show_result(
            self._store.state, viewing.result, is_before=self.replay.is_showing_before
        )
        self._watches.look_at(viewing.result, self._row)

    def motion(self) -> Motion:
        """Return what may move now: edges only where the hand does not drag them."""
        if self.is_calm:
            return "none"
        if self._store.state.gesture_start is not None:
            return "pulse"
        return "slow" if self._store.state.scenario == self.slow_to else "full"

    def _show_turn(self) -> None:
        """Show the other side of the last change everywhere: settings, pictures, sentences."""
        shown = self.replay.shown_state(self._store.state)
        self._bench.controls.show_state(self._store.state, past=shown.scenario)
        if self._bench.detail.isVisible():
            self._bench.detail.show_state(shown)
        self.show_pictures()
        self._show_sheet()

    def looked_at(self) -> LookedAt:
        """Return what is looked at: before a room, or in a place that is alone, that one above."""
        upper, lower = self.upper_view, self.lower_view
        if self._bench.page is not None:
            upper = BOARD
        elif self._bench.stage.shown() == ("lower",):
            upper, lower = lower, upper
        upper = self._presented or upper
        if upper == lower:
            lower = self.upper_view
        choices = {**self._choices, SWEPT: self._swept}
        return LookedAt(upper, lower, choices, self._row, self._sheet.package)

    def turn_to(self, wanted: LookedAt) -> None:
        """Have the next pictures show views, choices, row and package."""
        case = self._store.state.scenario.case
        choices = dict(wanted.choices)
        self._swept = choices.pop(SWEPT, self._swept)
        self._choices = {}
        for choice_id, value in choices.items():
            self._choices = choices_after(case, self._choices, choice_id, value)
        self._row = wanted.row
        self._is_resting = self._is_look_new = True
        self._views = {"upper": wanted.upper, "lower": wanted.lower}
        self._presented = wanted.upper if self._presented else ""
        self._sheet.package = wanted.package

    def show_look(self) -> None:
        """Show what was turned to, unless it is on screen; what is being solved comes with it."""
        if self._bench.page is None:
            self._bench.show_sheet(is_shown=self._sheet.package is not None)
            self._bench.stage.activate("upper")
        self._show_sheet()
        if self._is_look_new and not self._store.state.is_stale:
            self.show_pictures()
        self.views_changed.emit()

    def choose_lower_view(self, view_id: str) -> None:
        """Show a picture in the lower place."""
        self.choose_view(view_id, "lower")

    def choose_view(self, view_id: str, place: Place | None = None) -> None:
        """Show a picture in a place, or in the active one; both swap where it is in the other.

        ``place``: Where; None for the place that has the keyboard or had it last.
        """
        stage = self._bench.stage
        place = stage.active if place is None else place
        other: Place = "lower" if place == "upper" else "upper"
        if self._views[other] == view_id and other not in stage.shown():
            # The one that is behind comes to the front.
            place = other
        elif self._views[place] != view_id:
            is_swap = self._views[other] == view_id
            left = self._views[place] if is_swap else self._views[other]
            self.show_views({place: view_id, other: left})
        self._bench.reveal(place)
        stage.frame(place).announce_picture()

    def choose_tab(self, tab_id: str, place: Place | None = None) -> None:
        """Show what a tab of the gallery stands for; see :meth:`choose_view`."""
        tab = tab_by_id(tab_id)
        if tab.choice is not None and tab_of(tab.view_id, self._choices) is not tab:
            self._take_choice(*tab.choice)
        self.choose_view(tab.view_id, place)

    def show_view(self, view_id: str) -> None:
        """Bring a picture on screen: where it is, else in the lower place."""
        self.choose_view(view_id, self._home_of(view_id))

    def show_tab(self, tab_id: str) -> None:
        """Bring what a tab stands for on screen: where it is, else in the lower place."""
        self.choose_tab(tab_id, self._home_of(tab_by_id(tab_id).view_id))

    def show_views(self, views: Mapping[Place, str]) -> None:
        """Show pictures in places; the same one is never in both.

        ``views``: Ids of views by their place; the other place keeps its own.
        """
        wanted: dict[Place, str] = {**self._views, **views}
        if len(set(wanted.values())) == len(wanted) and wanted != self._views:
            self._views = wanted
            self.show_pictures()
            self.views_changed.emit()

    def choose(self, choice_id: str, value: str) -> None:
        """Choose something about a picture; see :class:`explorer.figures.choice.Choice`."""
        if choice_id == SWEPT:
            self.sweep(value)
            return
        self._take_choice(choice_id, value)
        self._history.choose_again(choice_id, self._choices)

    def choose_year(self, year: int) -> None:
        """Set the scenario to a year of the record."""
        self._history.choose(year, self._choices)

    def choose_row(self, row_id: str) -> None:
        """Select a row of the board."""
        if row_id != self._row:
            self._row = row_id
            self.show_pictures()

    def choose_package(self, package: Package) -> None:
        """Open a package as a term sheet."""
        self._sheet.package = package
        self._bench.show_term_sheet()
        self._show_sheet()
        self._bench.term_sheet.announce_contents()
        self.show_pictures()

    def choose_cell(self, row: int, column: int) -> None:
        """Open the package that stands for a cell of the deal map, if there is any."""
        package = cell_package(self.replay.shown(self._store.state.result), row, column)
        if package is not None:
            self.choose_package(package)

    def sweep(self, control_id: str) -> None:
        """Show what a control moves when it runs over its whole range."""
        self._swept = control_id
        if sweep.VIEW.id in self.shown_views():
            self.show_pictures()
        self.show_view(sweep.VIEW.id)

    def show_detail(self, control_id: str) -> None:
        """Open the detail panel of a control."""
        self._bench.detail.show_control(control_id, self._store.state)
        self._bench.show_detail()

    def stop(self) -> None:
        """End everything that a timer would change."""
        self._staleness.stop()
        self._watches.stop()
        self.replay.stop()
        self.thumbnails.stop()

    def _listen(self) -> None:
        bench = self._bench
        bench.stage.changed.connect(self._on_stage)
        bench.gallery.strip.tab_chosen.connect(self.choose_tab)
        for place in PLACES:
            frame = bench.stage.frame(place)
            frame.row_chosen.connect(self.choose_row)
            frame.year_chosen.connect(self.choose_year)
            frame.gesture_began.connect(self._history.begin)
            frame.gesture_ended.connect(self._store.end_gesture)
            frame.view_requested.connect(self._on_view_requested)
            frame.package_chosen.connect(self.choose_package)
            frame.cell_chosen.connect(self.choose_cell)
            frame.choice_made.connect(self.choose)
            self._staleness.stale_changed.connect(frame.show_stale)
        self._staleness.stale_changed.connect(self.stale_changed)
        bench.summary.row_requested.connect(self.choose_row)
        bench.summary.compare.against_chosen.connect(self.comparing.choose_against)
        bench.summary.compare.noted.connect(self.comparing.write_note)
        bench.summary.compare.asked.connect(self.comparing.do)
        bench.term_sheet.package_edited.connect(self.choose_package)

    def _on_state(self, old: State, new: State) -> None:
        """Show what differs between two states."""
        phase = self.replay.phase
        self.replay.follow(old, new)
        if not is_variation_of(new.scenario.case, old.scenario.case):
            self._forget_case(new.scenario.case)
            self._bench.show_case(new.scenario.case)
        if new.snapshot is not old.snapshot:
            self._bench.controls.show_state(new)
            if self._bench.detail.isVisible():
                self._bench.detail.show_state(new)
        self._staleness.follow(new)
        self._is_resting = self._is_resting and old.result is new.result
        is_other = pictures_differ(old, new) or phase != self.replay.phase
        if is_other and is_variation_of(new.result.scenario.case, new.scenario.case):
            self.show_pictures()
            self._show_sheet()
        if not self._bench.is_answer_hidden:
            self._summary.announce(old, new)

    def _show_at_rest(self) -> None:
        """Show what takes longer than a frame."""
        self._is_resting = True
        self._watches.follow(self.shown_views(), self.viewing())
        self._show_views()

    def _show_views(self) -> None:
        viewing, stage = self.viewing(), self._bench.stage
        # The page of the simplest level hides all this; it comes back up to date.
        if self._bench.page is None:
            for place in stage.shown():
                self._show_in(stage.frame(place), self._views[place], viewing)
            is_moving = not self._is_resting or self._store.state.gesture_start is not None
            self.thumbnails.follow(viewing, is_moving=is_moving)
        self.shown.emit()

    def _show_in(self, frame: PictureFrame, view_id: str, viewing: Viewing) -> None:
        """Show a view in a frame, whose picture may be another one afterwards."""
        if frame.plot is not None:
            frame.plot.allow_motion(self.motion())
        frame.show_view(view_id, figure_of(view_id, viewing))
        if frame.plot is not None:
            frame.plot.show_badge(self.replay.words)

    def _show_sheet(self) -> None:
        self._sheet.show(self.viewing())

    def _on_view_requested(self, frame: PictureFrame, view_id: str) -> None:
        self.choose_view(view_id, self._bench.stage.place_of(frame))

    def _on_stage(self) -> None:
        """Follow the layout: what was hidden was not kept up to date."""
        shown = self._bench.stage.shown()
        if shown != self._shown:
            self._shown = shown
            self.show_pictures()
        self.views_changed.emit()

    def _take_choice(self, choice_id: str, value: str) -> None:
        case, before = self._store.state.scenario.case, self.shown_tabs()
        self._choices = choices_after(case, self._choices, choice_id, value)
        self._is_resting = True
        self.show_pictures()
        if self.shown_tabs() != before:
            self.views_changed.emit()

    def _forget_case(self, case: Case) -> None:
        """Select what a case shows first."""
        self._row = case.rows[0].id
        self._swept = next(each.id for each in case.controls if each.kind == "scale")
        self._sheet.package = None
