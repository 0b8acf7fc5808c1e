"""Locks: a mark on a file that the system takes away when its process ends, however it ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the other system's branch
    import msvcrt

    def _seize(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A held lock; it is free again when released or when the process has ended."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Free the lock; the file stays."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def seize(path: Path) -> Lock:
    """Return a lock on a file, which is made if it is missing.

    Parameters
    ----------
    path
        The file; it serves only as a mark.

    Raises
    ------
    OSError
        If somebody else holds a lock on it, or there can be none.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _seize(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor)
