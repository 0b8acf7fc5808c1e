"""The study watch: answers at once what fits into a frame, and refines it while the hand rests."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.model.study import Findings
from explorer.studies.study import Question, study_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

PAUSE_MILLISECONDS = 1
"""Between two steps, so that whatever the hand does comes first."""


class StudyWatch(QObject):
    """Has one study under way at most: the newest question; any other question stops it.

    ``found()``: More is known than before.
    """

    found = Signal()

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._question: Question | None = None
        self._steps: Iterator[Findings] | None = None
        self.findings = Findings()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether more is going to be known without a further question."""
        return self._timer.isActive()

    def ask(self, question: Question, *, is_resting: bool) -> None:
        """Take a question; the same one again goes on, now that the hand rests.

        What fits into a frame is known when this returns.
        """
        if question != self._question:
            self.forget()
            self._question = question
            self._steps = study_steps(question)
            if question.kind == "sets":
                self._advance()
        if is_resting and self._steps is not None:
            self._timer.start()

    def forget(self) -> None:
        """Stop, and know nothing."""
        self._timer.stop()
        self._question = self._steps = None
        self.findings = Findings()

    def _step(self) -> None:
        self._advance()
        self.found.emit()

    def _advance(self) -> None:
        found = next(self._steps, None) if self._steps is not None else None
        if found is None:
            self._steps = None
            self._timer.stop()
        else:
            self.findings = found
