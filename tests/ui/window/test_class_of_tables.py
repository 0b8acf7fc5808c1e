"""The class of tables: typed, pasted and opened, undone, kept in the document, and shown."""

from pathlib import Path

import pptx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from explorer.classroom.lesson.progress import opened_lesson, with_hands
from explorer.classroom.tables.scores import class_scores
from explorer.classroom.tables.writing import results_file
from explorer.figures.gains import GainsFigure
from explorer.files.lesson_file import bundled_lesson
from explorer.model.errors import FileError
from explorer.model.table_result import TableClass, TableResult
from explorer.ui.app.app import Program
from explorer.ui.commands import tables_papers
from explorer.ui.commands.tables import TablesCommands
from explorer.views.registry import figure_of
from tests.classroom.tables.plans import FREEZE, KOREA, agreed
from tests.deletions import finish_promised_deletions
from tests.ui.window.conftest import Answers, settle

ISSUES = [issue.id for issue in KOREA.issues]
LINE = ["agreed", *(str(FREEZE.get(id_, 0)) for id_ in ISSUES), "40"]
OUTCOME = 2


@pytest.fixture
def tables(program: Program) -> TablesCommands:
    made = program.window.commands.tables
    made.open()
    return made


def _type(tables: TablesCommands, text: str) -> None:
    """Type into the present cell and go on, as hands do."""
    view = tables.window.view
    QTest.keyClicks(view, text[0])
    (editor,) = view.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    finish_promised_deletions()


def _go_to(tables: TablesCommands, row: int, column: int) -> None:
    view = tables.window.view
    view.setCurrentIndex(tables.window.model.index(row, column))
    view.setFocus()


def _paste(tables: TablesCommands, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(tables.window.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _export(tables: TablesCommands, button: str, suffix: str) -> None:
    """Press a button, and export in a format from the window that opens."""
    tables.window.buttons[button].click()
    papers = tables.papers
    dialog = papers.sheets_dialog if button == "sheets" else papers.debrief_dialog
    assert dialog.isVisible()
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    dialog.export.click()
    assert not dialog.isVisible()


def _gains(program: Program) -> GainsFigure:
    figure = figure_of("gains", program.window.commands.tables._desk.pictures.viewing())
    assert isinstance(figure, GainsFigure)
    return figure


def test_the_menu_opens_the_window_with_a_row_for_each_table(tables: TablesCommands) -> None:
    model = tables.window.model
    assert tables.window.isVisible()
    assert model.rowCount() == TableClass().tables
    assert model.index(0, 0).data() == "Table 1"
    assert "0 of 12 tables are done" in tables.window.status.text()
    header = tables.window.view.horizontalHeader()
    assert header.sectionSize(1) < header.sectionSize(0) < header.sectionSize(3)


def test_a_line_is_typed_by_keyboard_alone(tables: TablesCommands) -> None:
    _go_to(tables, 0, OUTCOME)
    for text in LINE:
        _type(tables, text)
    (result,) = tables.tables.results
    assert result.levels == {id_: FREEZE.get(id_, 0) for id_ in ISSUES}
    assert result.minutes == 40
    assert tables.window.view.currentIndex().row() == 1
    header = tables.window.model.headerData(0, Qt.Orientation.Vertical)
    assert header == "done"


def test_a_mistake_is_named_beside_its_line_and_kept_as_typed(tables: TablesCommands) -> None:
    _go_to(tables, 1, OUTCOME)
    _paste(tables, "\t".join(["agreed", "9", *LINE[2:]]))
    model = tables.window.model
    assert model.headerData(1, Qt.Orientation.Vertical) == "mistake"
    assert "“9” is no level" in tables.window.status.text()
    assert "“9” is no level" in str(model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole))
    assert tables.tables.results == ()
    assert model.index(1, 3).data() == "9"
    _go_to(tables, 1, 3)
    _type(tables, "0")
    assert len(tables.tables.results) == 1


def test_what_is_pasted_goes_from_the_present_cell_on(tables: TablesCommands) -> None:
    _go_to(tables, 2, OUTCOME)
    _paste(tables, "\t".join(LINE) + "\nno deal\ntime out\n")
    assert [result.ending for result in tables.tables.results] == ["agreed", "no_deal", "time_out"]
    assert [result.name for result in tables.tables.results] == ["Table 3", "Table 4", "Table 5"]


def test_each_step_in_the_grid_is_undone_and_done_again(
    program: Program, tables: TablesCommands
) -> None:
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "no deal")
    _go_to(tables, 0, OUTCOME)
    QTest.keyClick(tables.window.view, Qt.Key.Key_Delete)
    assert tables.tables.results == ()
    program.store.undo()
    assert len(tables.tables.results) == 1
    assert tables.window.model.index(0, OUTCOME).data() == "no deal"
    program.store.undo()
    assert tables.window.model.index(0, OUTCOME).data() == ""
    program.store.redo()
    assert len(tables.tables.results) == 1


