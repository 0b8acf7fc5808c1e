"""Windows beside the main one: never modal, never larger than the screen."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from explorer.ui.widgets.scrolling import QuietScroll
from explorer.ui.window.window_size import ScreenFit, available_on


class SideWindow(QDialog):
    """A window whose contents stand on :attr:`page` and scroll where the screen is too small.

    ``grows``: Whether it becomes larger with its contents, as where text has become larger.
    """

    def __init__(self, parent: QWidget, *, grows: bool = True) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.page = QWidget()
        self._grows = grows
        self._left_at: QByteArray | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(QuietScroll(self.page))
        self.page.installEventFilter(self)
        self._screen_fit = ScreenFit(self)

    def _grow(self) -> None:
        wanted = self.size().expandedTo(self.page.sizeHint())
        wanted = wanted.boundedTo(available_on(self).size())
        if wanted != self.size():
            self.resize(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_other = watched is self.page and event.type() == QEvent.Type.LayoutRequest
        if is_other and self._grows and self.isVisible():
            self._grow()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard by Return too, whether it is an automatic default.

        None is where Return in a field must do nothing, and then Qt's buttons know Space only.
        """
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._left_at = self.saveGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        # Some window managers place what is shown again by its frame, and so ever lower.
        if self._left_at is not None and not event.spontaneous():
            self.restoreGeometry(self._left_at)
        super().showEvent(event)
