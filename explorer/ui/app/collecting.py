"""Collecting garbage on the window's thread only, while there is another thread."""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

INTERVAL_MILLISECONDS = 200
"""Between two looks at whether a collection is due."""


class Collector(QObject):
    """Keeps Python from collecting garbage on any other thread than its own.

    Python collects on whichever thread happens to make an object. Windows, timers and pictures
    often end in rings of references; one of them taken apart on another thread hangs or crashes
    Qt. So while anybody holds the collector, Python collects nothing by itself, and a timer of
    this thread does so instead, by the same thresholds.
    """

    def __init__(self, parent: QObject) -> None:
        """Begin without holders: Python collects by itself."""
        super().__init__(parent)
        self._holders = 0
        self._was_enabled = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(collect_due)

    def hold(self) -> None:
        """Collect on this thread only, until every holder has let go."""
        if not self._holders:
            self._was_enabled = gc.isenabled()
            gc.disable()
            self._timer.start()
        self._holders += 1

    def release(self) -> None:
        """Let go; the last holder gives the collection back to Python."""
        self._holders -= 1
        if not self._holders:
            self._timer.stop()
            if self._was_enabled:
                gc.enable()


def collector() -> Collector:
    """Return the one collector of the running application.

    Raises :class:`RuntimeError` when no application has been made.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application has been made yet")
    found = application.findChild(Collector)
    return Collector(application) if found is None else found


def collect_due() -> None:
    """Collect the oldest generation that has grown beyond its threshold, if any has."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counted) if count > most]
    if due:
        gc.collect(due[-1])
