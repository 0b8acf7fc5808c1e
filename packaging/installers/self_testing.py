"""Has a program on this machine test itself; what release builds do on every system."""

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installers import product
from installers.steps import BuildError, demand, run, step

PASSED = "self-test passed"
"""The last line of a report, if all is well; anything else there means that it is not."""

LIMIT_SECONDS = 120
"""How long the program may take; it ends itself then."""

SLOWEST_FIRST_PICTURE = 2.5
"""How many seconds may pass before the window shows something; measured, and told if exceeded."""

_GRACE_SECONDS = 30
_FIRST_PICTURE = re.compile(r"^first picture:\D*(?P<seconds>\d+(\.\d+)?)", re.MULTILINE)


def main(words: Sequence[str]) -> None:
    """Have a program test itself, given the program and the name of Qt's platform plugin."""
    demand(len(words) == 2, "self-test needs the program and the platform plugin.")
    prove(Path(words[0]), words[1])


def prove(program: Path, qpa: str) -> None:
    """Have a program test itself.

    Parameters
    ----------
    program
        The installed program.
    qpa
        Qt's platform plugin, such as ``cocoa``.

    Raises
    ------
    BuildError
        If the program does not end well, or its report does not end with :data:`PASSED`.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        words = ["--report", report, "--qpa", qpa, "--limit", str(LIMIT_SECONDS)]
        done = run(
            [program, "self-test", *words], limit=LIMIT_SECONDS + _GRACE_SECONDS, expected=None
        )
        text = report.read_text(encoding="utf-8") if report.is_file() else ""
    demand(
        done.returncode == 0 and has_passed(text),
        f"{program} ended with {done.returncode} and did not pass its self-test:\n"
        f"{text or 'There is no report.'}\n{done.stdout}",
    )
    seconds = first_picture(text)
    late = "" if seconds <= SLOWEST_FIRST_PICTURE else f", more than {SLOWEST_FIRST_PICTURE}"
    step(f"{product.NAME} passed its self-test with {qpa}; first picture after {seconds} s{late}")


def has_passed(report: str) -> bool:
    """Return whether a report ends with the line that says so."""
    return report.rstrip("\n").rpartition("\n")[2] == PASSED


def first_picture(report: str) -> float:
    """Return after how many seconds the window showed something.

    Raises
    ------
    BuildError
        If the report does not tell.
    """
    found = _FIRST_PICTURE.search(report)
    if found is None:
        raise BuildError(f"The report does not tell when the first picture came:\n{report}")
    return float(found["seconds"])
