"""The buttons of a list: add, copy, take away, move."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.model.wording import tr
from explorer.store.case_edits import EntryChange
from explorer.ui.widgets.wrapping_row import WrappingRow


class EntryButtons(WrappingRow):
    """Buttons in a row that wraps where there is no room.

    ``asked(str)``: Which change of an entry the hand asked for.
    """

    asked = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Serve a list of a name."""
        super().__init__(parent)
        words: dict[EntryChange, str] = {
            "add": tr("Add"),
            "copy": tr("Copy"),
            "remove": tr("Remove"),
            "up": tr("Up"),
            "down": tr("Down"),
        }
        self.buttons = {change: self._button(change, text, title) for change, text in words.items()}

    def show_place(self, place: int, count: int) -> None:
        """Offer what can be done with the entry at a place; -1 for none."""
        is_there = 0 <= place < count
        self.buttons["copy"].setEnabled(is_there)
        self.buttons["remove"].setEnabled(is_there)
        self.buttons["up"].setEnabled(is_there and place > 0)
        self.buttons["down"].setEnabled(is_there and place < count - 1)

    def _button(self, change: EntryChange, text: str, title: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(tr("{title}: {choice}", title=title, choice=text))
        button.setProperty("change", change)
        button.clicked.connect(self._on_clicked)
        self.row.addWidget(button)
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(str(button.property("change")))
