"""The draft that the editor holds: every edit goes through here, and can be undone."""

from PySide6.QtCore import QObject, Signal

from explorer.model.case_outline import place_words
from explorer.model.case_tree import Content, Path
from explorer.model.level_numbers import LevelShift, with_shifts
from explorer.model.member_words import member_words
from explorer.model.visible_text import one_line
from explorer.model.wording import tr
from explorer.store.case_draft import CaseDraft
from explorer.store.case_edits import (
    EntryChange,
    shifted_in_record,
    shifted_levels,
    with_edit,
    with_entry_change,
    with_key,
    with_kind,
    with_part,
)

EMPTY = CaseDraft({})


class DraftKeeper(QObject):
    """Holds the draft of one case and tells of every change.

    ``shifts`` are the numbers of levels that the last change took along, ``record_shifts`` those of
    the case's record.

    ``changed()``: The content, or what can be undone, is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self.words = member_words()
        self.draft = EMPTY
        self.shifts: tuple[LevelShift, ...] = ()
        self.record_shifts: tuple[LevelShift, ...] = ()

    @property
    def content(self) -> Content:
        """What the case file will hold."""
        return self.draft.content

    def open(self, draft: CaseDraft) -> None:
        """Hold another draft."""
        self._take(draft)

    def edit(self, path: Path, value: object) -> None:
        """Let a value stand at a place; typing on at the same place is one change."""
        content = with_edit(self.content, path, value)
        goes_on = not path or path[-1] != "id"
        self._edited(content, path, tr("edit {place}"), goes_on=goes_on)

    def change_kind(self, path: Path, kind: str) -> None:
        """Let a record of several kinds be of another."""
        self._edited(with_kind(self.content, path, kind), path, tr("change the kind of {place}"))

    def change_part(self, path: Path, is_there: bool) -> None:
        """Make a part that may be missing, or take it away."""
        name = tr("add {place}") if is_there else tr("remove {place}")
        self._edited(with_part(self.content, path, is_there=is_there), path, name)

    def change_entry(self, path: Path, change: EntryChange, place: int) -> None:
        """Add, copy, move or take away an entry of a list."""
        names = {
            "add": tr("add to {place}"),
            "copy": tr("copy in {place}"),
            "remove": tr("remove from {place}"),
        }
        content = with_entry_change(self.content, path, change, place)
        shifts = shifted_levels(self.content, path, change, place)
        record, in_record = self.draft.record, ()
        if record is not None:
            in_record = shifted_in_record(record, self.content, path, change, place)
            record = with_shifts(record, in_record)
        name = self._named(names.get(change, tr("move in {place}")), path)
        self._take(self.draft.edited(content, name, path, record=record), shifts, in_record)

    def change_key(self, path: Path, place: int, key: str) -> None:
        """Let one of the parts by id stand under another id."""
        self._edited(with_key(self.content, path, place, key), path, tr("edit {place}"))

    def settle(self) -> None:
        """End the change under way: the hand has left the field."""
        self.draft = self.draft.settled()

    def undo(self) -> Path | None:
        """Take the last change back; return where it was made, or None."""
        if not self.draft.past:
            return None
        path = self.draft.past[-1].path
        self._take(self.draft.undone())
        return path

    def redo(self) -> Path | None:
        """Make the change again that was taken back last; return where, or None."""
        if not self.draft.future:
            return None
        path = self.draft.future[-1].path
        self._take(self.draft.redone())
        return path

    def mark_written(self) -> None:
        """Take note that the file holds what stands here."""
        self._take(self.draft.written())

    def place_words(self, path: Path) -> str:
        """Return what a place is called."""
        return place_words(self.content, path, self.words)

    def _edited(self, content: Content, path: Path, name: str, *, goes_on: bool = False) -> None:
        self._take(self.draft.edited(content, self._named(name, path), path, goes_on=goes_on))

    def _named(self, name: str, path: Path) -> str:
        return name.replace("{place}", one_line(self.place_words(path)))

    def _take(
        self,
        draft: CaseDraft,
        shifts: tuple[LevelShift, ...] = (),
        in_record: tuple[LevelShift, ...] = (),
    ) -> None:
        if draft is not self.draft:
            self.draft = draft
            self.shifts, self.record_shifts = shifts, in_record
            self.changed.emit()
