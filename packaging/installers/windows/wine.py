"""Runs Windows programs here: Wine in a bare Debian, with a screen that nobody sees."""

import select
import shutil
import subprocess
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from installers.bare_debian import ENVIRONMENT, SHARED, BareDebian, bare_debian
from installers.steps import LIMIT_SECONDS, BuildError, demand, run, step

RELEASE = "trixie"
"""The Debian whose Wine, version 10, runs everything that the program needs."""

PACKAGES = ("wine", "wine64", "wine32:i386", "fonts-nanum", "xvfb", "xdotool", "imagemagick")
"""What is installed in it; wine32 has to be there before the first prefix is made."""

SCREEN = "1280x900x24"
"""The size and depth of the screen."""

_SETTINGS = {
    "HOME": f"{SHARED}/home",
    "WINEDEBUG": "-all",
    # Microsoft's own C library, because Wine's lacks complex numbers; no debugger, which would only
    # wait; nothing that copies shortcuts into menus of Linux.
    "WINEDLLOVERRIDES": "ucrtbase=n,b;mscoree=d;mshtml=d;winedbg.exe=d;winemenubuilder.exe=d",
}
_SCREEN_AND_SERVER = f"""
mkdir -p {SHARED}/home
Xvfb -displayfd 1 -screen 0 {SCREEN} -nolisten tcp 2>/dev/null &
wait
"""


