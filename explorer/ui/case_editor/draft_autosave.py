"""The autosave of the case editor: what is unsaved is kept a few seconds after it changed."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from explorer.files.case_drafts import keep_draft
from explorer.files.recovery import Session, start_session, sweep_sessions
from explorer.model.errors import FileError
from explorer.store.case_draft import CaseDraft
from explorer.ui.document.autosave import AUTOSAVE_MILLISECONDS

_log = logging.getLogger("explorer.files")


class DraftAutosave(QObject):
    """Keeps the draft of one editor for as long as something in it is unsaved."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Keep nothing until something changes."""
        super().__init__(parent)
        self._folder = folder
        self._session: Session | None = None
        self._draft: CaseDraft | None = None
        self._origin: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    def watch(self, draft: CaseDraft, origin: Path | None) -> None:
        """Follow the draft: a change is to be kept soon, what is saved need not be kept."""
        self._draft, self._origin = draft, origin
        if draft.has_changes:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
            if self._session is not None:
                self._session.forget()

    def keep(self) -> bool:
        """Keep the draft now; return whether it is safe."""
        self._timer.stop()
        if self._draft is None:
            return False
        try:
            if self._session is None:
                sweep_sessions(self._folder)
                self._session = start_session(self._folder)
            draft = self._draft
            now = datetime.now(UTC)
            keep_draft(self._session, draft.content, self._origin, now, draft.record)
        except FileError as error:
            _log.info("Draft not kept: %s", error)
            return False
        return True

    def leave(self) -> None:
        """Leave what is unsaved to be offered again."""
        if self.keep() and self._session is not None:
            self._session.leave()
            self._session = None
        self._draft = None

    def end(self) -> None:
        """End in good order: nothing is left to be offered."""
        self._timer.stop()
        if self._session is not None:
            self._session.end()
            self._session = None
        self._draft = None
