"""Dragging a picture out of the window, into a slide, a letter or a folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QDrag, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

PICTURE_AT_HAND = QSize(240, 135)
"""How large the picture is that hangs at the pointer."""

DRAGGING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With either key, a drag on the picture itself takes it along; without, it pans."""


class DragOut(QObject):
    """Starts a drag of a picture where the hand pulls at its header, or at it with Ctrl or Alt.

    ``data``: Returns what is dragged, with its files in a folder.
    """

    def __init__(self, frame: QWidget, data: Callable[[Path], QMimeData]) -> None:
        super().__init__(frame)
        self._data = data
        self._start: QPoint | None = None
        self._free: set[QObject] = set()
        self._folder: QTemporaryDir | None = None

    def watch_header(self, header: QWidget) -> None:
        """Listen to a part whose free room is pulled without any key."""
        self._free.add(header)
        header.installEventFilter(self)
        header.setCursor(Qt.CursorShape.OpenHandCursor)

    def watch_picture(self, picture: QWidget) -> None:
        """Listen to a picture and all that lies in it."""
        for part in (picture, *picture.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        place = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            is_meant = watched in self._free or bool(event.modifiers() & DRAGGING)
            is_left = event.button() == Qt.MouseButton.LeftButton
            self._start = place if is_left and is_meant else None
            return self._start is not None and watched not in self._free
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._start = None
        if self._start is None or event.type() != QEvent.Type.MouseMove:
            return False
        if (place - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._start = None
            self.drag().exec(Qt.DropAction.CopyAction)
        return True

    def drag(self) -> QDrag:
        """Return the drag of the picture as it is now; its files go with the next one."""
        self._folder = QTemporaryDir()
        data = self._data(Path(self._folder.path()))
        drag = QDrag(self.parent())
        drag.setMimeData(data)
        image = QImage.fromData(data.data("image/png"))
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        drag.setPixmap(QPixmap.fromImage(image.scaled(PICTURE_AT_HAND, keep, smooth)))
        return drag