def test_copied_cells_are_pasted_elsewhere(tables: TablesCommands) -> None:
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    view = tables.window.view
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\t")
    assert copied[0] == "Table 1"
    _go_to(tables, 4, 0)
    _paste(tables, "\t".join(copied))
    one, other = tables.tables.results
    assert (one.levels, other.name) == (other.levels, "Table 5")


def test_a_file_is_read_and_its_mistakes_are_named(tables: TablesCommands, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    heads = ",".join(("table", "outcome", *ISSUES))
    path.write_text(f"{heads}\n1,no deal\n2,perhaps\nThe Quiet Ones,no\n", encoding="utf-8")
    tables.ask_file = lambda: path
    tables.window.buttons["open"].click()
    assert [result.name for result in tables.tables.results] == ["Table 1", "The Quiet Ones"]
    words = tables.window.status.text()
    assert "2 tables were read" in words
    assert "line 3" in words
    assert tables.window.model.rowCount() == 13
    tables.ask_file = lambda: None
    tables.window.buttons["open"].click()
    path.write_text("nothing", encoding="utf-8")
    tables.ask_file = lambda: path
    tables.window.buttons["open"].click()
    assert "no line of heads" in tables.window.status.text()


def test_results_are_pasted_as_a_whole_and_saved_again(
    tables: TablesCommands, answers: Answers, tmp_path: Path
) -> None:
    told = (agreed("Table 2", FREEZE, variant=1), TableResult(name="Table 1", ending="no_deal"))
    QGuiApplication.clipboard().setText(results_file(tables.plan, told).decode("utf-8-sig"))
    tables.window.buttons["paste"].click()
    assert sorted(tables.tables.results, key=str) == sorted(told, key=str)
    answers.to_export = tmp_path / "again.csv"
    tables.window.buttons["save"].click()
    assert "Table 2" in answers.to_export.read_text(encoding="utf-8-sig")


def test_sheets_keep_the_settings_by_which_tables_are_judged(
    program: Program, tables: TablesCommands, answers: Answers, tmp_path: Path
) -> None:
    answers.to_export = tmp_path / "sheets.html"
    _export(tables, "sheets", "html")
    assert "Role sheet" in answers.to_export.read_text(encoding="utf-8")
    before = program.store.state.scenario
    program.store.edit(before.with_value("china_ties", 3), "move")
    assert tables.plan.scenario.values == before.values
    answers.to_export = None
    _export(tables, "sheets", "html")
    assert tables.plan.scenario.values == before.values


def test_the_picture_shows_every_table_and_hides_names_on_request(
    program: Program, tables: TablesCommands
) -> None:
    assert not tables.window.buttons["picture"].isEnabled()
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE) + "\nno deal")
    tables.window.buttons["picture"].click()
    settle(program)
    shown = _gains(program)
    assert [mark.label for mark in shown.marks if mark.kind == "table"] == ["1"]
    tables.window.hides_names.setChecked(True)
    assert [mark.label for mark in _gains(program).marks if mark.kind == "table"] == [""]
    tables.window.hides_names.setChecked(False)


def test_the_audience_sees_the_tables(program: Program, tables: TablesCommands) -> None:
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    tables.window.buttons["audience"].click()
    assert program.window.commands.levels.presentation.is_on
    program.window.commands.levels.presentation.end()


