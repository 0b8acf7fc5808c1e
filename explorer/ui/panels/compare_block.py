"""The block of comparing: what is compared with, and the pins with their notes and menus."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.model.pin import Pin, Pins, pin_at
from explorer.model.wording import tr
from explorer.ui.look.theme import set_strong
from explorer.ui.look.themed import TextSized
from explorer.ui.look.typography import PanelLabel, Rank
from explorer.ui.widgets.drop_down import DropDown
from explorer.ui.widgets.label import Label
from explorer.ui.widgets.menu_button import MenuButton
from explorer.ui.widgets.text_field import TextField

Entries = tuple[tuple[str, str], ...]


class PinRow(TextSized, QWidget):
    """One pin: its letter, a box for its note, and a menu.

    Signals
    -------
    noted(str, str)
        The hand wrote a note: the letter and the text.
    asked(str, str)
        The hand chose from the menu: the action's key and the letter.
    """

    noted = Signal(str, str)
    asked = Signal(str, str)

    def __init__(
        self, letter: str, actions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letter = letter
        self._label = Label(letter)
        bold = self._label.font()
        set_strong(bold)
        self._label.setFont(bold)
        self.note = TextField()
        self.note.setAccessibleName(tr("Note on pin {letter}", letter=letter))
        self.note.textEdited.connect(self._on_noted)
        self._label.setBuddy(self.note)
        self.menu = QMenu(self)
        for key, words in actions.items():
            self.menu.addAction(words.format(letter=letter)).setData(key)
        self.menu.triggered.connect(self._on_asked)
        self.button = MenuButton(self.menu)
        self.button.setText("\N{MIDLINE HORIZONTAL ELLIPSIS}")
        self.button.setAccessibleName(tr("What to do with pin {letter}", letter=letter))
        self.button.setToolTip(self.button.accessibleName())
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._label)
        room.addWidget(self.note, 1)
        room.addWidget(self.button)

    def show_pin(self, pin: Pin) -> None:
        """Show a pin; emits nothing."""
        if self.note.text() != pin.note:
            self.note.setText(pin.note)
        if self.note.placeholderText() != pin.scenario.name:
            self.note.setPlaceholderText(pin.scenario.name)
            self.note.setAccessibleDescription(pin.scenario.name)

    def _on_noted(self, text: str) -> None:
        self.noted.emit(self._letter, text)

    def _on_asked(self, action: QAction) -> None:
        self.asked.emit(str(action.data()), self._letter)

    def follow_text_size(self) -> None:
        """Keep the letter bold at every text size."""
        bold = self.font()
        set_strong(bold)
        self._label.setFont(bold)


class CompareBlock(QWidget):
    """What the picture is compared with, and the pins.

    Signals
    -------
    against_chosen(str)
        The hand chose what to compare with, by the value of its entry.
    noted(str, str), asked(str, str)
        As of :class:`PinRow`.
    """

    against_chosen = Signal(str)
    noted = Signal(str, str)
    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Entries = ()
        self._rows: dict[str, PinRow] = {}
        self._label = PanelLabel(Rank.STRONG, tr("Compared with"), self)
        self.against = DropDown()
        self.against.setAccessibleName(tr("Compared with"))
        self.against.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.against.setMinimumContentsLength(8)
        self.against.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.against.activated.connect(self._choose)
        self._empty = PanelLabel(Rank.BODY, "", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, self.against, self._empty):
            self._column.addWidget(part)
        self.hide()

    def show_against(self, entries: Entries, chosen: str) -> None:
        """Show what can be compared with, as values and words, and what is; emits nothing."""
        blocker = QSignalBlocker(self.against)
        if entries != self._entries:
            self._entries = entries
            self.against.clear()
            for value, words in entries:
                self.against.add_choice(words, value)
        self.against.setCurrentIndex(self.against.findData(chosen))
        blocker.unblock()

    def show_pins(self, pins: Pins, actions: Mapping[str, str], *, empty: str) -> None:
        """Show the pins with what can be done with each, or what to do without any."""
        for pin in pins:
            if pin.letter not in self._rows:
                self._add_row(pin.letter, actions)
            self._rows[pin.letter].show_pin(pin)
        for letter, row in self._rows.items():
            row.setVisible(pin_at(pins, letter) is not None)
        self._empty.show_text(empty)
        self._empty.setVisible(not pins)

    def row(self, letter: str) -> PinRow:
        """Return the row of a pin; :class:`KeyError` if it was never shown."""
        return self._rows[letter]

    def _add_row(self, letter: str, actions: Mapping[str, str]) -> None:
        row = PinRow(letter, actions, self)
        row.noted.connect(self.noted)
        row.asked.connect(self.asked)
        self._rows[letter] = row
        before = sum(known < letter for known in self._rows)
        self._column.insertWidget(2 + before, row)

    def _choose(self, place: int) -> None:
        self.against_chosen.emit(self._entries[place][0])
