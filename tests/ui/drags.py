"""Drags over a widget, with Shift held: whatever proposes them proposes to move."""

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
BUTTON, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def entered(widget: QWidget, data: QMimeData, offered: Qt.DropAction) -> QDragEnterEvent:
    """Drag over a widget."""
    # Newer bindings want a point of fractions, which older ones do not take.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        event = QDragEnterEvent(QPoint(2, 2), offered, data, BUTTON, SHIFT)
    assert event.proposedAction() == MOVE
    event.ignore()
    widget.dragEnterEvent(event)
    return event


def dropped(widget: QWidget, data: QMimeData, offered: Qt.DropAction) -> QDropEvent:
    """Drop on a widget."""
    event = QDropEvent(QPointF(2, 2), offered, data, BUTTON, SHIFT)
    event.ignore()
    widget.dropEvent(event)
    return event
