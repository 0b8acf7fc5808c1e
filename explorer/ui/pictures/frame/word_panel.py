"""A small panel of words under a picture, there only when it has something to say."""

from PySide6.QtWidgets import QWidget

from explorer.ui.look.long_words import breakable, unbroken
from explorer.ui.widgets.label import Label


class WordPanel(Label):
    """Words that wrap, on a quiet ground; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setProperty("words", True)
        self.setVisible(False)

    def show_words(self, words: str) -> None:
        """Show words, or nothing at all for empty ones."""
        if words != self.text():
            self.setText(breakable(words))
            self.setAccessibleName(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """Return the words, without the places at which long ones may be broken."""
        return unbroken(super().text())
