"""The paint watch: tells when a window's pending changes have been painted."""

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class PaintWatch(QObject):
    """Watches one window until :meth:`stop`.

    ``painted(float)``: The window's pixels are up to date; the time in seconds as of
    :func:`perf_counter`.
    """

    painted = Signal(float)

    def __init__(self, window: QWidget) -> None:
        """Start to watch.

        ``window``: A top-level widget.
        """
        super().__init__()
        self._window = window
        self._is_inside = False
        window.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest or self._is_inside:
            return False
        # Handled here and not afterwards, because only then is it known when it is done.
        self._is_inside = True
        handled = watched.event(event)
        self._is_inside = False
        self.painted.emit(perf_counter())
        return handled
