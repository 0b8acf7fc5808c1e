"""The row of the toolbar: icons beside words, or icons alone where the words have no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.ui.look.themed import Themed
from explorer.ui.widgets.wrapping_row import WrappingRow

Styles = Qt.ToolButtonStyle


class ToolRow(Themed, WrappingRow):
    """A row that first gives up the words beside icons, and only then a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worded: list[QToolButton] = []
        self._is_terse = False

    def add_worded(self, button: QToolButton) -> None:
        """Add a button with an icon, whose words may go."""
        self._worded.append(button)
        self._dress(button)
        self.row.addWidget(button)

    def follow_look(self) -> None:
        """Judge anew what has room."""
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        spared = sum(metrics.horizontalAdvance(each.text() + "m") for each in self._worded)
        wanted = self.row.sizeHint().width() + (spared if self._is_terse else 0)
        is_terse = wanted > self.width()
        if is_terse != self._is_terse:
            self._is_terse = is_terse
            for button in self._worded:
                self._dress(button)

    def _dress(self, button: QToolButton) -> None:
        style = Styles.ToolButtonIconOnly if self._is_terse else Styles.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
