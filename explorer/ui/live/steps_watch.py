"""The steps watch: an answer that grows step by step while the hand rests, newest question wins."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MILLISECONDS = 1
"""Between two steps, so that whatever the hand does comes first."""

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class StepsWatch(QObject, Generic[Asked, Answer]):
    """Has one question under way at most: the newest; any other question stops it.

    ``found()``: More is known than before.
    """

    found = Signal()

    def __init__(self, steps: Callable[[Asked], Iterator[Answer]]) -> None:
        """Begin without a question; ``steps`` answers one, ever better."""
        super().__init__()
        self._answered = steps
        self._question: Asked | None = None
        self._steps: Iterator[Answer] | None = None
        self.answer: Answer | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether more is going to be known without a further question."""
        return self._timer.isActive()

    def ask(self, question: Asked, *, is_resting: bool, is_quick: bool = True) -> None:
        """Take a question; the same one again goes on, now that the hand rests.

        ``is_quick``: Whether the first answer fits into a frame, and is known when this returns.
        """
        if question != self._question:
            self.forget()
            self._question = question
            self._steps = self._answered(question)
            if is_quick:
                self._advance()
        if is_resting and self._steps is not None:
            self._timer.start()

    def forget(self) -> None:
        """Stop, and know nothing."""
        self._timer.stop()
        self._question = self._steps = self.answer = None

    def _step(self) -> None:
        self._advance()
        self.found.emit()

    def _advance(self) -> None:
        found = next(self._steps, None) if self._steps is not None else None
        if found is None:
            self._steps = None
            self._timer.stop()
        else:
            self.answer = found
