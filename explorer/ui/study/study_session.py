"""The session of the study window: its plan, its files, and rows opened as scenarios."""

import logging
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.figures.study_form import problem_words, start_of, usual_plan
from explorer.figures.study_words import bytes_words, rows_words, time_words
from explorer.files.atomic import write_text
from explorer.files.places import ready_folder
from explorer.files.rows.head import case_mark
from explorer.files.rows.kept import FORMS
from explorer.files.study_file import read_study, study_text
from explorer.model.assumption import is_variation_of, original
from explorer.model.case import Case
from explorer.model.errors import ExplorerError
from explorer.model.study_found import Outcome
from explorer.model.study_plan import StudyPlan
from explorer.model.wording import tr
from explorer.store.state import State
from explorer.studies.designed.batch import row_scenario
from explorer.studies.designed.design import Design, prepared
from explorer.ui.app.background import BackgroundRunner
from explorer.ui.study.plan_history import PlanHistory
from explorer.ui.study.study_export import StudyExport
from explorer.ui.study.study_runs import StudyRuns, stopped_words
from explorer.ui.study.study_steps import Measured, Opened, case_of, measured, study_in
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.study.study_window import StudyWindow

MEASURE_MILLISECONDS = 400
"""How long the form must rest before the study is measured and its draft kept."""

DRAFT = "study-draft.json"
"""The file in the program's own folder that holds the form as it was left."""

_log = logging.getLogger("explorer.files")


