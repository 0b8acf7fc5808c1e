"""Careful reading: ordinary files only, not too large, and never waiting for anybody."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from explorer.model.errors import FileError
from explorer.model.wording import tr

LONGEST_NAME = 1000
"""How many letters of a path a message repeats."""

# A pipe without a writer keeps whoever opens it waiting, unless it is opened like this.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def read_content(path: Path, most: int) -> bytes:
    """Return what a file holds.

    ``path``: An ordinary file; links are followed. ``most``: How many bytes it may have. Raises
    :class:`FileError` if there is no such file, it is a folder, a pipe or a device, it may not be
    read, or it is too large.
    """
    try:
        with open_ordinary(path) as stream:
            # Files of the kernel may have nothing to give at once.
            content = stream.read(most + 1) or b""
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if len(content) > most:
        message = tr(
            "{name} is larger than {limit} megabytes. This is not a file of this program.",
            name=path,
            limit=most // 1024**2,
        )
        raise FileError(message)
    return content


def open_ordinary(path: Path) -> BinaryIO:
    """Open a file for reading without waiting for anybody.

    Parameters
    ----------
    path
        An ordinary file; links are followed.

    Raises
    ------
    FileError
        If it is a folder, a pipe, a device or a socket.
    OSError
        If the system refuses.
    ValueError
        If there can be no such name.
    """
    # Looked at first, because some devices do something when they are opened.
    refuse_unless_ordinary(path, os.stat(path))
    stream = os.fdopen(os.open(path, _FLAGS), "rb")
    try:
        refuse_unless_ordinary(path, os.fstat(stream.fileno()))
    except BaseException:
        stream.close()
        raise
    return stream


def unreadable(path: Path, error: OSError | ValueError) -> FileError:
    """Return the error for a file that the system does not open or read, by its own reason."""
    if isinstance(error, FileNotFoundError):
        return no_such_file(path)
    reason = error.strerror if isinstance(error, OSError) else None
    return FileError(
        tr(
            "{name} cannot be read ({reason}). Check that you may open it.",
            name=_named(path),
            reason=reason or error,
        )
    )


def no_such_file(path: Path) -> FileError:
    """Return the error for a file that does not exist."""
    return FileError(tr("{name} does not exist. Check the name and the folder.", name=path))


def refuse_unless_ordinary(path: Path, status: os.stat_result) -> None:
    """Refuse what is no ordinary file.

    Raises :class:`FileError` if it is a folder, a pipe, a device or a socket.
    """
    if stat.S_ISDIR(status.st_mode):
        raise FileError(tr("{name} is a folder. Choose a file in it.", name=path))
    if not stat.S_ISREG(status.st_mode):
        raise FileError(tr("{name} is not an ordinary file. Choose another.", name=path))


def _named(path: Path) -> str:
    """Return a path with nothing in it that could upset a terminal."""
    return repr(str(path))[1:-1][:LONGEST_NAME]
