"""How the build asks a program to test itself, and how it reads the answer."""

import re
from collections.abc import Sequence
from math import inf

from installers.bare_debian import BareDebian
from installers.steps import BuildError, demand, step

PASSED = "self-test passed"
"""The last line of a report that tells that all is well; its absence tells the contrary."""

SLOWEST_PICTURE_SECONDS = 2.5
"""How long an installed program may take to its first picture."""

FAILED = "self-test failed"
"""The last line of any other report."""

MOST_TRIES = 3
"""How often the time is taken until it is short enough: a busy machine makes no program slow."""

USER = "student"
"""The ordinary user who runs the program."""

REPORT = f"/home/{USER}/self-test.txt"
"""Where the report is written: a folder of the user's own."""

LIMIT_SECONDS = 60
"""After how long a self-test gives up by itself."""

_GRACE_SECONDS = 60
_NOT_HIDDEN = 99
_FIRST_PICTURE = re.compile(r"^first picture:\s*(?P<seconds>\d+(?:\.\d+)?)", re.MULTILINE)

SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1280x800x24")
"""What stands before a command to give it a screen that nobody sees."""


def as_user(*command: str) -> list[str]:
    """Return a command so that an ordinary user runs it, cut off from the network."""
    environment = ("env", f"HOME=/home/{USER}", "LANG=C.UTF-8")
    return ["unshare", "--net", "runuser", "-u", USER, "--", *environment, *command]


def add_user(debian: BareDebian) -> None:
    """Make the ordinary user, with a home."""
    debian.run(["useradd", "--create-home", USER])


def demand_self_test(debian: BareDebian, program: str, qpa: str, *, before: Sequence[str]) -> None:
    """Let a program test itself as an ordinary user without network; it must pass, and quickly.

    Parameters
    ----------
    debian
        Where it is installed.
    program
        The program's path inside.
    qpa
        Qt's platform plugin.
    before
        What stands before the command, such as :data:`SCREEN`.

    Raises
    ------
    BuildError
        If it does not pass, or the first picture comes late.
    """
    command = as_user(*before, *_command(program, qpa))
    times: list[float] = []
    while len(times) < MOST_TRIES and min(times, default=inf) > SLOWEST_PICTURE_SECONDS:
        _forget(debian)
        debian.run(command, limit=LIMIT_SECONDS + _GRACE_SECONDS)
        text = _report(debian)
        demand(has_passed(text), f"The self-test did not pass:\n{text}")
        times.append(first_picture(text))
    told = ", ".join(f"{each:.2f}" for each in times)
    limit = f"at most {SLOWEST_PICTURE_SECONDS} s"
    step(f"self-test passed ({qpa}); first picture after {told} s of {limit}")
    demand(min(times) <= SLOWEST_PICTURE_SECONDS, f"Each first picture comes late: {told} s.")


def demand_failure(debian: BareDebian, program: str, *, without: str) -> None:
    """Let a program test itself while a folder seems empty; it must not pass.

    Parameters
    ----------
    debian
        Where it is installed.
    program
        The program's path inside.
    without
        The folder that seems empty.

    Raises
    ------
    BuildError
        If there is no such folder, or the self-test passes without it.
    """
    debian.run(["test", "-d", without])
    _forget(debian)
    hide = f'mount -t tmpfs none "$0" || exit {_NOT_HIDDEN}; exec "$@"'
    command = as_user(*_command(program, "offscreen"))
    done = debian.run(
        ["sh", "-ec", hide, without, *command],
        limit=LIMIT_SECONDS + _GRACE_SECONDS,
        expected=None,
    )
    demand(done.returncode != _NOT_HIDDEN, f"{without} cannot be hidden:\n{done.stdout}")
    text = _report(debian)
    demand(done.returncode != 0, f"The self-test passes without {without}.\n{text}")
    # The program writes this line first, and over it only when all is well: so it did start.
    failed = text.strip().splitlines()[-1:] == [FAILED]
    demand(failed, f"Without {without} the report must say that it failed:\n{done.stdout}\n{text}")
    step(f"without {without} the self-test fails, as it must")


def has_passed(report: str) -> bool:
    """Return whether a report ends with the line that says so."""
    return report.strip().splitlines()[-1:] == [PASSED]


def first_picture(report: str) -> float:
    """Return after how many seconds the first picture was there.

    Raises
    ------
    BuildError
        If the report does not tell.
    """
    found = _FIRST_PICTURE.search(report)
    if found is None:
        raise BuildError(f"The report tells no time of the first picture:\n{report}")
    return float(found["seconds"])


def _command(program: str, qpa: str) -> tuple[str, ...]:
    limit = str(LIMIT_SECONDS)
    return (program, "self-test", "--report", REPORT, "--qpa", qpa, "--limit", limit)


def _forget(debian: BareDebian) -> None:
    """Remove the report of an earlier self-test, so that it cannot speak for a later one."""
    (debian.folder / REPORT.lstrip("/")).unlink(missing_ok=True)


def _report(debian: BareDebian) -> str:
    path = debian.folder / REPORT.lstrip("/")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
