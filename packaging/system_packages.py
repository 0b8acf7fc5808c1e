"""System packages: what the program needs of Linux, what is missing, and how to get it."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

TABLE = Path(__file__).resolve().parent / "system-packages.txt"
"""The needs and the names of their packages; the shell script ``bootstrap`` reads it too."""

INSTALL: Mapping[str, str] = {
    "apt": "apt-get update && apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -Sy --needed",
}
"""What each package manager is called with, in the order of the table's columns."""

PROGRAMS: Mapping[str, str] = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman"}
"""The program by which a package manager is known to be there."""


class SystemPackageError(Exception):
    """Packages are missing and cannot be installed from here; the text holds the line to run."""


@dataclass(frozen=True)
class Need:
    """Something that the program needs of the system.

    Attributes
    ----------
    group
        When it is needed: ``python``, ``qt``, ``x11``, ``wayland`` or ``tests``.
    kind, name
        How to see that it is there: a ``library``, ``program`` or ``folder`` of this name.
    packages
        The packages that bring it, separated by spaces, by package manager.
    """

    group: str
    kind: str
    name: str
    packages: Mapping[str, str]

    def is_met(self) -> bool:
        """Say whether the system has it."""
        if self.kind == "library":
            return has_library(self.name)
        return bool(shutil.which(self.name)) if self.kind == "program" else Path(self.name).is_dir()


def needs(text: str) -> list[Need]:
    """Return the rows of the table, in its order."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [_need([cell.strip() for cell in line.split("|")]) for line in lines]


def _need(cells: list[str]) -> Need:
    group, probe, *packages = cells
    kind, name = probe.split(maxsplit=1)
    return Need(group, kind, name, dict(zip(INSTALL, packages, strict=True)))


def has_library(name: str) -> bool:
    """Say whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def session_groups(environment: Mapping[str, str]) -> set[str]:
    """Return the groups that the session's screens need: ``x11``, ``wayland``, both or none."""
    variables = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return {group for group, variable in variables.items() if environment.get(variable)}


def missing_needs(groups: Collection[str]) -> list[Need]:
    """Return what this machine lacks of some groups; nothing where it is no Linux."""
    if sys.platform != "linux":
        return []
    table = needs(TABLE.read_text(encoding="utf-8"))
    return [need for need in table if need.group in groups and not need.is_met()]


def package_names(missing: Iterable[Need], manager: str) -> list[str]:
    """Return the packages that bring what is missing, each once, as one manager names them."""
    names = [name for need in missing for name in need.packages[manager].split()]
    return list(dict.fromkeys(names))


def present_manager() -> str | None:
    """Return the package manager of this system, or None if it is none of those we know."""
    return next((each for each, program in PROGRAMS.items() if shutil.which(program)), None)


def install_missing(groups: Collection[str]) -> None:
    """Install what is missing where that is safe to do unasked: by apt, as root or through sudo.

    Parameters
    ----------
    groups
        What is needed now.

    Raises
    ------
    SystemPackageError
        If something stays missing; the text has one line that installs all of it.
    """
    missing = missing_needs(groups)
    if not missing:
        return
    manager = present_manager()
    prefix = root_prefix()
    if manager != "apt" or prefix is None or not _apt_install(prefix, missing):
        raise SystemPackageError(advice(missing, manager))


def advice(missing: Sequence[Need], manager: str | None) -> str:
    """Return how to install what is missing, in one line that can be copied.

    Parameters
    ----------
    missing
        What the system lacks.
    manager
        The system's package manager; where it is unknown, the libraries themselves are named.
    """
    if manager is None:
        names = ", ".join(need.name for need in missing)
        return f"This system lacks: {names}. Please install the packages that bring these."
    names = " ".join(package_names(missing, manager))
    return (
        "Some system packages are missing. Please run this line as root, then try again:\n"
        f"  {INSTALL[manager]} {names}"
    )


def root_prefix() -> tuple[str, ...] | None:
    """Return the words before a command that run it as root, or None if that is not possible."""
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive")
    if sys.platform == "win32" or os.geteuid() == 0:
        return quiet
    return ("sudo", *quiet) if shutil.which("sudo") else None


def _apt_install(prefix: Sequence[str], missing: Sequence[Need]) -> bool:
    """Install by apt; say whether that succeeded."""
    names = package_names(missing, "apt")
    print("Installing system packages:", " ".join(names), file=sys.stderr, flush=True)
    # An update that fails for one of several sources need not stop the installation.
    _call([*prefix, "apt-get", "update", "-q"])
    return _call([*prefix, "apt-get", "install", "-y", "--no-install-recommends", *names]) == 0


def _call(command: Sequence[str]) -> int:
    """Run a command, with what it prints on standard error; return its exit code."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode
