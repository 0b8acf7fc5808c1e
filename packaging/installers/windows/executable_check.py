"""Looks into every Windows program and library of a bundle, without running it.

Under Wine a program may start although a library is missing, because Wine brings its own; on
Windows it would not. So what each file asks for is read from the file itself.
"""

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pefile  # pyright: ignore[reportMissingTypeStubs]

from installers import product
from installers.steps import BuildError, demand

X64 = 0x8664
"""The machine that everything must be made for."""

WINDOW, CONSOLE = 2, 3
"""Subsystems: a program without, and one with a console."""

SYSTEM_LIBRARIES = frozenset(
    {
        # the core: processes, memory, registry, security
        "advapi32.dll", "bcrypt.dll", "bcryptprimitives.dll", "crypt32.dll", "kernel32.dll",
        "ntdll.dll", "rpcrt4.dll", "userenv.dll", "version.dll",
        # windows, drawing, fonts, themes, clipboard, input, screens
        "comctl32.dll", "comdlg32.dll", "d2d1.dll", "d3d11.dll", "d3d12.dll", "d3d9.dll",
        "dwmapi.dll", "dwrite.dll", "dxgi.dll", "gdi32.dll", "imm32.dll",
        "setupapi.dll", "shlwapi.dll", "shell32.dll", "user32.dll",
        "uxtheme.dll", "winspool.drv", "wtsapi32.dll",
        # objects, accessibility
        "ole32.dll", "oleaut32.dll", "uiautomationcore.dll",
        # time of media, network (Python's sockets, Qt's users)
        "authz.dll", "iphlpapi.dll", "mpr.dll", "netapi32.dll", "winmm.dll",
        "ws2_32.dll",
    }
)  # fmt: skip
"""Libraries that every Windows 10 and 11 has, which a bundle may therefore ask for."""

_SYSTEM_FAMILIES = re.compile(r"(api|ext)-ms-win-.*\.dll")
_NEVER_SHIPPED = re.compile(r"(?i)(api-ms-win-.*|ucrtbase)\.dll")
_WINE_MARKERS = (b"Wine builtin DLL", b"Wine placeholder DLL")


@dataclass(frozen=True, slots=True)
class Executable:
    """What a program or library tells of itself.

    Attributes
    ----------
    machine, subsystem
        Numbers as the format has them.
    asks_for
        The names of the libraries that it needs, in small letters.
    told
        Its version information.
    of_wine
        Whether it was made by Wine.
    """

    machine: int
    subsystem: int
    asks_for: frozenset[str]
    told: Mapping[str, str]
    of_wine: bool


def check_executables(folder: Path) -> int:
    """Check every program and library in a bundle for Windows.

    Parameters
    ----------
    folder
        The folder with the frozen program.

    Returns
    -------
    int
        How many files were looked into.

    Raises
    ------
    BuildError
        If something is not as it must be; the text names every case.
    """
    files = executables(folder)
    demand(bool(files), f"{folder} holds no programs.")
    read = {file: read_executable(file) for file in files}
    problems = [
        *_problems_of_all(folder, read),
        *program_problems(read.get(folder / f"{product.FOLDER}.exe"), product.FOLDER, WINDOW),
        *program_problems(read.get(folder / f"{product.COMMAND}.exe"), product.COMMAND, CONSOLE),
    ]
    demand(not problems, "The programs for Windows are not right:\n" + "\n".join(problems))
    return len(files)


def executables(folder: Path) -> Sequence[Path]:
    """Return the files of a folder that begin as programs and libraries do, whatever their name."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and _begins_mz(path)]


def read_executable(file: Path) -> Executable:
    """Read what a program or library tells of itself.

    Raises
    ------
    BuildError
        If it is none.
    """
    content = file.read_bytes()
    try:
        machine, subsystem = _numbers(content)
        read: Any = pefile.PE(data=content, fast_load=True)
        wanted = ("IMPORT", "DELAY_IMPORT", "RESOURCE")
        entries = [pefile.DIRECTORY_ENTRY[f"IMAGE_DIRECTORY_ENTRY_{each}"] for each in wanted]
        read.parse_data_directories(entries)
    except (pefile.PEFormatError, struct.error) as error:
        raise BuildError(f"{file} is no program for Windows: {error}") from error
    asked = [
        *getattr(read, "DIRECTORY_ENTRY_IMPORT", ()),
        *getattr(read, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
    ]
    return Executable(
        machine,
        subsystem,
        frozenset(each.dll.decode("ascii").lower() for each in asked),
        _version_information(read),
        any(marker in content[:0x400] for marker in _WINE_MARKERS),
    )


def missing_libraries(read: Mapping[Path, Executable]) -> list[str]:
    """Return what is asked for, but neither in the bundle nor Windows' own; with who asks."""
    present = {file.name.lower() for file in read}
    return [
        f"{file.name} needs {name}, which is neither here nor part of Windows"
        for file, each in read.items()
        for name in sorted(each.asks_for - present - SYSTEM_LIBRARIES)
        if not _SYSTEM_FAMILIES.fullmatch(name)
    ]


def program_problems(read: Executable | None, name: str, subsystem: int) -> list[str]:
    """Return what is wrong with one of the two programs that people start.

    Parameters
    ----------
    read
        The program; None if it is missing.
    name
        Its name without ``.exe``.
    subsystem
        Whether it must have a console: :data:`WINDOW` or :data:`CONSOLE`.
    """
    if read is None:
        return [f"{name}.exe is missing"]
    wanted = {
        "CompanyName": product.PUBLISHER,
        "FileVersion": product.version(),
        "OriginalFilename": f"{name}.exe",
        "ProductName": product.NAME,
        "ProductVersion": product.version(),
    }
    problems = [
        f"{name}.exe says {read.told.get(key)!r} for {key}, not {text!r}"
        for key, text in wanted.items()
        if read.told.get(key) != text
    ]
    if read.subsystem != subsystem:
        problems.append(f"{name}.exe has the subsystem {read.subsystem}, not {subsystem}")
    return problems


def _problems_of_all(folder: Path, read: Mapping[Path, Executable]) -> list[str]:
    """Return what is wrong with any of the files."""
    names = {file: file.relative_to(folder).as_posix() for file in read}
    return [
        *(f"{names[file]} is not made for x64" for file in read if read[file].machine != X64),
        *(f"{names[file]} comes from Wine" for file in read if read[file].of_wine),
        *(f"{names[f]} is Windows' own" for f in read if _NEVER_SHIPPED.fullmatch(f.name)),
        *missing_libraries(read),
    ]


def _numbers(content: bytes) -> tuple[int, int]:
    """Return the machine and the subsystem that a program's header names."""
    (header,) = struct.unpack_from("<I", content, 0x3C)
    (machine,) = struct.unpack_from("<H", content, header + 4)
    (subsystem,) = struct.unpack_from("<H", content, header + 24 + 68)
    return machine, subsystem


def _version_information(read: Any) -> dict[str, str]:
    """Return the texts of a file's version information."""
    return {
        key.decode("utf-8"): text.decode("utf-8")
        for part in getattr(read, "FileInfo", [])
        for info in part
        for table in getattr(info, "StringTable", [])
        for key, text in table.entries.items()
    }


def _begins_mz(file: Path) -> bool:
    """Return whether a file begins as programs for Windows do."""
    with file.open("rb") as opened:
        return opened.read(2) == b"MZ"
