"""The pointer before a room: it goes away while it rests."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

REST_MILLISECONDS = 2500
"""How long the pointer rests before it goes."""


class PointerRest(QObject):
    """Hides the pointer over a window after some rest; moving brings it back."""

    def __init__(self, window: QWidget) -> None:
        """Watch over a window and what stands in it."""
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MILLISECONDS)
        self._timer.timeout.connect(self.hide)

    def watch(self, part: QWidget) -> None:
        """Notice when the pointer moves over a part of the window."""
        part.setMouseTracking(True)
        part.installEventFilter(self)

    def hide(self) -> None:
        """Hide the pointer now."""
        self._window.setCursor(Qt.CursorShape.BlankCursor)

    def show(self) -> None:
        """Bring the pointer back for a while."""
        self._window.unsetCursor()
        self._timer.start()

    def stop(self) -> None:
        """Leave the pointer as it is from now on."""
        self._timer.stop()
        self._window.unsetCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self.show()
        return super().eventFilter(watched, event)
