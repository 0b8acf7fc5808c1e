"""What the scenarios of a case answer, worked out one after the other while nothing else waits."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.case import Case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve


class ScenarioAnswers(QObject):
    """Solves presets, one for each step of the event loop, so that the window never waits.

    ``found(str, object)``: The id of a preset and its :class:`~explorer.model.result.Result`.
    """

    found = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._waiting: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._solve_next)

    def begin(self, case: Case, preset_ids: tuple[str, ...]) -> None:
        """Solve presets of a case in their order, unless that has been done or is under way."""
        if case is self._case:
            return
        self._case = case
        self._waiting = list(preset_ids)
        self._timer.start()

    def stop(self) -> None:
        """Solve nothing more, and begin anew when asked the next time."""
        self._case = None
        self._timer.stop()

    def _solve_next(self) -> None:
        if self._case is None or not self._waiting:
            self._timer.stop()
            return
        preset_id = self._waiting.pop(0)
        self.found.emit(preset_id, solve(preset_scenario(self._case, preset_id)))
