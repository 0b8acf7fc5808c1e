"""The real window of the Korea case in a folder of its own, and answers in place of dialogs."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from explorer.files.places import Places, places
from explorer.model.level import Level
from explorer.store.runner import InlineRunner, Runner
from explorer.store.state import State
from explorer.ui.app.app import Program
from explorer.ui.pictures.board import board_plot
from explorer.ui.window.dialogs import ReplaceAnswer, SaveAnswer
from explorer.views.options import WindowOptions
from tests.deletions import finish_promised_deletions
from tests.ui.patience import PATIENCE


@dataclass
class Answers:
    """Answers that a test prepares; what was told is kept."""

    to_open: Path | None = None
    to_save: Path | None = None
    to_export: Path | None = None
    changes: SaveAnswer = "discard"
    changed_file: ReplaceAnswer = "cancel"
    asked: int = 0
    errors: list[str] = field(default_factory=list)

    def path_to_open(self, folder: Path) -> Path | None:
        return self.to_open

    def path_to_save(self, suggestion: Path) -> Path | None:
        return self.to_save

    def path_to_export(self, suggestion: Path, kind: str) -> Path | None:
        return self.to_export

    def wish_for_changes(self, name: str) -> SaveAnswer:
        self.asked += 1
        return self.changes

    def wish_for_changed_file(self, name: str) -> ReplaceAnswer:
        self.asked += 1
        return self.changed_file

    def tell_error(self, title: str, text: str) -> None:
        self.errors.append(text)


OpenProgram = Callable[..., Program]

DAY_OF_THE_CASE = date(2025, 10, 23)
"""Which day the clock of a window shows."""


def settle(program: Program) -> None:
    """Wait until nothing of what is set is still being solved."""
    store, answered, limit = program.store, QEventLoop(), QTimer()

    def look(_old: State, new: State) -> None:
        if not new.is_waiting:
            answered.quit()

    if store.state.is_waiting:
        store.subscribe(look)
        limit.setSingleShot(True)
        limit.timeout.connect(answered.quit)
        limit.start(PATIENCE)
        answered.exec()
        limit.stop()
        store.unsubscribe(look)
    assert not store.state.is_waiting


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing move by itself: a picture shows its figure at once, as where that is chosen."""
    monkeypatch.setattr(board_plot, "GLIDE_MILLISECONDS", 0)
    monkeypatch.setattr(board_plot, "PULSE_MILLISECONDS", 0)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def open_program(
    qapp: QApplication, data_folder: Path, answers: Answers, make_runner: Callable[[], Runner]
) -> Iterator[OpenProgram]:
    """Open windows that all use one folder; they are closed after the test."""
    opened: list[Program] = []

    def open_one(
        where: Places | None = None,
        today: date = DAY_OF_THE_CASE,
        level: Level | None = "analyse",
        **options: object,
    ) -> Program:
        program = Program(
            qapp,
            WindowOptions(data_folder=data_folder, level=level, **options),
            where=where or places(data_folder),
            started=time.perf_counter(),
            dialogs=answers,
            runner=make_runner(),
            clock=lambda: today,
        )
        opened.append(program)
        program.show()
        return program

    yield open_one
    for program in opened:
        program.end()
    opened.clear()
    # The look of the program costs nothing to take back once no window wears it.
    finish_promised_deletions()


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    """Return a program whose window shows the workbench, without tips."""
    opened = open_program()
    opened.settings.change(coach_marks_seen=True)
    opened.window.show_workbench()
    opened.settings.write()
    return opened


def side_windows(program: Program) -> tuple[QWidget, ...]:
    """Open every window beside the main one, and return them."""
    of = program.window.commands
    of.scenario.assumptions.open()
    of.help.show_guide()
    of.view.show_preferences()
    of.picture.export_image()
    of.take_home.begin()
    of.report.begin()
    of.negotiation.open()
    of.lessons.show_record()
    of.lessons.edit()
    of.genius.begin()
    of.workbook.window.show()
    of.study.open()
    of.case_editing.editing.runner = InlineRunner()
    of.case_editing.editing.ask()
    of.case_editing.edit()
    assert of.scenario.assumptions.window is not None
    dialogs = (of.view._preferences, of.picture.dialog, of.take_home.dialog, of.report.dialog)
    taught = (of.negotiation.window, of.lessons.record, of.lessons.editor)
    exchanged = (of.genius.window, of.workbook.window, of.study.session.window)
    cases = (of.case_editing.editing.beginning, of.case_editing.editing.window)
    asked = (of.scenario.assumptions.window, of.help.window)
    return (*asked, *dialogs, *taught, *exchanged, *cases)
