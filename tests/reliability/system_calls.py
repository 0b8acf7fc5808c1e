"""System calls of one piece of work, counted, and made to fail one by one.

What Python asks of the system is intercepted where it leaves Python: the functions of ``os`` that
``pathlib`` and the program call, the locks, and the reading and writing of open files.
"""

import builtins
import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)

FUNCTIONS = (
    "stat",
    "lstat",
    "readlink",
    "open",
    "access",
    "fstat",
    "fsync",
    "chmod",
    "replace",
    "rename",
    "unlink",
    "mkdir",
    "scandir",
)
"""Functions of ``os`` that are calls to the system."""


@dataclass
class Calls:
    """Counts calls, and lets something happen in place of one of them.

    ``instead`` is called with the name of the call whose number is ``at``, from 0 on; it raises,
    ends the process, or returns which share of what is to be written may be written now. Where
    it ``lasts``, it happens to every later call of that name as well, as on a disk that stays
    full.
    """

    instead: Callable[[str], float]
    at: int = -1
    lasts: bool = False
    names: list[str] = field(default_factory=list[str])

    def pass_by(self, name: str) -> float:
        """Count a call; return which share of it is to be done."""
        number = len(self.names)
        self.names.append(name)
        is_again = self.lasts and 0 <= self.at < number and self.names[self.at] == name
        return self.instead(name) if number == self.at or is_again else 1.0


def refused(code: int) -> Callable[[str], float]:
    """Return what makes a call fail with an error."""

    def refuse(_name: str) -> float:
        raise OSError(code, os.strerror(code))

    return refuse


def cut_short(name: str) -> float:
    """Let half of what is to be written be written; other calls are done whole."""
    return 0.5 if name == "write" else 1.0


def killed(_name: str) -> float:
    """End the process at once."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0.0


@contextmanager
def intercepted(calls: Calls) -> Generator[None]:
    """Pass every system call by a counter."""
    true_open = io.open

    def opened(file: Any, mode: str = "r", *words: Any, **named: Any) -> Any:
        if "b" not in mode:
            return true_open(file, mode, *words, **named)
        if not isinstance(file, int):
            # A descriptor has been opened, and counted, before.
            calls.pass_by("open")
            file = os.fspath(file)
        raw = _Watched(file, mode.replace("b", ""), opener=named.get("opener"))
        raw.calls = calls
        return io.BufferedReader(raw) if raw.readable() else io.BufferedWriter(raw)

    patches = [patch.object(os, name, _counted(calls, name)) for name in FUNCTIONS]
    patches += [patch.object(module, "open", opened) for module in (io, builtins)]
    if sys.platform != "win32":
        import fcntl

        patches.append(patch.object(fcntl, "flock", _counted(calls, "flock", of=fcntl)))
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in reversed(patches):
            each.stop()


class _Watched(io.FileIO):
    """An open file whose reading, writing and closing are counted."""

    calls: Calls | None = None

    def write(self, data: Any, /) -> int:
        share = self._pass_by("write")
        view = memoryview(data).cast("B")
        return super().write(view[: max(1, int(len(view) * share))]) or 0

    def readall(self) -> bytes:
        self._pass_by("read")
        return super().readall()

    def readinto(self, buffer: Any, /) -> int:
        self._pass_by("read")
        return super().readinto(buffer) or 0

    def close(self) -> None:
        if self.calls is None or self.closed:
            super().close()
            return
        try:
            self._pass_by("close")
        finally:
            # A system closes a file even when it says that this failed.
            super().close()

    def _pass_by(self, name: str) -> float:
        return 1.0 if self.calls is None else self.calls.pass_by(name)


def _counted(calls: Calls, name: str, of: Any = os) -> Callable[..., Any]:
    true = getattr(of, name)

    def call(*words: Any, **named: Any) -> Any:
        calls.pass_by(name)
        return true(*words, **named)

    return call
