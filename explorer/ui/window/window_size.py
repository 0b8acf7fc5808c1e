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

PLACED = (QEvent.Type.Move, QEvent.Type.Resize)
"""Events with which the system puts a window into its frame, or into another one."""


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
    known = known_frame(window)
    if not known.isNull():
        return known
    return QMargins(0, round(FRAME_LINES * window.fontMetrics().height()), 0, 0)


def known_frame(window: QWidget) -> QMargins:
    """Return how wide the system's frame around a window is, nothing as long as it has none."""
    inner, outer = window.geometry(), window.frameGeometry()
    return QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )


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

    So it does when the system puts a frame around it, which is known only then. Contents that have
    no room must scroll: the window's smallest size gives way as well.
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
        self._frame = QMargins()
        window.installEventFilter(self)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self.fit)
        self.fit()

    def release(self) -> None:
        """Leave the window as large as it is made: somebody asked for an exact size.

        Only where it would fit the screen but for its frame, the frame is taken off.
        """
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
            self._move_to(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() in CHANGES:
                self.fit()
            elif event.type() in PLACED:
                self._take_frame()
        return super().eventFilter(watched, event)

    def _take_frame(self) -> None:
        """Make room for another frame than the last one; no hand put the window where it is."""
        window, frame = self._window, known_frame(self._window)
        if frame == self._frame or not window.isVisible() or window.windowState() & LARGE:
            return
        self._frame = frame
        if self._is_released and not _has_room(window):
            return
        place = fitted(window.geometry(), available_on(window))
        if place != window.geometry():
            window.resize(place.size())
            self._move_to(place)

    def _move_to(self, place: QRect) -> None:
        """Put the contents of the window at a place; Qt moves windows by their frames."""
        frame = known_frame(self._window)
        self._window.move(place.left() - frame.left(), place.top() - frame.top())


def _has_room(window: QWidget) -> bool:
    """Return whether a window would fit its screen without a frame."""
    available = window.screen().availableGeometry().size()
    return window.size().boundedTo(available) == window.size()
