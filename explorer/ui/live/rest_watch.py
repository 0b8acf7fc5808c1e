"""The rest watch: tipping points while the hand moves, openings and lines once it rests."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSlider

from explorer.figures.binding import binding_moves
from explorer.figures.control_words import drawn_lines
from explorer.figures.opening import OpeningFigure, row_opening_figure, zone_opening_figure
from explorer.model.control import Control
from explorer.model.result import Result, Sweep
from explorer.solver.binding import binding_lines
from explorer.solver.opening import openings_from, row_openings, zone_moves
from explorer.solver.sweep import Sweeper, sweeper
from explorer.ui.live.pair_search import MOST_OPENINGS, PairSearch
from explorer.ui.window.workbench import Workbench

REST_MILLISECONDS = 250
"""How long the hand must rest before sentences beside the pictures change."""

SLICE_MILLISECONDS = 5
"""How long the window is left alone between two slices of looking for tipping points."""

SLICE_SECONDS = 0.002
"""How long one slice may take: a frame has no more to spare while the hand moves."""

OLDEST = 4
"""Marks of this many results ago are taken away: they may hold no longer."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked at: a result, and a row of its board."""

    result: Result
    row_id: str

    def is_same(self, other: "Question | None") -> bool:
        """Return whether the answers are the same."""
        return other is not None and other.result is self.result and other.row_id == self.row_id