@pytest.mark.parametrize(("suffix", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_sheets_are_written_in_the_format_that_is_asked_for(
    tables: TablesCommands, answers: Answers, tmp_path: Path, suffix: str, start: bytes
) -> None:
    tables.window.tables.setValue(2)
    answers.to_export = tmp_path / f"sheets.{suffix}"
    _export(tables, "sheets", suffix)
    assert answers.to_export.read_bytes().startswith(start)
    assert tables.tables.settings is not None


def test_sheets_and_debrief_are_printed(
    program: Program, tables: TablesCommands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tables.papers
    monkeypatch.setattr(papers.printer.dialog, "show", lambda: None)
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    for button, dialog in (("sheets", papers.sheets_dialog), ("document", papers.debrief_dialog)):
        tables.window.buttons[button].click()
        dialog.print.click()
        assert dialog.isHidden()
        printer = papers.printer.printer
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{button}.pdf"))
        papers.printer.dialog.accepted.emit(printer)
        assert (tmp_path / f"{button}.pdf").read_bytes().startswith(b"%PDF")
    assert tables.tables.settings is not None


def test_the_debrief_is_written_with_pictures(
    tables: TablesCommands, answers: Answers, tmp_path: Path
) -> None:
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    answers.to_export = tmp_path / "debrief.html"
    _export(tables, "document", "html")
    text = answers.to_export.read_text(encoding="utf-8")
    assert "What surprised you?" in text
    assert "<img" in text
    assert "What the class predicted" not in text
    found = class_scores(tables.plan, tables.tables.results)
    assert f"{found.scores[0].sender_gain:+.1f}" in text


def test_slides_of_the_debrief_tell_what_the_class_predicted(
    program: Program, tables: TablesCommands, answers: Answers, tmp_path: Path
) -> None:
    lesson = bundled_lesson("who-closed-the-zone")
    taught = with_hands(opened_lesson(lesson, "", 1), 1, (("test-pause", 2),))
    program.store.teach(taught, "teach")
    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    answers.to_export = tmp_path / "debrief.pptx"
    _export(tables, "document", "pptx")
    slides = list(pptx.Presentation(str(answers.to_export)).slides)
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert "What the class predicted" in titles
    assert titles.index("What the class predicted") < titles.index("What the tables agreed")


def test_a_format_whose_package_is_missing_is_told(
    tables: TablesCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise FileError("a package is missing")

    _go_to(tables, 0, OUTCOME)
    _paste(tables, "\t".join(LINE))
    monkeypatch.setattr(tables_papers, "pptx_bytes", refuse)
    monkeypatch.setattr(tables_papers, "sheets_paper", refuse)
    for button, suffix in (("document", "pptx"), ("sheets", "html")):
        tables.window.tell("")
        _export(tables, button, suffix)
        assert "a package is missing" in tables.window.status.text()


def test_another_number_of_tables_or_another_seed_is_kept(tables: TablesCommands) -> None:
    tables.window.tables.setValue(24)
    tables.window.seed.setValue(7)
    tables.window.variants.setValue(2)
    kept = tables.tables
    assert (kept.tables, kept.seed, kept.variants) == (24, 7, 2)
    assert tables.window.model.rowCount() == 24
    assert tables.window.model.choices(1) == ("A", "B")


def test_cells_tell_a_screen_reader_where_they_stand(tables: TablesCommands) -> None:
    model = tables.window.model
    words = str(model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert words == "Table 1, Long-range missiles: empty"
    assert model.choices(3)[0].startswith("0 ")
    assert model.choices(0) == ()
    assert not model.setData(model.index(0, 3), "1", Qt.ItemDataRole.DisplayRole)
    assert model.index(0, 3).data(Qt.ItemDataRole.FontRole) is None
    assert model.data(model.index(99, 0)) is None
    assert model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole) is None


def test_a_table_is_given_a_name_and_its_number_back(tables: TablesCommands) -> None:
    _go_to(tables, 1, OUTCOME)
    _paste(tables, "no deal")
    _go_to(tables, 1, 0)
    _type(tables, "The Quiet Ones")
    model = tables.window.model
    assert model.index(1, 0).data() == "The Quiet Ones"
    assert [result.name for result in tables.tables.results] == ["The Quiet Ones"]
    assert model.rowCount() == TableClass().tables
    _go_to(tables, 4, 0)
    _type(tables, "the quiet ones")
    assert model.index(4, 0).data() == "Table 5"
    assert "another table goes by it" in tables.window.status.text()
    _go_to(tables, 1, 0)
    QTest.keyClick(tables.window.view, Qt.Key.Key_Delete)
    assert [result.name for result in tables.tables.results] == ["Table 2"]
    assert tables.tables.names == ()


def test_packages_that_the_case_does_not_know_are_not_shown(
    program: Program, tables: TablesCommands
) -> None:
    foreign = TableResult(name="x", ending="agreed", levels={"sinai": 1})
    room = program.store.state.classroom
    program.store.teach(room.having(tables=TableClass(results=(foreign,))), "teach")
    assert tables.tables.results == ()


def test_a_table_that_bargained_at_this_machine_takes_the_next_free_row(
    program: Program, tables: TablesCommands
) -> None:
    told = agreed("Table 1", FREEZE)
    entry = told.model_dump(exclude={"name"})
    tables.add_table(entry)
    tables.add_table(entry | {"ending": "no_deal", "levels": None})
    tables.add_table(entry | {"levels": None})
    tables.add_table("nothing")
    assert tables.tables.results[0] == told
    assert [result.name for result in tables.tables.results] == ["Table 1", "Table 2"]
    assert program.store.state.classroom.tables == tables.tables
