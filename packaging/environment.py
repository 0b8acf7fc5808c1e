"""The environment ``.venv``: which lock fills it, whether it is ready, and why it may fail."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
PATH_FILE = "deal-zone-explorer.pth"
"""The file in the environment that makes the checkout importable, without building anything."""

PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input")
"""How pip is called. Its progress stays visible: the first set-up takes a while."""

EXACTLY = ("--no-deps", "--require-hashes")
"""How a lock is installed.

Locks are complete, so nothing is resolved. pip before 23.3 would resolve an extra such as
``coverage[toml]`` anew, and find a release newer than the lock's; ``pip check`` proves afterwards
that nothing is missing.
"""


class SetupError(Exception):
    """The environment cannot be made or filled; the text says why and what to do."""


@dataclass(frozen=True)
class Level:
    """A set of packages that an environment can hold; each level includes those before it.

    Attributes
    ----------
    name
        What ``prepare`` calls it.
    lock
        The lock file, relative to the checkout.
    """

    name: str
    lock: str


PROGRAM = Level("program", "packaging/start.lock")
DEVELOPMENT = Level("development", "requirements.lock")
LEVELS = (PROGRAM, DEVELOPMENT)

CAUSES: Mapping[tuple[str, ...], str] = {
    ("No space left on device", "Errno 28"): (
        "The disk is full. Free about 2 GB, then run the same command again."
    ),
    ("THESE PACKAGES DO NOT MATCH THE HASHES",): (
        "A file that was fetched is not the one that the lock names, so it was refused. If your "
        "network changes what is fetched (a proxy or a mirror), try another one."
    ),
    ("all requirements must have their versions pinned",): (
        "The lock is not complete for this version of pip. This is a fault of Deal Zone Explorer, "
        "not of your machine; please report it with the lines above."
    ),
    ("NewConnectionError", "ReadTimeout", "ConnectTimeout", "ProxyError", "ConnectionReset"): (
        "The package index could not be reached. Check the network, and the proxy if there is "
        "one, then run the same command again."
    ),
    ("CERTIFICATE_VERIFY_FAILED", "SSLError"): (
        "The package index was reached, but its certificate is not trusted here. A network that "
        "inspects traffic needs its own certificate: see pip's option --cert."
    ),
    ("No matching distribution found", "Could not find a version that satisfies"): (
        "The package index offers no file of a locked package for this Python and this processor. "
        "Python 3.11 to 3.15 on 64-bit Linux, Windows and macOS are known to work."
    ),
}
"""What pip writes when it fails, with the cause in plain words; the first that is found counts."""


class Environment:
    """A virtual environment beside the sources.

    Parameters
    ----------
    root
        The checkout.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"

    @property
    def tools(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.tools / ("python.exe" if sys.platform == "win32" else "python")

    def has(self, level: Level) -> bool:
        """Say whether it holds a level, by itself or as a part of a higher one."""
        higher = LEVELS[LEVELS.index(level) :]
        return self.python.exists() and any(self._is_stamped(each) for each in higher)

    def prepare(self, level: Level) -> None:
        """Make it hold a level, unless it does already.

        Raises
        ------
        SetupError
            If it cannot be made or filled.
        """
        if self.has(level):
            return
        if not any(self.has(each) for each in LEVELS):
            # Made for another lock, Python or folder, or not finished: not to be trusted.
            print(f"Preparing {self.folder} for the first time.", file=sys.stderr, flush=True)
            self._make()
        self._fill(level)
        self._stamp(level).write_text(self._fingerprint(level), encoding="utf-8")

    def _make(self) -> None:
        try:
            venv.create(self.folder, with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError) as problem:
            raise SetupError(
                f"Python could not make the environment {self.folder}: {problem}\n"
                "On Debian and Ubuntu, `apt-get install python3-venv` provides what it needs."
            ) from problem
        packages = site_packages(self.folder)
        relative = os.path.relpath(self.root, packages)
        (packages / PATH_FILE).write_text(f"{relative}\n", encoding="utf-8")

    def _fill(self, level: Level) -> None:
        lock = self.root / level.lock
        with tempfile.TemporaryDirectory() as scratch:
            log = Path(scratch) / "pip.log"
            install = ("install", "--log", str(log), *EXACTLY, "-r", str(lock))
            if self._pip(install):
                raise SetupError(_failure(log))
        if self._pip(("check",)):
            raise SetupError(
                f"{level.lock} leaves out something that it needs, as the lines above say. This is "
                "a fault of Deal Zone Explorer; please report it."
            )

    def _pip(self, arguments: Sequence[str]) -> int:
        """Run pip, with what it prints on standard error; return its exit code."""
        # A setting of the user's own account would install outside the environment.
        settings = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "1"}
        command = [str(self.python), *PIP, *arguments]
        return subprocess.run(command, stdout=sys.stderr, env=settings, check=False).returncode

    def _stamp(self, level: Level) -> Path:
        return self.folder / f"holds-{level.name}"

    def _is_stamped(self, level: Level) -> bool:
        stamp = self._stamp(level)
        return stamp.is_file() and stamp.read_text(encoding="utf-8") == self._fingerprint(level)

    def _fingerprint(self, level: Level) -> str:
        """Return a text that changes when a level has to be installed again."""
        digest = hashlib.sha256((self.root / level.lock).read_bytes()).hexdigest()
        version = ".".join(str(part) for part in sys.version_info[:2])
        return f"{digest} {version} {self.root}\n"


def site_packages(environment: Path) -> Path:
    """Return the folder of an environment's packages."""
    if sys.platform == "win32":
        return environment / "Lib" / "site-packages"
    major, minor = sys.version_info[:2]
    return environment / "lib" / f"python{major}.{minor}" / "site-packages"


def cause(log: str) -> str:
    """Return why pip failed, in plain words, from what it logged; empty if that is not known."""
    found = (words for signs, words in CAUSES.items() if any(sign in log for sign in signs))
    return next(found, "")


def _failure(log: Path) -> str:
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    known = cause(text) or "The lines above say why. Run the same command again to try once more."
    return f"The packages could not be installed. {known}"
