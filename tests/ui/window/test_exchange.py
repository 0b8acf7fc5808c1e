"""Genius files and workbooks in the window: shown first, then one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from explorer.files import extras
from explorer.model.assumption import changed_assumptions
from explorer.ui.app.app import Program
from explorer.ui.commands.genius import GeniusCommands
from explorer.ui.commands.workbook import WorkbookCommands
from tests.files.genius.domains import small_domain
from tests.files.workbook.books import book
from tests.ui.drags import COPY, dropped, file
from tests.ui.window.conftest import Answers, settle


def genius(program: Program) -> GeniusCommands:
    return program.window.commands.genius


def workbook(program: Program) -> WorkbookCommands:
    return program.window.commands.workbook


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return small_domain((None, 0.3)).write(tmp_path / "shop")


def test_a_folder_is_read_listed_and_opened_as_an_own_case(
    program: Program, shop: Path, qtbot
) -> None:
    commands = genius(program)
    commands.begin()
    window = commands.window
    assert not window.open_case.isEnabled()
    commands.ask_folder = lambda: shop
    qtbot.mouseClick(window.folder, Qt.MouseButton.LeftButton)
    assert "buyer: no reservation value is given" in window.found.text()
    qtbot.mouseClick(window.open_case, Qt.MouseButton.LeftButton)
    settle(program)
    assert not window.isVisible()
    assert program.store.state.scenario.case.id == "genius-shop"
    assert program.store.state.result.zone.packages == 5
    entries = program.window.menus.submenus["cases"].actions()
    assert any("genius-shop.json" in action.text() for action in entries)
    program.store.edit(program.store.state.scenario.with_value("target_max_price", 1), "line")
    settle(program)
    assert program.store.state.result.zone.packages < 5
    for control_id in ("sender_reservation", "target_trust"):
        program.store.edit(program.store.state.scenario.with_value(control_id, 90), "move")
        settle(program)
        assert not program.store.state.problem


def test_files_can_be_chosen_one_by_one_and_none_changes_nothing(
    program: Program, shop: Path
) -> None:
    commands = genius(program)
    commands.begin()
    commands.ask_files = list
    commands.window.files.click()
    commands.ask_folder = lambda: None
    commands.window.folder.click()
    assert not commands.window.open_case.isEnabled()
    commands.ask_files = lambda: sorted(shop.iterdir())
    commands.window.files.click()
    assert commands.window.open_case.isEnabled()


def test_what_is_wrong_stands_in_the_window(program: Program, tmp_path: Path) -> None:
    commands = genius(program)
    commands.begin()
    (tmp_path / "empty").mkdir()
    commands.read([tmp_path / "empty"])
    assert "two profiles of one domain are needed" in commands.window.found.text()
    assert not commands.window.open_case.isEnabled()
    commands._open()
    assert program.store.state.scenario.case.id == "korea"


def test_a_case_that_cannot_be_kept_is_not_opened(
    program: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = genius(program)
    commands.begin()
    commands.read([shop])
    monkeypatch.setattr("explorer.files.genius.keeping.shelf", _no_shelf)
    commands._open()
    assert "no folder for your cases" in commands.window.found.text()
    assert program.store.state.scenario.case.id == "korea"


def _no_shelf():
    from explorer.files.shelf import Shelf

    return Shelf()


def test_a_dropped_folder_or_profile_opens_the_window_and_other_files_do_not(
    program: Program, shop: Path, tmp_path: Path, answers: Answers
) -> None:
    dropped(program.window, file(shop), COPY)
    assert genius(program).window.isVisible()
    assert genius(program).window.open_case.isEnabled()
    genius(program).window.reject()
    dropped(program.window, file(shop / "shop-buyer.xml"), COPY)
    assert "1 can be read" in genius(program).window.found.text()
    genius(program).window.reject()
    dropped(program.window, file(tmp_path / "none.dealzone"), COPY)
    assert not genius(program).window.isVisible()
    assert answers.errors


def test_changes_are_kept_if_nobody_wants_to_leave_them(
    program: Program, shop: Path, answers: Answers
) -> None:
    program.store.edit(program.store.state.scenario.with_value("russia_alignment", 3), "move")
    answers.changes = "cancel"
    commands = genius(program)
    commands.begin()
    commands.read([shop])
    commands._open()
    assert program.store.state.scenario.case.id == "korea"


def test_a_workbook_goes_out_with_results_and_comes_back_without_a_change(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    answers.to_export = tmp_path / "book.xlsx"
    workbook(program).export()
    assert "book.xlsx is written." in program.window.desk.workbench.message_bar.text()
    workbook(program).ask_file = lambda: answers.to_export
    workbook(program).begin()
    window = workbook(program).window
    assert "Nothing differs" in window.changes.text()
    assert not window.take.isEnabled()
    assert not window.mistakes.isVisible()


def test_what_would_change_is_shown_and_taken_as_one_step(
    program: Program, tmp_path: Path, qtbot
) -> None:
    rows = {
        "A1": "scenario",
        "B1": "russia_alignment",
        "C1": "us_max_status",
        "A2": "first",
        "B2": 20,
        "A3": "second",
        "B3": 30,
        "C3": 1,
        "B4": "much",
    }
    assumed = {"A1": "assumption", "B1": "value 0", "A2": "sender_stakes.waiting.base", "B2": 2}
    path = book(tmp_path / "b.xlsx", {"Scenarios": rows, "Assumptions": assumed})
    before = program.store.state.snapshot
    workbook(program).read(path)
    window = workbook(program).window
    assert "2 things change:" in window.changes.text()
    assert "Scenarios!B4" in window.mistakes.text()
    window.rows.setCurrentIndex(1)
    assert "3 things change:" in window.changes.text()
    qtbot.mouseClick(window.take, Qt.MouseButton.LeftButton)
    settle(program)
    scenario = program.store.state.scenario
    assert (scenario.value("russia_alignment"), scenario.value("us_max_status")) == (30, 1)
    assert len(changed_assumptions(scenario.case)) == 1
    assert program.store.state.undo_name == "import workbook"
    program.store.undo()
    settle(program)
    assert program.store.state.snapshot == before


def test_assumptions_alone_change_what_is_on_screen(program: Program, tmp_path: Path) -> None:
    assumed = {"A1": "assumption", "B1": "value 0", "A2": "sender_stakes.waiting.base", "B2": 2}
    workbook(program).read(book(tmp_path / "b.xlsx", {"x": assumed}))
    window = workbook(program).window
    assert not window.rows.isEnabled()
    window.take.click()
    settle(program)
    assert len(changed_assumptions(program.store.state.scenario.case)) == 1
    workbook(program)._take()
    workbook(program)._look_at(0)


def test_files_that_cannot_be_read_are_told(
    program: Program, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook(program).ask_file = lambda: None
    workbook(program).begin()
    assert answers.errors == []
    workbook(program).read(tmp_path / "missing.xlsx")
    assert "does not exist" in answers.errors[-1]

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    workbook(program).export()
    assert "deal-zone-explorer[tables]" in answers.errors[-1]


@pytest.fixture
def long_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workbook that is read as a large one is."""
    monkeypatch.setattr("explorer.ui.commands.workbook.QUICK_BYTES", 0)
    rows = {"A1": "scenario", "B1": "russia_alignment", "A2": "first", "B2": 20}
    return book(tmp_path / "long.xlsx", {"Scenarios": rows})


