"""A box that opens a list of choices and keeps still under a passing wheel."""

from PySide6.QtWidgets import QComboBox, QWidget

from explorer.ui.widgets.wheel_guard import WheelGuard


class DropDown(QComboBox):
    """A box of choices that the wheel changes only while it has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guard = WheelGuard(self)
