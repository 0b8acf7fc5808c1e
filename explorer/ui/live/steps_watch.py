"""A watch over something that is found in steps: one question at a time, beside the hand."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MILLISECONDS = 1
"""Between two steps, so that whatever the hand does comes first."""

Asked = TypeVar("Asked")
"""A question; two that are equal have the same answer."""

Known = TypeVar("Known")
"""What is known of it, ever more with each step."""


class StepsWatch(QObject, Generic[Asked, Known]):
    """Has one question under way at most: the newest one; any other question stops it.

    ``found()``: More is known than before.
    """

    found = Signal()

    def __init__(self, steps: Callable[[Asked], Iterator[Known]], nothing: Known) -> None:
        """Begin without a question.

        ``steps``: Yields what is known, step by step. ``nothing``: What is known before the first.
        """
        super().__init__()
        self._find, self._nothing = steps, nothing
        self._question: Asked | None = None
        self._steps: Iterator[Known] | None = None
        self.known = nothing
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether more is going to be known without a further question."""
        return self._timer.isActive()

    def ask(self, question: Asked, *, is_resting: bool) -> None:
        """Take a question; the same one again goes on, now that the hand rests.

        What fits into a frame is known when this returns.
        """
        if question != self._question:
            self.forget()
            self._question = question
            self._steps = self._find(question)
            if self.is_quick(question):
                self._advance()
        if is_resting and self._steps is not None:
            self._timer.start()

    def is_quick(self, question: Asked) -> bool:
        """Return whether the first step of a question fits into a frame; not so here."""
        return False

    def forget(self) -> None:
        """Stop, and know nothing."""
        self._timer.stop()
        self._question = self._steps = None
        self.known = self._nothing

    def _step(self) -> None:
        self._advance()
        self.found.emit()

    def _advance(self) -> None:
        known = next(self._steps, None) if self._steps is not None else None
        if known is None:
            self._steps = None
            self._timer.stop()
        else:
            self.known = known
