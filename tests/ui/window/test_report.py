"""Reports are asked for in the window, made beside it, stopped, and written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from explorer.files.document import write_document
from explorer.files.document_text import Document
from explorer.model.errors import FileError
from explorer.report.verdict import verify
from explorer.ui.app.app import Program
from explorer.ui.commands.report import ReportCommands
from explorer.ui.export.report_dialog import ReportDialog
from tests.report.orders import BASELINE
from tests.ui.window.conftest import Answers


@pytest.fixture
def report(program: Program) -> ReportCommands:
    """Return the commands, with their window open."""
    table = {each.id: each for each in program.window.commands.table}
    table["export_report"].run()
    return program.window.commands.report


def export(qtbot: QtBot, report: ReportCommands) -> None:
    """Press the button and wait until nothing is made any more."""
    qtbot.mouseClick(button(report.dialog, "Export"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not report.maker.is_running, timeout=60_000)


def button(dialog: ReportDialog, words: str):
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    return next(each for each in box.buttons() if words in each.text().replace("&", ""))


@pytest.mark.parametrize("suffix", ["docx", "html", "pdf", "md"])
def test_a_brief_is_written_in_each_format_and_holds(
    report: ReportCommands, answers: Answers, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    dialog = report.dialog
    dialog.form.setCurrentIndex(1)
    assert dialog.is_brief
    assert not any(box.isEnabled() for box in dialog.pictures.values())
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    answers.to_export = tmp_path / f"brief.{suffix}"
    export(qtbot, report)
    assert not dialog.isVisible()
    assert verify(answers.to_export).holds


def test_a_report_has_the_pictures_that_were_ticked_and_what_changed_since(
    report: ReportCommands, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    earlier = tmp_path / "earlier.dealzone"
    write_document(earlier, Document(BASELINE, BASELINE, BASELINE))
    answers.to_open = earlier
    dialog = report.dialog
    dialog.choose_earlier.click()
    assert dialog.forget_earlier.isEnabled()
    dialog.pictures["boards"].setChecked(True)
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    answers.to_export = tmp_path / "report.html"
    export(qtbot, report)
    text = answers.to_export.read_text("utf-8")
    assert "Evidence: Deal zones side by side" in text
    assert "data:image/svg+xml" in text
    assert "Change since the earlier report" in text
    dialog.forget_earlier.click()
    assert dialog.earlier is None
    assert not dialog.forget_earlier.isEnabled()


def test_an_earlier_document_that_cannot_be_read_is_told(
    report: ReportCommands, answers: Answers, tmp_path: Path
) -> None:
    answers.to_open = None
    report.dialog.choose_earlier.click()
    assert not answers.errors
    answers.to_open = tmp_path / "nowhere.dealzone"
    report.dialog.choose_earlier.click()
    assert answers.errors
    assert report.dialog.earlier is None


def test_cancel_stops_what_is_under_way_and_nothing_is_written(
    report: ReportCommands, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.to_export = tmp_path / "report.docx"
    dialog = report.dialog
    qtbot.mouseClick(button(dialog, "Export"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(report.maker.progressed):
        assert "0 of 100" in dialog.progress.text()
    assert not button(dialog, "Export").isEnabled()
    qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    assert not report.maker.is_running
    assert not dialog.isVisible()
    assert button(dialog, "Export").isEnabled()
    assert not answers.to_export.exists()


def test_an_error_of_making_or_writing_is_told(
    report: ReportCommands, answers: Answers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise FileError("No room")

    monkeypatch.setattr("explorer.ui.export.contents.FORMATS", {".docx": refuse})
    report.dialog.form.setCurrentIndex(1)
    export(qtbot, report)
    assert answers.errors == ["No room"]
    monkeypatch.setattr("explorer.ui.live.report_maker.report_steps", lambda *_: iter_of_error())
    export(qtbot, report)
    assert answers.errors == ["No room", "No picture"]


def iter_of_error():
    raise FileError("No picture")
    yield


def test_a_maker_whose_steps_end_without_a_paper_stops(
    report: ReportCommands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.ui.live.report_maker.report_steps", lambda *_: iter(()))
    export(qtbot, report)
    assert not report.maker.is_running
