"""The table of a study's rows: any number of them, sorted, opened and copied."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest

from explorer.ui.study.rows_model import RowsModel
from explorer.ui.study.rows_view import RowsView
from tests.solved_studies import korea_table, small_table, with_values
from tests.ui.patience import PatientQtBot

Orders = Qt.SortOrder


@pytest.fixture
def model() -> RowsModel:
    made = RowsModel()
    made.show_table(korea_table())
    return made


@pytest.fixture
def view(qtbot: PatientQtBot, model: RowsModel) -> RowsView:
    made = RowsView(model)
    qtbot.addWidget(made)
    made.show()
    return made


@given(st.integers(0, 20), st.sampled_from(list(Orders)))
def test_sorting_orders_every_column_and_keeps_every_row(column: int, order: Orders) -> None:
    model, table = RowsModel(), korea_table()
    model.show_table(table)
    model.sort(column, order)
    rows = [model.study_row(row) for row in range(model.rowCount())]
    assert sorted(rows) == list(range(table.size))
    values = table.values[rows, model._places[column]]
    known = values[np.isfinite(values)]
    assert not np.isfinite(values[len(known) :]).any()
    steps = np.diff(known)
    assert (steps <= 0).all() if order == Orders.DescendingOrder else (steps >= 0).all()
    for row in (0, 50):
        assert model.place_of(model.study_row(row)) == row
    model.sort(-1)
    assert [model.study_row(row) for row in range(3)] == [0, 1, 2]


def test_what_is_chosen_stays_chosen_while_rows_are_sorted(model: RowsModel) -> None:
    index = QPersistentModelIndex(model.index(7, 2))
    model.sort(1)
    assert model.study_row(index.row()) == 7


def test_nothing_is_an_empty_table() -> None:
    model = RowsModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.data(model.index(0, 0)) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) is None
    assert model.data_lines([]) == []
    model.sort(0)
    model.show_table(small_table())
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    model.show_table(None)
    assert model.rowCount() == 0


def test_cells_and_heads_have_words_for_everybody(model: RowsModel) -> None:
    index = model.index(3, 1)
    role = Qt.ItemDataRole
    assert model.data(index) == model.data(index, role.ToolTipRole)
    assert model.data(index, role.AccessibleTextRole).startswith("Row 4, Russia alignment: ")
    assert model.data(index, role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 0), role.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft
    assert model.data(index, role.DecorationRole) is None
    assert model.headerData(3, Qt.Orientation.Vertical) == "4"
    assert model.headerData(1, Qt.Orientation.Horizontal, role.ToolTipRole) == "Russia alignment"
    assert model.headerData(1, Qt.Orientation.Horizontal, role.DecorationRole) is None


def test_a_hundred_thousand_rows_make_no_words_before_they_are_seen(view: RowsView) -> None:
    table = korea_table()
    many = with_values(table, np.tile(table.values, (834, 1)))
    view._model.show_table(many)
    assert view._model.rowCount() > 100_000
    view.sortByColumn(1, Orders.DescendingOrder)
    view.scrollToBottom()
    view.grab()
    view.show_row(99_999)
    assert view._model.study_row(view.currentIndex().row()) == 99_999


def test_enter_and_a_double_click_open_the_row(view: RowsView) -> None:
    opened: list[int] = []
    view.row_opened.connect(opened.append)
    view.sortByColumn(1, Orders.DescendingOrder)
    view.setCurrentIndex(view._model.index(5, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    view.doubleClicked.emit(view._model.index(6, 0))
    assert opened == [view._model.study_row(5), view._model.study_row(6)]
    view._model.show_table(None)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert len(opened) == 2


def test_the_keyboard_sorts_by_its_column(view: RowsView) -> None:
    view.setCurrentIndex(view._model.index(0, 1))
    view.setCurrentIndex(view._model.index(7, 1))
    QTest.keyClick(view, Qt.Key.Key_F3)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 1)
    values = korea_table().numbers("control.russia_alignment")
    assert view._model.study_row(0) == int(np.argmin(values))
    view.setCurrentIndex(view._model.index(0, 1))
    QTest.keyClick(view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view._model.study_row(0) == int(np.argmax(values))
    QTest.keyClick(view, Qt.Key.Key_Down)
    view._model.show_table(None)
    QTest.keyClick(view, Qt.Key.Key_F3)


def test_the_key_that_sorts_is_the_tables_before_it_is_the_windows(view: RowsView) -> None:
    for key, is_kept in ((Qt.Key.Key_F3, True), (Qt.Key.Key_F4, False)):
        early = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        early.ignore()
        view.event(early)
        assert early.isAccepted() == is_kept


def test_heads_are_four_lines_high_at_most_and_have_room(view: RowsView) -> None:
    head = view.horizontalHeader()
    for column in range(view._model.columnCount()):
        words = view._model.headerData(column, Qt.Orientation.Horizontal)
        assert words.count("\n") < 4
        assert view.columnWidth(column) >= head.sectionSizeHint(column)
    assert view.columnWidth(0) >= view.sizeHintForColumn(0)


def test_heads_stand_over_their_numbers(model: RowsModel) -> None:
    for column in range(model.columnCount()):
        side = model.headerData(
            column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        cells = model.data(model.index(0, column), Qt.ItemDataRole.TextAlignmentRole)
        mask = Qt.AlignmentFlag.AlignHorizontal_Mask
        assert side & mask == cells & mask


def test_chosen_rows_are_copied_as_data(view: RowsView) -> None:
    view.selectRow(2)
    QTest.keySequence(view, QKeySequence.StandardKey.Copy)
    head, line = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:3] == ["row", "start", "control.russia_alignment"]
    assert line.split("\t")[:2] == ["2", "october-2025"]
    assert float(line.split("\t")[2]) == pytest.approx(korea_table().values[2, 2])
    QGuiApplication.clipboard().setText("before")
    view.clearSelection()
    QTest.keySequence(view, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == "before"
