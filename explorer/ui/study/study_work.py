"""Long work of the study window, step by step on a thread; the hand never waits."""

from collections.abc import Callable, Generator, Iterator
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from explorer.ui.app.background import BackgroundRunner

END = object()
"""What stands for the end of the steps."""

Make = Callable[[], Iterator[Any]]


class StudyWork(QObject):
    """Goes through the steps of one piece of work at a time, each on a thread.

    Signals
    -------
    stepped(object)
        What a step brought.
    ended(object)
        There is no more: None at the end of all steps or where it was stopped, or the exception
        that ended it.
    """

    stepped = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = BackgroundRunner()
        self._steps: Iterator[Any] | None = None
        self.is_running = False
        self.is_stopping = False

    def start(self, make: Make) -> None:
        """Begin the steps that ``make`` returns, unless others are under way."""
        if not self.is_running:
            self.is_running, self.is_stopping = True, False
            self._runner.submit(partial(self._begin, make), self._receive)

    def stop(self) -> None:
        """Take no further step; what is under way ends first."""
        self.is_stopping = self.is_running

    def close(self) -> None:
        """Wait for the step that is under way, and let go of everything."""
        self._runner.close()
        self._end_steps()
        self.is_running = False

    def _begin(self, make: Make) -> object:
        self._steps = make()
        return next(self._steps, END)

    def _receive(self, outcome: object) -> None:
        if isinstance(outcome, Exception) or outcome is END:
            self._end(outcome if isinstance(outcome, Exception) else None)
            return
        self.stepped.emit(outcome)
        steps = self._steps
        if self.is_stopping or steps is None:
            # On the thread as well: processes that are at work take a moment to leave.
            self._runner.submit(self._end_steps, self._on_stopped)
        else:
            self._runner.submit(partial(next, steps, END), self._receive)

    def _on_stopped(self, outcome: object) -> None:
        self._end(outcome if isinstance(outcome, Exception) else None)

    def _end(self, problem: Exception | None) -> None:
        self._steps = None
        self.is_running = False
        self.ended.emit(problem)

    def _end_steps(self) -> None:
        steps, self._steps = self._steps, None
        if isinstance(steps, Generator):
            cast("Generator[Any, None, None]", steps).close()