@dataclass(frozen=True, slots=True)
class Wine:
    """A running place for Windows programs; made by :func:`wine_session`.

    Parameters
    ----------
    shared
        The folder of this machine that the place sees as :data:`installers.bare_debian.SHARED`.
    process
        The number of the process whose end ends everything inside.
    display
        The screen, as X11 names it.
    prefix
        The name, in the shared folder, of the folder that holds Windows' drive and registry.
    """

    shared: Path
    process: int
    display: str
    prefix: str = "prefix"

    @property
    def drive(self) -> Path:
        """Drive C as this machine sees it."""
        return self.shared / self.prefix / "drive_c"

    @property
    def user(self) -> Path:
        """The Windows user's folder as this machine sees it."""
        return self.drive / "users" / "root"

    def on(self, prefix: str) -> "Wine":
        """Return the same place with another drive and registry."""
        return replace(self, prefix=prefix)

    def inside(self, path: Path) -> str:
        """Return how the place sees a path of the shared folder."""
        return f"{SHARED}/{path.relative_to(self.shared).as_posix()}"

    def windows(self, path: Path) -> str:
        """Return how Windows programs see a path of the shared folder."""
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + self.inside(path).replace("/", "\\")

    def command(
        self,
        words: Sequence[str | Path],
        *,
        limit: float = LIMIT_SECONDS,
        folder: Path | None = None,
        more: Mapping[str, str] | None = None,
    ) -> list[str]:
        """Return what has to be run on this machine to run a Linux command in the place.

        Parameters
        ----------
        words
            The program and its words; paths are of this machine, in the shared folder.
        limit
            After how many seconds it is ended; it then counts as failed.
        folder
            Where it runs, in the shared folder.
        more
            What is added to the environment.
        """
        variables = {
            **ENVIRONMENT,
            **_SETTINGS,
            "DISPLAY": self.display,
            "WINEPREFIX": f"{SHARED}/{self.prefix}",
            **(more or {}),
        }
        enter = ["nsenter", f"--target={self.process}", "--mount", "--pid", "--root"]
        there = self.inside(folder) if folder else SHARED
        clean = ["env", "-i", f"--chdir={there}", *(f"{k}={v}" for k, v in variables.items())]
        limited = ["timeout", "--kill-after=5", f"{limit:g}"]
        told = [self.inside(each) if isinstance(each, Path) else each for each in words]
        return [*enter, *clean, *limited, *told]

    def run(
        self,
        words: Sequence[str | Path],
        *,
        limit: float = 120,
        folder: Path | None = None,
        more: Mapping[str, str] | None = None,
        expected: int | None = 0,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program and return what it printed.

        Parameters
        ----------
        words, limit, folder, more
            As for :meth:`command`.
        expected
            The exit code that it must end with; None if any will do. A program that took too
            long has ended with 124.

        Raises
        ------
        BuildError
            If it ends otherwise.
        """
        command = self.command(["wine", *words], limit=limit, folder=folder, more=more)
        return run(command, limit=limit + 30, expected=expected)

    def start(self, words: Sequence[str | Path]) -> subprocess.Popen[bytes]:
        """Start a Windows program that goes on while others run."""
        return subprocess.Popen(
            self.command(["wine", *words]),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def settle(self, limit: float = 60) -> None:
        """Wait until every Windows program has ended and the registry is written down."""
        run(self.command(["wineserver", "--wait"], limit=limit))

    def stop(self) -> None:
        """End every Windows program."""
        run(self.command(["wineserver", "--kill"], limit=30), expected=None)
        self.settle()


def wine_debian(folder: Path, shared: Path, *, reuse: bool = False) -> BareDebian:
    """Make a bare Debian with Wine.

    Parameters
    ----------
    folder
        Where it shall lie; unless it is reused, what was there is removed.
    shared
        The folder that it shares with this machine.
    reuse
        Whether to take one that was made before, if there is one.
    """
    if reuse and (folder / "usr/lib/wine").is_dir():
        shared.mkdir(parents=True, exist_ok=True)
        return BareDebian(folder, shared)
    debian = bare_debian(folder, shared, release=RELEASE, more=("i386",))
    step("installing Wine in it")
    debian.install(*PACKAGES)
    return debian


@contextmanager
def wine_session(debian: BareDebian) -> Generator[Wine]:
    """Open a screen in the Debian and keep the place for Windows programs until the block ends.

    Raises
    ------
    BuildError
        If there is no screen within half a minute.
    """
    process = subprocess.Popen(
        [str(word) for word in debian.command(["sh", "-c", _SCREEN_AND_SERVER])],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        display = f":{_first_line(process)}"
        yield Wine(debian.shared, _child(process.pid), display)
    finally:
        process.kill()
        process.wait()


def make_prefix(wine: Wine, ucrtbase: Path) -> None:
    """Make Windows' drive and registry anew, with Microsoft's C library in it.

    Parameters
    ----------
    wine
        The place; what its prefix held is removed.
    ucrtbase
        Microsoft's ``ucrtbase.dll``.
    """
    step("making a Windows drive")
    folder = wine.shared / wine.prefix
    shutil.rmtree(folder, ignore_errors=True)
    wine.run(["wineboot", "--init"], limit=180)
    wine.settle()
    shutil.copyfile(ucrtbase, wine.drive / "windows" / "system32" / "ucrtbase.dll")


@contextmanager
def copied_prefix(wine: Wine, name: str) -> Generator[Wine]:
    """Copy Windows' drive and registry; the copy is removed once all went well with it.

    Yields
    ------
    Wine
        The place with the copy.
    """
    wine.settle()
    target = wine.shared / name
    shutil.rmtree(target, ignore_errors=True)
    run(["cp", "--archive", "--reflink=auto", wine.shared / wine.prefix, target])
    copy = wine.on(name)
    yield copy
    copy.stop()
    shutil.rmtree(target)


def _first_line(process: subprocess.Popen[bytes]) -> str:
    """Return the first line that a process prints."""
    if process.stdout is None or not select.select([process.stdout], [], [], 30)[0]:
        raise BuildError("No virtual screen came up within 30 s.")
    line = process.stdout.readline().decode().strip()
    demand(line.isdigit(), "The virtual screen ended at once; try it: Xvfb -displayfd 1")
    return line


def _child(process: int) -> int:
    """Return the number of a process's only child."""
    return int(Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8"))
