"""The real dialogs: endings of file names, plain text, and what each button answers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox

from explorer.ui.window.dialogs import WindowDialogs


@pytest.fixture
def chosen(monkeypatch) -> list[str]:
    """Let the system's file dialog answer with the last name in a list."""
    names: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (names[-1], ""))
    return names


@pytest.fixture
def boxes(monkeypatch, qapp) -> list[tuple[str, Qt.TextFormat]]:
    """Answer every box with "No" and keep what it said."""
    said: list[tuple[str, Qt.TextFormat]] = []

    def answer(box: QMessageBox) -> int:
        said.append((box.text(), box.textFormat()))
        return QMessageBox.StandardButton.No.value

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return said


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("class", "class.dealzone"),
        ("Plan v1.2", "Plan v1.2.dealzone"),
        ("class.DEALZONE", "class.DEALZONE"),
        ("class.json", "class.json"),
        ("회의 기록", "회의 기록.dealzone"),
    ],
)
def test_a_document_always_has_an_ending_that_opens(
    chosen, tmp_path: Path, typed: str, written: str
) -> None:
    chosen.append(str(tmp_path / typed))
    assert WindowDialogs().path_to_save(tmp_path) == tmp_path / written


def test_no_file_is_none(chosen, tmp_path: Path) -> None:
    chosen.append("")
    assert WindowDialogs().path_to_save(tmp_path) is None
    assert WindowDialogs().path_to_export(tmp_path / "a.png", "Picture") is None


def test_a_name_completed_to_that_of_a_file_is_asked_about(chosen, boxes, tmp_path: Path) -> None:
    (tmp_path / "Plan v1.2.dealzone").touch()
    chosen.append(str(tmp_path / "Plan v1.2"))
    assert WindowDialogs().path_to_save(tmp_path) is None
    assert "Plan v1.2.dealzone" in boxes[0][0]


@pytest.mark.parametrize(
    ("typed", "suffix", "written"),
    [
        ("board v1.2", "png", "board v1.2.png"),
        ("board.svg", "png", "board.svg"),
        ("board.jpg", "pdf", "board.jpg.pdf"),
        ("board.png", "csv", "board.png.csv"),
    ],
)
def test_an_export_always_has_an_ending_that_can_be_written(
    chosen, tmp_path: Path, typed: str, suffix: str, written: str
) -> None:
    chosen.append(str(tmp_path / typed))
    suggestion = tmp_path / f"board.{suffix}"
    assert WindowDialogs().path_to_export(suggestion, "Picture") == tmp_path / written


def test_markup_in_a_name_is_shown_as_it_is(boxes) -> None:
    dialogs = WindowDialogs()
    dialogs.tell_error("Not opened", "<b>bold</b>.dealzone")
    assert dialogs.wish_for_changes("<i>x</i>") == "cancel"
    assert dialogs.wish_for_changed_file("<i>x</i>") == "cancel"
    assert [form for _, form in boxes] == [Qt.TextFormat.PlainText] * 3


def test_no_label_of_the_export_dialog_shows_its_letter_to_press(program) -> None:
    dialog = program.window.commands.picture.dialog
    for label in dialog.findChildren(QLabel):
        assert "&" not in label.text() or label.buddy() is not None
