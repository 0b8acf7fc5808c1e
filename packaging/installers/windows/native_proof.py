"""Proves the packages for Windows on a real Windows: installed, tested, removed."""

import json
import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.product import COMMAND, FOLDER
from installers.self_testing import prove
from installers.steps import demand, run, step

QPA = "windows"
"""Qt's platform plugin on Windows."""

SCENARIO, PACKAGES_IN_ZONE = "october-2025", 7_293
"""A scenario, and how many packages its deal zone holds."""


def main(words: Sequence[str]) -> None:
    """Prove installer, package and portable archive, given their folder."""
    demand(len(words) == 1, "windows-prove needs the folder with the packages.")
    demand(sys.platform == "win32", "This needs Windows; `build windows` proves them under Wine.")
    folder = Path(words[0]).resolve()
    prove_installer(only(folder, "*-setup.exe"))
    prove_package(only(folder, "*.msi"))
    prove_portable(only(folder, "*-portable.zip"))


def only(folder: Path, pattern: str) -> Path:
    """Return the only file of a name in a folder.

    Raises
    ------
    BuildError
        If there is none, or more than one.
    """
    found = sorted(folder.glob(pattern))
    demand(len(found) == 1, f"{folder} should hold one {pattern}; there are {len(found)}.")
    return found[0]


def prove_installer(installer: Path) -> None:
    """Install silently for one user, test, remove."""
    step(f"installing {installer.name}")
    folder = Path(os.environ["LOCALAPPDATA"]) / "Programs" / FOLDER
    demand(not folder.exists(), f"{folder} is there before anything was installed.")
    run([installer, "/S"])
    prove_installed(folder)
    step("removing it")
    # Told where it is, the uninstaller stays there until it is done; by itself it stays behind.
    run([folder / "uninstall.exe", "/S", f"_?={folder}"])
    left = [each.name for each in folder.iterdir() if each.name != "uninstall.exe"]
    demand(not left, f"The uninstaller left {', '.join(left)} in {folder}.")
    shutil.rmtree(folder)


def prove_package(package: Path) -> None:
    """Install silently for the whole machine, test, remove."""
    step(f"installing {package.name}")
    run(["msiexec", "/i", package, "/qn", "/norestart"])
    programs = Path(os.environ["PROGRAMFILES"])
    prove_installed(only(programs, f"*/{FOLDER}.exe").parent)
    step("removing it")
    run(["msiexec", "/x", package, "/qn", "/norestart"])
    left = [str(each) for each in programs.glob(f"*/{FOLDER}.exe")]
    demand(not left, f"The package left {', '.join(left)}.")


def prove_portable(archive: Path) -> None:
    """Unpack, test, and see that settings stay beside the program."""
    step(f"unpacking {archive.name}")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        program = only(Path(folder), f"*/{FOLDER}.exe")
        demand((program.parent / product.PORTABLE_MARKER).is_file(), "The archive is not portable.")
        prove_installed(program.parent)


def prove_installed(folder: Path) -> None:
    """Have both programs test themselves, and solve something whose answer is known."""
    for name in (FOLDER, COMMAND):
        prove(folder / f"{name}.exe", QPA)
    told = run([folder / f"{COMMAND}.exe", "solve", SCENARIO, "--json"]).stdout
    found = json.loads(told)["zone"]["packages"]
    demand(found == PACKAGES_IN_ZONE, f"{found} packages, not {PACKAGES_IN_ZONE}.")
