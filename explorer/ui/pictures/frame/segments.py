"""Segments: a choice whose few entries all stand side by side, one of them pressed."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from explorer.figures.choice import Choice
from explorer.ui.look.foreign_text import button_text
from explorer.ui.look.theme import set_strong

MOST_SEGMENTS = 5
"""How many entries a choice has at most whose entries all stand side by side."""


class _Segment(QToolButton):
    """A button that has room for its words in bold, as they are while it is pressed."""

    def sizeHint(self) -> QSize:
        hint, bold = super().sizeHint(), self.font()
        plain = self.fontMetrics().horizontalAdvance(self.text())
        set_strong(bold)
        spare = QFontMetrics(bold).horizontalAdvance(self.text()) - plain
        return QSize(hint.width() + max(0, spare), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QWidget):
    """One button for each entry of a choice; the chosen one stays down.

    ``made(str, str)``: The hand chose an entry: the choice's id and the entry's value.
    """

    made = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._group = QButtonGroup(self)
        # Assistive technology toggles without a click.
        self._group.idToggled.connect(self._choose)
        self._entries: tuple[tuple[str, str], ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_choice(self, choice: Choice) -> None:
        """Show what can be chosen and what is; emits nothing."""
        self._id = choice.id
        if choice.entries != self._entries:
            self._entries = choice.entries
            self._fill(choice)
        values = [value for value, _ in choice.entries]
        button = self._group.button(values.index(choice.chosen))
        if not button.isChecked():
            blocker = QSignalBlocker(self._group)
            button.setChecked(True)
            blocker.unblock()
        # Tab comes to the chosen one, and arrow keys go on from there, as Qt has it once a button
        # of a group has had the keyboard.
        policies = Qt.FocusPolicy
        for each in self._group.buttons():
            each.setFocusPolicy(policies.StrongFocus if each is button else policies.ClickFocus)

    def minimumSizeHint(self) -> QSize:
        """Return no width: whoever has too little room for it shows a box in its place."""
        return QSize(0, super().minimumSizeHint().height())

    def _fill(self, choice: Choice) -> None:
        """Make the buttons anew."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, (_, words) in enumerate(choice.entries):
            button = _Segment(self)
            # Within a group it changes only what assistive technology calls the button.
            button.setAutoExclusive(True)
            button.setText(button_text(words))
            button.setAccessibleName(words)
            button.setAccessibleDescription(choice.label)
            button.setCheckable(True)
            button.setAutoRaise(True)
            self._group.addButton(button, number)
            self._row.addWidget(button)
            # Its width is asked for at once.
            button.ensurePolished()

    def _choose(self, place: int, is_on: bool) -> None:
        if is_on:
            self.made.emit(self._id, self._entries[place][0])
