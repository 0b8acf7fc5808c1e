"""A field of several lines, which takes plain words and no more of them than it may hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextArea(QPlainTextEdit):
    """Plain words over several lines; Tab leaves it.

    ``typed(str)``: The hand changed the words; they are the first ``most`` letters.
    """

    typed = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """Take so many letters at most."""
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        # A file that is dropped on it belongs to the window behind, which opens it.
        self.setAcceptDrops(False)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show words, unless they stand there apart from blanks around them; emits nothing."""
        if text.strip() != self.toPlainText().strip():
            was_blocked = self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(was_blocked)

    def _on_changed(self) -> None:
        text = self.toPlainText()
        if len(text) > self._most:
            self.show_text(text[: self._most])
        self.typed.emit(text[: self._most])
