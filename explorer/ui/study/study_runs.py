"""What the study window has done on a thread: runs, files opened and written, boxes looked for."""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from explorer.figures.phrase import capitalised
from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import about_words, rows_words
from explorer.files.places import ready_folder
from explorer.files.rows.working import working_path
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError
from explorer.model.study import Progress
from explorer.model.study_found import Outcome
from explorer.model.study_plan import StudyPlan
from explorer.model.wording import tr
from explorer.ui.app.background import StoppedError
from explorer.ui.study.study_steps import (
    Boxes,
    Opened,
    discover_steps,
    export_steps,
    open_steps,
    run_and_read_steps,
)
from explorer.ui.study.study_work import Make, StudyWork

RESULTS = "study.csv"
"""The file in the program's own folder that holds the rows of the last run."""


class StudyRuns(QObject):
    """Does one thing at a time, and says how far it is and what came of it.

    Signals
    -------
    changed()
        Something has begun or ended.
    progressed(float, str)
        How far it is, 0 to 1, and in words.
    told(str)
        What came of it, in a sentence.
    opened(object)
        Rows to be shown (:class:`explorer.ui.study.study_steps.Opened`).
    found(object, object)
        An outcome, and where it holds.
    """

    changed = Signal()
    progressed = Signal(float, str)
    told = Signal(str)
    opened = Signal(object)
    found = Signal(object, object)
    _looked = Signal(float)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Keep the rows of runs in a folder."""
        super().__init__(parent)
        self._folder = folder
        self._work = StudyWork(self)
        self._began: tuple[float, int] | None = None
        self._case: Case | None = None
        self._is_run = self._is_reading = False
        self._work.stepped.connect(self._take)
        self._work.ended.connect(self._end)
        # Told from the thread of the work.
        self._looked.connect(self._show_looked, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._work.is_running

    @property
    def results(self) -> Path:
        """The file of the last run."""
        return self._folder / RESULTS

    @property
    def can_resume(self) -> bool:
        """Whether a run was stopped that can be gone on with."""
        return working_path(self.results).exists()

    def run(self, plan: StudyPlan, case: Case) -> None:
        """Run a study from its beginning; what was left of an earlier one goes."""
        self._run(plan, case, goes_on=False)

    def resume(self, plan: StudyPlan, case: Case) -> None:
        """Go on with the study that was stopped, whatever the form holds now."""
        self._run(plan, case, goes_on=True)

    def _run(self, plan: StudyPlan, case: Case, *, goes_on: bool) -> None:
        try:
            ready_folder(self._folder)
        except FileError as error:
            self.told.emit(str(error))
            return
        self._is_run = True
        self._start(
            partial(run_and_read_steps, plan, case, self.results, goes_on=goes_on),
            tr("The study begins."),
            case,
        )

    def stop(self) -> None:
        """Stop what is under way; the rows so far stay."""
        self._work.stop()
        if self._work.is_running:
            self.progressed.emit(0.0, tr("Stopping after this step."))

    def open(self, path: Path, case: Case) -> None:
        """Show the rows that a file holds."""
        self._is_reading = self._is_reading or not self._work.is_running
        self._start(partial(open_steps, path, case), tr("Reading {name}.", name=path.name), case)

    def export(self, opened: Opened, target: Path) -> None:
        """Write all rows into another file."""
        words = tr("Writing {name}.", name=target.name)
        self._start(partial(export_steps, opened, target), words, opened.table.case)

    def discover(self, table: StudyTable, outcome: Outcome) -> None:
        """Look where an outcome holds."""
        words = tr("Looking for boxes.")
        self._start(partial(discover_steps, table, outcome, self._hear), words, table.case)

    def close(self) -> None:
        """Wait for the step that is under way, and let go of everything."""
        self._work.close()

    def _start(self, make: Make, words: str, case: Case) -> None:
        if not self._work.is_running:
            self._began, self._case = None, case
            self._work.start(make)
            self.progressed.emit(0.0, words)
            self.changed.emit()

    def _hear(self, share: float) -> None:
        """Hear on the thread how far the search is; stop it there if that is wanted."""
        if self._work.is_stopping:
            raise StoppedError
        self._looked.emit(share)

    def _show_looked(self, share: float) -> None:
        if self._work.is_running:
            self.progressed.emit(share, tr("Looking for boxes."))

    def _take(self, step: object) -> None:
        if isinstance(step, Progress):
            self.progressed.emit(step.done / step.wanted, self._words(step))
        elif isinstance(step, Opened):
            self._is_reading = False
            self.opened.emit(step)
        elif isinstance(step, Path):
            self.told.emit(tr("{name} is written.", name=step.name))
        elif isinstance(step, Boxes):
            self.found.emit(step.outcome, step.found)
            self.told.emit("")

    def _words(self, step: Progress) -> str:
        if self._is_reading:
            return tr("{done:,} of {wanted:,} rows are read.", done=step.done, wanted=step.wanted)
        now = time.monotonic()
        if self._began is None:
            self._began = (now, step.done)
        since, first = self._began
        done = tr("{done:,} of {wanted:,} rows are done.", done=step.done, wanted=step.wanted)
        if step.done <= first:
            return done
        left = (now - since) / (step.done - first) * (step.wanted - step.done)
        return tr("{done} {time} left.", done=done, time=capitalised(about_words(left)))

    def _end(self, problem: Exception | None) -> None:
        was_run, self._is_run = self._is_run, False
        was_reading, self._is_reading = self._is_reading, False
        was_stopped = self._work.is_stopping
        self.changed.emit()
        if isinstance(problem, StoppedError):
            self.told.emit(tr("Stopped; nothing was found yet."))
        elif isinstance(problem, ExplorerError):
            self.told.emit(str(problem))
        elif problem is not None:
            raise problem
        elif was_run and was_stopped and self.can_resume and self._case is not None:
            self.open(working_path(self.results), self._case)
        elif was_reading and was_stopped:
            self.told.emit(tr("Stopped; nothing was read."))


def stopped_words(opened: Opened) -> str:
    """Return what to say of rows: how many there are, and whether more are to come."""
    table = opened.table
    if not opened.is_done:
        return tr(
            "Stopped after {done:,} of {wanted:,} rows, which are kept and shown. Resume goes on.",
            done=table.size,
            wanted=table.head.rows,
        )
    if table.size < table.head.rows:
        return tr(
            "{total} are done; the first {shown:,} are shown. The file holds them all.",
            total=rows_words(table.head.rows),
            shown=table.size,
        )
    return tr("{total} are done.", total=rows_words(table.size))
