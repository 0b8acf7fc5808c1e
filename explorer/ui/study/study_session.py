"""The session of the study window: its plan, its files, and rows opened as scenarios."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.figures.study_form import problem_words, start_of, usual_plan
from explorer.figures.study_table import StudyTable
from explorer.figures.study_words import about_words, bytes_words, rows_words
from explorer.files.atomic import write_text
from explorer.files.rows.head import case_mark
from explorer.files.rows.kept import FORMS
from explorer.files.study_file import seen_from, study_text
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
from explorer.ui.study.study_export import StudyExport
from explorer.ui.study.study_runs import StudyRuns, stopped_words
from explorer.ui.study.study_steps import Measured, Opened, case_of, measured, study_in
from explorer.ui.window.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.study.study_window import StudyWindow

MEASURE_MILLISECONDS = 400
"""How long the form must rest before the study is measured."""


class StudySession(QObject):
    """Keeps window, plan and rows in step; nothing is read or solved while the hand waits.

    The plan is the document's: it is saved with it, and undo takes back its steps with all others.
    """

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        """Serve a window; ``desk`` holds the scenario from which studies start."""
        super().__init__(parent)
        self._parent = parent
        self._desk = desk
        self._window: StudyWindow | None = None
        self._usual: StudyPlan | None = None
        self._case_file: Path | None = None
        self._is_editing = False
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
        desk.session.document_opened.connect(self._begin_anew)

    @property
    def window(self) -> "StudyWindow":
        """The window, made when first wanted."""
        if self._window is None:
            self._window = self._made()
        return self._window

    @property
    def plan(self) -> StudyPlan:
        """The study of the document; before anything is planned, the one to begin with."""
        state = self._desk.store.state
        if state.study is not None:
            return state.study
        if self._usual is None or self._usual.case != self.case.id:
            self._usual = usual_plan(state.scenario)
        return self._usual

    @property
    def case(self) -> Case:
        """The case on screen, without changes: a study says its own."""
        return original(self._desk.store.state.scenario.case)

    def open(self) -> None:
        """Bring the window to the front; before anything is planned, with what is on screen."""
        window = self.window
        if not window.isVisible() and self._desk.store.state.study is None:
            self._usual = None
            self._show_plan()
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Let go of whatever works."""
        self._rest.stop()
        self._measuring.close()
        self.runs.close()

    def edit(self, plan: StudyPlan, name: str) -> None:
        """Take another plan as one step of the document."""
        if plan == self.plan:
            self._show_plan()
            return
        self._is_editing = True
        try:
            self._desk.store.plan_study(plan, name)
        finally:
            self._is_editing = False

    def open_row(self, number: int) -> None:
        """Show a row of the study in the main window; one undo takes it back.

        A row of another case begins a document of that case, unless changes are to be kept.

        ``number``: That of the row in the study, from 0.
        """
        if self.opened is None:
            return
        store, table = self._desk.store, self.opened.table
        try:
            scenario = row_scenario(self._row_design(self.opened), number)
        except ExplorerError as error:
            self.window.tell(str(error))
            return
        words = tr("row {n:,} of {study}", n=number + 1, study=table.head.plan.name)
        scenario = scenario.with_name(words)
        if is_variation_of(scenario.case, store.state.scenario.case):
            store.load(scenario, tr("open {row}", row=words))
            told = tr("The main window shows {row}. Undo takes it back.", row=words)
        elif self._desk.session.open_scenario(scenario):
            told = tr(
                "The main window shows {row} in a new document of the case “{case}”.",
                row=words,
                case=scenario.case.name,
            )
        else:
            return
        self.window.tell("\n".join(line for line in (told, _changed_words(table)) if line))

    def _made(self) -> "StudyWindow":
        from explorer.ui.study.study_window import StudyWindow

        made = StudyWindow(self._parent)
        made.asked.connect(self._act)
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
        plan = self.plan
        self._measuring.submit(
            partial(measured, plan, self.case), partial(self._take_measured, plan)
        )

    def _take_measured(self, plan: StudyPlan, outcome: Measured | Exception) -> None:
        """Show how large the study is, if it is still the one in the form."""
        if plan != self.plan:
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
        plan, case = self.plan, self.case
        with suppress(ExplorerError):
            if not self._needs_word(plan, case):
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
        # What had the keyboard may be out of sight now, as the button that stops is.
        self.window.rows.setFocus()

    def _row_design(self, opened: Opened) -> Design:
        """Return the study of the rows on screen made ready; kept, since many rows are opened.

        Raises :class:`ExplorerError` if its case does not know what the study varies.
        """
        if self._design is None:
            self._design = prepared(opened.table.head.plan, opened.table.case)
        return self._design

    def _open_file(self) -> None:
        path = self.ask_file()
        if path is None:
            return
        try:
            plan = study_in(path)
            if plan is None:
                self.runs.open(path, self.case)
            else:
                self._open_plan(plan, path)
        except ExplorerError as error:
            self.window.tell(str(error))

    def _open_plan(self, plan: StudyPlan, path: Path) -> None:
        """Take the plan of a file; one of another case begins a document of that case.

        Raises :class:`ExplorerError` if its case cannot be had.
        """
        folder = path.absolute().parent
        case = case_of(plan, folder, self.case)
        if not is_variation_of(case, self.case) and not self._desk.session.open_case(case):
            return
        self.edit(plan.having(case_file=""), tr("open {name}", name=path.name))
        # The document has its case with it; a file of the study must say again where that lies.
        self._case_file = folder / plan.case_file if plan.case_file else None
        self.window.show_page("plan")
        self.window.tell(tr("{name} is open.", name=path.name))

    def _save(self) -> None:
        path = self._desk.exporter.path_for(self.plan.name, "json", tr("Study"))
        if path is None:
            return
        plan, folder = self.plan, path.absolute().parent
        if self._case_file is not None:
            plan = seen_from(plan.having(case_file=str(self._case_file)), folder, folder)
        try:
            write_text(path, study_text(plan), keeps_backup=False)
        except ExplorerError as error:
            self.window.tell(str(error))
            return
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

    def _begin_anew(self) -> None:
        """Show the study of a document that was opened, or the one to begin with."""
        self._usual = self._case_file = None
        if self._window is not None:
            self._show_plan()

    def _on_state(self, old: State, new: State) -> None:
        """Show the document's study where that is another; tell what undo and redo did."""
        window = self._window
        if window is None or new.snapshot is old.snapshot:
            return
        is_other = original(new.scenario.case) is not original(old.scenario.case)
        if is_other or new.study != old.study:
            self._show_plan()
        elif not window.isActiveWindow():
            return
        words = "" if self._is_editing else step_words(old, new)
        if words:
            window.status.show_words(words)