def test_a_large_workbook_is_read_on_a_thread_and_shown_in_the_end(
    program: Program, long_book: Path, qtbot
) -> None:
    workbook(program).read(long_book)
    window = workbook(program).window
    assert window.progress.isVisible()
    assert window.stop.isVisible()
    assert not window.take.isEnabled()
    qtbot.waitUntil(lambda: window.take.isEnabled(), timeout=20_000)
    assert not window.progress.isVisible()
    assert window.summary.text() == "long.xlsx: 1 scenario."
    assert "1 thing changes:" in window.changes.text()


def test_the_reading_of_a_large_workbook_can_be_stopped_and_begun_again(
    program: Program, long_book: Path, qtbot
) -> None:
    workbook(program).read(long_book)
    window = workbook(program).window
    qtbot.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.stop.isVisible(), timeout=20_000)
    assert window.summary.text() == "Stopped; nothing was read."
    assert not window.take.isEnabled()
    workbook(program).read(long_book)
    workbook(program).read(long_book)
    qtbot.waitUntil(lambda: window.take.isEnabled(), timeout=20_000)
    workbook(program).read(long_book)
    workbook(program).close()


def test_what_is_wrong_with_a_large_workbook_is_told(
    program: Program, answers: Answers, long_book: Path, qtbot
) -> None:
    long_book.write_bytes(b"PK" + b"x" * 100)
    workbook(program).read(long_book)
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=20_000)
    assert not workbook(program).window.isVisible()


def test_a_workbook_of_the_case_that_was_open_before_is_not_taken(
    program: Program, answers: Answers, shop: Path, tmp_path: Path
) -> None:
    rows = {"A1": "scenario", "B1": "russia_alignment", "A2": "first", "B2": 20}
    workbook(program).read(book(tmp_path / "b.xlsx", {"Scenarios": rows}))
    genius(program).begin()
    genius(program).read([shop])
    genius(program)._open()
    settle(program)
    workbook(program)._take()
    assert answers.errors


def test_the_systems_dialogs_give_paths_or_nothing(
    program: Program, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered: dict[str, object] = {}
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answered["folder"])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (answered["files"], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answered["file"], ""))
    answered.update(folder=str(shop), files=[str(shop / "a.xml")], file=str(shop / "b.xlsx"))
    commands = genius(program)
    assert commands._asked_folder() == shop
    assert commands._asked_files() == [shop / "a.xml"]
    assert workbook(program)._asked_file() == shop / "b.xlsx"
    answered.update(folder="", file="")
    assert commands._asked_folder() is None
    assert workbook(program)._asked_file() is None
