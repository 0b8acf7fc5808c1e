"""The watches: what is worked out in slices beside the hand, behind one object."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from explorer.model.breaking import BreakingLadder
from explorer.model.result import Result
from explorer.ui.live.bold_watch import BoldWatch
from explorer.ui.live.breaking_watch import BreakingWatch
from explorer.ui.live.rest_watch import RestWatch
from explorer.ui.live.split_watch import SplitWatch
from explorer.ui.live.study_watch import StudyWatch
from explorer.ui.window.workbench import Workbench
from explorer.views import bold, breaking, robustness, why
from explorer.views.view import Viewing


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
        self._studies = StudyWatch()
        self._breaking = BreakingWatch()
        self._bold = BoldWatch()
        for watch in (self._studies, self._breaking, self._bold):
            watch.found.connect(self.found)

    def with_known(self, viewing: Viewing) -> Viewing:
        """Return what the pictures show with all that is known of it so far."""
        return replace(
            viewing,
            split_progress=self._split.progress,
            findings=self._studies.findings,
            bold=self._bold.known,
            breaking=self._breaking.known or BreakingLadder(viewing.result.scenario),
        )

    def follow(self, view_ids: Collection[str], viewing: Viewing) -> None:
        """Work out what some views need, and nothing for any other view."""
        is_resting = viewing.is_resting
        if why.VIEW.id in view_ids:
            end = viewing.result.scenario
            self._split.follow(why.split_start(viewing), end, is_resting=is_resting)
        else:
            self._split.stop()
        if robustness.VIEW.id in view_ids:
            self._studies.ask(robustness.study_question(viewing), is_resting=is_resting)
        else:
            self._studies.forget()
        if breaking.VIEW.id in view_ids:
            self._breaking.ask(breaking.breaking_question(viewing), is_resting=is_resting)
        else:
            self._breaking.forget()
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
        self._breaking.forget()
        self._bold.forget()
