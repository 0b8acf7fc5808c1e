"""The clock of a step: how long it has been taught, beside the planned minutes."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.wording import tr

SECOND = 1000
"""Milliseconds between two readings."""

MINUTE = 60


class LessonClock(QObject):
    """Counts the seconds of a step while a lesson is taught; without one no timer runs.

    ``ticked(str)``: Time gone and planned, in words.
    """

    ticked = Signal(str)

    def __init__(self, parent: QObject, now: Callable[[], float] = monotonic) -> None:
        """Stand still at first.

        ``now``: Seconds that only rise.
        """
        super().__init__(parent)
        self._now = now
        self._began: float | None = None
        self._minutes = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self._tick)

    @property
    def seconds(self) -> float:
        """How long the step has been taught; 0 while nothing is."""
        return 0.0 if self._began is None else self._now() - self._began

    @property
    def words(self) -> str:
        """Time gone and planned."""
        return clock_words(self.seconds, self._minutes)

    def begin(self, minutes: float) -> None:
        """Count from now on for a step with so many planned minutes."""
        self._began, self._minutes = self._now(), minutes
        self._timer.start()
        self._tick()

    def stop(self) -> None:
        """Count no more."""
        self._began = None
        self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit(self.words)


def clock_words(seconds: float, minutes: float) -> str:
    """Return the time gone, and of how much where minutes are planned."""
    gone = _minutes(round(seconds))
    if not minutes:
        return gone
    return tr("{gone} of {planned}", gone=gone, planned=_minutes(round(minutes * MINUTE)))


def _minutes(seconds: int) -> str:
    whole, rest = divmod(seconds, MINUTE)
    return f"{whole}:{rest:02}"
