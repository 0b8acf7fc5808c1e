"""The crash hook: an error that nobody expected is logged and shown, and the program goes on."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger("explorer.ui")


class CrashHook(QObject):
    """Catches what no other code caught, on any thread, and tells it on the main thread.

    ``crashed(str)``: The error with its origin, for a dialog; always on the thread that made the
    hook.
    """

    crashed = Signal(str)
    _caught = Signal(str)

    def __init__(self) -> None:
        """Stand in for Python's hooks until :meth:`remove`."""
        super().__init__()
        self._old_hook = sys.excepthook
        self._old_thread_hook = threading.excepthook
        self._caught.connect(self.crashed, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread

    def remove(self) -> None:
        """Put Python's own hooks back."""
        sys.excepthook = self._old_hook
        threading.excepthook = self._old_thread_hook

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._old_hook(kind, error, trace)
            return
        _log.critical("Unexpected error", exc_info=(kind, error, trace))
        self._caught.emit("".join(traceback.format_exception(kind, error, trace)))

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        error = caught.exc_value if caught.exc_value is not None else caught.exc_type()
        self._catch(caught.exc_type, error, caught.exc_traceback)
