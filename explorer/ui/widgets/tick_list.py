"""A list whose entries are ticked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

Checked = Qt.CheckState
VALUE = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """Entries with a tick each; ``itemChanged`` tells that the hand changed one."""

    def show_entries(self, entries: Sequence[tuple[str, str]], ticked: Collection[str]) -> None:
        """Show entries (value, words) and which are ticked; emits nothing."""
        blocker = QSignalBlocker(self)
        items = self.entries()
        if [self.value(item) for item in items] != [value for value, _ in entries]:
            self.clear()
            for value, words in entries:
                item = QListWidgetItem(words, self)
                item.setData(VALUE, value)
                item.setToolTip(words)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            items = self.entries()
        for item in items:
            is_on = self.value(item) in ticked
            item.setCheckState(Checked.Checked if is_on else Checked.Unchecked)
        blocker.unblock()

    def entries(self) -> list[QListWidgetItem]:
        """Return all entries from the top."""
        return [self.item(row) for row in range(self.count())]

    def ticked(self) -> tuple[str, ...]:
        """Return the values of the entries that are ticked."""
        return tuple(self.value(item) for item in self.entries() if self.is_ticked(item))

    def keep(self, item: QListWidgetItem) -> None:
        """Tick an entry again; emits nothing."""
        blocker = QSignalBlocker(self)
        item.setCheckState(Checked.Checked)
        blocker.unblock()

    def value(self, item: QListWidgetItem) -> str:
        """Return the value of an entry."""
        return str(item.data(VALUE))

    def is_ticked(self, item: QListWidgetItem) -> bool:
        """Return whether an entry is ticked."""
        return item.checkState() == Checked.Checked
