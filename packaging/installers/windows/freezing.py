"""Freezes the program for Windows under Wine: twice, in two folders, to the same bytes."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installers import product
from installers.bundle import REPRODUCIBLE
from installers.product import ROOT
from installers.steps import step
from installers.tree import demand_equal
from installers.windows.wine import Wine

SOURCES = ("explorer", "packaging", "resources", "LICENSE")
"""What of the checkout is frozen, or needed for it."""


def freeze_twice(wine: Wine, python: Path, *, once: bool = False) -> list[Path]:
    """Freeze the program in two folders at the same time and compare the results.

    Parameters
    ----------
    wine
        The place for Windows programs.
    python
        The folder of the Windows Python, in the shared folder.
    once
        Whether to freeze only once and compare nothing, which is quicker.

    Returns
    -------
    list[Path]
        The folders with the frozen program.

    Raises
    ------
    BuildError
        If the two differ.
    """
    step("freezing" if once else "freezing, twice")
    names = ["first"] if once else ["first", "second-time"]
    with ThreadPoolExecutor() as both:
        started = [both.submit(_freeze, wine, python, wine.shared / name) for name in names]
    frozen = [each.result() for each in started]
    demand_equal(frozen[0], frozen[-1])
    return frozen


def _freeze(wine: Wine, python: Path, folder: Path) -> Path:
    """Freeze a copy of the checkout; return the folder with the program."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in SOURCES:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    out = folder / "build"
    paths = ["--distpath", wine.windows(out), "--workpath", wine.windows(out / "work")]
    words = ["-m", "PyInstaller", "--noconfirm", "--clean", *paths, "packaging/explorer.spec"]
    wine.run([python / "python.exe", *words], limit=580, folder=folder, more=REPRODUCIBLE)
    return out / product.FOLDER
