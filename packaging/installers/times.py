"""Times and contents of folders: what makes two packages differ, and what shows that they do."""

import hashlib
import os
from pathlib import Path


def set_times(folder: Path, seconds: int) -> None:
    """Give a folder and everything in it the same time.

    Parameters
    ----------
    folder
        The folder.
    seconds
        The time in seconds since 1970.
    """
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def contents(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file in a folder, by its name from there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): sha256(file) for file in files}


def sha256(file: Path) -> str:
    """Return the sha256 of a file as 64 hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
