"""Recovery: autosaves of the running sessions, and finding those that a crash left behind."""

import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from explorer.files.atomic import write_problem, write_text
from explorer.files.document_text import Document, OpenedDocument, document_content, open_content
from explorer.files.json_text import read_json
from explorer.files.lock import Lock, seize
from explorer.files.places import ready_folder
from explorer.model.errors import FileError
from explorer.model.wording import tr

AUTOSAVE_FORMAT = "dealzone-session"


@dataclass(frozen=True, slots=True)
class LeftSession:
    """A session that ended without saying so.

    ``origin`` is the document that was open, or None if it was never saved; ``saved_at`` the
    local time of the autosave.
    """

    path: Path
    opened: OpenedDocument
    origin: Path | None
    saved_at: datetime


class Session:
    """The autosave of one running window; its lock tells others that it is alive."""

    def __init__(self, path: Path, lock: Lock) -> None:
        self._path = path
        self._lock = lock

    def autosave(self, document: Document, origin: Path | None, saved_at: datetime) -> None:
        """Keep the present state in case of a crash.

        Parameters
        ----------
        document
            The present state.
        origin
            The file that the document was opened from or saved to last, if any.
        saved_at
            The local time.

        Raises
        ------
        FileError
            If it cannot be written.
        """
        content = {
            "format": AUTOSAVE_FORMAT,
            "origin": None if origin is None else str(origin.absolute()),
            "saved_at": saved_at.isoformat(timespec="seconds"),
            "document": document_content(document),
        }
        write_text(self._path, json.dumps(content, ensure_ascii=False), keeps_backup=False)

    def forget(self) -> None:
        """Remove the autosave, because everything is saved or given up; the session goes on."""
        _remove(self._path)

    def end(self) -> None:
        """End the session in good order: nothing of it is left."""
        self.forget()
        self._lock.release()
        _remove(_lock_file(self._path))


def start_session(folder: Path) -> Session:
    """Return a new session with a lock of its own.

    Parameters
    ----------
    folder
        The folder of sessions; it is made if missing.

    Raises
    ------
    FileError
        If nothing can be written there.
    """
    path = ready_folder(folder) / f"{secrets.token_hex(8)}.session"
    try:
        return Session(path, seize(_lock_file(path)))
    except OSError as error:
        raise FileError(write_problem(folder, error)) from error


def recoverable_sessions(folder: Path) -> tuple[tuple[LeftSession, ...], tuple[str, ...]]:
    """Return the sessions that a crash left, the newest first, and what the user should know.

    An autosave that cannot be understood is set aside under another name, and told of once.

    Parameters
    ----------
    folder
        The folder of sessions; it may be missing.
    """
    found: list[LeftSession] = []
    notes: list[str] = []
    for path in _left(folder):
        try:
            found.append(_left_session(path))
        except (FileError, ValueError) as error:
            notes.append(_set_aside(path, error))
    found.sort(key=lambda session: session.saved_at, reverse=True)
    return tuple(found), tuple(notes)


def discard(session: LeftSession) -> None:
    """Remove a session that was left; it is not offered again."""
    _remove(session.path)
    _remove(_lock_file(session.path))


def _remove(path: Path) -> None:
    # What a folder does not let go of is at worst offered once more; no window fails for it.
    with suppress(OSError):
        path.unlink()


def _lock_file(path: Path) -> Path:
    return path.with_suffix(".lock")


def _left(folder: Path) -> Iterator[Path]:
    """Yield the autosaves whose process is gone."""
    try:
        paths = sorted(folder.glob("*.session"))
    except OSError:
        # A folder that may not be entered holds nothing that could be offered; that nothing can
        # be kept there is said when autosaving begins.
        return
    for path in paths:
        try:
            seize(_lock_file(path)).release()
        except OSError:
            continue
        yield path


def _left_session(path: Path) -> LeftSession:
    content = read_json(path)
    record = cast("dict[str, object]", content) if isinstance(content, dict) else {}
    if record.get("format") != AUTOSAVE_FORMAT:
        raise FileError(tr("{path} is no autosave.", path=path))
    origin = record.get("origin")
    return LeftSession(
        path=path,
        opened=open_content(record.get("document"), str(path)),
        origin=Path(origin) if isinstance(origin, str) else None,
        saved_at=datetime.fromisoformat(str(record.get("saved_at"))).replace(tzinfo=None),
    )


def _set_aside(path: Path, error: Exception) -> str:
    aside = path.with_suffix(".unreadable")
    try:
        path.replace(aside)
    except OSError:
        aside = path
    else:
        _remove(_lock_file(path))
    return tr(
        "The autosave of a session that broke off cannot be opened ({error}). It is kept as "
        "{path}.",
        error=error,
        path=aside,
    )
