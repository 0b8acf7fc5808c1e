"""Has a program on this machine test itself; what release builds do on every system."""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from installers.report import first_picture_of
from installers.steps import demand, run

LIMIT_SECONDS = 120
"""How long the program may take; it ends itself then."""

_GRACE_SECONDS = 30


def main(words: Sequence[str]) -> None:
    """Have a program test itself, given the program and the name of Qt's platform plugin."""
    demand(len(words) == 2, "self-test needs the program and the platform plugin.")
    prove(Path(words[0]), words[1])


def prove(program: Path, qpa: str) -> None:
    """Have a program test itself; it must pass.

    Parameters
    ----------
    program
        The installed program.
    qpa
        Qt's platform plugin, such as ``cocoa``.

    Raises
    ------
    BuildError
        If the program does not end well, or its report does not end with the line that all is
        well.
    """
    first_picture_of(partial(_report, program, qpa), f"{program.name}, {qpa}")


def _report(program: Path, qpa: str) -> str:
    """Run the self-test once; return its report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        words = ["--report", report, "--qpa", qpa, "--limit", str(LIMIT_SECONDS)]
        limit = LIMIT_SECONDS + _GRACE_SECONDS
        done = run([program, "self-test", *words], limit=limit, expected=None)
        text = report.read_text(encoding="utf-8") if report.is_file() else "There is no report."
    told = f"{program} ended with {done.returncode} and did not pass its self-test"
    demand(done.returncode == 0, f"{told}:\n{text}\n{done.stdout}")
    return text
