"""The exercise of the window for the self-test: open, look at, move, undo, export, close."""

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QLabel

from explorer.files.case_file import bundled_case
from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.files.drawn import drawing_problem
from explorer.files.places import places
from explorer.files.resources import is_frozen
from explorer.files.result_record import saved_results
from explorer.model.level import LEVELS
from explorer.model.scenario import control_range, preset_scenario
from explorer.model.wording import tr, tr_n
from explorer.self_test.ink import demand_fonts, demand_hangul, demand_ink
from explorer.self_test.trial import SelfTestError, SkippedStepError, Step, Trial, demand
from explorer.solver.solve import solve
from explorer.ui.app.app import Program, application
from explorer.ui.app.process_age import process_age
from explorer.ui.export.export import Shot
from explorer.ui.help.help_pages import LIBRARIES, unknown_versions
from explorer.ui.live.live_pictures import BOARD
from explorer.ui.look.theme import application_font
from explorer.ui.window.dialogs import ReplaceAnswer, SaveAnswer
from explorer.views.options import WindowOptions

LONGEST_WAIT = 30_000
"""Milliseconds in which the first picture must be painted."""

PICTURE_SIZE = (1000, 700)

_NO_PLATFORM = re.compile("Could not (find|load) the Qt platform plugin")
_TOLD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)


def exercise_window(trial: Trial) -> Iterator[Step]:
    """Yield the steps that need the window: the first opens it, the last closes it."""
    old = qInstallMessageHandler(_Listener(trial).hear)
    exercise = Exercise(trial)
    try:
        yield tr("window"), exercise.open
        yield tr("text"), exercise.see_text
        yield tr("Korean text"), exercise.see_hangul
        yield tr("icon"), exercise.see_icon
        yield tr("versions"), exercise.see_versions
        yield tr("levels"), exercise.walk_levels
        yield tr("controls"), exercise.move_controls
        yield tr("opening a document"), exercise.open_document
        yield tr("export"), exercise.export
        yield tr("closing"), exercise.close
    finally:
        qInstallMessageHandler(old)


class QuietDialogs:
    """Dialogs that nobody has to answer: they keep what they were told."""

    def __init__(self, folder: Path) -> None:
        """Export into a folder, and ask nobody."""
        self.errors: list[str] = []
        self._folder = folder

    def path_to_open(self, folder: Path) -> Path | None:
        """Choose nothing."""
        return None

    def path_to_save(self, suggestion: Path) -> Path | None:
        """Choose nothing."""
        return None

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        """Choose the suggested name, in the folder of the test."""
        return self._folder / suggestion.name

    def wish_for_changes(self, name: str) -> SaveAnswer:
        """Give changes up."""
        return "discard"

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        """Leave the file as it is."""
        return "cancel"

    def tell_error(self, title: str, text: str) -> None:
        """Keep what went wrong."""
        self.errors.append(f"{title}: {text}")


