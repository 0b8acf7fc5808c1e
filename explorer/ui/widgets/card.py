"""A surface of its own for what belongs together."""

from PySide6.QtWidgets import QFrame, QWidget


class Card(QFrame):
    """A frame with round corners and some room inside, which the style sheet draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
