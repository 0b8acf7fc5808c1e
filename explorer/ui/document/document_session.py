"""The document session: which file is open, what is unsaved, and what a crash left behind."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.classroom.lesson.progress import is_as_opened, opened_lesson, scenario_at
from explorer.files.case_beside import read_case_beside
from explorer.files.clock import Clock, today
from explorer.files.document import (
    document_kind,
    document_problems,
    read_document,
    refuses_overwrite,
    write_document,
)
from explorer.files.document_text import Document, OpenedDocument
from explorer.files.draft import sweep_drafts
from explorer.files.lesson_file import lesson_case, read_lesson
from explorer.files.places import home_folder
from explorer.files.recovery import LeftSession, discard, recoverable_sessions
from explorer.files.stamp import Stamp, file_stamp
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.errors import ExplorerError, FileError
from explorer.model.lesson import Lesson
from explorer.model.level import FIRST_LEVEL, Level
from explorer.model.scenario import Scenario
from explorer.model.wording import tr
from explorer.store.state import Snapshot, State
from explorer.store.store import Store
from explorer.ui.app.settings_keeper import SettingsKeeper
from explorer.ui.document.autosave import Autosave
from explorer.ui.document.document_snapshot import (
    document_of,
    first_snapshot,
    is_untouched,
    snapshot_at,
    snapshot_of,
)
from explorer.ui.document.document_words import (
    autosave_message,
    file_name,
    opened_message,
    partial_words,
    recovery_message,
)
from explorer.ui.window.dialogs import DOCUMENT_SUFFIX, Dialogs
from explorer.ui.window.message_bar import Message


class DocumentSession(QObject):
    """Opens and saves documents for one window; ``level`` is what the document remembers of it.

    Signals
    -------
    file_changed()
        Another file is open, or the same under another name.
    message_ready(object)
        A :class:`~explorer.ui.window.message_bar.Message` to show above the pictures.
    told(str)
        What was done, in words.
    document_opened()
        Settings of a document, a case or a broken-off session are on screen now.
    """

    file_changed = Signal()
    told = Signal(str)
    message_ready = Signal(object)
    document_opened = Signal()

    def __init__(
        self,
        store: Store,
        settings: SettingsKeeper,
        *,
        dialogs: Dialogs,
        sessions: Path,
        clock: Clock = today,
    ) -> None:
        """Begin with a document that has no file."""
        super().__init__()
        self._clock = clock
        self._lesson: Lesson | None = None
        self._store = store
        self._settings = settings
        self._dialogs = dialogs
        self.folder = sessions
        self._path: Path | None = None
        self._stamp: Stamp | None = None
        self._is_whole = True
        self._unknown: Mapping[str, object] = {}
        self._left: list[LeftSession] = []
        self.level: Level = FIRST_LEVEL
        self._autosave = Autosave(sessions)
        self._autosave.due.connect(self.autosave)
        self._autosave.trouble_changed.connect(self._tell_trouble)
        store.subscribe(self._on_state)

    @property
    def path(self) -> Path | None:
        """The file that is open, or None for a document that has none yet."""
        return self._path

    @property
    def name(self) -> str:
        """What to call the document: its file, else its lesson, else its scenario."""
        state = self._store.state
        if self._path is not None:
            return self._path.stem
        lesson = state.classroom.lesson
        return state.scenario.name if lesson is None else lesson.title

    @property
    def has_changes(self) -> bool:
        """Whether there is something that somebody made and no file holds."""
        if self._store.state.is_saved:
            return False
        return self._path is not None or not self._is_untouched(self._store.state.snapshot)

    def start(self) -> None:
        """Offer what a crash left, and keep this session from now on."""
        left, notes = recoverable_sessions(self.folder)
        self._left = list(left)
        self._autosave.start()
        if notes:
            self.message_ready.emit(Message("\n".join(notes), topic="sessions"))
        self._offer_recovery()

    def end(self) -> None:
        """End in good order: nothing is left to recover."""
        self._autosave.end()

    def new(self) -> None:
        """Start again from the case's first preset."""
        if self.may_leave():
            self._take(first_snapshot(original(self._store.state.scenario.case)), None)

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self._dialogs.path_to_open(self._usual_folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a document or a case file, or say what is wrong; return whether it is open."""
        stamp, found = file_stamp(path), self._read(path)
        if found is None or not self.may_leave():
            return False
        if file_stamp(path) != stamp:
            # The answer was to save, and into this very file.
            stamp, found = file_stamp(path), self._read(path)
        if found is None:
            return False
        if isinstance(found, Case):
            self._take(first_snapshot(found), None)
        elif isinstance(found, Lesson):
            self._begin_lesson(found, lesson_case(found), 0)
        else:
            self._open(found, path)
            self._stamp = stamp
        self._settings.replace(self._settings.now.with_recent(path))
        return True

    def open_case(self, case: Case) -> bool:
        """Begin a document of a case, unless changes are to be kept; return whether it is open."""
        if not self.may_leave():
            return False
        self._take(first_snapshot(case), None)
        return True

    def open_scenario(self, scenario: Scenario) -> bool:
        """Begin a document of a scenario's case, as :meth:`open_case` does, with it on screen."""
        if not self.may_leave():
            return False
        self._take(snapshot_at(scenario), None)
        return True

    def open_lesson(self, lesson: Lesson, step: int = 0) -> bool:
        """Begin a document of a lesson, unless changes are to be kept; return whether it is open.

        ``step``: The place of the step to begin with, from 0.
        """
        try:
            case = lesson_case(lesson)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
            return False
        if not self.may_leave():
            return False
        self._begin_lesson(lesson, case, step)
        return True

    def save(self) -> bool:
        """Save into the open file, or ask for one; return whether everything is saved."""
        path = self._path
        if path is None:
            return self.save_as()
        if not self._is_whole:
            self._dialogs.tell_error(tr("Not saved"), partial_words(path))
            return self.save_as()
        present = file_stamp(path)
        if present not in (None, self._stamp):
            answer = self._dialogs.wish_for_changed_file(path.name)
            if answer != "replace":
                return self.save_as() if answer == "other" else False
        return self._save_to(path)

    def save_as(self) -> bool:
        """Ask for a file and save into it; return whether everything is saved."""
        usual = self._usual_folder() / f"{file_name(self.name)}{DOCUMENT_SUFFIX}"
        path = self._dialogs.path_to_save(usual)
        return path is not None and self._save_to(path)

    def may_leave(self) -> bool:
        """Ask about unsaved changes, if there are any; return whether to go on."""
        self._store.end_gesture()
        if not self.has_changes:
            return True
        answer = self._dialogs.wish_for_changes(self.name)
        return self.save() if answer == "save" else answer == "discard"

    def answer(self, answer: str) -> None:
        """Do what was chosen in the message bar."""
        if answer not in ("recover", "discard") or not self._left:
            return
        if answer == "discard" or self._is_recovered(self._left[0]):
            discard(self._left.pop(0))
        self._offer_recovery()

    def autosave(self) -> bool:
        """Keep the present state in case of a crash, a drag under way too; return whether it is."""
        if self._store.state.is_saved:
            return True
        return self._autosave.keep(self._document(), self._path, self._stamp)

    def _on_state(self, old: State, new: State) -> None:
        self._autosave.watch(old, new)

    def _offer_recovery(self) -> None:
        nothing = Message("", topic="recovery")
        self.message_ready.emit(recovery_message(self._left[0]) if self._left else nothing)

    def _is_recovered(self, session: LeftSession) -> bool:
        """Go on with a session that a crash left; return whether it is kept anew."""
        if not self.may_leave():
            return False
        origin = session.origin
        self._open(session.opened, origin, is_saved=False)
        if origin is not None:
            # Saving asks if by then the file holds anything else, whatever the clocks say.
            self._stamp = session.stamp
            self._is_whole = file_stamp(origin) is None or not document_problems(origin)
        # Unless it is kept, a second crash would lose what the first one left.
        if self.autosave():
            return True
        self._left.remove(session)
        return False

    def _tell_trouble(self, trouble: str) -> None:
        self.message_ready.emit(autosave_message(trouble))

    def _is_untouched(self, snapshot: Snapshot) -> bool:
        lesson = self._lesson
        if lesson is None:
            return is_untouched(snapshot)
        is_bare = not snapshot.notes and not snapshot.scenario.case.changes
        return is_bare and is_as_opened(snapshot.classroom, lesson, snapshot.scenario)

    def _begin_lesson(self, lesson: Lesson, case: Case, step: int) -> None:
        """Begin a document without a file at a step of a lesson."""
        classroom = opened_lesson(lesson, self._clock().isoformat(), step)
        first = first_snapshot(case)
        shown = scenario_at(lesson, classroom.step or 0, case) or first.scenario
        begun = replace(first, scenario=shown, loaded=shown, classroom=classroom)
        self._take(begun, None, lesson=lesson)

    def _read(self, path: Path) -> OpenedDocument | Case | Lesson | None:
        """Return what a file holds, or None after saying what is wrong with it."""
        try:
            kind = document_kind(path)
            if kind == "lesson":
                lesson = read_lesson(path)
                lesson_case(lesson)
                return lesson
            return read_case_beside(path) if kind == "case" else read_document(path)
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
        if not os.path.lexists(path):
            self._settings.replace(self._settings.now.without_recent(path))
        return None

    def _open(self, opened: OpenedDocument, path: Path | None, *, is_saved: bool = True) -> None:
        document = opened.document
        self.level = document.level
        self._take(snapshot_of(document), path, unknown=document.unknown, is_saved=is_saved)
        self._is_whole = opened.is_whole
        if path is not None:
            self._sweep(path)
        self.message_ready.emit(opened_message(opened, self._store.state, self.name))

    def _take(
        self,
        snapshot: Snapshot,
        path: Path | None,
        *,
        unknown: Mapping[str, object] | None = None,
        is_saved: bool = True,
        lesson: Lesson | None = None,
    ) -> None:
        self._path = path
        self._stamp = None
        self._lesson = lesson
        self._is_whole = True
        self._unknown = unknown if unknown is not None else {}
        self._store.open(snapshot, is_saved=is_saved)
        self.message_ready.emit(Message("", topic="document"))
        self.file_changed.emit()
        self.document_opened.emit()

    def _save_to(self, path: Path) -> bool:
        reason = refuses_overwrite(path)
        if reason is not None:
            self._dialogs.tell_error(tr("Not saved"), reason)
            return self.save_as()
        try:
            note = write_document(path, self._document())
        except FileError as error:
            self._dialogs.tell_error(tr("Not saved"), str(error))
            return False
        self._path = path
        self._stamp = file_stamp(path)
        self._is_whole = True
        self._store.mark_saved()
        self.message_ready.emit(Message(note, topic="saved"))
        self.told.emit(tr("{name} is saved.", name=path.name))
        self._sweep(path)
        self._settings.replace(self._settings.now.with_recent(path))
        self.file_changed.emit()
        return True

    def _sweep(self, path: Path) -> None:
        """Remove what killed programs left in a document's folder."""
        sweep_drafts(Path(os.path.realpath(path)).parent)

    def _document(self) -> Document:
        return document_of(self._store.state, self.level, self._unknown)

    def _usual_folder(self) -> Path:
        if self._path is not None:
            return self._path.parent
        recent = self._settings.now.recent_files
        folder = Path(recent[0]).parent if recent else home_folder()
        return folder if os.path.isdir(folder) else home_folder()
