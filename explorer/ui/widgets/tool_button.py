"""A tool button that Enter presses as Space does, as people expect of every button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

PRESSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ToolButton(QToolButton):
    """Qt's tool button, pressed by Enter as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESSING_KEYS and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
