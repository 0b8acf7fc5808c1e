"""A box that opens a list of choices and keeps still under a passing wheel."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.ui.look.theme import set_strong
from explorer.ui.widgets.measure import target_side
from explorer.ui.widgets.wheel_guard import WheelGuard

Index = QModelIndex | QPersistentModelIndex

MOST_IN_SIGHT = 12
"""How many entries a list shows before it scrolls."""

NO_FLAGS = Qt.ItemDataRole.UserRole - 1
"""The role under which the model of a box keeps an entry's flags."""


class _TallEntries(QStyledItemDelegate):
    """Draws entries of a list high enough to be hit."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        least = target_side(self._box.fontMetrics())
        return super().sizeHint(option, index).expandedTo(QSize(0, least))


class DropDown(QComboBox):
    """A box of choices that the wheel changes only while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(MOST_IN_SIGHT)
        self.setItemDelegate(_TallEntries(self))
        self._guard = WheelGuard(self)
        self.currentTextChanged.connect(self._tell_whole)

    def _tell_whole(self, words: str) -> None:
        """Show all of a long choice to who points at the narrow box."""
        self.setToolTip(words)

    def add_choice(self, words: str, value: object) -> None:
        """Add an entry that stands for a value; pointing at it shows all of its words."""
        self.addItem(words, value)
        self.setItemData(self.count() - 1, words, Qt.ItemDataRole.ToolTipRole)

    def add_head(self, words: str) -> None:
        """Add a heading above what follows; it cannot be chosen."""
        self.addItem(words)
        place = self.count() - 1
        font = self.font()
        set_strong(font)
        self.setItemData(place, font, Qt.ItemDataRole.FontRole)
        # Neither enabled nor selectable: the keys pass it by.
        self.model().setData(self.model().index(place, 0), 0, NO_FLAGS)
