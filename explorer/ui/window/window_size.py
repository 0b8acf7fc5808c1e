"""How large windows are: as large as they like, and never larger than the screen they are on."""

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SCREEN_SHARE = 0.9
"""How much of the screen a window beside the main one takes at most, in width and in height."""

FRAME_LINES = 2.0
"""How many lines of text a title bar is high at most, as long as the system has not made it."""


LARGE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
"""States in which the system says how large a window is."""


CHANGES = (
    QEvent.Type.Show,
    QEvent.Type.ScreenChangeInternal,
    QEvent.Type.WindowStateChange,
)
"""Events after which a window may have another screen, or another size on it."""


def fitted(wanted: QRect, available: QRect) -> QRect:
    """Return a rectangle moved, and cut where it must be, so that it lies within another."""
    size = wanted.size().boundedTo(available.size())
    left = max(available.left(), min(wanted.left(), available.right() + 1 - size.width()))
    top = max(available.top(), min(wanted.top(), available.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def available_on(window: QWidget) -> QRect:
    """Return where a window's contents can lie on its screen, the frame around them left out."""
    return window.screen().availableGeometry().marginsRemoved(frame_of(window))


def frame_of(window: QWidget) -> QMargins:
    """Return how wide the system's frame around a window is, or may be before it is shown."""
    if window.isFullScreen():
        return QMargins()
    inner, outer = window.geometry(), window.frameGeometry()
    known = QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    if not known.isNull():
        return known
    return QMargins(0, round(FRAME_LINES * window.fontMetrics().height()), 0, 0)


def size_on_screen(window: QWidget, width: float, height: float) -> QSize:
    """Return a size that fits on the screen.

    ``width``, ``height``: How large the window would like to be, in lines of its text.
    """
    line, available = window.fontMetrics().height(), available_on(window).size()
    return QSize(
        round(min(width * line, SCREEN_SHARE * available.width())),
        round(min(height * line, SCREEN_SHARE * available.height())),
    )


class ScreenFit(QObject):
    """Keeps a window within its screen: when shown, when moved to another, when that changes.

    Contents that have no room then must scroll: the window's smallest size gives way as well.
    """

    def __init__(self, window: QWidget, *, smallest: QSize | None = None) -> None:
        """Watch over a window.

        Parameters
        ----------
        window
            A window of its own; it owns this watch.
        smallest
            Below which size the hand cannot make the window; None for what its layout says.
        """
        super().__init__(window)
        self._window = window
        self._smallest = smallest
        self._is_released = False
        window.installEventFilter(self)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self.fit)
        self.fit()

    def release(self) -> None:
        """Leave the window as large as it is made: somebody asked for an exact size."""
        self._is_released = True

    def fit(self) -> None:
        """Make the window as small as its screen asks for; fetch it if it lies on none."""
        window, available = self._window, available_on(self._window)
        if self._smallest is not None:
            window.setMinimumSize(self._smallest.boundedTo(available.size()))
        if self._is_released or window.windowState() & LARGE:
            return
        place = fitted(window.geometry(), available)
        if place.size() != window.size():
            window.resize(place.size())
        # A window that hangs over an edge has been put there by hand, unless nothing is left.
        if window.isVisible() and not available.intersects(window.geometry()):
            window.move(place.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in CHANGES:
            self.fit()
        return super().eventFilter(watched, event)
