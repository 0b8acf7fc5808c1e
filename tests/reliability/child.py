"""The program in a process of its own, which is driven from inside and watched from outside."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]

LONGEST = 1800
"""Seconds after which a process that hangs ends itself, with the traces of its threads."""


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
