"""Handouts, questions, slides and the poster are asked for in the window and written as files."""

import html
import io
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.files.lesson_file import bundled_lesson, bundled_lesson_ids
from explorer.model.classroom import Classroom
from explorer.model.scene import Scene, settings_of
from explorer.ui.app.app import Program
from explorer.ui.commands.handouts import HandoutCommands
from explorer.ui.export.paper_print import paper_pdf
from tests.paper.gift_reader import read_gift
from tests.paper.papers import WHOLE
from tests.ui.window.conftest import Answers


@pytest.fixture
def handouts(program: Program) -> HandoutCommands:
    return program.window.commands.handouts


def run(program: Program, command_id: str) -> None:
    table = {each.id: each for each in program.window.commands.table}
    table[command_id].run()


@pytest.mark.parametrize("chosen", [(w, f) for w in range(2) for f in range(3)])
def test_a_handout_is_written_in_each_format(
    program: Program, answers: Answers, qtbot, tmp_path: Path, chosen: tuple[int, int]
) -> None:
    handouts = program.window.commands.handouts
    what, place = chosen
    suffix = ("docx", "html", "pdf")[place]
    run(program, "export_handout")
    dialog = handouts.handout_dialog
    assert dialog.isVisible()
    dialog.what.setCurrentIndex(what)
    dialog.format.setCurrentIndex(place)
    answers.to_export = tmp_path / f"handout.{suffix}"
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    content = answers.to_export.read_bytes()
    begins = {"docx": b"PK", "html": b"<!DOCTYPE html>", "pdf": b"%PDF"}
    assert content.startswith(begins[suffix])
    if suffix == "docx":
        styles = [
            each.style.name for each in docx.Document(io.BytesIO(content)).paragraphs if each.style
        ]
        assert "Title" in styles


def test_the_papers_of_a_lesson_are_offered_while_one_is_open(
    program: Program, handouts: HandoutCommands, answers: Answers, qtbot, tmp_path: Path
) -> None:
    lesson = bundled_lesson(bundled_lesson_ids()[0])
    program.store.teach(Classroom(lesson=lesson), "open lesson")
    run(program, "export_handout")
    dialog = handouts.handout_dialog
    for handout in LESSON_HANDOUTS:
        run(program, "export_handout")
        dialog.what.setCurrentIndex(dialog.what.findData(handout))
        dialog.format.setCurrentIndex(dialog.format.findData("html"))
        answers.to_export = tmp_path / f"{handout}.html"
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
        assert html.escape(lesson.title) in answers.to_export.read_text("utf-8")
    program.store.undo()
    run(program, "export_handout")
    assert dialog.what.count() == 2
    assert dialog.what.currentIndex() == 0


def test_questions_are_those_that_were_asked_for(
    program: Program, handouts: HandoutCommands, answers: Answers, qtbot, tmp_path: Path
) -> None:
    run(program, "export_questions")
    dialog = handouts.questions_dialog
    dialog.students.setValue(2)
    for kind, box in dialog.kinds.items():
        box.setChecked(kind in ("row", "gap"))
    answers.to_export = tmp_path / "quiz.gift"
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert len(read_gift(answers.to_export.read_text("utf-8"))) == 4


def test_without_a_kind_nothing_can_be_exported(
    program: Program, handouts: HandoutCommands
) -> None:
    run(program, "export_questions")
    dialog = handouts.questions_dialog
    for box in dialog.kinds.values():
        box.setChecked(False)
    assert not dialog.export.isEnabled()
    dialog.kinds["row"].setChecked(True)
    assert dialog.export.isEnabled()


def test_scenes_become_slides_and_without_scenes_the_command_rests(
    program: Program, answers: Answers, tmp_path: Path
) -> None:
    store = program.store
    command = next(each for each in program.window.commands.table if each.id == "export_slides")
    assert not command.can_act(store.state, is_start_page=False)
    scene = Scene(settings=settings_of(store.state.scenario), name="First")
    store.teach(Classroom(scenes=(scene,)), "add scene")
    assert command.can_act(store.state, is_start_page=False)
    answers.to_export = tmp_path / "slides.pptx"
    command.run()
    slides = pptx.Presentation(str(answers.to_export)).slides
    assert [each.shapes.title.text for each in slides] == ["First"]
    assert zipfile.is_zipfile(answers.to_export)


def test_the_poster_is_a_sheet_of_a1(program: Program, answers: Answers, tmp_path: Path) -> None:
    answers.to_export = tmp_path / "poster.pdf"
    run(program, "export_poster")
    assert answers.to_export.read_bytes().startswith(b"%PDF")


def test_what_cannot_be_made_is_told(
    program: Program, handouts: HandoutCommands, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explorer.model.errors import ScenarioError

    def refuse(*_: object, **__: object) -> None:
        raise ScenarioError("By hand it cannot be found.")

    for name in ("worksheet", "computed_quiz", "scene_slides"):
        monkeypatch.setattr(f"explorer.ui.commands.handouts.{name}", refuse)
    dialog = handouts.handout_dialog
    dialog.what.setCurrentIndex(dialog.what.findData("worksheet"))
    dialog.export_requested.emit("html")
    dialog.print_requested.emit()
    handouts.questions_dialog.export_requested.emit()
    handouts.export_slides()
    assert answers.errors == ["By hand it cannot be found."] * 4


def test_a_handout_is_printed(
    program: Program,
    handouts: HandoutCommands,
    tmp_path: Path,
    qtbot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handouts.printer.print_now()
    monkeypatch.setattr(handouts.printer.dialog, "show", lambda: None)
    run(program, "export_handout")
    handouts.handout_dialog.what.setCurrentIndex(1)
    qtbot.mouseClick(handouts.handout_dialog.print, Qt.MouseButton.LeftButton)
    printer = handouts.printer.printer
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    handouts.printer.dialog.accepted.emit(printer)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_every_kind_of_block_becomes_pdf(program: Program) -> None:
    assert paper_pdf(WHOLE).count(b"/Type /Page\n") >= 2
