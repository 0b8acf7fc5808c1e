"""The document session: which file is open, what is unsaved, and what a crash left behind."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.files.case_file import read_case
from explorer.files.document import document_kind, read_document, refuses_overwrite, write_document
from explorer.files.document_text import Document, OpenedDocument
from explorer.files.recovery import (
    LeftSession,
    Session,
    discard,
    recoverable_sessions,
    start_session,
)
from explorer.files.result_record import saved_results
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError
from explorer.model.scenario import preset_scenario
from explorer.model.wording import tr
from explorer.store.state import Snapshot, State
from explorer.store.store import Store
from explorer.ui.dialogs import DOCUMENT_SUFFIX, Dialogs
from explorer.ui.document_words import opened_message, recovery_message
from explorer.ui.message_bar import Message
from explorer.ui.settings_keeper import SettingsKeeper

AUTOSAVE_MILLISECONDS = 3000
"""How long after the last edit the session is kept in case of a crash."""

_log = logging.getLogger("explorer.files")


def first_snapshot(case: Case) -> Snapshot:
    """Return what a new document of a case starts with."""
    start = preset_scenario(case, case.default_preset)
    return Snapshot(start, start, preset_scenario(case, case.baseline_preset))


class DocumentSession(QObject):
    """Opens and saves documents for one window.

    Signals
    -------
    file_changed()
        Another file is open, or the same under another name.
    message_ready(object)
        A :class:`~explorer.ui.message_bar.Message` to show above the pictures.
    document_opened()
        Settings of a document, a case or a broken-off session are on screen now.
    """

    file_changed = Signal()
    message_ready = Signal(object)
    document_opened = Signal()

    def __init__(
        self,
        store: Store,
        settings: SettingsKeeper,
        *,
        dialogs: Dialogs,
        sessions: Path,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Begin with a document that has no file.

        Parameters
        ----------
        store
            Whose snapshot is opened and saved.
        settings
            Where recent files are remembered.
        dialogs
            How to ask.
        sessions
            The folder of autosaves.
        now
            The local time.
        """
        super().__init__()
        self._store = store
        self._settings = settings
        self._dialogs = dialogs
        self._folder = sessions
        self._now = now
        self._path: Path | None = None
        self._unknown: Mapping[str, object] = {}
        self._left: list[LeftSession] = []
        self._session: Session | None = None
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MILLISECONDS)
        self._timer.timeout.connect(self.autosave)
        store.subscribe(self._on_state)

    @property
    def path(self) -> Path | None:
        """The file that is open, or None for a document that has none yet."""
        return self._path

    @property
    def name(self) -> str:
        """What to call the document."""
        return self._path.stem if self._path else self._store.state.scenario.name

    def start(self) -> None:
        """Offer what a crash left, and keep this session from now on."""
        left, notes = recoverable_sessions(self._folder)
        self._left = list(left)
        try:
            self._session = start_session(self._folder)
        except FileError as error:
            _log.info("No autosave: %s", error)
            notes = (*notes, str(error))
        if notes:
            self.message_ready.emit(Message("\n".join(notes)))
        self._offer_recovery()

    def end(self) -> None:
        """End in good order: nothing is left to recover."""
        self._timer.stop()
        if self._session is not None:
            self._session.end()
            self._session = None

    def new(self) -> None:
        """Start again from the case's first preset."""
        if self.may_leave():
            self._take(first_snapshot(self._store.state.scenario.case), None)

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self._dialogs.path_to_open(self._usual_folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a document or a case file; say what is wrong if that fails.

        Returns
        -------
        bool
            Whether it is open now.
        """
        if not self.may_leave():
            return False
        try:
            if document_kind(path) == "case":
                case = read_case(path)
                self._take(first_snapshot(case), None)
                return True
            opened = read_document(path)
            self._open(opened, path)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
            if not path.exists():
                self._settings.replace(self._settings.now.without_recent(path))
            return False
        self._settings.replace(self._settings.now.with_recent(path))
        return True

    def save(self) -> bool:
        """Save into the open file, or ask for one; return whether everything is saved."""
        return self.save_as() if self._path is None else self._save_to(self._path)

    def save_as(self) -> bool:
        """Ask for a file and save into it; return whether everything is saved."""
        path = self._dialogs.path_to_save(self._usual_folder() / f"{self.name}{DOCUMENT_SUFFIX}")
        return path is not None and self._save_to(path)

    def may_leave(self) -> bool:
        """Ask about unsaved changes, if there are any; return whether to go on."""
        self._store.end_gesture()
        if self._store.state.is_saved:
            return True
        answer = self._dialogs.wish_for_changes(self.name)
        return self.save() if answer == "save" else answer == "discard"

    def answer(self, answer: str) -> None:
        """Do what was chosen in the message bar."""
        if answer not in ("recover", "discard") or not self._left:
            return
        session = self._left.pop(0)
        if answer == "recover":
            if not self.may_leave():
                self._left.insert(0, session)
                return
            self._open(session.opened, session.origin, is_saved=False)
            self.autosave()
        discard(session)
        self._offer_recovery()

    def autosave(self) -> None:
        """Keep the present state in case of a crash, if anything is unsaved."""
        if self._session is None or self._store.state.is_saved:
            return
        try:
            self._session.autosave(self._document(), self._path, self._now())
        except FileError as error:
            _log.info("Not autosaved: %s", error)

    def _on_state(self, old: State, new: State) -> None:
        if new.snapshot is not old.snapshot and not new.is_saved:
            self._timer.start()
        if new.is_saved and not old.is_saved:
            self._timer.stop()
            if self._session is not None:
                self._session.forget()

    def _offer_recovery(self) -> None:
        if self._left:
            self.message_ready.emit(recovery_message(self._left[0]))

    def _open(self, opened: OpenedDocument, path: Path | None, *, is_saved: bool = True) -> None:
        document = opened.document
        snapshot = Snapshot(
            document.scenario, document.loaded, document.baseline, notes=document.notes
        )
        self._take(snapshot, path, unknown=document.unknown, is_saved=is_saved)
        message = opened_message(opened, self._store.state, self.name)
        if message is not None:
            self.message_ready.emit(message)

    def _take(
        self,
        snapshot: Snapshot,
        path: Path | None,
        *,
        unknown: Mapping[str, object] | None = None,
        is_saved: bool = True,
    ) -> None:
        self._path = path
        self._unknown = unknown if unknown is not None else {}
        self._store.open(snapshot, is_saved=is_saved)
        self.file_changed.emit()
        self.document_opened.emit()

    def _save_to(self, path: Path) -> bool:
        reason = refuses_overwrite(path)
        if reason is not None:
            self._dialogs.tell_error(tr("Not saved"), reason)
            return self.save_as()
        try:
            write_document(path, self._document())
        except FileError as error:
            self._dialogs.tell_error(tr("Not saved"), str(error))
            return False
        self._path = path
        self._store.mark_saved()
        self._settings.replace(self._settings.now.with_recent(path))
        self.file_changed.emit()
        return True

    def _document(self) -> Document:
        state = self._store.state
        return Document(
            scenario=state.scenario,
            loaded=state.loaded,
            baseline=state.baseline,
            notes=state.notes,
            results=None if state.is_stale else saved_results(state.result),
            unknown=self._unknown,
        )

    def _usual_folder(self) -> Path:
        if self._path is not None:
            return self._path.parent
        recent = self._settings.now.recent_files
        return Path(recent[0]).parent if recent else Path.home()
