"""The window of a portable copy: it moves with its files, and says where it cannot write."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from explorer.files import portable
from explorer.files.markdown_text import as_plain_text
from explorer.files.places import places
from explorer.ui.app.app import Program
from explorer.ui.help import help_pages
from tests.ui.window.conftest import Answers, OpenProgram

OpenCopy = Callable[[Path], Program]


@pytest.fixture
def open_copy(open_program: OpenProgram) -> OpenCopy:
    """Open the window of a portable copy in a folder; it is closed after the test."""

    def open_one(folder: Path) -> Program:
        return open_program(where=places(portable=folder))

    return open_one


def test_recent_files_are_found_where_the_folder_is_now(
    open_copy: OpenCopy, answers: Answers, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    answers.to_save = first / "class.dealzone"
    program = open_copy(first)
    program.settings.change(start_page_seen=True)
    assert program.window.desk.session.save_as()
    program.end()
    first.rename(second)
    again = open_copy(second)
    assert again.settings.now.recent_files == (str(second / "class.dealzone"),)
    assert again.settings.now.start_page_seen
    assert again.window.desk.session.open_path(Path(again.settings.now.recent_files[0]))


def test_where_nothing_can_be_written_it_says_so_and_work_goes_on(
    open_copy: OpenCopy, answers: Answers, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "data").write_text("a file", encoding="utf-8")
    program = open_copy(copy)
    bar = program.window.desk.workbench.message_bar
    assert "portable copy" in bar.text()
    program.settings.change(reduce_motion=True)
    assert program.settings.now.reduce_motion
    answers.to_save = tmp_path / "class.dealzone"
    assert program.window.desk.session.save_as()
    assert answers.errors == []


def test_about_names_the_folder_of_a_portable_copy(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    assert qapp
    assert "Portable" not in help_pages.about_page()
    monkeypatch.setattr(help_pages, "portable_base", lambda: tmp_path)
    assert f"Portable copy in {tmp_path}" in as_plain_text(help_pages.about_page())
    assert portable.portable_base() is None
