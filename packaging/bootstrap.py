"""Sets up everything this program needs, then starts it, tests it or checks it.

Standard library only, for any Python that the program itself supports. Whatever this prints goes to
standard error, so that the output of the program itself can be piped.
"""

from __future__ import annotations  # so that an older Python gets far enough to be refused

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from environment import DEVELOPMENT, LEVELS, PROGRAM, ROOT, Environment, Level, SetupError
from system_packages import SystemPackageError, install_missing, session_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 15)
"""The oldest Python that the program runs on, and the newest that it has been tried on."""

HELP = ROOT / "packaging" / "help.txt"
"""What ``dealzone --help`` prints, to be shown before anything is installed; a test compares."""

COMMANDS = ("start", "test", "check", "build", "prepare", "virtual-screen")
USAGE = f"""Usage: bootstrap.py COMMAND [WORDS ...]

  start [WORDS ...]    start the program; the words are handed on to it
  test [WORDS ...]     run the tests; the words are handed on to pytest
  check [NAME ...]     check the sources: format, lint, types, contracts, spelling
  build WORD [...]     build and prove installers; `build --help` lists the words
  prepare [LEVEL]      only set up: {", ".join(level.name for level in LEVELS)} (the default)
  virtual-screen       set up everything, and a screen and fonts for machines without"""

# What `check` runs, by name; {python} is the environment's interpreter.
CHECKS: Mapping[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("basedpyright", "--pythonpath", "{python}"),
    "contracts": ("lint-imports", "--no-cache"),
    "spelling": ("codespell", "."),
}


def main(words: Sequence[str]) -> int:
    """Carry out the first word, handing the others on; return the exit code."""
    command, rest = (words[0], words[1:]) if words else ("", ())
    if command not in COMMANDS:
        print(USAGE, file=sys.stderr)
        return 2
    try:
        check_python()
        return run(command, rest)
    except (SetupError, SystemPackageError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(command: str, rest: Sequence[str]) -> int:
    """Prepare what one command needs and run it."""
    environment = Environment()
    if command == "start":
        return start(environment, rest)
    screen = {"x11", "tests"} if command == "virtual-screen" else set[str]()
    level = named_level(rest) if command == "prepare" else DEVELOPMENT
    install_missing({"qt", *screen})
    environment.prepare(level)
    if command == "test":
        return run_tests(environment, rest)
    if command == "build":
        return run_build(environment, rest)
    return run_checks(environment, rest) if command == "check" else 0


def start(environment: Environment, rest: Sequence[str]) -> int:
    """Start the program, or answer what needs no installation."""
    if not environment.has(PROGRAM) and (answer := answer_at_once(rest)):
        print(answer)
        return 0
    install_missing({"qt", *session_groups(os.environ)})
    environment.prepare(PROGRAM)
    return call([str(environment.python), "-m", "explorer", *rest], folder=None)


def answer_at_once(words: Sequence[str]) -> str:
    """Return what help or version print; empty where the program itself has to answer."""
    if {"-h", "--help"} & {*words}:
        return HELP.read_text(encoding="utf-8").rstrip()
    if "--version" not in words:
        return ""
    program = constant("explorer/__init__.py", "__version__")
    model = constant("explorer/model/version.py", "MODEL_VERSION")
    return f"Deal Zone Explorer {program}, model {model}"


def constant(module: str, name: str) -> str:
    """Return a text constant of a module without importing it."""
    source = (ROOT / module).read_text(encoding="utf-8")
    found = re.search(rf'^{name} = "(.+)"$', source, re.MULTILINE)
    return found[1] if found else "(unknown)"


def named_level(words: Sequence[str]) -> Level:
    """Return the level that ``prepare`` asks for; without a name everything.

    Raises
    ------
    SetupError
        If there is no such level.
    """
    name = words[0] if words else DEVELOPMENT.name
    found = next((level for level in LEVELS if level.name == name), None)
    if found is None:
        names = ", ".join(level.name for level in LEVELS)
        raise SetupError(f"No level is called {name}; there are: {names}.")
    return found


def check_python() -> None:
    """Refuse a Python that is too old; warn of one that is newer than what was tried.

    Raises
    ------
    SetupError
        If this interpreter is too old.
    """
    present = sys.version_info[:2]
    if present < OLDEST:
        raise SetupError(
            f"Deal Zone Explorer needs Python {dotted(OLDEST)} or newer; this is "
            f"{dotted(present)}. Install a newer one and start this script with it."
        )
    if present > NEWEST:
        print(
            f"Python {dotted(present)} is newer than {dotted(NEWEST)}, the newest that Deal Zone "
            "Explorer has been tried on; trying it all the same.",
            file=sys.stderr,
        )


def dotted(version: Iterable[int]) -> str:
    """Return a version as people write it."""
    return ".".join(str(part) for part in version)


# --- handing over --------------------------------------------------------------------------


def call(
    command: Sequence[str],
    *,
    variables: Mapping[str, str] | None = None,
    folder: Path | None = ROOT,
) -> int:
    """Run a command, in the checkout unless told otherwise, and return its exit code."""
    return subprocess.run(command, cwd=folder, env=variables, check=False).returncode


def run_tests(environment: Environment, rest: Sequence[str]) -> int:
    """Run the tests without a screen; without further words the whole suite."""
    variables = {**os.environ}
    variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Or every program that a test starts would be compiled anew.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    # Not quiet: the first lines have the seed by which a run can be repeated.
    whole = ("--numprocesses", "auto", "--dist", "worksteal")
    return call([str(environment.python), "-m", "pytest", *(rest or whole)], variables=variables)


def run_build(environment: Environment, rest: Sequence[str]) -> int:
    """Build or prove installers, with the environment's interpreter."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    return call([str(environment.python), "-m", "installers", *rest], variables=variables)


def run_checks(environment: Environment, names: Sequence[str]) -> int:
    """Run the named checks, or all of them; return 0 if every one passed.

    Raises
    ------
    SetupError
        If there is no check of a given name.
    """
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        raise SetupError(f"No check is called {unknown[0]}; there are: {', '.join(CHECKS)}.")
    failed = [name for name in names or CHECKS if run_check(environment, CHECKS[name])]
    if failed:
        print(f"\nNot passed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run_check(environment: Environment, command: Sequence[str]) -> int:
    """Run one check with the environment's own programs."""
    interpreter = str(environment.python)
    program, *words = (interpreter if word == "{python}" else word for word in command)
    found = shutil.which(program, path=str(environment.tools))
    if found is None:
        raise SetupError(f"{program} is missing from .venv; delete that folder and try again.")
    print(f"\n== {' '.join((program, *words))}", flush=True)
    return call([found, *words])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
