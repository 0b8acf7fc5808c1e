"""The stale watch: tells when an answer has been missing for so long that it must be seen."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.store.state import State

STALE_MILLISECONDS = 150
"""How long an answer may be missing before the pictures are drawn paler."""


class StaleWatch(QObject):
    """Waits for late answers.

    ``stale_changed(bool)``: Whether the answer is late.
    """

    stale_changed = Signal(bool)

    def __init__(self) -> None:
        """Begin with an answer that is not late."""
        super().__init__()
        self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STALE_MILLISECONDS)
        self._timer.timeout.connect(self._tell_late)

    def follow(self, state: State) -> None:
        """Take over whether a state waits for its answer."""
        if state.is_stale and not self._timer.isActive() and not self._is_stale:
            self._timer.start()
        if not state.is_stale:
            self._timer.stop()
            if self._is_stale:
                self._set_stale(is_stale=False)

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _tell_late(self) -> None:
        self._set_stale(is_stale=True)

    def _set_stale(self, *, is_stale: bool) -> None:
        self._is_stale = is_stale
        self.stale_changed.emit(is_stale)
