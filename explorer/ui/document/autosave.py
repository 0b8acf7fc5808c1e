"""The autosave: what is unsaved is kept a few seconds after it changed, in case of a crash."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.files.document_text import Document
from explorer.files.recovery import Session, start_session, sweep_sessions
from explorer.files.stamp import Stamp
from explorer.model.errors import FileError
from explorer.store.state import State

AUTOSAVE_MILLISECONDS = 3000
"""How long an edit may wait until it is kept."""

_log = logging.getLogger("explorer.files")


class Autosave(QObject):
    """Keeps the state of one window for as long as something in it is unsaved.

    Signals
    -------
    due()
        There is something to keep.
    trouble_changed(str)
        Why it cannot be kept, in words; empty when it can be kept again.
    """

    due = Signal()
    trouble_changed = Signal(str)

    def __init__(self, folder: Path) -> None:
        """Keep nothing until :meth:`start`."""
        super().__init__()
        self._folder = folder
        self._session: Session | None = None
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MILLISECONDS)
        self._timer.timeout.connect(self.due)

    def start(self) -> None:
        """Sweep what killed programs left, and begin a session that others know to be alive."""
        sweep_sessions(self._folder)
        try:
            self._session = start_session(self._folder)
        except FileError as error:
            self._show_trouble(str(error))

    def watch(self, old: State, new: State) -> None:
        """Follow the state: an edit is to be kept soon, what is saved need not be kept."""
        # The time runs from the first edit, so that a drag that never rests is kept too.
        if new.snapshot is not old.snapshot and not new.is_saved and not self._timer.isActive():
            self._timer.start()
        if new.is_saved and not old.is_saved:
            self._timer.stop()
            if self._session is not None:
                self._session.forget()

    def keep(self, document: Document, origin: Path | None, stamp: Stamp | None) -> bool:
        """Keep a document, with its file and what that held; return whether it is safe now."""
        if self._session is None:
            return False
        try:
            self._session.autosave(document, origin, datetime.now(UTC), stamp)
        except FileError as error:
            self._show_trouble(str(error))
            return False
        self._show_trouble("")
        return True

    def end(self) -> None:
        """End in good order: nothing is left to recover."""
        self._timer.stop()
        if self._session is not None:
            self._session.end()
            self._session = None

    def _show_trouble(self, trouble: str) -> None:
        if trouble:
            _log.info("Not autosaved: %s", trouble)
        if trouble != self._trouble:
            self._trouble = trouble
            self.trouble_changed.emit(trouble)
