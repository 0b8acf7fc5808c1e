"""Drafts: files under a temporary name that take the place of another once they are complete."""

import os
import re
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from explorer.files.leaving import tidied
from explorer.files.lock import remove_unowned, seize_open

MOST_ATTEMPTS = 3
"""How often a draft is written again that another window has taken for one that was left."""

USUAL_RIGHTS = 0o666
"""Access rights of a new file, less what the user's mask takes away."""

_NAME = re.compile(r"\.dealzone-[0-9a-f]{16}\.tmp")


def put(target: Path, content: bytes, mode: int | None) -> bool:
    """Write a draft in a file's folder, and put it in the file's place when it is complete.

    Parameters
    ----------
    target
        The file; it need not exist.
    content
        All of the new content.
    mode
        The access rights that the file is to have; None for the usual ones.

    Returns
    -------
    bool
        Whether the file has these access rights.

    Raises
    ------
    OSError
        If it cannot be written; the target is then as it was and no draft is left.
    """
    for _ in range(MOST_ATTEMPTS - 1):
        # Between its creation and its lock, and on Windows before it is renamed, a draft looks
        # like one that nobody owns.
        with suppress(FileNotFoundError):
            return _put_once(target, content, mode)
        if not target.parent.is_dir():
            break
    return _put_once(target, content, mode)


def sweep_drafts(folder: Path) -> None:
    """Remove the drafts in a folder that no running program owns.

    ``folder``: Any folder; one that is missing or cannot be read is left alone.
    """
    with suppress(OSError):
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _NAME.fullmatch(entry.name)]
        for name in names:
            remove_unowned(folder / name)


def _put_once(target: Path, content: bytes, mode: int | None) -> bool:
    draft = target.with_name(f".dealzone-{secrets.token_hex(8)}.tmp")
    with tidied(partial(draft.unlink, missing_ok=True)):
        return _written(draft, target, content, mode)


def _written(draft: Path, target: Path, content: bytes, mode: int | None) -> bool:
    try:
        with open(draft, "xb", opener=_opener(mode)) as stream:
            with suppress(OSError):
                # The lock ends with the process, however that ends. Some file systems have none.
                seize_open(stream.fileno())
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            keeps_mode = _take_mode(draft, mode)
            if sys.platform != "win32":
                draft.replace(target)
        if sys.platform == "win32":  # pragma: no cover - the other system's branch
            # Windows renames no file that is open.
            draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return keeps_mode


def _opener(mode: int | None) -> Callable[[str, int], int]:
    """Return how to make a draft that nobody can read who could not read the file itself."""
    rights = USUAL_RIGHTS if mode is None else mode | stat.S_IRUSR | stat.S_IWUSR

    def make(path: str, flags: int) -> int:
        return os.open(path, flags, rights)

    return make


def _take_mode(draft: Path, mode: int | None) -> bool:
    """Give a draft its access rights; return whether it has them."""
    if mode is None or stat.S_IMODE(draft.stat().st_mode) == mode:
        return True
    # A file system without access rights refuses to change them, and the data are written.
    with suppress(OSError):
        draft.chmod(mode)
    return stat.S_IMODE(draft.stat().st_mode) == mode
