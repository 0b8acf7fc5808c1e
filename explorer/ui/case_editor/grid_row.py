"""A table of small parts: a row for each, a column for each of their values."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from explorer.model.case_shape import Shape
from explorer.model.case_tree import Content, Path
from explorer.model.case_typing import shown, typed
from explorer.ui.case_editor.entry_buttons import EntryButtons
from explorer.ui.case_editor.rows import ValueRow
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.text_field import TextField

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
MOST_LINES = 9
"""How many rows stand in sight before the table scrolls."""

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column: the member that it shows, its title, its shape, and what can be chosen in it.

    ``name`` is "" where the entry itself is the value, and None for the ids of parts by id.
    ``default`` is what holds where the member is missing.
    """

    name: str | None
    title: str
    shape: Shape
    hint: str = ""
    choices: Choices = ()
    default: object = None


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in a field, or by choosing where only some values can stand."""

    def __init__(self, parent: QWidget, columns: tuple[GridColumn, ...]) -> None:
        super().__init__(parent)
        self.columns = columns

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self.columns[index.column()]
        if not column.choices:
            field = TextField(parent)
            field.setAccessibleName(column.title)
            return field
        box = DropDown(parent)
        box.setAccessibleName(column.title)
        for value, words in column.choices:
            box.add_choice(words, value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, DropDown):
            editor.setCurrentIndex(max(0, editor.findData(index.data(VALUE))))
        elif isinstance(editor, TextField):
            editor.setText(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        item = cast("QTableWidget", self.parent()).item(index.row(), index.column())
        if item is None:
            return
        column = self.columns[index.column()]
        if isinstance(editor, DropDown):
            item.setData(VALUE, editor.currentData())
        elif isinstance(editor, TextField):
            item.setData(VALUE, typed(column.shape, editor.text()))


class GridRow(ValueRow):
    """A list of small parts, or of values by id, as a table.

    Signals
    -------
    entry_changed(object, str, int)
        The path of the list, what becomes of an entry, and its place.
    key_changed(object, int, str)
        The path, and the place of a part that is to stand under another id.
    """

    entry_changed = Signal(object, str, int)
    key_changed = Signal(object, int, str)

    def __init__(
        self, path: Path, shape: Shape, title: str, columns: tuple[GridColumn, ...]
    ) -> None:
        super().__init__(path, shape)
        self.columns = columns
        self.table = QTableWidget(0, len(columns))
        self.buttons = EntryButtons(title)
        self._keys: list[str] = []
        self._delegate = CellDelegate(self.table, columns)
        self._arrange()
        self.take(self.table)
        self._column.insertWidget(1, self.buttons)
        self.buttons.asked.connect(self._on_asked)
        self.table.itemChanged.connect(self._on_changed)
        self.table.currentCellChanged.connect(self._show_place)

    def target(self) -> QWidget:
        return self.table

    def offer(self, place: int, choices: Choices) -> None:
        """Offer other values in a column."""
        column = self.columns[place]
        if choices != column.choices:
            changed = GridColumn(
                column.name, column.title, column.shape, column.hint, choices, column.default
            )
            self.columns = (*self.columns[:place], changed, *self.columns[place + 1 :])
            self._delegate.columns = self.columns

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        keyed = cast("Content", value) if isinstance(value, dict) else {}
        listed = cast("list[object]", value) if isinstance(value, list) else []
        self._keys = list(keyed)
        entries = [*keyed.values(), *listed]
        blocker = QSignalBlocker(self.table)
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            for place, column in enumerate(self.columns):
                self._show_cell(row, place, self._cell(column, row, entry))
        blocker.unblock()
        self.table.resizeRowsToContents()
        self._fit_height()
        self._show_place()

    def _arrange(self) -> None:
        table = self.table
        table.setItemDelegate(self._delegate)
        table.setHorizontalHeaderLabels([column.title for column in self.columns])
        for place, column in enumerate(self.columns):
            head = table.horizontalHeaderItem(place)
            if head is not None:
                head.setToolTip(column.hint)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )

    def _cell(self, column: GridColumn, row: int, entry: object) -> object:
        if column.name is None:
            return self._keys[row]
        if not column.name:
            return entry
        held = cast("Content", entry) if isinstance(entry, dict) else {}
        return held.get(column.name, column.default)

    def _show_cell(self, row: int, place: int, value: object) -> None:
        item = self.table.item(row, place)
        if item is None:  # pyright: ignore[reportUnnecessaryComparison]  # empty cells have none
            item = QTableWidgetItem()
            self.table.setItem(row, place, item)
        column = self.columns[place]
        words = dict(column.choices).get(str(value), shown(column.shape, value))
        item.setData(VALUE, value)
        item.setText(words)
        item.setToolTip(words)

    def _fit_height(self) -> None:
        table = self.table
        rows = min(table.rowCount(), MOST_LINES)
        height = sum(table.rowHeight(row) for row in range(rows))
        frame = 2 * table.frameWidth() + table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(max(height, self.fontMetrics().height()) + frame + 2)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        """Tell what was typed into a cell."""
        row, column = item.row(), self.columns[item.column()]
        value = item.data(VALUE)
        if column.name is None:
            self.key_changed.emit(self.path, row, str(value))
            return
        step: str | int = self._keys[row] if self._keys else row
        place = (*self.path, step, column.name) if column.name else (*self.path, step)
        self.edited.emit(place, value)
        self.left.emit()

    def _on_asked(self, change: str) -> None:
        # What is new comes last, so that no number of a level that is there means another one.
        place = -1 if change == "add" else self.table.currentRow()
        self.entry_changed.emit(self.path, change, place)
        moved = {"copy": 1, "down": 1, "up": -1}.get(change, 0)
        last = self.table.rowCount() - 1
        wanted = last if place < 0 else min(max(place + moved, 0), last)
        if wanted >= 0:
            self.table.setCurrentCell(wanted, 0)
            self.table.setFocus()

    def _show_place(self) -> None:
        self.buttons.show_place(self.table.currentRow(), self.table.rowCount())
