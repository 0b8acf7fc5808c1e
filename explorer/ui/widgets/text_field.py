"""A line to type into, which takes words that are dragged to it and never files."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from explorer.model.wording import tr
from explorer.ui.widgets.dropping import copy_only
from explorer.ui.widgets.measure import target_side


class TextField(QLineEdit):
    """A field that copies what is dropped on it from elsewhere.

    A file belongs to the window behind the field, which opens it. A source that offered to move
    its words must not lose them.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the button that clears the field, which Qt has, large enough to hit."""
        super().resizeEvent(event)
        side = target_side(self.fontMetrics())
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear"))
            place = QRect(0, 0, side, min(side, self.height()))
            place.moveCenter(button.geometry().center())
            place.moveRight(min(place.right(), self.width() - 1))
            button.setGeometry(place)

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