class StudySession(QObject):
    """Keeps window, plan and rows in step; nothing is read or solved while the hand waits."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Serve a window; ``desk`` holds the scenario from which studies start."""
        super().__init__(parent)
        self._parent = parent
        self._desk = desk
        self._window: StudyWindow | None = None
        self._history: PlanHistory | None = None
        self._folder = Path()
        self.opened: Opened | None = None
        self._design: Design | None = None
        self._confirmed: StudyPlan | None = None
        self._can_run = False
        self.runs = StudyRuns(desk.state_folder, self)
        self._measuring = BackgroundRunner()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(MEASURE_MILLISECONDS)
        self._rest.timeout.connect(self._measure)
        self.ask_file: Callable[[], Path | None] = self._asked_file
        desk.store.subscribe(self._on_state)

    @property
    def window(self) -> "StudyWindow":
        """The window, made when first wanted."""
        if self._window is None:
            self._window = self._made()
        return self._window

    @property
    def plan(self) -> StudyPlan:
        """The study that the form holds."""
        return self._plans.plan

    @property
    def case(self) -> Case:
        """The case on screen, without changes: a study says its own."""
        return original(self._desk.store.state.scenario.case)

    def open(self) -> None:
        """Bring the window to the front."""
        window = self.window
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Keep the form, and let go of whatever works."""
        if self._rest.isActive():
            self._rest.stop()
            self._keep_draft()
        self._measuring.close()
        self.runs.close()

    def edit(self, plan: StudyPlan, name: str) -> None:
        """Take another plan as one step of the form."""
        self._plans.edit(plan, name)
        self._show_plan()

    def undo(self) -> None:
        """Take the last step of the form back."""
        name = self._plans.undo()
        self._tell_step(tr("Undone: {step}.", step=name) if name else tr("Nothing to undo."))

    def redo(self) -> None:
        """Repeat the step of the form that was taken back last."""
        name = self._plans.redo()
        self._tell_step(tr("Redone: {step}.", step=name) if name else tr("Nothing to redo."))

    def open_row(self, number: int) -> None:
        """Show a row of the study in the main window; one undo takes it back.

        ``number``: That of the row in the study, from 0.
        """
        if self.opened is None:
            return
        store, name = self._desk.store, self.opened.table.head.plan.name
        try:
            scenario = row_scenario(self._row_design(self.opened), number)
        except ExplorerError as error:
            self.window.tell(str(error))
            return
        words = tr("row {n:,} of {study}", n=number + 1, study=name)
        if not is_variation_of(scenario.case, store.state.scenario.case):
            self.window.tell(
                tr(
                    "This study is about the case “{case}”. Open a document of that case first.",
                    case=scenario.case.name,
                )
            )
            return
        store.load(scenario.with_name(words), tr("open {row}", row=words))
        self.window.tell(tr("The main window shows {row}. Undo there takes it back.", row=words))

    @property
    def _plans(self) -> PlanHistory:
        if self._history is None:
            self._history = PlanHistory(
                self._draft() or usual_plan(self._desk.store.state.scenario)
            )
        return self._history

    def _made(self) -> "StudyWindow":
        from explorer.ui.study.study_window import StudyWindow

        made = StudyWindow(self._parent)
        made.asked.connect(self._act)
        made.form.undo_wanted.connect(self.undo)
        made.form.redo_wanted.connect(self.redo)
        made.form.edited.connect(self.edit)
        made.form.start_ticked.connect(self._tick_start)
        made.rows.row_opened.connect(self.open_row)
        made.pictures.row_opened.connect(self.open_row)
        made.boxes.wanted.connect(self._discover)
        self.export = StudyExport(made, self._desk)
        self.export.told.connect(made.tell)
        made.pictures.export_wanted.connect(self.export.begin)
        made.pictures.copy_wanted.connect(self.export.copy)
        self.runs.changed.connect(self._show_work)
        self.runs.progressed.connect(made.show_progress)
        self.runs.told.connect(made.tell)
        self.runs.opened.connect(self._take_opened)
        self.runs.found.connect(made.boxes.show_found)
        self._window = made
        self._show_plan()
        self._show_work()
        return made

    def _act(self, action: str) -> None:
        actions: dict[str, Callable[[], None]] = {
            "open": self._open_file,
            "save": self._save,
            "run": self._run,
            "stop": self.runs.stop,
            "resume": self._resume,
        }
        if action in actions:
            actions[action]()
        else:
            self._export(action)

    def _tick_start(self, start_id: str, is_on: bool) -> None:
        """Take a start in, as it is now, or out; one at least stays."""
        plan, scenario = self.plan, self._desk.store.state.scenario
        kept = tuple(start for start in plan.starts if start.id != start_id)
        place = next((n for n, each in enumerate(plan.starts) if each.id == start_id), len(kept))
        starts = (*kept[:place], start_of(start_id, scenario), *kept[place:]) if is_on else kept
        if starts:
            self.edit(plan.having(starts=starts), tr("change the starts"))
        else:
            self._show_plan()

    def _show_plan(self) -> None:
        window, plan = self.window, self.plan
        window.form.show_plan(self.case, plan)
        window.show_title(plan.name)
        self._can_run = False
        self._show_work()
        self._rest.start()

    def _show_work(self) -> None:
        self.window.show_work(
            is_running=self.runs.is_running,
            can_run=self._can_run,
            can_resume=self.runs.can_resume,
        )

    def _measure(self) -> None:
        self._keep_draft()
        plan, case = self.plan, self.case
        self._measuring.submit(
            partial(_measured_for, plan, self._folder, case), partial(self._take_measured, plan)
        )

    def _take_measured(self, plan: StudyPlan, outcome: Measured | Exception) -> None:
        """Show how large the study is, if it is still the one in the form."""
        if plan is not self.plan:
            return
        if isinstance(outcome, Exception):
            if not isinstance(outcome, ExplorerError):
                raise outcome
            self.window.show_size(tr("\N{WARNING SIGN} {problem}", problem=outcome))
            return
        self._can_run = outcome.size is not None
        self.window.show_size(_measured_words(self.case, plan, outcome))
        self._show_work()

    def _run(self) -> None:
        plan = self.plan
        with suppress(ExplorerError):
            case = case_of(plan, self._folder, self.case)
            if self._needs_word(plan, case):
                return
            self.runs.run(plan, case)

    def _needs_word(self, plan: StudyPlan, case: Case) -> bool:
        """Return whether a study is so long that it is run at a second word only, after asking."""
        rows = prepared(plan, case).rows
        if rows <= plan.limit or self._confirmed is plan:
            return False
        self._confirmed = plan
        self.window.tell(
            tr(
                "This study has {rows}, more than its limit of {limit:,}. Press “Run” once more "
                "to run it all the same.",
                rows=rows_words(rows),
                limit=plan.limit,
            )
        )
        return True

    def _resume(self) -> None:
        self.runs.resume(self.plan, self.case)

    def _discover(self, outcome: Outcome) -> None:
        if self.opened is not None:
            self.runs.discover(self.opened.table, outcome)

    def _take_opened(self, opened: Opened) -> None:
        self.opened, self._design = opened, None
        self.window.show_rows(opened.table)
        self.window.tell(stopped_words(opened))
        self.window.show_page("rows")

    def _row_design(self, opened: Opened) -> Design:
        """Return the study of the rows on screen made ready; kept, since many rows are opened.

        Raises :class:`ExplorerError` if its case is not what it was when the rows were solved.
        """
        if self._design is None:
            table = opened.table
            mark, then = case_mark(table.case), table.head.case
            if mark.digest != then.digest:
                self.window.tell(
                    tr(
                        "The case has changed since the study was run (version {then}, now {now}); "
                        "its rows may come out differently.",
                        then=then.version,
                        now=mark.version,
                    )
                )
            self._design = prepared(table.head.plan, table.case)
        return self._design

    def _open_file(self) -> None:
        path = self.ask_file()
        if path is None:
            return
        try:
            plan = study_in(path)
        except ExplorerError as error:
            self.window.tell(str(error))
            return
        if plan is None:
            self.runs.open(path, self.case)
            return
        self._folder = path.absolute().parent
        self.edit(plan, tr("open {name}", name=path.name))
        self.window.show_page("plan")
        self.window.tell(tr("{name} is open.", name=path.name))

    def _save(self) -> None:
        content = study_text(self.plan).encode("utf-8", "backslashreplace")
        path = self._desk.exporter.export_file(self.plan.name, "json", tr("Study"), content)
        if path is not None:
            self.window.tell(tr("{name} is written.", name=path.name))

    def _export(self, suffix: str) -> None:
        if self.opened is not None:
            name = self.opened.table.head.plan.name
            path = self._desk.exporter.path_for(name, suffix.removeprefix("."), tr("Study rows"))
            if path is not None:
                self.runs.export(self.opened, path)

    def _asked_file(self) -> Path | None:
        endings = " ".join(f"*{suffix}" for suffix in FORMS)
        kinds = tr("Studies and their rows ({endings});;All files (*)", endings=endings)
        chosen, _ = QFileDialog.getOpenFileName(self.window, tr("Open study"), "", kinds)
        return Path(chosen) if chosen else None

    def _tell_step(self, words: str) -> None:
        self._show_plan()
        self.window.tell(words)

    def _draft(self) -> StudyPlan | None:
        """Return the form as it was left, if it is about the case on screen."""
        with suppress(ExplorerError):
            plan = read_study(self._desk.state_folder / DRAFT)
            if plan.case == self.case.id:
                return plan
        return None

    def _keep_draft(self) -> None:
        try:
            folder = ready_folder(self._desk.state_folder)
            write_text(folder / DRAFT, study_text(self.plan), keeps_backup=False)
        except ExplorerError as error:
            _log.warning("the draft of the study is not kept: %s", error)

    def _on_state(self, old: State, new: State) -> None:
        """Begin anew with another case; the settings on screen are taken when they are ticked."""
        if original(new.scenario.case) is original(old.scenario.case):
            return
        self._history = None
        if self._window is not None:
            self._show_plan()


def _measured_for(plan: StudyPlan, folder: Path, present: Case) -> Measured:
    return measured(plan, case_of(plan, folder, present))


def _measured_words(case: Case, plan: StudyPlan, found: Measured) -> str:
    """Return how large a study is, or what is wrong with it."""
    if found.size is None:
        lines = (problem_words(case, plan, line) for line in found.problems)
        return "\n".join(tr("\N{WARNING SIGN} {problem}", problem=line) for line in lines)
    return tr(
        "{rows}, {bytes}, about {time} of one processor.",
        rows=rows_words(found.size.rows),
        bytes=bytes_words(found.size.bytes),
        time=time_words(found.size.seconds()),
    )
