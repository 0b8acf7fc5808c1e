"""Sets up everything this program needs, then starts it, tests it or checks it.

Standard library only, for any Python that the program itself supports. The environment lies in
``.venv`` beside the sources and holds exactly what ``requirements.lock`` names; a stamp in it makes
every later call instant.
"""

from __future__ import annotations  # so that an older Python gets far enough to be refused

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed-from"
OLDEST, NEWEST = (3, 11), (3, 13)

COMMANDS = ("start", "test", "check", "build", "prepare", "virtual-screen")
USAGE = """Usage: bootstrap.py COMMAND [WORDS ...]

  start [WORDS ...]    start the program; the words are handed on to it
  test [WORDS ...]     pass the tests; the words are handed on to pytest
  check [NAME ...]     check the sources: format, lint, types, contracts, spelling
  build WORD [...]     build and prove installers; `build --help` tells which
  prepare              only set up what the others need
  virtual-screen       the same, and a screen and fonts for machines without (Debian, Ubuntu)"""

# The system libraries that Qt opens, and the Debian package that brings each.
LIBRARIES: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN_LIBRARIES: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Two programs; in small letters their names are those of their packages.
VIRTUAL_SCREEN_PROGRAMS = ("Xvfb", "xauth")

# A font with Korean letters, which the self-test draws, and where its package puts it.
KOREAN_FONT: Mapping[str, str] = {"/usr/share/fonts/truetype/nanum": "fonts-nanum"}

# What `check` runs, by name; {python} is the environment's interpreter.
CHECKS: Mapping[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("basedpyright", "--pythonpath", "{python}"),
    "contracts": ("lint-imports", "--no-cache"),
    "spelling": ("codespell", "."),
}


class SetupError(Exception):
    """Something this script cannot mend by itself; the text says what the reader can do."""


def main(words: Sequence[str]) -> int:
    """Carry out the first word, handing the others on; return the exit code."""
    command, rest = (words[0], words[1:]) if words else ("", ())
    if command not in COMMANDS:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        check_python()
        return run(command, rest)
    except SetupError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(command: str, rest: Sequence[str]) -> int:
    """Prepare what one command needs and run it."""
    virtual = command == "virtual-screen"
    screen = virtual or (command == "start" and has_screen())
    install_system_packages(missing_packages(with_screen=screen, with_virtual_screen=virtual))
    install_environment()
    if command == "start":
        return call([str(python()), "-m", "explorer", *rest], folder=None)
    if command == "test":
        return run_tests(rest)
    if command == "build":
        return run_build(rest)
    return run_checks(rest) if command == "check" else 0


def check_python() -> None:
    """Refuse a Python that the program does not run on.

    Raises
    ------
    SetupError
        If this interpreter is too old or too new.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise SetupError(
            f"Deal Zone Explorer needs Python {dotted(OLDEST)} to {dotted(NEWEST)}; this is "
            f"{dotted(sys.version_info[:2])}. Install one of these and start this script with it."
        )


def dotted(version: Iterable[int]) -> str:
    """Return a version as people write it."""
    return ".".join(str(part) for part in version)


def has_screen() -> bool:
    """Say whether this Linux session has an X screen that Qt will open a window on."""
    return sys.platform == "linux" and bool(os.environ.get("DISPLAY"))


# --- the system's own packages -------------------------------------------------------------


def missing_packages(*, with_screen: bool, with_virtual_screen: bool) -> list[str]:
    """Return the Debian packages whose library or program this Linux machine lacks."""
    if sys.platform != "linux":
        return []
    libraries = {**LIBRARIES, **(SCREEN_LIBRARIES if with_screen else {})}
    missing = [package for library, package in libraries.items() if not can_open(library)]
    if not with_virtual_screen:
        return missing
    missing += [name.lower() for name in VIRTUAL_SCREEN_PROGRAMS if not shutil.which(name)]
    return missing + [font for place, font in KOREAN_FONT.items() if not Path(place).is_dir()]


def can_open(library: str) -> bool:
    """Say whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, as root or through sudo; elsewhere say what is missing.

    Raises
    ------
    SetupError
        If they cannot be installed from here; the text holds the line to run.
    """
    if not packages:
        return
    install = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
    by_hand = f"Qt needs these system packages; please install them:\n  {' '.join(install)}"
    if not shutil.which("apt-get"):
        names = " ".join(packages)
        raise SetupError(f"Qt needs some system libraries; as Debian names them:\n  {names}")
    prefix = root_prefix()
    if prefix is None:
        raise SetupError(by_hand)
    print("Installing system packages:", " ".join(packages), flush=True)
    # An update that fails for some other source of packages need not stop us.
    call([*prefix, "apt-get", "update", "-q"])
    if call([*prefix, *install]):
        raise SetupError(by_hand)


def root_prefix() -> tuple[str, ...] | None:
    """Return what stands before a command to run it as root, or None if nothing would do."""
    silent = ("env", "DEBIAN_FRONTEND=noninteractive")
    if sys.platform == "win32" or os.geteuid() == 0:
        return silent
    return ("sudo", *silent) if shutil.which("sudo") else None


# --- the environment -----------------------------------------------------------------------


def python() -> Path:
    """Return the path of the environment's interpreter."""
    return tools() / ("python.exe" if sys.platform == "win32" else "python")


