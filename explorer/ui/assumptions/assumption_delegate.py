"""How a cell of the table of assumptions is edited: a field for numbers, a box for choices."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.ui.assumptions.assumption_model import AssumptionModel
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.measure import target_side
from explorer.ui.widgets.text_field import TextField

Index = QModelIndex | QPersistentModelIndex


class AssumptionDelegate(QStyledItemDelegate):
    """Types into the model letter by letter, so that the pictures follow; Escape takes it back.

    ``edit_finished()``: The field is closed.
    """

    edit_finished = Signal()

    def __init__(self, model: AssumptionModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._editor: QLineEdit | DropDown | None = None
        # Not what the field itself calls modified: its own undo takes that back.
        self._has_typed = False

    def _commit(self) -> None:
        if self._editor is not None:
            self._has_typed = True
            self.commitData.emit(self._editor)

    def _take_back(self) -> None:
        self._has_typed = False
        self._model.cancel_edit()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        place = self._model.place(index)
        options = () if place is None else self._model.item(place.number).options
        editor = self._choices(parent, options) if options else self._field(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._editor = editor
        self._has_typed = False
        self._model.begin_edit(index)
        return editor

    def _field(self, parent: QWidget) -> QLineEdit:
        editor = TextField(parent)
        editor.setFrame(False)
        editor.textEdited.connect(self._commit)
        return editor

    def _choices(self, parent: QWidget, options: tuple[tuple[str, str], ...]) -> DropDown:
        editor = DropDown(parent)
        for id_, name in options:
            editor.add_choice(name, id_)
        editor.activated.connect(self._commit)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._editor = None
        self._model.end_edit()
        super().destroyEditor(editor, index)
        self.edit_finished.emit()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), target_side(option.fontMetrics)))  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType, reportUnknownMemberType]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What the hand is typing stands; the model only answers it.
        if self._has_typed:
            return
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        elif isinstance(editor, DropDown):
            editor.setCurrentText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not self._has_typed:
            return
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())  # pyright: ignore[reportArgumentType]
        elif isinstance(editor, DropDown):
            model.setData(index, str(editor.currentData()))  # pyright: ignore[reportArgumentType]

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit | DropDown)
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._take_back()
        return super().eventFilter(editor, event)
