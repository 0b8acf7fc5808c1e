"""Recovery: autosaves of the running sessions, and finding those that a crash left behind."""

import errno
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.files.atomic import write_problem, write_text
from explorer.files.document_text import Document, OpenedDocument, document_content, open_content
from explorer.files.draft import sweep_drafts
from explorer.files.json_text import as_object, read_json
from explorer.files.lock import Lock, remove_unowned, seize
from explorer.files.places import ready_folder
from explorer.files.stamp import Stamp
from explorer.model.errors import FileError
from explorer.model.wording import tr

AUTOSAVE_FORMAT = "dealzone-session"

MOST_ATTEMPTS = 5
"""How often another name is tried for a session whose lock another window has taken away."""

KNOWN_YEARS = range(1971, 9999)
"""Years that every time zone can show."""


@dataclass(frozen=True, slots=True)
class LeftSession:
    """A session that ended without saying so.

    ``origin`` is the document that was open, or None if it was never saved. ``stamp`` tells what
    its file held when the session read or wrote it last, or is None if that is not known.
    ``saved_at`` is the time of the autosave, in UTC.
    """

    path: Path
    opened: OpenedDocument
    origin: Path | None
    saved_at: datetime
    stamp: Stamp | None = None


class Session:
    """The autosave of one running window; its lock tells others that it is alive."""

    def __init__(self, path: Path, lock: Lock) -> None:
        self._path = path
        self._lock = lock

    def autosave(
        self,
        document: Document,
        origin: Path | None,
        saved_at: datetime,
        stamp: Stamp | None = None,
    ) -> None:
        """Keep the present state in case of a crash.

        Parameters
        ----------
        origin
            The file that the document was opened from or saved to last, if any.
        saved_at
            The time, with its zone.
        stamp
            What that file held when it was opened or saved, if that is known.

        Raises
        ------
        FileError
            If it cannot be written.
        """
        content = {
            "format": AUTOSAVE_FORMAT,
            "origin": None if origin is None else str(origin.absolute()),
            "origin_digest": None if stamp is None else stamp.digest,
            "saved_at": saved_at.astimezone(UTC).isoformat(timespec="seconds"),
            "document": document_content(document),
        }
        self.keep(content)

    def keep(self, content: Mapping[str, object]) -> None:
        """Keep a record in case of a crash; :class:`FileError` if it cannot be written."""
        write_text(self._path, json.dumps(content, ensure_ascii=False), keeps_backup=False)

    def forget(self) -> None:
        """Remove the autosave, because everything is saved or given up; the session goes on."""
        _remove(self._path)

    def leave(self) -> None:
        """End the session and leave what it kept, to be offered again."""
        self._lock.release()

    def end(self) -> None:
        """End the session in good order: nothing of it is left."""
        self.forget()
        self._lock.release()
        _remove(_lock_file(self._path))


def start_session(folder: Path) -> Session:
    """Return a new session with a lock of its own.

    ``folder``: The folder of sessions; it is made if missing. Raises :class:`FileError` if nothing
    can be written there.
    """
    ready_folder(folder)
    problem: OSError = BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    for _ in range(MOST_ATTEMPTS):
        path = folder / f"{secrets.token_hex(8)}.session"
        try:
            lock = seize(_lock_file(path))
        except OSError as error:
            problem = error
            continue
        # Before it was locked, another window may have removed it as one that was left.
        if lock.is_on(_lock_file(path)):
            return Session(path, lock)
        lock.release()
    raise FileError(write_problem(folder, problem)) from problem


def sweep_sessions(folder: Path) -> None:
    """Remove what killed programs left besides autosaves: drafts, and locks of nothing.

    What belongs to a program that runs is locked and stays.

    ``folder``: The folder of sessions; it may be missing.
    """
    sweep_drafts(folder)
    for path in _listed(folder, "*.lock"):
        if not path.with_suffix(".session").exists():
            remove_unowned(path)


def recoverable_sessions(folder: Path) -> tuple[tuple[LeftSession, ...], tuple[str, ...]]:
    """Return the sessions that a crash left, the newest first, and what the user should know.

    An autosave that cannot be understood is set aside under another name, and told of once.

    ``folder``: The folder of sessions; it may be missing.
    """
    found: list[LeftSession] = []
    notes: list[str] = []
    for path in left_files(folder):
        try:
            found.append(_left_session(path))
        except (FileError, ValueError) as error:
            notes.append(_set_aside(path, error))
    found.sort(key=lambda session: session.saved_at, reverse=True)
    return tuple(found), tuple(notes)


def discard(session: LeftSession) -> None:
    """Remove a session that was left; it is not offered again."""
    discard_file(session.path)


def discard_file(path: Path) -> None:
    """Remove an autosave that was left, with its lock."""
    _remove(path)
    _remove(_lock_file(path))


def _remove(path: Path) -> None:
    # What a folder does not let go of is at worst offered once more; no window fails for it.
    with suppress(OSError):
        path.unlink()


def _lock_file(path: Path) -> Path:
    return path.with_suffix(".lock")


def _listed(folder: Path, pattern: str) -> list[Path]:
    """Return a folder's files of some kind; none where it may not be entered.

    Nothing in such a folder could be offered or removed; that nothing can be kept there is said
    when autosaving begins.
    """
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def left_files(folder: Path) -> Iterator[Path]:
    """Yield the autosaves in a folder whose process is gone."""
    for path in _listed(folder, "*.session"):
        try:
            seize(_lock_file(path)).release()
        except OSError:
            continue
        yield path


def _left_session(path: Path) -> LeftSession:
    record = as_object(read_json(path))
    if record.get("format") != AUTOSAVE_FORMAT:
        raise FileError(tr("{path} is no autosave.", path=path))
    origin, digest = record.get("origin"), record.get("origin_digest")
    return LeftSession(
        path=path,
        opened=open_content(record.get("document"), str(path)),
        origin=Path(origin) if isinstance(origin, str) else None,
        saved_at=_moment(str(record.get("saved_at"))),
        stamp=Stamp(digest) if isinstance(digest, str) else None,
    )


def _moment(text: str) -> datetime:
    """Return a time in UTC; one without a zone, as older versions wrote it, is a local one.

    Raises :class:`ValueError` if it is none, or so far off that some time zone could not show it.
    """
    moment = datetime.fromisoformat(text)
    if moment.year not in KNOWN_YEARS:
        raise ValueError(tr("{text} is no time of an autosave.", text=text))
    return moment.astimezone(UTC)


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
