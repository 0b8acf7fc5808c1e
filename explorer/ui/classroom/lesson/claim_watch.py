"""The claim watch: checks, while nothing else waits, whether what a lesson says still holds."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.classroom.lesson.claim import claim_report
from explorer.model.case import Case
from explorer.model.lesson import Claim, Lesson

PAUSE = 30
"""Milliseconds between two claims, in which the window answers the hand."""


class ClaimWatch(QObject):
    """Knows which sentences of a lesson no longer hold under a case.

    ``found()``: Another claim turned out not to hold.
    """

    found = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin without anything to check."""
        super().__init__(parent)
        self.broken: dict[str, tuple[str, ...]] = {}
        self._lesson: Lesson | None = None
        self._case: Case | None = None
        self._waiting: list[tuple[str, Claim]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._check_next)

    @property
    def is_done(self) -> bool:
        """Whether every claim has been checked."""
        return not self._waiting

    def follow(self, lesson: Lesson, case: Case) -> None:
        """Check the claims of a lesson's steps, unless they are checked or about to be."""
        if case is self._case and lesson == self._lesson:
            return
        self._lesson, self._case = lesson, case
        self.broken = {}
        self._waiting = [(step.id, claim) for step in lesson.steps for claim in step.claims]
        self._timer.start()

    def stop(self) -> None:
        """Check nothing more."""
        self._timer.stop()

    def _check_next(self) -> None:
        case = self._case
        if case is None or not self._waiting:
            self._timer.stop()
            return
        step_id, claim = self._waiting.pop(0)
        report = claim_report(claim, case)
        if report:
            self.broken[step_id] = (*self.broken.get(step_id, ()), report)
            self.found.emit()
