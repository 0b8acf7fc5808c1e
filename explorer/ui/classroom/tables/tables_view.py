"""The grid of tables under the hand: typed into by keyboard alone, one line a table."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from explorer.model.plain_text import plain_text
from explorer.model.wording import tr
from explorer.ui.classroom.tables.tables_model import TablesModel
from explorer.ui.widgets.measure import target_side
from explorer.ui.widgets.text_field import TextField

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint


class TablesDelegate(QStyledItemDelegate):
    """Edits a cell in a field that completes the words of its column while they are typed."""

    def __init__(self, model: TablesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = TextField(parent)
        editor.setFrame(False)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        choices = self._model.choices(index.column())
        if choices:
            completer = QCompleter(list(choices), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            # Not in a list that opens: Enter would close that instead of going on.
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), target_side(option.fontMetrics)))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]


class TablesView(QTableView):
    """Shows the grid: any letter begins a cell, Enter goes on to the next, Delete empties it."""

    def __init__(self, model: TablesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        delegate = TablesDelegate(model, self)
        self.setItemDelegate(delegate)
        # Connected last: by then the view itself has closed the field.
        delegate.closeEditor.connect(self._on_closed)
        self.setAccessibleName(tr("Results of the tables, one line a table"))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        # Tab leaves the grid, as everywhere; Enter and the arrows move within it.
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        standard = QKeySequence.StandardKey
        if self.state() == QAbstractItemView.State.EditingState:
            # The field has had this key already.
            event.accept()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes() or [self.currentIndex()]:
                self._model.setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.matches(standard.Paste):
            self.paste()
        elif event.matches(standard.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)

    def _on_closed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == Hint.SubmitModelCache:
            self.go_on()

    def go_on(self) -> None:
        """Go to the next cell that can be typed into, at the end of a line to the next table."""
        here = self.currentIndex()
        row, column = here.row(), here.column() + 1
        if column >= self._model.columnCount():
            row, column = row + 1, 1
        if row < self._model.rowCount():
            self.setCurrentIndex(self._model.index(row, column))

    def paste(self) -> None:
        """Type what is on the clipboard from the present cell on, cells between tabs."""
        here = self.currentIndex()
        lines = QGuiApplication.clipboard().text().splitlines()
        if here.isValid() and lines:
            block = [line.split("\t") for line in lines]
            self._model.type_cells(here.row(), here.column(), block)

    def copied(self) -> str:
        """Return the selected cells as they are copied, those of a line between tabs."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(plain_text(str(index.data())))
        return "\n".join("\t".join(cells) for cells in rows.values())
