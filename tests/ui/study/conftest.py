"""The study window of a real program, with rows of a small study at hand."""

from dataclasses import dataclass

import pytest

from explorer.model.study_plan import StudyPlan
from explorer.ui.app.app import Program
from explorer.ui.study import study_session
from explorer.ui.study.study_session import StudySession
from explorer.ui.study.study_window import StudyWindow
from tests.solved_studies import small_plan
from tests.ui.patience import PatientQtBot
from tests.ui.window.conftest import answers, open_program, program, still

__all__ = ["answers", "open_program", "program", "still"]


@dataclass
class Studies:
    """An open study window, its session, and the waiting that tests do."""

    program: Program
    session: StudySession
    qtbot: PatientQtBot

    @property
    def window(self) -> StudyWindow:
        return self.session.window

    def rest(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: not self.session.runs.is_running)

    def plan(self, plan: StudyPlan) -> None:
        """Put a plan into the form, and wait until it is measured."""
        self.session.edit(plan, "plan it")
        self.qtbot.waitUntil(self.window.buttons["run"].isEnabled)

    def run(self, plan: StudyPlan | None = None) -> None:
        """Run a study, and wait for its rows."""
        self.plan(plan or small_plan())
        self.window.buttons["run"].click()
        self.rest()


@pytest.fixture
def studies(program: Program, monkeypatch: pytest.MonkeyPatch, qtbot: PatientQtBot) -> Studies:
    """Return a study window that is open and measures at once."""
    monkeypatch.setattr(study_session, "MEASURE_MILLISECONDS", 0)
    session = program.window.commands.study.session
    program.window.commands.study.open()
    return Studies(program, session, qtbot)
