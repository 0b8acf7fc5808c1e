"""Whatever happens away from the keyboard's focus is announced to assistive technology."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from explorer.model.package import package_at
from explorer.ui.app.app import Program
from explorer.ui.assumptions.assumption_cells import Column
from explorer.ui.widgets import announcing
from explorer.ui.window.message_bar import Message
from tests.architecture.sources import modules
from tests.ui.window.conftest import Answers, OpenProgram

Heard = list[str]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Return what a screen reader is told, in order."""
    said: Heard = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(announcing, "_send", hear)
    return said


def _save(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.session.save()


def _export_data(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.picture.export_image()
    program.window.commands.picture.dialog.export_requested.emit("png", 400, 300)


def _copy_data(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.picture.copy_data()


def _copy_code(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.document.copy_code()


def _copy_value(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.workbench.controls.control("russia_alignment").copy_value()


def _table(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.workbench.board.show_table(is_shown=True)


def _pin(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.comparison.comparing.pin_snapshot()


def _message(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.workbench.message_bar.show_message(Message("The disk is full."))


def _compare(program: Program, _qtbot: QtBot) -> None:
    program.window.menus.actions["compare"].setChecked(True)


def _compare_no_more(program: Program, _qtbot: QtBot) -> None:
    program.window.menus.actions["compare"].setChecked(True)
    program.window.menus.actions["compare"].setChecked(False)


def _why(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.scenario.show_why()


def _sweep(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.pictures.sweep("china_ties")


def _term_sheet(program: Program, _qtbot: QtBot) -> None:
    case = program.store.state.scenario.case
    program.window.desk.pictures.choose_package(package_at(case, 0))


def _detail(program: Program, _qtbot: QtBot) -> None:
    program.window.desk.pictures.show_detail("russia_alignment")


def _cursor_on_the_board(program: Program, qtbot: QtBot) -> None:
    plot = program.window.desk.workbench.board.plot
    qtbot.keyClick(plot, Qt.Key.Key_Down)


def _lens(program: Program, _qtbot: QtBot) -> None:
    lens = program.store.state.scenario.case.lenses[0].id
    program.window.commands.scenario.look_through(lens)
    program.window.commands.scenario.look_through(lens)


def _draw(program: Program, _qtbot: QtBot) -> None:
    program.window.commands.scenario.draw_anew()


EVENTS: dict[str, tuple[Callable[[Program, QtBot], None], str]] = {
    "saved": (_save, "mine.dealzone is saved."),
    "exported": (_export_data, "board.png is written."),
    "data copied": (_copy_data, "The data are on the clipboard."),
    "code copied": (_copy_code, "The scenario code is on the clipboard."),
    "value copied": (_copy_value, "The value is on the clipboard."),
    "table": (_table, "Deal zones by commitment: shown as a table"),
    "pinned": (_pin, "Pinned as A."),
    "message": (_message, "The disk is full."),
    "comparing": (_compare, "Hanoi 2019 is pinned as A."),
    "comparing no more": (_compare_no_more, "Nothing is compared."),
    "why": (_why, "Why it changed: "),
    "sweep": (_sweep, "China ties"),
    "term sheet": (_term_sheet, "Term sheet: "),
    "details": (_detail, "Details of "),
    "cursor": (_cursor_on_the_board, ""),
    "refused": (_lens, "Nothing changes: the settings already agree with it."),
    "drawn anew": (_draw, "New assumption sets are drawn (seed "),
}


@pytest.mark.parametrize("event", EVENTS)
def test_what_happens_is_announced_once(
    program: Program, qtbot: QtBot, answers: Answers, tmp_path: Path, heard: Heard, event: str
) -> None:
    answers.to_save = tmp_path / "mine.dealzone"
    answers.to_export = tmp_path / "board.png"
    do, words = EVENTS[event]
    heard.clear()
    do(program, qtbot)
    assert heard, event
    assert words in heard[-1]
    assert heard.count(heard[-1]) == 1


def test_a_message_from_before_the_window_is_announced_when_it_opens(
    open_program: OpenProgram, heard: Heard
) -> None:
    program = open_program()
    program.window.hide()
    bar = program.window.desk.workbench.message_bar
    bar.show_message(Message("Something was left behind."))
    assert "Something was left behind." not in heard
    program.window.show()
    program.window.show_workbench()
    assert heard.count("Something was left behind.") == 1


def test_a_refused_number_is_announced(program: Program, heard: Heard) -> None:
    program.window.commands.scenario.assumptions.open()
    model = program.window.commands.scenario.assumptions.window.model
    index = model.index(0, Column.HIGH, model.index(0, 0))
    model.setData(index, "nonsense")
    assert heard[-1]
    assert heard[-1] == model.reason(model.place(index).number)


def test_only_one_place_sends_announcements() -> None:
    senders = [name for name, text, _ in modules() if "QAccessibleAnnouncementEvent(" in text]
    assert senders == ["explorer/ui/widgets/announcing.py"]
