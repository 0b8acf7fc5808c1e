"""What lies beside every package of a release: bill, licences, lock, and one list of checksums."""

import shutil
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from installers import product
from installers.bill import write_bill
from installers.product import PACKAGE, PACKAGING, ROOT
from installers.steps import demand, step
from installers.tree import sha256

DIST = ROOT / "dist"
"""Where finished packages lie."""

CHECKSUMS = "SHA256SUMS"
"""The list of checksums, as ``sha256sum --check`` reads it."""

PACKAGES = {
    ".deb": "linux",
    "-portable.tar.xz": "linux",
    "-setup.exe": "windows",
    ".msi": "windows",
    "-portable.zip": "windows",
    "-arm64.dmg": "mac-arm64",
    "-x86_64.dmg": "mac-x86_64",
}
"""How names of packages end, and what each is made for."""


def main(words: Sequence[str]) -> None:
    """Check the finished packages in :data:`DIST` and write their checksums.

    With the word ``whole``, all packages of a release must be there.
    """
    demand(list(words) in ([], ["whole"]), "release-files takes no further word but: whole")
    if words:
        demand_whole(DIST)
    names = write_checksums(DIST)
    step(f"{CHECKSUMS} lists {len(names)} files")


def demand_whole(folder: Path) -> None:
    """Demand that a folder holds each package of a release once.

    Raises
    ------
    BuildError
        If one is missing, or there twice.
    """
    names = [path.name for path in folder.iterdir()]
    wrong = [end for end in PACKAGES if sum(name.endswith(end) for name in names) != 1]
    demand(not wrong, f"Not once in {folder}: {', '.join('*' + end for end in wrong)}")


def companions(system: str) -> tuple[str, str, str]:
    """Return the names of the bill, the licences and the lock of what is made for a system."""
    stem = f"{PACKAGE}-{product.version()}-{system}"
    return f"{stem}.bill.json", f"{stem}-licences.zip", f"{stem}.lock"


def write_companions(folder: Path, system: str, licences: Path, python: Path) -> None:
    """Write what lies beside the packages for a system.

    Parameters
    ----------
    folder
        Where the packages lie.
    system
        One of the values of :data:`PACKAGES`.
    licences
        The folder with the notices of all parts.
    python
        The interpreter of the environment that has been frozen.
    """
    folder.mkdir(parents=True, exist_ok=True)
    bill, texts, lock = (folder / name for name in companions(system))
    write_bill(bill, python)
    write_zip(licences, texts)
    shutil.copyfile(PACKAGING / "bundle.lock", lock)


def write_zip(folder: Path, archive: Path) -> None:
    """Pack the files in a folder into a zip file that is the same each time."""
    moment = datetime.fromtimestamp(product.SOURCE_DATE, UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), moment)
            member.external_attr = 0o644 << 16
            packed.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def write_checksums(folder: Path) -> tuple[str, ...]:
    """Write the checksums of everything in a folder, once all of it is there.

    Parameters
    ----------
    folder
        Where the packages lie.

    Returns
    -------
    tuple of str
        The names in the list.

    Raises
    ------
    BuildError
        If there is no package, something strange, or something missing beside a package.
    """
    found = folder.iterdir() if folder.is_dir() else ()
    names = {path.name for path in found} - {CHECKSUMS}
    systems = {_system(name) for name in names} - {None}
    demand(bool(systems), f"There is no package in {folder}; build one first.")
    beside = {name for system in systems if system for name in companions(system)}
    lost = sorted(beside - names)
    demand(not lost, f"Missing beside the packages in {folder}: {', '.join(lost)}")
    stray = sorted(name for name in names - beside if _system(name) is None)
    demand(not stray, f"Nobody expects in {folder}: {', '.join(stray)}")
    ordered = tuple(sorted(names))
    lines = "".join(f"{sha256(folder / name)}  {name}\n" for name in ordered)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8", newline="\n")
    return ordered


def _system(name: str) -> str | None:
    """Return what a package is made for; None if it is none of this version."""
    if product.version() not in name or not name.startswith(PACKAGE):
        return None
    return next((system for end, system in PACKAGES.items() if name.endswith(end)), None)
