"""The watches: what is worked out in slices beside the hand, behind one object."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from explorer.model.bold import Bold
from explorer.model.result import Result
from explorer.model.study import Findings
from explorer.studies.study import study_steps
from explorer.ui.live.rest_watch import RestWatch
from explorer.ui.live.split_watch import SplitWatch
from explorer.ui.live.steps_watch import StepsWatch
from explorer.ui.window.workbench import Workbench
from explorer.views import bold, robustness, why
from explorer.views.split_progress import SplitProgress
from explorer.views.view import Viewing

NOTHING_FOUND = Findings()
"""What is known before anything is asked; always the same one, so that nothing is drawn anew."""


class Watches(QObject):
    """Has everything worked out that takes longer than a frame.

    Signals
    -------
    found()
        More is known of what is on screen.
    rested()
        The hand rests: what takes longer than a frame may be shown.
    """

    found = Signal()
    rested = Signal()

    def __init__(self, workbench: Workbench) -> None:
        """Begin without anything to find.

        ``workbench``: Where tipping points, openings and lines are shown as they are found.
        """
        super().__init__()
        self._rest = RestWatch(workbench)
        self._rest.rested.connect(self.rested)
        self._split = SplitWatch()
        self._split.progressed.connect(self.found)
        self._studies = StepsWatch(study_steps)
        self._bold = StepsWatch(bold.question_steps)
        for watch in (self._studies, self._bold):
            watch.found.connect(self.found)

    @property
    def split_progress(self) -> SplitProgress:
        """What is known of the split that is on screen."""
        return self._split.progress

    @property
    def findings(self) -> Findings:
        """What is known of the study that is on screen."""
        return self._studies.answer or NOTHING_FOUND

    @property
    def bold(self) -> Bold | None:
        """What is known of all packages over assumption sets, None where nobody looks."""
        return self._bold.answer

    def follow(self, view_ids: Collection[str], viewing: Viewing) -> None:
        """Work out what some views need, and nothing for any other view."""
        is_resting = viewing.is_resting
        if why.VIEW.id in view_ids:
            end = viewing.result.scenario
            self._split.follow(why.split_start(viewing), end, is_resting=is_resting)
        else:
            self._split.stop()
        if robustness.VIEW.id in view_ids:
            question = robustness.study_question(viewing)
            is_quick = question.kind == "sets"
            self._studies.ask(question, is_resting=is_resting, is_quick=is_quick)
        else:
            self._studies.forget()
        if bold.VIEW.id in view_ids:
            self._bold.ask(bold.packages_question(viewing), is_resting=is_resting)
        else:
            self._bold.forget()

    def look_at(self, result: Result, row_id: str) -> None:
        """Look for tipping points and openings of a result and a row of it."""
        self._rest.ask(result, row_id)

    def stop(self) -> None:
        """Look for nothing more."""
        self._rest.stop()
        self._split.stop()
        self._studies.forget()
        self._bold.forget()
