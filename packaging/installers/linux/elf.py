"""What the Linux bundle's binaries ask of the system: libraries, and how new these must be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import lief

from installers.steps import BuildError, demand

# It would print what it thinks of its own memory, and of notes that nobody asks for.
lief.disable_leak_warning()
lief.logging.disable()

SYSTEM_LIBRARIES = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""The libraries that are the system's own, and the Debian package that brings each.

They are those that drawing and fonts depend on, which must fit the machine, and those that every
desktop has.
"""

NEWEST_C = (2, 35)
"""The newest C library that may be needed: that of Ubuntu 22.04; Debian 12 has 2.36."""

NEWEST_CXX = (3, 4, 30)
"""The same for the C++ library."""

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """One program or library.

    Attributes
    ----------
    name
        Its file name.
    needs
        The libraries that it names as needed.
    symbols
        The versions of symbols that it asks for, such as ``GLIBC_2.34``.
    """

    name: str
    needs: frozenset[str]
    symbols: frozenset[str]


def binaries(folder: Path) -> tuple[Binary, ...]:
    """Return what every program and library in a folder asks for.

    Raises
    ------
    BuildError
        If a file begins like one and cannot be read.
    """
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return tuple(_binary(path) for path in files if _is_elf(path))


def names(folder: Path) -> frozenset[str]:
    """Return the names of all files in a folder; links to files count."""
    return frozenset(path.name for path in folder.rglob("*") if path.is_file())


def missing(found: Iterable[Binary], inside: frozenset[str]) -> tuple[str, ...]:
    """Return which needed libraries are neither inside nor the system's, with who needs them."""
    known = inside | SYSTEM_LIBRARIES.keys()
    return tuple(
        f"{library} for {each.name}" for each in found for library in sorted(each.needs - known)
    )


def packages(found: Iterable[Binary], inside: frozenset[str]) -> tuple[str, ...]:
    """Return the Debian packages of the system libraries that are needed and not inside."""
    needed = {library for each in found for library in each.needs} - inside
    return tuple(sorted({SYSTEM_LIBRARIES[each] for each in needed if each in SYSTEM_LIBRARIES}))


def newest(found: Iterable[Binary], family: str) -> Version:
    """Return the newest version of a family of symbols that anything asks for.

    Parameters
    ----------
    found
        The binaries.
    family
        Such as ``GLIBC``.

    Returns
    -------
    tuple of int
        Such as ``(2, 35)``; empty if nothing asks for any.
    """
    pattern = re.compile(rf"{re.escape(family)}_(\d+(?:\.\d+)*)")
    matches = (pattern.fullmatch(symbol) for each in found for symbol in each.symbols)
    return max((_numbers(match[1]) for match in matches if match), default=())


def demand_complete(found: Sequence[Binary], inside: frozenset[str]) -> None:
    """Stop the build unless the bundle runs wherever we say it does.

    Raises
    ------
    BuildError
        If a library is missing, or something asks for a newer system.
    """
    demand(bool(found), "There is no program in the bundle.")
    lost = missing(found, inside)
    demand(not lost, "The bundle lacks libraries:\n" + "\n".join(lost))
    for family, limit in (("GLIBC", NEWEST_C), ("GLIBCXX", NEWEST_CXX)):
        asked = newest(found, family)
        demand(asked <= limit, f"The bundle needs {family} {asked}; more than {limit}.")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _binary(path: Path) -> Binary:
    # Its types leave open what a path may be.
    parsed = lief.ELF.parse(str(path))  # pyright: ignore[reportUnknownMemberType]
    if parsed is None or not len(parsed.segments):
        raise BuildError(f"{path} begins like a program and is none.")
    symbols = {
        str(each.name)
        for library in parsed.symbols_version_requirement
        for each in library.get_auxiliary_symbols()
    }
    return Binary(path.name, frozenset(map(str, parsed.libraries)), frozenset(symbols))


def _numbers(text: str) -> Version:
    return tuple(int(part) for part in text.split("."))
