"""Windows beside the main one: never modal, never larger than the screen."""

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
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
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = QuietScroll(self.page)
        self._whole.addWidget(self._scroll)
        self.page.installEventFilter(self)
        self._screen_fit = ScreenFit(self)

    def add_foot(self, foot: QWidget) -> None:
        """Put what must stay in sight below what scrolls, such as the buttons of the window."""
        holder = QWidget()
        QVBoxLayout(holder).addWidget(foot)
        self._whole.addWidget(holder)

    def _grow(self) -> None:
        available = available_on(self).size()
        wanted = self.sizeHint()
        if wanted.height() > available.height():
            # What does not fit scrolls down, and the bar must not take its width away.
            wanted += QSize(self._scroll.verticalScrollBar().sizeHint().width(), 0)
        wanted = self.size().expandedTo(wanted).boundedTo(available)
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
        elif self._grows and not event.spontaneous():
            self._grow()
        super().showEvent(event)
