"""A guard that leaves the mouse wheel to the panel unless a widget has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Makes a widget ignore the wheel while it is not focused.

    In class a wheel that scrolls the panel must not silently change a value on its way. The guard
    also takes the focus by wheel away, which some systems give to number boxes.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop wheel events on the way to an unfocused widget and hand them to its parent."""
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
