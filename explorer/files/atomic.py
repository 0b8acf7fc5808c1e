"""Atomic writing: a file holds the old content or the new one, never a part of either."""

import errno
import os
import secrets
import shutil
from functools import partial
from pathlib import Path

from explorer.files.leaving import tidied
from explorer.model.errors import FileError
from explorer.model.wording import tr

BACKUP_SUFFIX = ".bak"
"""What is added to a file's name for the copy of its previous content."""

LONGEST_NAME = 255
"""Bytes of a file's name on the usual systems."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_text(path: Path, text: str, *, keeps_backup: bool = True) -> None:
    """Write a text in UTF-8 atomically; see :func:`write_bytes`.

    Half letters (single surrogates), which UTF-8 does not know, are written as JSON escapes.
    """
    write_bytes(path, text.encode("utf-8", "backslashreplace"), keeps_backup=keeps_backup)


def write_bytes(path: Path, content: bytes, *, keeps_backup: bool = True) -> None:
    """Write a file atomically: all of it, or nothing and the old content stays.

    Parameters
    ----------
    path
        The file; if it is a link, the file that it leads to is written and the link stays.
    content
        All of the new content.
    keeps_backup
        Whether the previous content stays beside it, under the name with ``.bak`` added.

    Raises
    ------
    FileError
        If the folder is missing or may not be written, the disk is full, the name cannot be, or
        the file is read-only or a folder. No temporary file is left behind.
    """
    try:
        target = Path(os.path.realpath(path))
        _refuse_unless_writable(path, target)
        if keeps_backup and target.exists():
            _put(_backup(target), target.read_bytes(), mode_of=target)
        _put(target, content, mode_of=target)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(path, error)) from error


def write_problem(path: Path, error: OSError | ValueError) -> str:
    """Return why a file or folder could not be written, and what can be done.

    Parameters
    ----------
    path
        What was to be written.
    error
        What the system said; a :class:`ValueError` stands for a name that cannot be.
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


def _refuse_unless_writable(path: Path, target: Path) -> None:
    if target.is_dir():
        raise FileError(tr("{path} is a folder. Give a file name in it.", path=path))
    if not target.exists():
        return
    if not target.is_file():
        raise FileError(tr("{path} is not an ordinary file. Choose another.", path=path))
    # Replacing needs no right to the file itself, so a read-only file must be asked for here.
    if not target.stat().st_mode & 0o222 or not os.access(target, os.W_OK):
        raise FileError(tr("{path} is read-only. Save under another name or unlock it.", path=path))


def _backup(target: Path) -> Path:
    """Return where the previous content goes; a name as long as can be is cut for the suffix."""
    name = target.name
    while len(os.fsencode(name + BACKUP_SUFFIX)) > LONGEST_NAME:
        name = name[:-1]
    return target.with_name(name + BACKUP_SUFFIX)


def _put(target: Path, content: bytes, *, mode_of: Path) -> None:
    """Write a file in the same folder, and put it in the target's place when it is complete."""
    draft = target.with_name(f".dealzone-{secrets.token_hex(8)}.tmp")
    with tidied(partial(draft.unlink, missing_ok=True)):
        try:
            with draft.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            if mode_of.exists():
                shutil.copymode(mode_of, draft)
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