class Exercise:
    """The steps on one window, which stays open from the first to the last."""

    def __init__(self, trial: Trial) -> None:
        """Prepare; nothing is opened yet."""
        self._trial = trial
        self._dialogs = QuietDialogs(trial.folder)
        self._opened: Program | None = None

    def open(self) -> str:
        """Open the real window, with settings of its own, and wait for its first picture."""
        qt = application(self._trial.qpa or _usual_platform())
        program = Program(
            qt,
            WindowOptions(),
            where=places(self._trial.folder / "data"),
            started=time.perf_counter() - process_age(),
            dialogs=self._dialogs,
        )
        self._opened = program
        painted = QEventLoop()
        limit = QTimer()
        limit.setSingleShot(True)
        program.ready.connect(painted.quit)
        limit.timeout.connect(painted.quit)
        limit.start(LONGEST_WAIT)
        program.show()
        painted.exec()
        limit.stop()
        seconds = program.seconds_to_first_picture
        if seconds is None:
            raise SelfTestError(tr("nothing was painted"))
        program.window.show_workbench()
        # Read by scripts, and therefore in no other language.
        self._trial.note(f"first picture: {seconds:.2f} s")
        return tr("open on the platform {name}", name=qt.platformName())

    def see_text(self) -> str:
        """Look for ink where a label of the window has words."""
        family = demand_fonts(application_font())
        labels = self._program.window.statusBar().findChildren(QLabel)
        words = [each for each in labels if each.isVisible() and each.text().strip()]
        demand(bool(words), tr("no label is on screen"))
        return tr("{family}; {ink}", family=family, ink=demand_ink(words[0]))

    def see_hangul(self) -> str:
        """Look for Korean letters in texts of the program's font.

        The installed packages bring or demand a font for them. Whoever runs the program from
        source, on a system without one, is told what is missing.
        """
        try:
            return demand_hangul(application_font())
        except SelfTestError as problem:
            if is_frozen():
                raise
            raise SkippedStepError(tr("not drawn. {problem}", problem=problem)) from problem

    def see_icon(self) -> str:
        """Look at the window's icon."""
        icon = self._program.window.windowIcon()
        sizes = icon.availableSizes()
        demand(bool(sizes), tr("the window has no icon"))
        image = icon.pixmap(sizes[0]).toImage()
        colours = {image.pixel(x, image.height() // 2) for x in range(image.width())}
        demand(len(colours) > 1, tr("the icon is blank"))
        return tr("drawn in {n} sizes", n=len(sizes))

    def see_versions(self) -> str:
        """Look at the versions that a report of a problem would name."""
        unknown = unknown_versions()
        demand(not unknown, tr("not known of {packages}", packages=", ".join(unknown)))
        return tr_n("{n} library told", "{n} libraries told", len(LIBRARIES))

    def walk_levels(self) -> str:
        """Show each level, and look for ink in its headline."""
        commands = self._program.window.commands.levels
        found: list[str] = []
        for level in LEVELS:
            commands.show(level)
            demand(commands.levels.level == level, tr("{level} is not shown", level=level))
            page, room = commands.levels.page, commands.presentation.window
            if level == "explore" and page is not None:
                found.append(demand_ink(page.headline))
            elif room is not None:
                found.append(demand_ink(room.headline))
        commands.presentation.end()
        demand(len(found) == len(LEVELS) - 1, tr("a level has no headline"))
        return tr("{n} shown; {ink}", n=len(LEVELS), ink=found[-1])

    def move_controls(self) -> str:
        """Move every control to its least value, and back by undo."""
        store = self._program.store
        first = store.state.scenario
        for control in first.case.controls:
            least = control_range(first.case, control).minimum
            store.edit(store.state.scenario.with_value(control.id, least), "move")
        while store.state.undo_name is not None:
            store.undo()
        demand(store.state.scenario == first, tr("undo did not bring the first settings back"))
        return tr("{n} moved, and back by undo", n=len(first.case.controls))

    def open_document(self) -> str:
        """Open a document by its path, as a double click does."""
        program, path = self._program, self._trial.folder / "opened.dealzone"
        case = bundled_case()
        scenario = preset_scenario(case, case.baseline_preset)
        first_preset = preset_scenario(case, case.default_preset)
        write_document(
            path, Document(scenario, scenario, first_preset, results=saved_results(solve(scenario)))
        )
        is_open = program.window.desk.session.open_path(path)
        demand(is_open and not self._dialogs.errors, "; ".join(self._dialogs.errors))
        demand(program.store.state.scenario == scenario, tr("the document opened differently"))
        return tr("opened by its path")

    def export(self) -> str:
        """Export the board as the menu does."""
        desk = self._program.window.desk
        shot = Shot(BOARD, desk.pictures.viewing(), desk.look.theme, "self-test")
        path = desk.exporter.export_picture(shot, "png", PICTURE_SIZE)
        if path is None:
            raise SelfTestError("; ".join(self._dialogs.errors))
        problem = drawing_problem(path, PICTURE_SIZE)
        demand(not problem, problem)
        return tr("{name} written", name=path.name)

    def close(self) -> str:
        """Close the window."""
        self._program.end()
        demand(not self._dialogs.errors, "; ".join(self._dialogs.errors))
        return tr("closed")

    @property
    def _program(self) -> Program:
        if self._opened is None:
            raise SelfTestError(tr("not tried, because the window did not open"))
        return self._opened


class _Listener:
    """Hears Qt: what it warns of stands in the report, and what is fatal ends the test."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial
        self._heard: set[str] = set()

    def hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Take one message."""
        # After such a warning Windows waits in a box for somebody to click; elsewhere Qt aborts.
        is_last_warning = sys.platform == "win32" and _NO_PLATFORM.match(text) is not None
        if kind == QtMsgType.QtFatalMsg or is_last_warning:
            self._trial.give_up(tr("Qt: {text}", text=text))
        elif kind in _TOLD and text not in self._heard:
            self._heard.add(text)
            self._trial.note(tr("note  Qt: {text}", text=text))


def _usual_platform() -> str | None:
    """Return the platform without a screen on Linux, unless the environment names another."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform != "linux":
        return None
    return "offscreen"
