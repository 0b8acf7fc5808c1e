"""The label that all labels of the program are: its words are plain text, whatever they hold."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """Plain words.

    A label of Qt guesses whether its words are markup, and a text of a case that looks like it
    would load pictures from the disk.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
