"""A list of larger parts: each has a page of its own, to which its entry leads."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from explorer.model.case_outline import entry_title
from explorer.model.case_shape import Shape
from explorer.model.case_tree import Content, Path
from explorer.model.visible_text import one_line
from explorer.ui.case_editor.entry_buttons import EntryButtons
from explorer.ui.case_editor.rows import ValueRow

MOST_LINES = 12
"""How many entries stand in sight before the list scrolls."""


class EntryList(QListWidget):
    """A list of names; Enter opens, Delete takes away.

    ``opened()``, ``removed()``: What the keys asked for.
    """

    opened = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class EntriesRow(ValueRow):
    """The names of a list's entries, with what can be done to them.

    Signals
    -------
    entry_changed(object, str, int)
        The path of the list, what becomes of an entry, and its place.
    opened(object)
        The path of the entry whose page is wanted.
    """

    entry_changed = Signal(object, str, int)
    opened = Signal(object)

    def __init__(self, path: Path, shape: Shape, title: str) -> None:
        super().__init__(path, shape)
        self.list = EntryList()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons = EntryButtons(title)
        self._steps: list[str | int] = []
        self.take(self.list)
        self._column.insertWidget(1, self.buttons)
        self.buttons.asked.connect(self._on_asked)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._show_place)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._remove)
        self.list.currentRowChanged.connect(self._show_place)

    def target(self) -> QWidget:
        return self.list

    def show_value(self, value: object) -> None:
        """Show what stands at the place; emit nothing."""
        keyed = cast("Content", value) if isinstance(value, dict) else {}
        listed = cast("list[object]", value) if isinstance(value, list) else []
        self._steps = [*keyed, *range(len(listed))]
        entries = [*keyed.values(), *listed]
        titles = [
            one_line(entry_title(step, entry))
            for step, entry in zip(self._steps, entries, strict=True)
        ]
        place = min(self.list.currentRow(), len(titles) - 1)
        blocker = QSignalBlocker(self.list)
        if len(titles) != self.list.count():
            self.list.clear()
            for title in titles:
                self.list.addItem(QListWidgetItem(title))
            self.list.setCurrentRow(place)
        for number, title in enumerate(titles):
            self.list.item(number).setText(title)
        blocker.unblock()
        lines = min(max(len(titles), 1), MOST_LINES) + 1
        self.list.setFixedHeight(round(1.5 * lines * self.fontMetrics().height()))
        self._show_place()

    def _show_place(self) -> None:
        self.buttons.show_place(self.list.currentRow(), self.list.count())

    def _on_asked(self, change: str) -> None:
        count = self.list.count()
        place = count - 1 if change == "add" else self.list.currentRow()
        self.entry_changed.emit(self.path, change, place)
        if change in ("add", "copy") and self.list.count() > count:
            self.list.setCurrentRow(count if isinstance(self._steps[0], str) else place + 1)
            if change == "add":
                self._open()
        elif change in ("up", "down"):
            moved = place + (1 if change == "down" else -1)
            self.list.setCurrentRow(min(max(moved, 0), count - 1))

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self._on_asked("remove")

    def _open(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._steps):
            self.opened.emit((*self.path, self._steps[place]))
