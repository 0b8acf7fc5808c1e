"""Editing cases: what the editor opens, where it saves, and what it leaves behind."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.files.case_beside import record_path
from explorer.files.case_drafts import LeftDraft, discard_draft, drafts_folder, left_drafts
from explorer.files.case_file import bundled_case, bundled_case_ids, case_file_content, read_case
from explorer.files.case_problems import checked_content
from explorer.files.case_text import (
    case_content,
    copied_content,
    free_id,
    known_case_ids,
    refuse_existing,
    template_content,
    write_case,
)
from explorer.files.json_text import cut_short
from explorer.files.places import ready_folder
from explorer.files.record_text import (
    OwnRecord,
    own_record,
    record_content,
    record_trouble,
    write_record,
)
from explorer.files.shelf import SUFFIX, ShelfFile, read_shelf, shelf, stock
from explorer.files.stamp import Stamp, file_stamp
from explorer.model.assumption import original
from explorer.model.case import Case
from explorer.model.case_tree import Content, title_of
from explorer.model.errors import ExplorerError, FileError
from explorer.model.wording import tr
from explorer.store.case_draft import CaseDraft
from explorer.ui.case_editor.begin_window import BeginWindow
from explorer.ui.case_editor.draft_autosave import DraftAutosave
from explorer.ui.case_editor.editor_window import CaseEditorWindow
from explorer.ui.window.dialogs import Dialogs

if TYPE_CHECKING:
    from explorer.store.runner import Runner

TEMPLATE = "template"
"""What a new case begins with where it is no copy."""


class CaseEditing(QObject):
    """Opens, saves and leaves cases in one editor window.

    Signals
    -------
    saved(object)
        The path of a case file that was written; the folder of cases has been read anew.
    use_wanted(object)
        A :class:`~explorer.model.case.Case` that shall be shown in the main window.
    told(str)
        What was done, in words.
    """

    saved = Signal(object)
    use_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget, dialogs: Dialogs, sessions: Path) -> None:
        """Edit nothing yet; ``sessions`` is where running windows keep what is unsaved."""
        super().__init__(parent)
        self._parent = parent
        self._dialogs = dialogs
        self._folder = drafts_folder(sessions)
        self._autosave = DraftAutosave(self._folder, self)
        self._origin: Path | None = None
        self._stamp: Stamp | None = None
        self._record: OwnRecord | None = None
        self._drafts: tuple[LeftDraft, ...] = ()
        self.runner: Runner | None = None
        self.window: CaseEditorWindow | None = None
        self.beginning: BeginWindow | None = None

    def left(self) -> tuple[LeftDraft, ...]:
        """Return the drafts that nobody saved, the newest first."""
        return left_drafts(self._folder)

    def ask(self) -> None:
        """Ask with what a new case begins."""
        if self.beginning is None:
            self.beginning = BeginWindow(self._parent)
            self.beginning.begun.connect(self._begin)
            self.beginning.draft_chosen.connect(self._go_on_with)
            self.beginning.draft_discarded.connect(self._discard)
        self._drafts = self.left()
        self.beginning.offer(_starts(), self._drafts)

    def edit(self, case: Case) -> None:
        """Edit a case: the file of one's own that holds it, else a copy."""
        file = _own_file(case)
        if file is None:
            self.edit_copy(case)
            return
        try:
            content = case_file_content(file.path)
        except FileError as error:
            self._dialogs.tell_error(tr("Not opened"), str(error))
            return
        record = own_record(file.path, file.id)
        held = None if record is None else record.content
        self._open(CaseDraft(content, content, record=held), file.path, record)

    def edit_copy(self, case: Case, *, case_id: str = "", name: str = "") -> None:
        """Edit a copy of a case, which has no file yet; so do cases that were read elsewhere.

        Parameters
        ----------
        case
            What is copied, with its changed assumptions as its own.
        case_id, name
            Those of the new case; empty for ones like those of the case.
        """
        wanted = case_id or free_id(f"{case.id}-copy", known_case_ids())
        called = name or tr("{name} (copy)", name=case.name)
        content = copied_content(case_content(case), wanted, called)
        self._open(CaseDraft(content, record=record_content(case)), None)

    def go_on(self, draft: LeftDraft) -> None:
        """Go on with a draft that was left; it is kept anew before the old one goes."""
        # What its file holds is not what stands here: there is something to save.
        given = CaseDraft(draft.content, {}, record=draft.record)
        if self._open(given, draft.origin, _record_of(draft)) and self._autosave.keep():
            discard_draft(draft)

    def save(self) -> bool:
        """Write the case into its file; return whether that was done, and say why not."""
        window = self.window
        if window is None:
            return False
        content = window.keeper.content
        try:
            path = self._path_for(content)
            if not self._may_replace(path):
                return False
            note = write_case(path, content)
            self._origin, self._stamp = path, file_stamp(path)
            note = f"{note} {self._save_record(path, window.keeper.draft)}".strip()
        except ExplorerError as error:
            self._dialogs.tell_error(tr("Not saved"), str(error))
            return False
        window.keeper.mark_written()
        present = shelf()
        stock(read_shelf(path.parent, present.used, present.declined))
        self.saved.emit(path)
        self.told.emit(note or tr("{name} is saved.", name=path.name))
        return True

    def save_and_use(self) -> None:
        """Write the case, and have it shown in the main window."""
        if self.save() and self._origin is not None:
            self.use_wanted.emit(read_case(self._origin))

    def may_leave(self) -> bool:
        """Ask about what is unsaved, if there is any; return whether to go on.

        Saving what is not sound yet leaves a draft, which is offered again.
        """
        window = self.window
        if window is None or not window.isVisible() or not window.keeper.draft.has_changes:
            self._autosave.end()
            return True
        content = window.keeper.content
        answer = self._dialogs.wish_for_changes(title_of(content, tr("New case")))
        if answer == "save" and checked_content(content).errors:
            self._autosave.leave()
            self.told.emit(tr("The draft is kept; New case… goes on with it."))
            return True
        if answer == "save" and not self.save():
            return False
        if answer == "cancel":
            return False
        self._autosave.end()
        return True

    def close(self) -> None:
        """Close the editor, unless something is to be saved first."""
        if self.window is not None and self.may_leave():
            self.window.hide()

    def end(self) -> None:
        """Let go of the editor's thread."""
        if self.window is not None:
            self.window.stop()

    def _save_record(self, path: Path, draft: CaseDraft) -> str:
        """Write the record of the case beside it where it is another; return what to tell.

        Raises :class:`FileError` if it cannot be written.
        """
        record, case = draft.record, checked_content(draft.content).case
        if record is None or case is None:
            return ""
        named, held = {**record, "case": case.id}, self._record
        where = record_path(path) if held is None else held.path
        if held is None:
            refuse_existing(where)
        trouble = record_trouble(where, named, case)
        if held is not None and held.content == named:
            return trouble
        note = write_record(where, named)
        self._record = OwnRecord(where, named)
        return f"{note} {trouble}".strip()

    def _open(self, draft: CaseDraft, origin: Path | None, record: OwnRecord | None = None) -> bool:
        """Show a draft in the editor, unless what is there is to be kept; return whether it is.

        ``record``: The file of the case's record as it is now, None where there is none yet.
        """
        if not self.may_leave():
            return False
        self._origin, self._record = origin, record
        self._stamp = None if origin is None else file_stamp(origin)
        if self.window is None:
            self.window = CaseEditorWindow(self._parent, self.runner)
            self.window.save_requested.connect(self.save)
            self.window.use_requested.connect(self.save_and_use)
            self.window.close_requested.connect(self.close)
            self.window.keeper.changed.connect(self._watch)
        self.window.open_draft(draft)
        return True

    def _watch(self) -> None:
        if self.window is not None:
            self._autosave.watch(self.window.keeper.draft, self._origin)

    def _begin(self, start: str, case_id: str, name: str) -> None:
        if self.beginning is not None:
            self.beginning.hide()
        case = _start_case(start)
        if case is not None:
            self.edit_copy(case, case_id=case_id, name=name)
            return
        self._open(CaseDraft(copied_content(template_content(), case_id, name)), None)

    def _go_on_with(self, place: int) -> None:
        if self.beginning is not None:
            self.beginning.hide()
        self.go_on(self._drafts[place])

    def _discard(self, place: int) -> None:
        discard_draft(self._drafts[place])
        self.ask()

    def _path_for(self, content: Content) -> Path:
        """Return where a sound case is written.

        Raises :class:`FileError` if it is not sound, or its id is another case's.
        """
        errors = checked_content(content).errors
        if errors:
            head = tr("The case cannot be saved yet; the draft is kept until it can.")
            raise FileError("\n".join((head, *cut_short([each.line for each in errors]))))
        id_ = str(content["id"])
        others = [file for file in shelf().cases() if file.path != self._origin]
        if id_ in bundled_case_ids() or id_ in {file.id for file in others}:
            raise FileError(tr('There is a case "{id}" already. Choose another id.', id=id_))
        if self._origin is not None:
            return self._origin
        folder = shelf().folder
        if folder is None:
            raise FileError(tr("There is no folder for your cases here."))
        path = ready_folder(folder) / f"{id_}{SUFFIX}"
        refuse_existing(path)
        if self.window is not None and self.window.keeper.draft.record is not None:
            refuse_existing(record_path(path))
        return path

    def _may_replace(self, path: Path) -> bool:
        """Ask before a file is replaced that another program has changed meanwhile."""
        present = file_stamp(path)
        if self._origin is None or present in (None, self._stamp):
            return True
        return self._dialogs.wish_for_changed_file(path.name) == "replace"


def _record_of(draft: LeftDraft) -> OwnRecord | None:
    """Return the file of the record of a draft that was left; None where there is none."""
    files = [file for file in shelf().cases() if file.path == draft.origin]
    return own_record(files[0].path, files[0].id) if files and draft.record is not None else None


def _starts() -> tuple[tuple[str, str], ...]:
    """Return with what a case can begin: the template, or a copy of any case."""
    copies = [(id_, bundled_case(id_).name) for id_ in bundled_case_ids()]
    copies += [(str(file.path), file.name) for file in shelf().cases()]
    words = ((value, tr("A copy of {name}", name=name)) for value, name in copies)
    return ((TEMPLATE, tr("The template, the smallest whole case")), *words)


def _start_case(start: str) -> Case | None:
    """Return the case that a beginning stands for; None for the template."""
    if start == TEMPLATE:
        return None
    if start in bundled_case_ids():
        return bundled_case(start)
    return read_case(Path(start))


def _own_file(case: Case) -> ShelfFile | None:
    """Return the file of one's own that holds a case; None for one that comes with the program."""
    given = original(case)
    if given.id in bundled_case_ids() and bundled_case(given.id) == given:
        return None
    return shelf().with_version("case", given.id, given.version)
