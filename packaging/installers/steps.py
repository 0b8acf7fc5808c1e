"""Steps of a build: announced with their time, run with a limit, and loud when they fail."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LIMIT_SECONDS = 600
"""How long one program may take unless told otherwise; a frozen program that fails may hang."""

_STARTED = time.monotonic()


class BuildError(Exception):
    """Something that stops the build; the text says what, and what can be done."""


def step(words: str) -> None:
    """Announce what is done now, with the seconds since the build began."""
    print(f"[{time.monotonic() - _STARTED:4.0f} s] {words}", flush=True)


def demand(is_so: bool, problem: str) -> None:
    """Stop the build unless something is as it must be.

    Raises
    ------
    BuildError
        If it is not.
    """
    if not is_so:
        raise BuildError(problem)


def run(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    more: Mapping[str, str] | None = None,
    limit: float = LIMIT_SECONDS,
    expected: int | None = 0,
) -> subprocess.CompletedProcess[str]:
    """Run a program without input and return what it printed.

    Parameters
    ----------
    command
        The program and its words.
    folder
        Where it runs; None for here.
    more
        What is added to the environment.
    limit
        After how many seconds it is ended.
    expected
        The exit code that it must end with; None if any will do.

    Raises
    ------
    BuildError
        If it cannot be started, takes too long or ends with another code; what it printed last
        is part of the text.
    """
    words = [str(each) for each in command]
    try:
        done = subprocess.run(
            words,
            cwd=folder,
            env={**os.environ, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        said = _end(_decoded(late.stdout))
        raise BuildError(f"{' '.join(words)}\ntook over {limit:g} s; so far:\n{said}") from late
    except OSError as error:
        raise BuildError(f"{words[0]} cannot be started: {error}") from error
    if expected is not None and done.returncode != expected:
        raise BuildError(f"{' '.join(words)}\nended with {done.returncode}:\n{_end(done.stdout)}")
    return done


def install_debian_packages(*names: str) -> None:
    """Install Debian packages on this machine unless all are there; needs root.

    Raises
    ------
    BuildError
        If this is no Debian, or they cannot be installed.
    """
    if sys.platform != "linux":
        raise BuildError("This part of the build needs Debian or Ubuntu.")
    known = run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${Status}\n", *names], expected=None
    )
    present = {line.split()[0] for line in known.stdout.splitlines() if line.endswith(" installed")}
    missing = [name for name in names if name not in present]
    if not missing:
        return
    step(f"installing {' '.join(missing)}")
    silent = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-q"], more=silent, expected=None)
    run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], more=silent)


def _decoded(said: object) -> str:
    """Return what a program printed before its end; systems differ in how they hand it over."""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said or "")


def _end(text: str) -> str:
    """Return the last lines of what a program printed."""
    return "\n".join(text.strip().splitlines()[-40:])
