"""Drafts of cases: what the editor holds, kept in case of a crash, and offered again."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from explorer.files.json_text import as_object, read_json
from explorer.files.recovery import Session, discard_file, left_files
from explorer.model.case_tree import Content, title_of
from explorer.model.errors import FileError
from explorer.model.wording import tr

DRAFT_FORMAT = "dealzone-case-draft"

FOLDER = "case-drafts"
"""The folder of drafts, beside that of sessions."""


@dataclass(frozen=True, slots=True)
class LeftDraft:
    """A draft that nobody saved: a crash left it, or it was closed before it was sound.

    ``origin`` is the case file that it will be saved to, or None if it has none yet. ``record`` is
    what the record of its history holds, None for a case without one.
    """

    path: Path
    content: Content
    origin: Path | None
    saved_at: datetime
    record: Content | None = None

    @property
    def name(self) -> str:
        """What the case is called."""
        return title_of(self.content, tr("New case"))


def drafts_folder(sessions: Path) -> Path:
    """Return the folder of drafts that belongs to a folder of sessions."""
    return sessions.with_name(FOLDER)


def keep_draft(
    session: Session,
    content: Content,
    origin: Path | None,
    saved_at: datetime,
    record: Content | None = None,
) -> None:
    """Keep a draft in case of a crash.

    Parameters
    ----------
    session
        The running editor's own file.
    content
        What the case file will hold, sound or not.
    origin
        The case file that it was opened from or saved to last, if any.
    saved_at
        The time, with its zone.
    record
        What the record of its history will hold; None for a case without one.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    session.keep(
        {
            "format": DRAFT_FORMAT,
            "origin": None if origin is None else str(origin.absolute()),
            "saved_at": saved_at.astimezone(UTC).isoformat(timespec="seconds"),
            "content": content,
            **({} if record is None else {"record": record}),
        }
    )


def left_drafts(folder: Path) -> tuple[LeftDraft, ...]:
    """Return the drafts that were left in a folder, the newest first.

    What cannot be understood stays where it is and is passed over.
    """
    found: list[LeftDraft] = []
    for path in left_files(folder):
        draft = _left_draft(path)
        if draft is not None:
            found.append(draft)
    return tuple(sorted(found, key=lambda draft: draft.saved_at, reverse=True))


def discard_draft(draft: LeftDraft) -> None:
    """Remove a draft that was left; it is not offered again."""
    discard_file(draft.path)


def _left_draft(path: Path) -> LeftDraft | None:
    try:
        record = as_object(read_json(path))
        saved_at = datetime.fromisoformat(str(record.get("saved_at"))).astimezone(UTC)
    except (FileError, ValueError, OverflowError):
        return None
    content, origin, history = (record.get(key) for key in ("content", "origin", "record"))
    if record.get("format") != DRAFT_FORMAT or not isinstance(content, dict):
        return None
    return LeftDraft(
        path=path,
        content=cast("Content", content),
        origin=Path(origin) if isinstance(origin, str) else None,
        saved_at=saved_at,
        record=cast("Content", history) if isinstance(history, dict) else None,
    )
