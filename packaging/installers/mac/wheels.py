"""Checks what the Mac package is made from: the locked files exist, and how old a Mac may be."""

import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lief

from installers import product
from installers.bundle import BUILD
from installers.distributions import lock_for
from installers.mac.mach_o import MACH_O
from installers.steps import BuildError, demand, run, step

PROCESSORS = {"arm64": "ARM64", "x86_64": "X86_64"}
"""Each kind of Mac, with the name of its processor in files."""

Version = tuple[int, int]


def main(words: Sequence[str]) -> None:
    """Fetch the locked files for both Macs and compare the oldest system they need with ours."""
    demand(not words, "mac-wheels takes no further words.")
    found: dict[str, Version] = {}
    for processor in PROCESSORS:
        files = fetch(processor, BUILD / "mac-wheels" / processor)
        found[processor] = check_oldest(files, processor)
    demand(
        dotted(max(found.values())) == product.OLDEST_MAC,
        f"product.OLDEST_MAC says {product.OLDEST_MAC}; the files say {found}.",
    )


def fetch(processor: str, folder: Path) -> list[Path]:
    """Fetch what the lock names for a Mac; every file must have a locked hash.

    Parameters
    ----------
    processor
        Which Mac, of :data:`PROCESSORS`.
    folder
        Where to; what was there is removed.

    Returns
    -------
    list of Path
        The wheels.

    Raises
    ------
    BuildError
        If one of them does not exist for that Mac.
    """
    step(f"fetching what the lock names for a Mac with {processor}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    needed = folder / "needed.txt"
    needed.write_text(lock_for("darwin"), encoding="utf-8")
    tag = f"macosx_{product.OLDEST_MAC.replace('.', '_')}_{processor}"
    kind = ["--only-binary=:all:", f"--platform={tag}", "--python-version=3.11"]
    exact = ["--no-deps", "--require-hashes", "--quiet", "--disable-pip-version-check"]
    where = [f"--dest={folder}", "-r", needed]
    run([sys.executable, "-m", "pip", "download", *exact, *kind, *where])
    return sorted(folder.glob("*.whl"))


def check_oldest(wheels: Sequence[Path], processor: str) -> Version:
    """Return the oldest macOS on which all compiled parts of some wheels run.

    Parameters
    ----------
    wheels
        The wheels of one kind of Mac.
    processor
        Which, of :data:`PROCESSORS`.

    Raises
    ------
    BuildError
        If a part is not for this processor, tells no version, or asks for a newer system than
        :data:`installers.product.OLDEST_MAC`.
    """
    parts = [(f"{wheel.name}: {name}", data) for wheel in wheels for name, data in inside(wheel)]
    demand(bool(parts), f"The wheels for {processor} hold no compiled parts; is that right?")
    needs = {name: oldest_macos(name, data, processor) for name, data in parts}
    major, minor = (int(each) for each in product.OLDEST_MAC.split("."))
    late = [f"{name} needs {dotted(need)}" for name, need in needs.items() if need > (major, minor)]
    demand(not late, f"Newer than macOS {product.OLDEST_MAC}:\n" + "\n".join(late))
    newest = max(needs.values())
    step(f"{processor}: {len(needs)} compiled parts run on macOS {dotted(newest)} and later")
    return newest


def inside(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each compiled part in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            with archive.open(name) as part:
                begin = part.read(4)
            if begin in MACH_O:
                yield name, archive.read(name)


def oldest_macos(name: str, content: bytes, processor: str) -> Version:
    """Return the oldest macOS that a Mach-O file asks for.

    Parameters
    ----------
    name
        What to call it in a problem.
    content
        The file's content.
    processor
        Whose part of it counts, of :data:`PROCESSORS`.

    Raises
    ------
    BuildError
        If it holds nothing for that processor, or tells no version.
    """
    binary: Any = lief.MachO.parse(list(content))  # pyright: ignore[reportUnknownMemberType]
    slices = [] if binary is None else [binary.at(each) for each in range(binary.size)]
    right = [each for each in slices if each.header.cpu_type.name == PROCESSORS[processor]]
    if not right:
        raise BuildError(f"{name} holds nothing for {processor}.")
    told = right[0].build_version if right[0].has_build_version else right[0].version_min
    if told is None:
        raise BuildError(f"{name} does not tell which macOS it needs.")
    version = told.minos if right[0].has_build_version else told.version
    return version[0], version[1]


def dotted(version: Version) -> str:
    """Return a version as people write it."""
    return f"{version[0]}.{version[1]}"
