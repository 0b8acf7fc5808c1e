"""Files that the system hands over as events, as the Mac's Finder does, even before a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileEvents(QObject):
    """Listens to the application; what comes before :meth:`deliver` waits.

    ``file_handed_over(object)``: A :class:`~pathlib.Path` to open.
    """

    file_handed_over = Signal(object)

    def __init__(self, application: QObject) -> None:
        """Listen from now on."""
        super().__init__(application)
        self._is_delivering = False
        self._waiting: list[Path] = []
        application.installEventFilter(self)

    def deliver(self) -> None:
        """Hand over what has waited, and from now on each file at once."""
        self._is_delivering = True
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            self.file_handed_over.emit(path)

    def stop(self) -> None:
        """Listen no more."""
        # The parent is not held in an attribute: a child that drops the last reference to its
        # parent while it is being deleted is deleted by the parent a second time.
        self.parent().removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.type() == QEvent.Type.FileOpen:
            path = Path(event.file())
            if self._is_delivering:
                self.file_handed_over.emit(path)
            else:
                self._waiting.append(path)
            return True
        return super().eventFilter(watched, event)