class RestWatch(QObject):
    """Shows on each track where the selected row tips, openings of what is closed, lines that bind.

    Tipping points are looked for in slices while the hand moves, control after control, the
    newest result first; a mark that has not been looked at for a few results is taken away. The
    marks of the control that moves stay true by themselves: they depend on the others alone.

    ``rested()``: The hand rests: what takes longer than a frame may be shown.
    """

    rested = Signal()

    def __init__(self, workbench: Workbench) -> None:
        """Show them on a workbench."""
        super().__init__()
        self._bench = workbench
        self._question: Question | None = None
        self._sweeper: Sweeper | None = None
        self._sweeps: dict[str, Sweep] = {}
        self._ages: dict[str, int] = {}
        self._waiting: deque[str] = deque()
        self._has_words = False
        self._moves = _no_moves()
        self._found: list[tuple[Control, float | None]] = []
        self._pairs = PairSearch(workbench.summary.show_openings)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MILLISECONDS)
        self._timer.timeout.connect(self._answer)
        self._slices = QTimer(self)
        self._slices.setInterval(SLICE_MILLISECONDS)
        self._slices.timeout.connect(self._advance)

    def ask(self, result: Result, row_id: str) -> None:
        """Look at a result and a row of it; the newest question is the only one."""
        asked, before = Question(result, row_id), self._question
        if asked.is_same(before):
            return
        self._question = asked
        self._take_away_words()
        self._begin(before, asked)
        self._timer.start()
        if self._waiting and not self._slices.isActive():
            self._slices.start()

    def stop(self) -> None:
        """Look for nothing more."""
        self._timer.stop()
        self._slices.stop()

    def _begin(self, before: Question | None, asked: Question) -> None:
        """Decide which controls have to be looked at, those whose marks are oldest first."""
        self._sweeper = None
        case = asked.result.scenario.case
        kept = _kept(before, asked)
        if not kept:
            self._ages.clear()
        self._sweeps = {id_: each for id_, each in self._sweeps.items() if id_ in kept}
        for control in case.controls:
            if control.id in self._sweeps:
                self._ages[control.id] = 0
                continue
            age = self._ages.get(control.id, OLDEST) + 1
            self._ages[control.id] = age
            if age >= OLDEST:
                self._bench.controls.show_tipping_points(control.id, ())
        waiting = [control.id for control in case.controls if control.id not in self._sweeps]
        self._waiting = deque(sorted(waiting, key=self._age, reverse=True))

    def _age(self, control_id: str) -> int:
        return self._ages[control_id]

    def _advance(self) -> None:
        """Look at as many controls as fit into a slice, at least one."""
        until = perf_counter() + SLICE_SECONDS
        while self._waiting:
            self._look(self._waiting.popleft())
            if perf_counter() >= until:
                return
        for move in self._moves:
            self._found.append(move)
            if perf_counter() >= until:
                return
        self._tell_zone_openings()
        if self._pairs.advance(until):
            self._slices.stop()

    def _tell_zone_openings(self) -> None:
        """Show what opens the empty zone, once every control has been looked at."""
        question = self._question
        if question is None or not self._found:
            return
        found = openings_from(question.result, self._found, most=MOST_OPENINGS)
        self._found = []
        figure = zone_opening_figure(question.result, found, most=MOST_OPENINGS)
        self._bench.summary.show_openings(figure)
        self._pairs.begin(question.result, "", found)

    def _look(self, control_id: str) -> None:
        question = self._question
        if question is None:
            return
        if self._sweeper is None:
            self._sweeper = sweeper(question.result.scenario)
        swept = self._sweeper.sweep(control_id)
        self._sweeps[control_id] = swept
        self._ages[control_id] = 0
        points = tuple(value for row, value, _ in swept.tipping if row == question.row_id)
        self._bench.controls.show_tipping_points(control_id, points)

    def _take_away_words(self) -> None:
        self._moves, self._found = _no_moves(), []
        self._pairs.forget()
        if self._has_words:
            self._has_words = False
            self._bench.summary.show_openings(None)
            self._bench.summary.show_lines(None)

    def _answer(self) -> None:
        question = self._question
        if question is None:
            return
        if is_slider_held():
            # It takes longer than a frame: the hand rests on what it holds, and may go on.
            self._timer.start()
            return
        while self._waiting:
            self._look(self._waiting.popleft())
        self._slices.stop()
        result, controls = question.result, question.result.scenario.case.controls
        sweeps = tuple(self._sweeps[control.id] for control in controls)
        self._has_words = True
        if result.zone.packages:
            self._tell_row_openings(question, sweeps)
        else:
            # With guards drawn this takes many frames.
            self._moves, self._found = zone_moves(result.scenario), []
            self._slices.start()
        self._bench.summary.show_lines(lines_of(result))
        self.rested.emit()

    def _tell_row_openings(self, question: Question, sweeps: tuple[Sweep, ...]) -> None:
        """Show what opens the row that is looked at, if it is closed, and look for pairs."""
        result, row_id = question.result, question.row_id
        if not any(row.row.id == row_id and not row.is_open for row in result.board):
            self._bench.summary.show_openings(None)
            return
        found = row_openings(result, row_id, sweeps, most=MOST_OPENINGS)
        figure = row_opening_figure(result, row_id, found, most=MOST_OPENINGS)
        self._bench.summary.show_openings(figure)
        self._pairs.begin(result, row_id, found)
        self._slices.start()


def is_slider_held() -> bool:
    """Return whether the hand holds a slider of any window of the program now."""
    windows = QApplication.topLevelWidgets()
    return any(each.isSliderDown() for one in windows for each in one.findChildren(QSlider))


def lines_of(result: Result) -> OpeningFigure | None:
    """Return what dropping each active line alone would bring; None where nobody draws any.

    What makes no sense is ruled out always and by nobody; alone it is no news.
    """
    scenario = result.scenario
    if not drawn_lines(scenario):
        return None
    return binding_moves(scenario, binding_lines(scenario), most=MOST_OPENINGS)


def _no_moves() -> Iterator[tuple[Control, float | None]]:
    return iter(())


def _kept(before: Question | None, asked: Question) -> frozenset[str]:
    """Return the controls whose tipping points hold still: the only one that moved."""
    if before is None or before.row_id != asked.row_id:
        return frozenset()
    old, new = before.result.scenario, asked.result.scenario
    # Another case, or the same with an assumption changed: nothing known holds any longer.
    if old.case is not new.case:
        return frozenset()
    moved = [each.id for each in new.case.controls if old.value(each.id) != new.value(each.id)]
    if not moved:
        return frozenset(each.id for each in new.case.controls)
    return frozenset(moved) if len(moved) == 1 else frozenset()
