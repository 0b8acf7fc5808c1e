"""Atomic writing: a file holds the old content or the new one, never a part of either."""

import errno
import os
import stat
from pathlib import Path

from explorer.files.draft import put
from explorer.files.json_text import LARGEST_FILE
from explorer.model.errors import FileError
from explorer.model.wording import tr

BACKUP_SUFFIX = ".bak"
"""What is added to a file's name for the copy of its previous content."""

LONGEST_NAME = 255
"""Bytes of a file's name on the usual systems."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_text(path: Path, text: str, *, keeps_backup: bool = True) -> str:
    """Write a text in UTF-8 atomically; see :func:`write_bytes`.

    Half letters (single surrogates), which UTF-8 does not know, are written as JSON escapes.
    """
    content = text.encode("utf-8", "backslashreplace")
    return write_bytes(path, content, keeps_backup=keeps_backup)


def write_bytes(path: Path, content: bytes, *, keeps_backup: bool = True) -> str:
    """Write a file atomically: all of it, or nothing and the old content stays.

    Parameters
    ----------
    path
        The file; if it is a link, the file that it leads to is written and the link stays.
    content
        All of the new content.
    keeps_backup
        Whether the previous content stays beside it, under the name with ``.bak`` added.

    Returns
    -------
    str
        What the user should know although the file is written; usually nothing.

    Raises
    ------
    FileError
        If the folder is missing or may not be written, the disk is full, the name cannot be, or
        the file is read-only, a folder, or too large to be replaced by a document. No temporary
        file is left behind.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_unless_refused(path, target)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(path, error)) from error
    if keeps_backup and mode is not None:
        _keep_backup(target, mode)
    try:
        keeps_mode = put(target, content, mode)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(path, error)) from error
    if keeps_mode:
        return ""
    return tr(
        "{path} is saved, but the file system did not accept its former access rights. Check who "
        "may read it.",
        path=path,
    )


def write_problem(path: Path, error: OSError | ValueError) -> str:
    """Return why a file or folder could not be written, and what can be done.

    ``error``: What the system said; a :class:`ValueError` stands for a name that cannot be.
    """
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    if code in _FULL:
        return tr("{path} cannot be saved: the disk is full. Free some space.", path=path)
    if code in _FORBIDDEN:
        return tr("{path} cannot be saved: you may not write there. Choose another.", path=path)
    if code == errno.ENAMETOOLONG:
        return tr("{path} cannot be saved: the name is too long. Shorten it.", path=path)
    if code in (errno.ENOENT, errno.ENOTDIR):
        return tr("{path} cannot be saved: the folder does not exist. Make it first.", path=path)
    reason = error.strerror if isinstance(error, OSError) else None
    return tr(
        "{path} cannot be saved ({reason}). Choose another name or folder.",
        path=repr(str(path)),
        reason=reason or error,
    )


def _mode_unless_refused(path: Path, target: Path) -> int | None:
    """Return the access rights of a file that may be replaced, or None if there is no file.

    Raises :class:`FileError` if there is something that must not be replaced.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise FileError(tr("{path} is a folder. Give a file name in it.", path=path))
    if not stat.S_ISREG(found.st_mode):
        raise FileError(tr("{path} is not an ordinary file. Choose another.", path=path))
    # Replacing needs no right to the file itself, so a read-only file must be asked for here.
    if not found.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise FileError(tr("{path} is read-only. Save under another name or unlock it.", path=path))
    return stat.S_IMODE(found.st_mode)


def _keep_backup(target: Path, mode: int) -> None:
    """Keep the present content of a file beside it.

    Raises :class:`FileError` if it cannot be kept; the message names the file that is in the way.
    """
    backup = _backup(target)
    try:
        size = target.stat().st_size
        if size > LARGEST_FILE:
            raise FileError(_too_large(target, size))
        if backup.exists() and not backup.is_file():
            message = tr(
                "{path} is not an ordinary file, but the previous content is to be kept under "
                "this name. Rename it, or save under another name.",
                path=backup,
            )
            raise FileError(message)
        put(backup, target.read_bytes(), mode)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(backup, error)) from error


def _too_large(path: Path, size: int) -> str:
    return tr(
        "{path} holds {size:,} megabytes, far more than a document. Save under another name.",
        path=path,
        size=size // 1024**2,
    )


def _backup(target: Path) -> Path:
    """Return where the previous content goes; a name as long as can be is cut for the suffix."""
    name = target.name
    while len(os.fsencode(name + BACKUP_SUFFIX)) > LONGEST_NAME:
        name = name[:-1]
    return target.with_name(name + BACKUP_SUFFIX)
