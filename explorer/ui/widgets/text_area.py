"""A field of several lines, which takes plain words and no more of them than it may hold."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from explorer.ui.widgets.dropping import copy_only


class TextArea(QPlainTextEdit):
    """Plain words over several lines; Tab leaves it.

    A file that is dropped on it belongs to the window behind, which opens it.

    ``typed(str)``: The hand changed the words; they are the first ``most`` letters.
    """

    typed = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """Take so many letters at most."""
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show words, unless they stand there apart from blanks around them; emits nothing."""
        if text.strip() != self.toPlainText().strip():
            was_blocked = self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(was_blocked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
            return
        super().dragEnterEvent(event)
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._answer(event)

    def _answer(self, event: QDropEvent) -> None:
        # Inside the field itself, dragging moves words from one place to another.
        if event.isAccepted() and event.source() is not self.viewport():
            copy_only(event)

    def _on_changed(self) -> None:
        text = self.toPlainText()
        if len(text) > self._most:
            place = min(self.textCursor().position(), self._most)
            self.show_text(text[: self._most])
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)
        self.typed.emit(text[: self._most])
