"""A box for a whole number that is written alike in every locale."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """Shows the digits that the rest of the window shows, and takes those of every script.

    A box of Qt writes the digits of the system's locale: under an Arabic one, numbers would
    stand in two scripts side by side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit of any script for the Latin one of its value."""
        typed = event.text()
        if typed.isdecimal() and not typed.isascii():
            latin = "".join(str(int(digit)) for digit in typed)
            event = QKeyEvent(event.type(), event.key(), event.modifiers(), latin)
        super().keyPressEvent(event)
