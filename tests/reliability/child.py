"""The program in a process of its own, which is driven from inside and watched from outside."""

import faulthandler
import os
import subprocess
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

ROOT = Path(__file__).parents[2]

LONGEST = 4 * 3600
"""Seconds after which a process that hangs ends itself, with the traces of its threads."""

FAULT = 70
"""The exit code of a process in which an error was raised that nobody caught."""


def start(module: str, *words: str | Path, complaints: IO[str]) -> subprocess.Popen[str]:
    """Start a module of this package off screen; its lines can be read as they come.

    Parameters
    ----------
    module
        Its name.
    words
        Its command line.
    complaints
        Where its standard error goes.
    """
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.reliability.{module}", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        encoding="utf-8",
    )


def end_on_faults() -> None:
    """Let this process end at the first error that nobody catches, in a slot of Qt too."""
    faulthandler.dump_traceback_later(LONGEST, exit=True)
    sys.excepthook = _end


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(FAULT)
