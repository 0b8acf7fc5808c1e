"""Locks: a mark on a file that the system takes away when its process ends, however it ends."""

import os
import stat
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

MOST_ATTEMPTS, PAUSE_SECONDS = 20, 0.01
"""How often, and after which pauses, somebody asks for a lock who can go on without."""

if sys.platform == "win32":  # pragma: no cover - the other system's branch
    import msvcrt

    def _seize(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What the system says where somebody else holds the lock.
_HELD = PermissionError if sys.platform == "win32" else BlockingIOError


class Lock:
    """A held lock; it is free again when released or when the process has ended."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def is_on(self, path: Path) -> bool:
        """Return whether it is the file of this name that is locked.

        ``path``: The name under which the file was locked; by now it may be removed, or another's.
        """
        if self._descriptor is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._descriptor), path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Free the lock; the file stays."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def seize(path: Path, *, makes_file: bool = True) -> Lock:
    """Return a lock on a file.

    Parameters
    ----------
    path
        The file; it serves only as a mark.
    makes_file
        Whether it is made if it is missing.

    Raises
    ------
    OSError
        If somebody else holds a lock on it, or there can be none.
    """
    descriptor = os.open(path, os.O_RDWR | (os.O_CREAT if makes_file else 0), 0o666)
    try:
        _seize(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    return Lock(descriptor)


@contextmanager
def patiently_locked(path: Path) -> Generator[None]:
    """Hold a lock on a file while others wait for it, each for a moment at most.

    Where somebody else does not let go of it, or there can be no locks, it goes on without.

    ``path``: The file, which is made if it is missing and stays; it serves only as a mark.
    """
    lock: Lock | None = None
    for _ in range(MOST_ATTEMPTS):
        try:
            lock = seize(path)
        except _HELD:
            time.sleep(PAUSE_SECONDS)
        except OSError:
            break
        else:
            break
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def seize_open(descriptor: int) -> None:
    """Lock a file that is open, until it is closed.

    ``descriptor``: The open file, at its beginning. Raises :class:`OSError` if somebody else holds
    a lock on it, or there can be none.
    """
    _seize(descriptor)


def remove_unowned(path: Path) -> None:
    """Remove a file unless somebody holds a lock on it; one that cannot be removed stays.

    ``path``: An ordinary file; anything else is left alone.
    """
    with suppress(OSError):
        if not stat.S_ISREG(path.lstat().st_mode):
            return
        lock = seize(path, makes_file=False)
        try:
            if sys.platform == "win32":  # pragma: no cover - the other system's branch
                # Windows removes no file that is open.
                lock.release()
            path.unlink()
        finally:
            lock.release()
