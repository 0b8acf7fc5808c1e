"""Freezes the program: a clean environment from the lock, PyInstaller in it, one folder out."""

import shutil
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.product import PACKAGING, ROOT, SOURCE_DATE
from installers.steps import demand, run, step

BUILD = ROOT / "build"
"""Where everything built in between lies."""

REPRODUCIBLE = {"SOURCE_DATE_EPOCH": str(SOURCE_DATE), "PYTHONHASHSEED": "1"}
"""What makes two builds equal, byte for byte."""


def main(words: Sequence[str]) -> None:
    """Freeze the program for this system and tell its size."""
    demand(not words, "bundle takes no further words.")
    folder = freeze(freezing_environment(BUILD / "freezing"), BUILD / "bundle")
    step(f"frozen: {size(folder) / 1e6:.0f} MB in {folder}")


def freezing_environment(folder: Path) -> Path:
    """Make an environment that holds what ``bundle.lock`` names and nothing else.

    Returns
    -------
    Path
        Its interpreter.
    """
    step("installing what is frozen")
    venv.create(folder, with_pip=True, clear=True)
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    python = folder / inside
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    run(
        [
            python,
            "-m",
            "pip",
            "install",
            *quiet,
            "--no-deps",
            "--require-hashes",
            "-r",
            PACKAGING / "bundle.lock",
        ]
    )
    return python


def freeze(python: Path, folder: Path) -> Path:
    """Freeze the program with an interpreter's PyInstaller.

    Parameters
    ----------
    python
        The interpreter that is frozen too.
    folder
        Where the result and what comes before it shall lie; what was there is removed.

    Returns
    -------
    Path
        The folder with the frozen program.
    """
    step("freezing")
    shutil.rmtree(folder, ignore_errors=True)
    paths = ["--distpath", folder, "--workpath", folder / "work"]
    spec = PACKAGING / "explorer.spec"
    run([python, "-m", "PyInstaller", "--noconfirm", "--clean", *paths, spec], more=REPRODUCIBLE)
    return folder / product.FOLDER


def size(folder: Path) -> int:
    """Return how many bytes all files in a folder have together; links count nothing."""
    return sum(
        each.stat().st_size
        for each in folder.rglob("*")
        if each.is_file() and not each.is_symlink()
    )
