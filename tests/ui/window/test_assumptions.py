"""The window of assumptions: live, one step to undo, errors beside the field, all by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from explorer.model.assumption import Estimate, assumptions, with_estimates
from explorer.ui.app import Program
from explorer.ui.assumption_cells import Column, typed_numbers
from explorer.ui.assumption_window import AssumptionWindow
from explorer.ui.picture import picture_image
from explorer.ui.theme import LIGHT
from tests.ui.window.conftest import Answers

BASE = "issues.icbm.cost.base"
WAITING = "target_stakes.waiting.base"
SHARES = "issues.icbm.benefit.verification.multipliers.2"


@pytest.fixture
def window(program: Program) -> AssumptionWindow:
    program.window.commands.assumptions.open()
    opened = program.window.commands.assumptions.window
    assert opened is not None
    return opened


def cell(window: AssumptionWindow, id_: str, column: Column, level: int = -1) -> QModelIndex:
    """Return the cell of an assumption, or of one of its levels."""
    model = window.model
    for group in range(model.rowCount()):
        heading = model.index(group, 0)
        for row in range(model.rowCount(heading)):
            found = model.index(row, column, heading)
            place = model.place(found)
            if place is not None and model.item(place.number).id == id_:
                if level < 0:
                    return found
                first = model.index(row, 0, heading)
                skipped = 1 if model.item(place.number).kind == "levels" else 0
                return model.index(level - skipped, column, first)
    raise AssertionError(id_)


def field(window: AssumptionWindow, index: QModelIndex) -> QLineEdit:
    """Open a cell's field as F2 does."""
    window.tree.expand(index.parent())
    window.tree.setCurrentIndex(index)
    window.tree.edit(index)
    return window.tree.viewport().findChildren(QLineEdit)[-1]


def type_in(qtbot: QtBot, window: AssumptionWindow, index: QModelIndex, text: str) -> QLineEdit:
    editor = field(window, index)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    return editor


def likely(program: Program, id_: str) -> tuple[float, ...]:
    known = {item.id: item.estimate.values for item in assumptions(program.store.state.loaded.case)}
    return known[id_]


def panel_words(program: Program) -> list[str]:
    bench = program.window.desk.workbench
    return [
        label.text()
        for frame in (bench.board, bench.below)
        for label in frame.findChildren(QLabel)
        if label.isVisible()
    ]


def test_the_board_follows_each_letter_and_undo_takes_back_the_whole_edit(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    before = program.store.state.snapshot
    editor = type_in(qtbot, window, cell(window, WAITING, Column.LIKELY), "12")
    assert likely(program, WAITING) == (12,)
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    packages = program.store.state.result.zone.packages
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.store.state.gesture_start is None)
    assert program.store.state.undo_name == "change the assumption Pyongyang: worth of waiting"
    program.window.commands.undo()
    assert program.store.state.snapshot == before
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    assert program.store.state.result.zone.packages > packages


def test_escape_puts_back_what_stood(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    editor = type_in(qtbot, window, cell(window, WAITING, Column.LIKELY), "3")
    assert likely(program, WAITING) == (3,)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.store.state.gesture_start is None)
    assert likely(program, WAITING) == (1,)
    assert program.store.state.undo_name is None
    assert window.isVisible()


@pytest.mark.parametrize(
    ("id_", "column"),
    [
        ("issues.srbm.benefit.growth.fixed_share", Column.LIKELY),
        (WAITING, Column.LIKELY),
        (WAITING, Column.HIGH),
        (SHARES, Column.LIKELY),
    ],
)
def test_a_number_beyond_the_bounds_is_refused_in_the_words_of_the_command_line(
    program: Program, window: AssumptionWindow, id_: str, column: Column
) -> None:
    before = program.store.state.snapshot
    count = len(likely(program, id_))
    window.model.setData(cell(window, id_, column), " ".join(["0.1"] * (count - 1) + ["1e308"]))
    status = str(cell(window, id_, Column.STATUS).data())
    assert "This number runs from" in status
    assert "1e+308 cannot stand here" in status
    assert program.store.state.snapshot == before


