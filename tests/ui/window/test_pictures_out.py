"""Pictures leave the window: by clipboard, drag, export and print, always told which and where."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from explorer.ui.app.app import Program
from explorer.ui.commands import written_files
from explorer.ui.export.drag_out import DragOut
from explorer.ui.look.theme import DARK
from explorer.ui.pictures.frame.picture_frame import PictureFrame
from tests.ui.window.conftest import Answers


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing there: without a screen, Qt would let go of it only after Python."""
    yield
    qapp.clipboard().clear()


def _frame(program: Program) -> PictureFrame:
    return program.window.desk.workbench.board


def _drag(program: Program) -> DragOut:
    found = _frame(program).findChild(DragOut)
    assert isinstance(found, DragOut)
    return found


def test_the_clipboard_carries_png_and_svg(program: Program, qapp: QApplication) -> None:
    program.settings.change(last_export_size=(400, 240))
    program.window.commands.picture.copy_picture()
    data = qapp.clipboard().mimeData()
    image = QImage.fromData(data.data("image/png"))
    assert (image.width(), image.height()) == (400, 240)
    assert b"<svg" in data.data("image/svg+xml").data()
    assert not qapp.clipboard().image().isNull()


def test_a_dragged_picture_is_a_file_that_goes_with_the_next_drag(program: Program) -> None:
    program.settings.change(last_export_size=(400, 240))
    first = _drag(program).drag().mimeData()
    assert first.hasFormat("image/png")
    assert first.hasFormat("image/svg+xml")
    path = Path(first.urls()[0].toLocalFile())
    assert path.suffix == ".png"
    assert path.read_bytes() == first.data("image/png").data()
    second = Path(_drag(program).drag().mimeData().urls()[0].toLocalFile())
    assert not path.exists()
    assert second.exists()


def test_a_click_on_the_header_drags_nothing_and_a_pull_does(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags: list[object] = []

    class NoDrag:
        def exec(self, action: Qt.DropAction) -> None:
            drags.append(action)

    monkeypatch.setattr(DragOut, "drag", lambda _self: NoDrag())
    header = _frame(program).header
    start = QPoint(header.width() // 2, header.height() // 2)
    qtbot.mouseClick(header, Qt.MouseButton.LeftButton, pos=start)
    assert not drags
    qtbot.mousePress(header, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(header, start + QPoint(80, 0))
    assert drags == [Qt.DropAction.CopyAction]


def test_the_export_says_which_picture_and_offers_other_colours(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    picture = program.window.commands.picture
    picture.export_image()
    dialog = picture.dialog
    assert dialog.preview.title() == "Picture: Deal map"
    colours = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Colours")
    assert dialog.theme(program.look.theme) == program.look.theme
    colours.setCurrentIndex(colours.findText("Dark"))
    colours.activated.emit(colours.currentIndex())
    assert dialog.theme(program.look.theme) == DARK
    answers.to_export = tmp_path / "board.png"
    dialog.export_requested.emit("png", 400, 240)
    assert QImage(str(answers.to_export)).pixelColor(1, 1).name() == DARK.ground.lower()


def test_after_an_export_its_folder_is_one_click_away(
    program: Program, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> None:  # noqa: N802 - named by Qt
            opened.append(url.toLocalFile())

    monkeypatch.setattr(written_files, "QDesktopServices", Desktop)
    answers.to_export = tmp_path / "board.csv"
    program.window.commands.picture.export_data()
    bar = program.window.desk.workbench.message_bar
    assert bar.text() == "board.csv is written."
    buttons = {each.text(): each for each in bar.findChildren(QPushButton)}
    buttons["Show in folder"].click()
    assert opened == [str(tmp_path)]
    assert not bar.isVisibleTo(program.window)


def test_a_picture_is_printed_as_lines_and_letters(program: Program, tmp_path: Path) -> None:
    picture = program.window.commands.picture
    picture.print_picture()
    window = picture.printing
    assert window.isVisible()
    assert window.preview.title() == "Picture: Deal map"
    target = tmp_path / "printed.pdf"
    window.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    window.printer.setOutputFileName(str(target))
    window.print_now()
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Font" in content
    assert "is on its way to the printer" in program.window.statusBar().currentMessage()
    assert not window.isVisible()
