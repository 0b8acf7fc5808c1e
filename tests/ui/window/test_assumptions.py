"""The window of assumptions: live, one step to undo, errors beside the field, all by keyboard."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from explorer.model.assumption import (
    Assumption,
    Estimate,
    assumption,
    assumptions,
    with_estimates,
)
from explorer.model.typed_numbers import typed_numbers
from explorer.ui.app.app import Program
from explorer.ui.assumptions.assumption_cells import (
    Column,
    Place,
    cell_numbers,
    edited_estimate,
    numbers_wanted,
)
from explorer.ui.assumptions.assumption_tree import copied_text
from explorer.ui.assumptions.assumption_window import AssumptionWindow
from explorer.ui.export.picture import picture_image
from explorer.ui.look.theme import LIGHT
from explorer.ui.widgets.drop_down import DropDown
from tests.examples import examples
from tests.ui.window.conftest import Answers, OpenProgram, settle

BASE = "issues.icbm.cost.base"
WAITING = "target_stakes.waiting.base"
SHARES = "issues.icbm.benefit.verification.multipliers.2"
TRUST = "structure.trust_and_verification"
EDITING = QAbstractItemView.State.EditingState
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
TAILS = ["x", ",5x", ",5", " 1", "e", ".5.5"]
LETTERS = st.characters(exclude_categories=("C", "Z"))
TEXTS = st.one_of(
    st.builds(str.__add__, st.sampled_from(["0", "1", "0.5"]), st.sampled_from(TAILS)),
    st.text("0123456789,.-+ex; ", max_size=7),
    st.text(LETTERS, max_size=4),
)
CELLS = [
    *((WAITING, column) for column in (Column.LOW, Column.LIKELY, Column.HIGH)),
    (BASE, Column.LIKELY),
    (BASE, Column.LOW),
    (SHARES, Column.LIKELY),
]


@pytest.fixture
def window(program: Program) -> AssumptionWindow:
    program.window.commands.scenario.assumptions.open()
    opened = program.window.commands.scenario.assumptions.window
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


@dataclass
class AssumptionBench:
    """A program with its window of assumptions, for many edits in one test."""

    program: Program
    window: AssumptionWindow

    def item(self, id_: str) -> Assumption:
        return assumption(self.program.store.state.scenario.case, id_)

    def estimate(self, id_: str) -> Estimate:
        return self.item(id_).estimate

    def place(self, index: QModelIndex) -> Place:
        found = self.window.model.place(index)
        assert found is not None
        return found


@pytest.fixture
def bench(program: Program, window: AssumptionWindow) -> AssumptionBench:
    return AssumptionBench(program, window)


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


def press(editor: QLineEdit, text: str) -> None:
    """Type any letters, also such as have no key; without any, delete what is selected."""
    for letter in text:
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, letter))
    if not text:
        QTest.keyClick(editor, Qt.Key.Key_Delete)


def likely(program: Program, id_: str) -> tuple[float, ...]:
    known = {item.id: item.estimate.values for item in assumptions(program.store.state.loaded.case)}
    return known[id_]


def test_a_copied_cell_is_plain_numbers_or_text_that_is_no_formula(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    def copied(column: Column, id_: str = BASE) -> str:
        index = cell(window, id_, column)
        window.tree.expand(index.parent())
        window.tree.setCurrentIndex(index)
        qtbot.keyClick(window.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()

    known = {item.id: item.estimate for item in assumptions(program.store.state.loaded.case)}
    assert tuple(map(float, copied(Column.LIKELY).split("\t"))) == known[BASE].values
    assert float(copied(Column.LOW)) == known[BASE].low
    assert copied(Column.NAME) == cell(window, BASE, Column.NAME).data()
    hostile = QStandardItemModel()
    hostile.appendRow(QStandardItem("=1+2"))
    assert copied_text(hostile.index(0, Column.NAME)) == "'=1+2"


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
    assert program.store.state.undo_name == "change the assumption Pyongyang: worth of no deal"
    program.window.commands.scenario.undo()
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


def test_a_number_beyond_the_bounds_is_refused_in_the_words_of_the_command_line(
    program: Program, window: AssumptionWindow
) -> None:
    before = program.store.state.snapshot
    for id_, column in (
        ("issues.srbm.benefit.growth.fixed_share", Column.LIKELY),
        (WAITING, Column.LIKELY),
        (WAITING, Column.HIGH),
        (SHARES, Column.LIKELY),
    ):
        count = len(likely(program, id_))
        window.model.setData(cell(window, id_, column), " ".join(["0.1"] * (count - 1) + ["1e308"]))
        status = str(cell(window, id_, Column.STATUS).data())
        assert "This number runs from" in status
        assert "1e+308 is not possible here" in status
        assert program.store.state.snapshot == before
        assert window.model.setData(cell(window, id_, column), cell(window, id_, column).data())
        assert cell(window, id_, Column.STATUS).data() == ""


def test_what_cannot_stand_is_told_beside_the_field_and_changes_nothing(
    program: Program, window: AssumptionWindow, qtbot: QtBot, answers: Answers
) -> None:
    low = cell(window, WAITING, Column.LOW)
    editor = type_in(qtbot, window, low, "9")
    assert "low value 9" in str(cell(window, WAITING, Column.STATUS).data())
    assert "low value 9" in window.details.text()
    assert not program.store.state.scenario.case.changes
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert low.data() == "0.7"
    assert "low value 9" in window.details.text()
    assert not answers.errors
    window.reset_one.click()
    assert low.data() == "0.7"
    assert cell(window, WAITING, Column.STATUS).data() == ""


@settings(examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_enter_or_escape_a_cell_holds_all_of_what_was_typed_or_what_it_was(
    bench: AssumptionBench, qtbot: QtBot, data: st.DataObject
) -> None:
    """Type anything, whole or with a key that takes the last letter back; then leave the cell."""
    id_, column = data.draw(st.sampled_from(CELLS))
    text = data.draw(TEXTS)
    before, index = bench.estimate(id_), cell(bench.window, id_, column)
    editor = field(bench.window, index)
    editor.selectAll()
    press(editor, text)
    if data.draw(st.booleans()):
        QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    whole = editor.text().strip()
    shown = cell_numbers(before, bench.place(index), column)
    is_kept = data.draw(st.booleans())
    QTest.keyClick(editor, Qt.Key.Key_Return if is_kept else Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.window.tree.state() != EDITING)
    now, place = bench.estimate(id_), bench.place(index)
    if is_kept and whole != shown and not bench.window.model.reason(place.number):
        typed = typed_numbers(whole, numbers_wanted(before, place, column))
        bounds = bench.item(id_).bounds
        assert now == edited_estimate(before, place, column, typed, bounds=bounds)
    else:
        assert now == before
    assert index.data(Qt.ItemDataRole.EditRole) == cell_numbers(now, bench.place(index), column)
    bench.window.reset_all.setEnabled(True)
    bench.window.reset_all.click()


@pytest.mark.parametrize(
    ("column", "held"),
    [(Column.LIKELY, (0.5, 0.35, 0.65)), (Column.LOW, (1, 0.5, 1.3)), (Column.HIGH, None)],
)
def test_a_decimal_comma_in_a_single_number_is_a_decimal_point(
    program: Program,
    window: AssumptionWindow,
    qtbot: QtBot,
    column: Column,
    held: tuple[float, ...] | None,
) -> None:
    editor = type_in(qtbot, window, cell(window, WAITING, column), "0,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    known = {item.id: item.estimate for item in assumptions(program.store.state.loaded.case)}
    now = known[WAITING]
    # A high value below the likely one cannot stand.
    expected = held or (1, 0.7, 1.3)
    assert (*now.values, now.low, now.high) == pytest.approx(expected)


@pytest.mark.parametrize("column", [Column.LOW, Column.LIKELY, Column.HIGH])
def test_nothing_of_a_refused_text_stays_in_force_or_in_the_cell(
    program: Program, window: AssumptionWindow, qtbot: QtBot, column: Column
) -> None:
    index = cell(window, WAITING, column)
    shown, before = index.data(), program.store.state.snapshot
    for text in ("0,5x", "0.5x", "1e", "0,5,5"):
        editor = type_in(qtbot, window, index, text)
        assert program.store.state.snapshot.scenario == before.scenario
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert program.store.state.snapshot == before
        assert index.data() == shown
        assert text in window.details.text()
        qtbot.waitUntil(lambda: window.tree.state() != EDITING)


def test_a_text_that_is_no_number_is_told(window: AssumptionWindow, program: Program) -> None:
    index = cell(window, WAITING, Column.HIGH)
    for text in ("much", "", "1 2", "nan"):
        window.model.setData(index, text)
        assert window.model.reason(window.model.place(index).number), text  # type: ignore[union-attr]
        assert not program.store.state.scenario.case.changes
        window.reset_all.setEnabled(True)
        window.reset_all.click()
        assert index.data() == "1.3"
        assert not window.model.reason(window.model.place(index).number)  # type: ignore[union-attr]


def test_each_level_can_be_changed_alone(
    program: Program, window: AssumptionWindow, qtbot: QtBot
) -> None:
    window.model.setData(cell(window, BASE, Column.LIKELY, level=2), "6")
    window.model.setData(cell(window, SHARES, Column.LIKELY, level=0), "0.4")
    assert likely(program, BASE) == (0, 2.5, 6, 9, 10)
    assert likely(program, SHARES) == (0.4, 0.6, 0.8, 1)
    assert cell(window, BASE, Column.LIKELY).data() == "0, 2.5, 6, 9, 10"
    window.model.setData(cell(window, BASE, Column.LIKELY, level=2), "6 7")
    assert "1 number is wanted" in str(cell(window, BASE, Column.STATUS, level=2).data())


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


def open_choices(window: AssumptionWindow, index: QModelIndex, qtbot: QtBot) -> DropDown:
    """Open the drop-down of a structure choice by the keyboard alone."""
    window.tree.expand(index.parent())
    window.tree.setCurrentIndex(index)
    qtbot.keyClick(window.tree, Qt.Key.Key_Return)
    return window.tree.viewport().findChildren(DropDown)[-1]


def test_a_structure_choice_is_made_by_keyboard_and_undone_in_one_step(
    program: Program, window: AssumptionWindow, bench: AssumptionBench, qtbot: QtBot
) -> None:
    before, item = program.store.state.snapshot, bench.item(TRUST)
    names, stood = [name for _, name in item.options], int(item.estimate.values[0])
    index = cell(window, TRUST, Column.LIKELY)
    choices = open_choices(window, index, qtbot)
    assert [choices.itemText(place) for place in range(choices.count())] == names
    assert choices.currentText() == index.data() == names[stood]
    chosen = stood + 1 if stood + 1 < len(names) else stood - 1
    qtbot.keyClick(choices, Qt.Key.Key_Down if chosen > stood else Qt.Key.Key_Up)
    assert bench.estimate(TRUST) == Estimate((chosen,), chosen, chosen)
    qtbot.keyClick(choices, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.store.state.gesture_start is None)
    assert index.data() == names[chosen]
    assert window.model.is_changed(bench.place(index).number)
    assert program.store.state.undo_name is not None
    program.window.commands.scenario.undo()
    assert program.store.state.snapshot == before
    assert index.data() == names[stood]


def test_escape_puts_back_the_option_that_stood(
    program: Program, window: AssumptionWindow, bench: AssumptionBench, qtbot: QtBot
) -> None:
    before, stood = program.store.state.snapshot, bench.estimate(TRUST)
    choices = open_choices(window, cell(window, TRUST, Column.LIKELY), qtbot)
    qtbot.keyClick(choices, Qt.Key.Key_Up if choices.currentIndex() else Qt.Key.Key_Down)
    assert bench.estimate(TRUST) != stood
    qtbot.keyClick(choices, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.store.state.gesture_start is None)
    assert program.store.state.snapshot == before
    assert window.isVisible()


def test_an_option_that_the_choice_does_not_have_is_refused_and_the_known_ones_are_told(
    program: Program, window: AssumptionWindow, bench: AssumptionBench
) -> None:
    before, index = program.store.state.snapshot, cell(window, TRUST, Column.LIKELY)
    shown = index.data()
    for text in ("they quarrel", "", "0", "1"):
        window.model.setData(index, text)
        assert program.store.state.snapshot == before
        assert index.data() == shown
        status = str(cell(window, TRUST, Column.STATUS).data())
        assert all(name in status for _, name in bench.item(TRUST).options)
        window.reset_all.setEnabled(True)
        window.reset_all.click()
        assert cell(window, TRUST, Column.STATUS).data() == ""


def test_a_structure_choice_has_no_range_to_edit(window: AssumptionWindow) -> None:
    for column in (Column.LOW, Column.HIGH):
        index = cell(window, TRUST, column)
        assert index.data() == ""
        assert not index.flags() & Qt.ItemFlag.ItemIsEditable


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
    program.window.commands.scenario.undo()
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
    assert "Assumptions: 1 changed" in [
        button.text() for button in status.findChildren(QToolButton)
    ]


def test_a_picture_on_paper_tells_what_is_changed(program: Program) -> None:
    viewing = program.window.desk.pictures.viewing()
    plain = picture_image(view_id="board", viewing=viewing, theme=LIGHT, size=(900, 600))
    case = program.store.state.scenario.case
    program.store.vary(with_estimates(case, {BASE: Estimate((0, 2.5, 5.5, 9, 10), 0.6, 1.3)}), "x")
    settle(program)
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
    program.window.desk.session.new()
    assert not program.store.state.scenario.case.changes
    assert cell(window, WAITING, Column.LIKELY).data() == "1"


def test_changed_assumptions_are_saved_and_opened_again(
    program: Program, window: AssumptionWindow, answers: Answers, tmp_path: Path
) -> None:
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    snapshot = program.store.state.snapshot
    answers.to_save = tmp_path / "a.dealzone"
    program.window.desk.session.save_as()
    program.window.desk.session.new()
    program.window.desk.session.open_path(answers.to_save)
    assert program.store.state.snapshot == snapshot
    assert cell(window, WAITING, Column.LIKELY).data() == "2"


def test_a_scenario_code_carries_changed_assumptions(
    program: Program, window: AssumptionWindow
) -> None:
    window.model.setData(cell(window, WAITING, Column.LIKELY), "2")
    scenario = program.store.state.scenario
    program.window.commands.document.copy_code()
    program.window.commands.scenario.assumptions.reset_all()
    program.window.commands.document.paste_code()
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


def test_in_a_small_window_the_list_has_more_room_than_the_notes_and_keeps_still(
    open_program: OpenProgram,
) -> None:
    program = open_program(size=(1366, 768), text_scale=2.0)
    program.window.commands.scenario.assumptions.open()
    window = program.window.commands.scenario.assumptions.window
    assert window is not None
    window.resize(1220, 660)
    QApplication.processEvents()
    room = window.tree.viewport().height()
    assert room >= 5 * window.tree.sizeHintForRow(0)
    for row in range(window.model.rowCount()):
        window.tree.setCurrentIndex(window.model.index(0, 0, window.model.index(row, 0)))
        QApplication.processEvents()
        assert window.tree.viewport().height() == room
