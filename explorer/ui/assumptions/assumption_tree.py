"""The list of assumptions as Qt shows it; what is copied from it is data."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeView

from explorer.figures.table import number_text
from explorer.model.plain_text import plain_text
from explorer.model.typed_numbers import typed_numbers
from explorer.ui.assumptions.assumption_cells import EDITED


class AssumptionTree(QTreeView):
    """Shows the assumptions; the standard copy keys copy the cell the keyboard is on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(copied_text(self.currentIndex()))
        else:
            super().keyPressEvent(event)


def copied_text(index: QModelIndex | QPersistentModelIndex) -> str:
    """Return a cell as it is copied: numbers between tabs, or text that stays text."""
    words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    typed = str(index.data(Qt.ItemDataRole.EditRole) or "")
    if index.column() not in EDITED or not typed:
        return plain_text(words)
    # The cell's own text has one comma between two numbers.
    return "\t".join(map(number_text, typed_numbers(typed, typed.count(",") + 1)))
