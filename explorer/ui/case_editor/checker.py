"""What stands in the editor looked at while typing: its problems, and its board."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.figures.headline import headline
from explorer.files.case_problems import CaseProblem, checked_content
from explorer.model.case import Case
from explorer.model.case_tree import Content
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from explorer.store.runner import Runner
from explorer.ui.app.background import BackgroundRunner

PAUSE = 250
"""Milliseconds without a change after which the draft is looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found of one content: the case if it is one, its problems, its first scenario.

    ``result`` and ``title`` are its answer and headline; None and "" where there is no board yet.
    """

    content: Content
    case: Case | None
    problems: tuple[CaseProblem, ...]
    result: Result | None = None
    title: str = ""


def look_at(content: Content) -> Look:
    """Return what is to be said of a content, and the answer of its first scenario."""
    found = checked_content(content)
    if found.case is None or not found.case.rows:
        return Look(content, found.case, found.problems)
    result = solve(preset_scenario(found.case, found.case.default_preset))
    return Look(content, found.case, found.problems, result, headline(result, None).title)


class CaseChecker(QObject):
    """Looks at the newest content off the hand, a moment after the last change.

    ``looked(object)``: A :class:`Look`; one that is no longer asked for is passed over.
    """

    looked = Signal(object)

    def __init__(self, parent: QObject, runner: Runner | None = None) -> None:
        """Look at nothing yet; ``runner`` is who does the work, on a thread if none is given."""
        super().__init__(parent)
        self._runner: Runner = BackgroundRunner() if runner is None else runner
        self._wanted: Content | None = None
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._begin)

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be looked at."""
        return self._is_busy or self._wanted is not None

    def look(self, content: Content, *, at_once: bool = False) -> None:
        """Look at a content soon, or at once; what was to be looked at before is forgotten."""
        self._wanted = content
        if at_once:
            self._timer.stop()
            self._begin()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Look at nothing more and let go of the thread."""
        self._timer.stop()
        self._wanted = None
        self._runner.close()

    def _begin(self) -> None:
        if self._is_busy or self._wanted is None:
            return
        content, self._wanted = self._wanted, None
        self._is_busy = True
        self._runner.submit(_Work(content), self._deliver)

    def _deliver(self, outcome: Look | Exception) -> None:
        self._is_busy = False
        if isinstance(outcome, Exception):
            raise outcome
        if self._wanted is None:
            self.looked.emit(outcome)
        elif not self._timer.isActive():
            self._begin()


@dataclass(frozen=True, slots=True)
class _Work:
    """A content to be looked at."""

    content: Content

    def __call__(self) -> Look:
        return look_at(self.content)
