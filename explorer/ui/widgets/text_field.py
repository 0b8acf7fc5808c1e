"""A line to type into, which takes words that are dragged to it and never files."""

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit

from explorer.ui.widgets.dropping import copy_only


class TextField(QLineEdit):
    """A field that copies what is dropped on it from elsewhere.

    A file belongs to the window behind the field, which opens it. A source that offered to move
    its words must not lose them.
    """

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
        if event.isAccepted() and event.source() is not self:
            copy_only(event)