def test_what_cannot_stand_is_told_beside_the_field_and_changes_nothing(
    program: Program, window: AssumptionWindow, qtbot: QtBot, answers: Answers
) -> None:
    low = cell(window, WAITING, Column.LOW)
    editor = type_in(qtbot, window, low, "9")
    assert "low value 9" in str(cell(window, WAITING, Column.STATUS).data())
    assert "low value 9" in window.details.text()
    assert not program.store.state.scenario.case.changes
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert low.data() == "9"
    assert not answers.errors
    window.reset_one.click()
    assert low.data() == "0.7"
    assert cell(window, WAITING, Column.STATUS).data() == ""


@pytest.mark.parametrize("text", ["much", "", "1 2", "nan"])
def test_a_text_that_is_no_number_is_told(
    window: AssumptionWindow, program: Program, qtbot: QtBot, text: str
) -> None:
    index = cell(window, WAITING, Column.HIGH)
    window.model.setData(index, text)
    assert window.model.reason(window.model.place(index).number)  # type: ignore[union-attr]
    assert not program.store.state.scenario.case.changes
    window.reset_all.setEnabled(True)
    window.reset_all.click()
    assert index.data() == "1.3"


def test_each_level_can_be_changed_alone(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    window.model.setData(cell(window, BASE, Column.LIKELY, level=2), "6")
    window.model.setData(cell(window, SHARES, Column.LIKELY, level=0), "0.4")
    assert likely(program, BASE) == (0, 2.5, 6, 9, 10)
    assert likely(program, SHARES) == (0.4, 0.6, 0.8, 1)
    assert cell(window, BASE, Column.LIKELY).data() == "0, 2.5, 6, 9, 10"
    window.model.setData(cell(window, BASE, Column.LIKELY, level=2), "6 7")
    assert "ordinary numbers" in str(cell(window, BASE, Column.STATUS, level=2).data())


def test_factors_and_bounds_are_typed_as_they_are_shown(
    program: Program, window: AssumptionWindow
) -> None:
    factor = cell(window, BASE, Column.LOW)
    assert factor.data() == "× 0.7"
    window.model.setData(factor, "× 0.5")
    changed = program.store.state.scenario.case.changes[0]
    assert changed.now == Estimate((0, 2.5, 5.5, 9, 10), 0.5, 1.3)
    editable = Qt.ItemFlag.ItemIsEditable
    assert not cell(window, SHARES, Column.LOW).flags() & editable
    assert not cell(window, BASE, Column.HIGH, level=1).flags() & editable
    assert not window.model.index(0, 0).flags() & editable


def test_an_assumption_is_reset_alone_by_key_or_by_click(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    for id_ in (WAITING, BASE):
        window.model.setData(
            cell(window, id_, Column.LIKELY), "2" if id_ == WAITING else "0 1 2 3 4"
        )
    assert cell(window, WAITING, Column.RESET).data() == "Reset"
    window.tree.setCurrentIndex(cell(window, WAITING, Column.LIKELY))
    qtbot.keyClick(window.tree, Qt.Key.Key_Delete)
    assert [change.id for change in program.store.state.scenario.case.changes] == [BASE]
    reset = cell(window, BASE, Column.RESET)
    window.tree.scrollTo(reset)
    place = window.tree.visualRect(reset).center()
    qtbot.mouseClick(window.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert not program.store.state.scenario.case.changes
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    window.tree.setCurrentIndex(cell(window, WAITING, Column.RESET))
    qtbot.keyClick(window.tree, Qt.Key.Key_Return)
    assert not program.store.state.scenario.case.changes


def test_enter_opens_the_field(window: AssumptionWindow, qtbot: QtBot) -> None:
    window.tree.setCurrentIndex(cell(window, WAITING, Column.LIKELY))
    qtbot.keyClick(window.tree, Qt.Key.Key_Return)
    assert window.tree.viewport().findChildren(QLineEdit)


def test_all_assumptions_are_reset_in_one_step(program: Program, window: AssumptionWindow) -> None:
    action = program.window.menus.actions["reset_assumptions"]
    assert not action.isEnabled()
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    window.model.setData(cell(window, BASE, Column.LIKELY), "0 1 2 3 4")
    assert action.isEnabled()
    action.trigger()
    assert not program.store.state.scenario.case.changes
    assert program.store.state.undo_name == "reset assumptions"
    program.window.commands.undo()
    assert len(program.store.state.scenario.case.changes) == 2
    window.reset_all.click()
    assert not program.store.state.scenario.case.changes


def test_the_search_finds_names_notes_levels_and_what_is_changed(
    window: AssumptionWindow, qtbot: QtBot
) -> None:
    window.search.setText("yongbyon benefit")
    assert window.model.rowCount() == 1
    window.search.setText("nothing of the kind")
    assert window.model.rowCount() == 0
    assert window.details.text() == "No assumption matches."
    window.search.clear()
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    window.only_changed.setChecked(True)
    assert window.model.rowCount() == 1
    assert window.model.rowCount(window.model.index(0, 0)) == 1


def test_what_is_changed_stands_in_status_line_pictures_and_details(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    status = program.window.statusBar()
    window.model.setData(cell(window, BASE, Column.LIKELY), "0 2 1 9 10")
    window.tree.setCurrentIndex(cell(window, BASE, Column.NAME))
    qtbot.waitUntil(lambda: not program.store.state.is_stale)
    words = [text for text in panel_words(program) if text.startswith("1 assumption changed")]
    assert len(words) == 2
    assert all("Warning: " in text for text in words)
    assert "Warning: " in window.warnings.text()
    assert "was 0, 2.5, 5.5, 9, 10" in window.details.text()
    assert cell(window, BASE, Column.NAME).data(Qt.ItemDataRole.FontRole).bold()
    assert any(
        getattr(child, "text", str)() == "Assumptions: 1 changed" for child in status.children()
    )


def test_a_picture_on_paper_tells_what_is_changed(program: Program) -> None:
    viewing = program.window.desk.pictures.viewing()
    plain = picture_image(view_id="board", viewing=viewing, theme=LIGHT, size=(900, 600))
    case = program.store.state.scenario.case
    program.store.vary(with_estimates(case, {BASE: Estimate((0, 2.5, 5.5, 9, 10), 0.6, 1.3)}), "x")
    shown = program.window.desk.pictures.viewing()
    assert picture_image(view_id="board", viewing=shown, theme=LIGHT, size=(900, 600)) != plain


def test_every_cell_says_where_it_is(window: AssumptionWindow) -> None:
    spoken = cell(window, BASE, Column.LIKELY, level=2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Long-range missiles: cost for Pyongyang, Level 2: no new ones built or fielded, "
        "Likely, 5.5"
    )
    assert (
        cell(window, BASE, Column.RESET)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .endswith("Reset, nothing")
    )


def test_the_settings_stay_on_screen_while_assumptions_change(
    program: Program, window: AssumptionWindow
) -> None:
    controls = program.window.desk.workbench.controls
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    assert program.window.desk.workbench.controls is controls


def test_a_new_document_starts_with_the_case_as_it_was_read(
    program: Program, window: AssumptionWindow
) -> None:
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    program.window.commands.new_document()
    assert not program.store.state.scenario.case.changes
    assert cell(window, WAITING, Column.LIKELY).data() == "1"


def test_changed_assumptions_are_saved_and_opened_again(
    program: Program, window: AssumptionWindow, answers: Answers, tmp_path: Path
) -> None:
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    snapshot = program.store.state.snapshot
    answers.to_save = tmp_path / "a.dealzone"
    program.window.commands.save_document_as()
    program.window.commands.new_document()
    program.window.desk.session.open_path(answers.to_save)
    assert program.store.state.snapshot == snapshot
    assert cell(window, WAITING, Column.LIKELY).data() == "2"


def test_a_scenario_code_carries_changed_assumptions(
    program: Program, window: AssumptionWindow
) -> None:
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    scenario = program.store.state.scenario
    program.window.commands.copy_code()
    program.window.commands.assumptions.reset_all()
    program.window.commands.paste_code()
    assert program.store.state.scenario == scenario
    assert QGuiApplication.clipboard().text().startswith("dealzone:")


def test_another_case_shows_its_own_assumptions(
    program: Program, window: AssumptionWindow, tmp_path: Path
) -> None:
    case = program.store.state.scenario.case
    own = case.model_dump_json().replace('"name":"Warheads"', '"name":"Bombs"')
    path = tmp_path / "own.json"
    path.write_text(own, "utf-8")
    program.window.desk.session.open_path(path)
    headings = [window.model.index(row, 0).data() for row in range(window.model.rowCount())]
    assert "Bombs" in headings


def test_typed_numbers_are_read_as_people_write_them() -> None:
    assert typed_numbers("0, 1; 2 \N{MINUS SIGN}3") == (0, 1, 2, -3)
    assert typed_numbers("\N{MULTIPLICATION SIGN} 0.7") == (0.7,)
    assert typed_numbers("one") is None
    assert typed_numbers("") is None
