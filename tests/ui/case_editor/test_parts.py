"""Parts of the editor: looking off the hand, cells with choices, pages by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from explorer.model.case_shape import Shape
from explorer.model.case_tree import Content, at
from explorer.ui.case_editor.checker import CaseChecker, Look, look_at
from explorer.ui.case_editor.choice_words import choice_words
from explorer.ui.case_editor.draft_keeper import DraftKeeper
from explorer.ui.case_editor.editor_window import CaseEditorWindow
from explorer.ui.case_editor.grid_row import VALUE, CellDelegate, GridColumn, GridRow
from explorer.ui.case_editor.rows import ValueRow
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.text_field import TextField


class SlowRunner:
    """Keeps what is submitted until a test lets it be done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []
        self.is_closed = False

    def submit(self, work: Callable[[], Any], deliver: Callable[[Any], None]) -> None:
        self.waiting.append((work, deliver))

    def close(self) -> None:
        self.is_closed = True

    def go_on(self) -> None:
        work, deliver = self.waiting.pop(0)
        deliver(work())


def test_only_the_newest_content_is_told_of(qapp, content: Content) -> None:
    owner, runner, looks = QObject(), SlowRunner(), list[Look]()
    checker = CaseChecker(owner, runner)
    checker.looked.connect(looks.append)
    checker.look(content, at_once=True)
    newer = {**content, "name": "Newer"}
    checker.look({**content, "name": "Between"}, at_once=True)
    checker.look(newer, at_once=True)
    assert checker.is_waiting
    assert len(runner.waiting) == 1
    runner.go_on()
    assert looks == []
    runner.go_on()
    assert [look.content for look in looks] == [newer]
    assert not checker.is_waiting
    checker.look(content)
    checker.stop()
    assert runner.is_closed
    assert runner.waiting == []


def test_a_fault_while_looking_is_not_hidden(qapp, content: Content) -> None:
    owner, runner = QObject(), SlowRunner()
    checker = CaseChecker(owner, runner)
    checker.look(content, at_once=True)
    _, deliver = runner.waiting.pop()
    with pytest.raises(ZeroDivisionError):
        deliver(ZeroDivisionError())


def test_the_draft_is_looked_at_on_a_thread(qapp, qtbot: QtBot, content: Content) -> None:
    owner = QObject()
    checker = CaseChecker(owner, None)
    with qtbot.waitSignal(checker.looked) as found:
        checker.look(content)
    assert found.args is not None
    assert found.args[0].content is content
    assert found.args[0].title == look_at(content).title
    checker.stop()


def test_a_cell_is_chosen_where_only_some_values_can_stand(qapp) -> None:
    columns = (
        GridColumn("kind", "Kind", Shape("choice"), choices=(("a", "A"), ("b", "B"))),
        GridColumn("name", "Name", Shape("number")),
    )
    grid = GridRow(("list",), Shape("list"), "List", columns)
    grid.show_value([{"kind": "b", "name": 3}])
    table = grid.table
    delegate = table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    told: list[tuple[object, object]] = []
    grid.edited.connect(lambda path, value: told.append((path, value)))
    option, parent = QStyleOptionViewItem(), QWidget()
    kind, name = (table.model().index(0, column) for column in range(2))
    box = delegate.createEditor(parent, option, kind)
    assert isinstance(box, DropDown)
    delegate.setEditorData(box, kind)
    assert box.currentData() == "b"
    box.setCurrentIndex(0)
    delegate.setModelData(box, table.model(), kind)
    field = delegate.createEditor(parent, option, name)
    assert isinstance(field, TextField)
    delegate.setEditorData(field, name)
    assert field.text() == "3"
    field.setText("4")
    delegate.setModelData(field, table.model(), name)
    assert told == [(("list", 0, "kind"), "a"), (("list", 0, "name"), 4)]
    table.takeItem(0, 0)
    delegate.setModelData(box, table.model(), kind)
    assert len(told) == 2
    grid.offer(0, (("c", "C"),))
    again = delegate.createEditor(parent, option, kind)
    assert isinstance(again, DropDown)
    assert again.count() == 1
    again.deleteLater()


def test_an_id_in_a_table_is_told_with_its_place(qapp) -> None:
    columns = (GridColumn(None, "Id", Shape("id")), GridColumn("", "Value", Shape("number")))
    grid = GridRow(("values",), Shape("keyed"), "Values", columns)
    grid.show_value({"a": 1})
    told: list[object] = []
    grid.key_changed.connect(lambda *words: told.append(words))
    grid.edited.connect(lambda *words: told.append(words))
    grid.table.item(0, 0).setData(VALUE, "b")
    grid.table.item(0, 1).setData(VALUE, 2)
    assert told == [(("values",), 0, "b"), (("values", "a"), 2)]
    assert isinstance(grid.table, QTableWidget)


def test_a_row_without_a_widget_of_its_own_cannot_be(qapp) -> None:
    bare = ValueRow((), Shape("text"))
    with pytest.raises(NotImplementedError):
        bare.target()
    with pytest.raises(NotImplementedError):
        bare.show_value("")


def test_pages_are_walked_by_keyboard(editor: CaseEditorWindow) -> None:
    editor.tree.setFocus()
    QTest.keyClick(editor.tree, Qt.Key.Key_Down)
    assert editor.where == ("sources",)
    QTest.keyClick(editor.tree, Qt.Key.Key_Down)
    assert editor.where == ("sender",)
    QTest.keyClick(editor.side.problems, Qt.Key.Key_Down)
    editor.side.problems.itemActivated.emit(None)
    assert editor.where == ("sender",)


def test_a_page_stays_open_in_the_outline_when_others_come(editor: CaseEditorWindow) -> None:
    editor.go_to(("presets", 0))
    editor.keeper.change_entry(("sources",), "copy", 0)
    assert editor.tree.currentItem().text(0) == "Today"
    assert editor.tree.currentItem().parent().isExpanded()


def test_nothing_is_undone_where_nothing_was_done(content: Content) -> None:
    keeper = DraftKeeper()
    assert keeper.undo() is None
    assert keeper.redo() is None
    keeper.edit(("name",), "A")
    keeper.settle()
    keeper.edit(("name",), "B")
    assert keeper.undo() == ("name",)
    assert at(keeper.content, ("name",)) == "A"


def test_choices_without_words_are_called_by_themselves() -> None:
    assert choice_words("sender") == "the sender"
    assert choice_words("something") == "something"


def test_no_name_of_a_case_steers_the_screen(editor: CaseEditorWindow) -> None:
    hostile = "a\N{RIGHT-TO-LEFT OVERRIDE}b\x1b[31m\nc"
    editor.keeper.edit(("presets", 0, "name"), hostile)
    editor.keeper.edit(("issues", 0, "levels", 0, "words"), hostile)
    editor.go_to(("issues", 0, "levels"))
    grid = next(each for each in editor.form.rows if isinstance(each, GridRow))
    item = grid.table.item(0, 0)
    assert item.text().isprintable()
    assert item.data(VALUE) == hostile
    assert editor.tree.currentItem().text(0).isprintable()
    assert editor.undo.toolTip().isprintable()
    editor.go_to(())
    boxes = [box for each in editor.form.rows for box in each.findChildren(DropDown)]
    assert boxes
    for box in boxes:
        assert all(box.itemText(place).isprintable() for place in range(box.count()))
