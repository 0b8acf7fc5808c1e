"""A list of clickable entries that are made once and shown again and again."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.ui.panels.entry_button import EntryButton


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says, and the key it answers with when it is clicked."""

    key: str
    title: str
    detail: str


class EntryList(QWidget):
    """Entries below each other; ``chosen`` carries the key of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_beside: bool = False) -> None:
        super().__init__(parent)
        self._is_beside = is_beside
        self._buttons: list[EntryButton] = []
        self._keys: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_entries(self, entries: tuple[Entry, ...], *, is_steady: bool = False) -> None:
        """Show entries in place of those that stand there.

        ``is_steady``: Whether entries that stand there already keep their order, as they do in any
        case while the pointer is on the list.
        """
        if is_steady or self.underMouse():
            places = {key: place for place, key in enumerate(self._keys)}
            entries = tuple(sorted(entries, key=lambda each: places.get(each.key, len(places))))
        self._keys = tuple(entry.key for entry in entries)
        while len(self._buttons) < len(entries):
            self._buttons.append(self._new_button())
        for button, entry in zip(self._buttons, entries, strict=False):
            button.show_entry(entry.key, entry.title, entry.detail, is_beside=self._is_beside)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(entries))
        self.setVisible(bool(entries))

    def _new_button(self) -> EntryButton:
        button = EntryButton(self)
        button.chosen.connect(self.chosen)
        self._column.addWidget(button)
        return button
