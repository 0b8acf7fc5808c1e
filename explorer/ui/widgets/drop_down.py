"""A box that opens a list of choices and keeps still under a passing wheel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from explorer.ui.widgets.wheel_guard import WheelGuard


class DropDown(QComboBox):
    """A box of choices that the wheel changes only while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
        self.currentTextChanged.connect(self._tell_whole)

    def _tell_whole(self, words: str) -> None:
        """Show all of a long choice to who points at the narrow box."""
        self.setToolTip(words)

    def add_choice(self, words: str, value: object) -> None:
        """Add an entry that stands for a value; pointing at it shows all of its words."""
        self.addItem(words, value)
        self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
