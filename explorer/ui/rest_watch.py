"""The rest watch: once the hand rests, what opens that is closed, and where rows tip."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.figures.opening import OpeningFigure, row_opening_figure, zone_opening_figure
from explorer.model.assumption import is_variation_of
from explorer.model.result import Result, Sweep
from explorer.solver.opening import row_openings, zone_openings
from explorer.solver.sweep import all_sweeps
from explorer.ui.workbench import Workbench

REST_MILLISECONDS = 250
"""How long the hand must rest; looking over every control takes longer than a frame."""

MOST_OPENINGS = 3
"""How many moves are offered."""


class RestWatch(QObject):
    """Shows openings of what is closed, and on each track where the selected row tips.

    What is on screen is always true of the result on screen: while a control moves, only its own
    tipping points stay, because they depend on the others alone.

    Signals
    -------
    rested()
        The hand rests: what takes longer than a frame may be shown.
    """

    rested = Signal()

    def __init__(self, workbench: Workbench) -> None:
        """Show them on a workbench.

        Parameters
        ----------
        workbench
            Where controls and summary are.
        """
        super().__init__()
        self._bench = workbench
        self._question: tuple[Result, str] | None = None
        self._answered: tuple[Result, str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._timer.timeout.connect(self._answer)

    def ask(self, result: Result, row_id: str) -> None:
        """Look at a result and a row of it, once nothing else has been asked."""
        if self._is_answer_to(result, row_id):
            return
        if self._answered is not None:
            self._clear(*self._answered, result, row_id)
            self._answered = None
        self._question = (result, row_id)
        self._timer.start()

    def stop(self) -> None:
        """Look for nothing more."""
        self._timer.stop()

    def _is_answer_to(self, result: Result, row_id: str) -> bool:
        known = self._answered
        return known is not None and known[0] is result and known[1] == row_id

    def _clear(self, before: Result, row_before: str, after: Result, row_after: str) -> None:
        """Take away what holds no longer."""
        self._bench.summary.show_openings(None)
        if not is_variation_of(before.scenario.case, after.scenario.case):
            return
        moved = [
            control.id
            for control in after.scenario.case.controls
            if before.scenario.value(control.id) != after.scenario.value(control.id)
        ]
        keeps = moved if len(moved) == 1 and row_before == row_after else []
        for control in after.scenario.case.controls:
            if control.id not in keeps:
                self._bench.controls.show_tipping_points(control.id, ())

    def _answer(self) -> None:
        if self._question is None:
            return
        self._answered = self._question
        result, row_id = self._question
        sweeps = all_sweeps(result.scenario)
        self._bench.summary.show_openings(openings_of(result, row_id, sweeps))
        for swept in sweeps:
            points = tuple(value for row, value, _ in swept.tipping if row == row_id)
            self._bench.controls.show_tipping_points(swept.control_id, points)
        self.rested.emit()


def openings_of(result: Result, row_id: str, sweeps: tuple[Sweep, ...]) -> OpeningFigure | None:
    """Return the moves that open an empty zone, else those that open a closed row, else None.

    Parameters
    ----------
    result
        What is on screen.
    row_id
        The selected row of the board.
    sweeps
        Every control moved alone, from this result's scenario.
    """
    if result.zone.packages == 0:
        return zone_opening_figure(result, zone_openings(result), most=MOST_OPENINGS)
    if any(row.row.id == row_id and not row.is_open for row in result.board):
        found = row_openings(result, row_id, sweeps)
        return row_opening_figure(result, row_id, found, most=MOST_OPENINGS)
    return None
