"""How the build asks a program to test itself, and how it reads the answer."""

from collections.abc import Sequence

from installers.bare_debian import BareDebian
from installers.report import first_picture_of, has_failed
from installers.steps import demand, step

USER = "student"
"""The ordinary user who runs the program."""

REPORT = f"/home/{USER}/self-test.txt"
"""Where the report is written: a folder of the user's own."""

LIMIT_SECONDS = 60
"""After how long a self-test gives up by itself."""

_GRACE_SECONDS = 60
_NOT_HIDDEN = 99

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
    """Let a program test itself as an ordinary user without network; it must pass.

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
        If it does not pass.
    """
    command = as_user(*before, *_command(program, qpa))

    def tested() -> str:
        _forget(debian)
        debian.run(command, limit=LIMIT_SECONDS + _GRACE_SECONDS)
        return _report(debian)

    first_picture_of(tested, qpa)


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
    demand(
        has_failed(text),
        f"Without {without} the report must say that it failed:\n{done.stdout}\n{text}",
    )
    step(f"without {without} the self-test fails, as it must")


def _command(program: str, qpa: str) -> tuple[str, ...]:
    limit = str(LIMIT_SECONDS)
    return (program, "self-test", "--report", REPORT, "--qpa", qpa, "--limit", limit)


def _forget(debian: BareDebian) -> None:
    """Remove the report of an earlier self-test, so that it cannot speak for a later one."""
    (debian.folder / REPORT.lstrip("/")).unlink(missing_ok=True)


def _report(debian: BareDebian) -> str:
    path = debian.folder / REPORT.lstrip("/")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
