"""Builds installer and portable zip on Windows itself and proves them; what a release does."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.bill import write_bill
from installers.bundle import BUILD, freeze, freezing_environment, size
from installers.executable_check import check_executables
from installers.notices import write_notices
from installers.nsis import build_installer
from installers.portable_zip import build_zip
from installers.product import DOCUMENT_CLASS, FOLDER, ROOT
from installers.self_testing import prove
from installers.steps import demand, run, step

QPA = "windows"
"""Qt's platform plugin on Windows."""


def main(words: Sequence[str]) -> None:
    """Build both, then install, try and remove the program for the present user."""
    demand(sys.platform == "win32", "Here is no Windows; on Debian, say windows instead.")
    demand(not words, "windows-here takes no further words.")
    demand(shutil.which("makensis") is not None, "Install NSIS 3 and put makensis on the path.")
    installer = build(ROOT / "dist")
    prove_here(installer)
    step(f"{installer.name}: {installer.stat().st_size / 1e6:.1f} MB")


def build(out: Path) -> Path:
    """Freeze the program and make the packages, with the bill beside them.

    Parameters
    ----------
    out
        The folder that they come into.

    Returns
    -------
    Path
        The installer.
    """
    python = freezing_environment(BUILD / "freezing")
    bundle = freeze(python, BUILD / "bundle")
    write_notices(bundle / "LICENCES", python)
    step(f"{check_executables(bundle)} programs and libraries, {size(bundle) / 1e6:.0f} MB")
    version = product.version()
    installer = build_installer(bundle, out, version=version, scratch=BUILD / "nsis")
    build_zip(bundle, out, version=version)
    write_bill(installer.with_suffix(".exe.cdx.json"), python)
    return installer


def prove_here(installer: Path) -> None:
    """Install the program silently, let it test itself, and remove it.

    Parameters
    ----------
    installer
        The installer.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    place = Path(os.environ["LOCALAPPDATA"]) / "Programs" / FOLDER
    demand(not place.exists(), f"{place} is there already; remove the program first.")
    run([installer, "/S"])
    prove(place / f"{FOLDER}.exe", QPA)
    run([place / "uninstall.exe", "/S", f"_?={place}"])
    # Told where it is, the uninstaller waits until all is done, but cannot remove itself.
    left = sorted(path.name for path in place.rglob("*") if path.name != "uninstall.exe")
    demand(not left, f"The uninstaller left {', '.join(left)} in {place}.")
    shutil.rmtree(place)
    key = f"HKCU\\Software\\Classes\\{DOCUMENT_CLASS}"
    known = run(["reg", "query", key], expected=None).returncode == 0
    demand(not known, f"The uninstaller left {key} in the registry.")
