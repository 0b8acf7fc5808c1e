"""Puts beside the packages what belongs to them, and sums up everything before publishing."""

import hashlib
import shutil
import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.bill import write_bill
from installers.distributions import LOCK
from installers.notices import write_notices
from installers.product import ROOT
from installers.steps import demand, step

DIST = ROOT / "dist"
"""Where finished packages lie."""

SUMS = "SHA256SUMS"
"""The file with the checksums, as ``sha256sum --check`` reads it."""

PACKAGES = (
    "_amd64.deb",
    ".tar.xz",
    "-setup.exe",
    ".msi",
    "-portable.zip",
    "-arm64.dmg",
    "-x86_64.dmg",
)
"""How the names of packages end; a release has one of each kind."""

SYSTEMS = ("linux", "windows", "mac-arm64", "mac-x86_64")
"""What packages are built on."""

BESIDE = (".cdx.json", "-licences.zip", ".lock.txt")
"""What lies beside the packages of each system: bill, licences, lock."""


def main(words: Sequence[str]) -> None:
    """Add what belongs to a system's packages, or with ``sums`` check and sum up a release."""
    if words == ["sums"]:
        sum_up(DIST)
        return
    demand(
        len(words) == 2 and words[0] in SYSTEMS,
        f"release-files takes a system of {', '.join(SYSTEMS)} and the interpreter that was "
        "frozen there; or: sums",
    )
    add_beside(DIST, words[0], Path(words[1]))


def stem(system: str) -> str:
    """Return how the names of what lies beside a system's packages begin."""
    return f"{product.PACKAGE}-{product.version()}-{system}"


def add_beside(folder: Path, system: str, python: Path) -> None:
    """Write bill, licences and lock of one system's packages.

    Parameters
    ----------
    folder
        Where the packages lie; made if it is missing.
    system
        Which, of :data:`SYSTEMS`.
    python
        The interpreter of the environment that was frozen; it is not run.
    """
    folder.mkdir(exist_ok=True)
    bill, licences, lock = (folder / f"{stem(system)}{end}" for end in BESIDE)
    write_bill(bill, python)
    with tempfile.TemporaryDirectory() as scratch:
        write_notices(Path(scratch) / "licences", python)
        pack(Path(scratch) / "licences", licences)
    shutil.copyfile(LOCK, lock)
    step(f"wrote what lies beside the packages for {system}")


def pack(folder: Path, archive: Path) -> None:
    """Pack a folder so that the same files give the same bytes."""
    when = time.gmtime(product.SOURCE_DATE)[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(each.relative_to(folder.parent).as_posix(), when)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, each.read_bytes(), zipfile.ZIP_DEFLATED)


def sum_up(folder: Path) -> None:
    """Check that a release is whole, and write the checksums of all its files.

    Raises
    ------
    BuildError
        If something is missing, or is there that does not belong to it.
    """
    names = sorted(each.name for each in folder.iterdir() if each.name != SUMS)
    strange = [name for name in names if product.version() not in name]
    demand(not strange, f"These do not tell version {product.version()}: {', '.join(strange)}")
    beside = [f"{stem(system)}{end}" for system in SYSTEMS for end in BESIDE]
    missing = [name for name in beside if name not in names]
    missing += [f"*{end}" for end in PACKAGES if _count(names, end) != 1]
    demand(not missing, f"Not there, or not just once: {', '.join(missing)}")
    lines = [f"{_digest(folder / name)}  {name}\n" for name in names]
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")
    step(f"{len(names)} files summed up in {SUMS}")


def _count(names: Sequence[str], end: str) -> int:
    return sum(name.endswith(end) for name in names)


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
