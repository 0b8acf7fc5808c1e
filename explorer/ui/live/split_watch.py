"""The split watch: works out long splits in slices while the hand rests, newest wins."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.scenario import Scenario
from explorer.solver.split import Coalitions, Outcome, mixture, outcomes, players
from explorer.views.split_progress import LIVE_PLAYERS, SplitProgress, is_split_of

SLICE_SECONDS = 0.008
"""How long one slice may take; between slices the window answers the hand."""

TELL_SECONDS = 0.1
"""How often progress is told."""


class SplitWatch(QObject):
    """Finds what a split needs when that takes longer than a frame.

    Outcomes of mixtures that the last split shared are not solved again.

    ``progressed()``: More is known: :attr:`progress` has changed.
    """

    progressed = Signal()

    def __init__(self) -> None:
        """Begin without anything to find."""
        super().__init__()
        self.progress = SplitProgress()
        self._wanted: tuple[Scenario, Scenario] | None = None
        self._work = _no_work()
        self._found: list[Outcome] = []
        self._known: dict[tuple[float, ...], Outcome] = {}
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._advance)

    def follow(self, start: Scenario, end: Scenario, *, is_resting: bool) -> None:
        """Want the split between two scenarios; it is worked out only while the hand rests."""
        wanted = self._wanted
        is_same = wanted is not None and wanted[0] is start and wanted[1] is end
        if not is_same:
            self.stop()
            is_short = len(players(start, end)) <= LIVE_PLAYERS
            if is_short or is_split_of(self.progress.found, start, end):
                return
            self._begin(start, end)
        if is_resting and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Find nothing more."""
        self._timer.stop()
        self._wanted = None
        self.progress = SplitProgress(self.progress.found)

    def _begin(self, start: Scenario, end: Scenario) -> None:
        self._wanted = (start, end)
        known = self._known if self._is_known_case(start) else {}
        self._work = outcomes(start, end, known)
        self._found = []

    def _is_known_case(self, start: Scenario) -> bool:
        found = self.progress.found
        return found is not None and found.start.case is start.case

    def _advance(self) -> None:
        """Solve for as long as a slice may take; tell what is done now and then."""
        if self._wanted is None:
            self._timer.stop()
            return
        start, end = self._wanted
        members = players(start, end)
        whole = 2 ** len(members)
        until = perf_counter() + SLICE_SECONDS
        while len(self._found) < whole and perf_counter() < until:
            self._found.append(next(self._work))
        if len(self._found) == whole:
            self._finish(Coalitions(start, end, members, tuple(self._found)))
        elif perf_counter() - self._told > TELL_SECONDS:
            self._told = perf_counter()
            self.progress = SplitProgress(self.progress.found, len(self._found) / whole)
            self.progressed.emit()

    def _finish(self, found: Coalitions) -> None:
        self._timer.stop()
        self._wanted = None
        self._known = {
            mixture(found.start, found.end, found.players, mask).values: each
            for mask, each in enumerate(found.outcomes)
        }
        self.progress = SplitProgress(found)
        self.progressed.emit()


def _no_work() -> Iterator[Outcome]:
    return iter(())
