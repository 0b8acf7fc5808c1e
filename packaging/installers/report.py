"""How the report of a self-test is read: only its positive last line counts."""

import re
from collections.abc import Callable

from installers.steps import BuildError, demand, step

PASSED = "self-test passed"
"""The last line of a report that tells that all is well; its absence tells the contrary."""

FAILED = "self-test failed"
"""The last line of any other report, unless the program did not even start."""

GOAL_SECONDS = 2.5
"""How long an installed program should take to its first picture on a quiet machine.

It is stated beside what was measured. No build fails for it: a busy machine makes no program slow.
"""

_FIRST_PICTURE = re.compile(r"^first picture:\s*(?P<seconds>\d+(?:\.\d+)?)", re.MULTILINE)


def has_passed(report: str) -> bool:
    """Return whether a report ends with the line that says so."""
    return _last_line(report) == PASSED


def has_failed(report: str) -> bool:
    """Return whether a report ends with the line that says so: the program did start."""
    return _last_line(report) == FAILED


def first_picture(report: str) -> float:
    """Return after how many seconds the first picture was there.

    Raises
    ------
    BuildError
        If the report does not tell.
    """
    found = _FIRST_PICTURE.search(report)
    if found is None:
        raise BuildError(f"The report does not tell when the first picture came:\n{report}")
    return float(found["seconds"])


def first_picture_of(test: Callable[[], str], name: str) -> float:
    """Have a program pass its self-test, and say how long its first picture took.

    Parameters
    ----------
    test
        Runs the self-test and returns its report.
    name
        What is tested, for whoever reads along.

    Returns
    -------
    float
        Seconds to the first picture.

    Raises
    ------
    BuildError
        If it does not pass, or the report does not tell the time.
    """
    report = test()
    demand(has_passed(report), f"The self-test did not pass ({name}):\n{report}")
    seconds = first_picture(report)
    step(f"self-test passed ({name}); first picture after {seconds:.2f} s, goal {GOAL_SECONDS} s")
    return seconds


def _last_line(report: str) -> str:
    lines = report.strip().splitlines()
    return lines[-1] if lines else ""