def tools() -> Path:
    """Return the folder of the environment's programs."""
    return ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")


def fingerprint() -> str:
    """Return a text that changes when the environment has to be made anew."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "requirements.lock"):
        digest.update((ROOT / name).read_bytes())
    return f"{digest.hexdigest()} {dotted(sys.version_info[:2])} {ROOT}\n"


def install_environment() -> None:
    """Make ``.venv`` hold what the lock file names, unless it already does.

    Raises
    ------
    SetupError
        If the environment cannot be made or filled.
    """
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted and python().exists():
        return
    print("Preparing .venv; this happens once and takes a minute.", flush=True)
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise SetupError(
            f"Python could not make the environment {ENVIRONMENT}: {problem}\n"
            "On Debian and Ubuntu `apt-get install python3-venv` often mends this."
        ) from problem
    pip("--require-hashes", "-r", str(ROOT / "requirements.lock"))
    pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(wanted, encoding="utf-8")


def pip(*arguments: str) -> None:
    """Install something into the environment.

    Raises
    ------
    SetupError
        If pip fails; its own words have been printed.
    """
    options = ("--quiet", "--disable-pip-version-check", "--no-input")
    if call([str(python()), "-m", "pip", "install", *options, *arguments]):
        raise SetupError(
            "The packages could not be installed. Is this machine connected to the network, and "
            "does pip work here? Run the same command again to try once more."
        )


# --- handing over --------------------------------------------------------------------------


def call(
    command: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = ROOT,
) -> int:
    """Run a command, in the checkout unless told otherwise, and return its exit code."""
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


def run_tests(rest: Sequence[str]) -> int:
    """Pass the tests without a screen; without further words the whole suite, with coverage."""
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    whole = ("-q", "--numprocesses", "auto", "--dist", "worksteal", "--cov", "--cov-report=")
    return call([str(python()), "-m", "pytest", *(rest or whole)], environment=environment)


def run_build(rest: Sequence[str]) -> int:
    """Build or prove installers, with the environment's interpreter."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    return call([str(python()), "-m", "installers", *rest], environment=environment)


def run_checks(names: Sequence[str]) -> int:
    """Run the named checks, or all of them; return 0 if every one passed.

    Raises
    ------
    SetupError
        If there is no check of a given name.
    """
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise SetupError(f"No check is called {unknown[0]}; there are: {', '.join(CHECKS)}.")
    failed = [name for name in names or CHECKS if run_check(CHECKS[name])]
    if failed:
        print(f"\nNot passed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run_check(command: Sequence[str]) -> int:
    """Run one check with the environment's own programs."""
    interpreter = str(python())
    program, *words = (interpreter if word == "{python}" else word for word in command)
    print(f"\n== {' '.join((Path(program).name, *words))}", flush=True)
    found = program if program == interpreter else shutil.which(program, path=str(tools()))
    if found is None:
        raise SetupError(f"{program} is missing from .venv; delete that folder and try again.")
    return call([found, *words])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
