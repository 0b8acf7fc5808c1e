"""Keys of the editor: they undo in the case, whatever field has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

Keys = QKeySequence.StandardKey

KEYS: dict[Keys, str] = {Keys.Undo: "undo", Keys.Redo: "redo", Keys.Save: "save"}


class EditorKeys(QObject):
    """Takes the keys for undo, redo and save before fields and the main window do.

    ``pressed(str)``: What they ask for.
    """

    pressed = Signal(str)

    def watch(self, part: QWidget) -> None:
        """Listen to a part: a window, or a field that has such keys of its own."""
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            wish = next((wish for keys, wish in KEYS.items() if event.matches(keys)), None)
            if wish is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if wish is not None and event.type() == QEvent.Type.KeyPress:
                self.pressed.emit(wish)
                return True
        return super().eventFilter(watched, event)