def step_words(old: State, new: State) -> str:
    """Return what undo or redo did between two states; "" if neither led from one to the other."""
    if new.redo_name is not None and new.redo_name == old.undo_name:
        return tr("Undone: {step}.", step=new.redo_name)
    if new.undo_name is not None and new.undo_name == old.redo_name:
        return tr("Redone: {step}.", step=new.undo_name)
    return ""


def _changed_words(table: StudyTable) -> str:
    """Return what to say if the case is not what it was when the rows were solved, or nothing."""
    mark, then = case_mark(table.case), table.head.case
    if mark.digest == then.digest:
        return ""
    return tr(
        "The case has changed since the study was run (version {then}, now {now}); its rows may "
        "come out differently.",
        then=then.version,
        now=mark.version,
    )


def _measured_words(case: Case, plan: StudyPlan, found: Measured) -> str:
    """Return how large a study is, or what is wrong with it."""
    if found.size is None:
        lines = (problem_words(case, plan, line) for line in found.problems)
        return "\n".join(tr("\N{WARNING SIGN} {problem}", problem=line) for line in lines)
    return tr(
        "{rows}, {bytes}, {time} of one processor.",
        rows=rows_words(found.size.rows),
        bytes=bytes_words(found.size.bytes),
        time=about_words(found.size.seconds()),
    )
