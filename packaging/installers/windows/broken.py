"""Breaks the frozen program on purpose: checks that cannot fail would prove nothing."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installers.report import has_passed
from installers.steps import BuildError, demand, step
from installers.windows.executable_check import check_executables
from installers.windows.program import Program
from installers.windows.proof import copy_by_links
from installers.windows.wine import Wine

LIMIT_SECONDS = 25
"""How long a broken program's self-test may take; one that hangs ends itself then."""

TAKEN_AWAY = (
    "_internal/PySide6/plugins/platforms/qwindows.dll",
    "_internal/pydantic_core/_pydantic_core.*.pyd",
    "_internal/resources/cases/korea.json",
    "_internal/resources/fonts/Pretendard-Regular.otf",
)
"""What is taken away, one at a time, so that the self-test has to fail."""

LIBRARY = "_internal/PySide6/Qt6Widgets.dll"
"""What is taken away so that the check of the files has to fail."""


def prove_breaks(wine: Wine, bundle: Path, scratch: Path) -> None:
    """Take away one thing at a time and see the checks fail.

    Parameters
    ----------
    wine
        The place.
    bundle
        The folder with the frozen program.
    scratch
        A new folder inside the shared one.

    Raises
    ------
    BuildError
        If a check is content with a broken program.
    """
    step("breaking the program on purpose")
    copies = [_broken(bundle, scratch / f"broken-{n}", each) for n, each in enumerate(TAKEN_AWAY)]
    with ThreadPoolExecutor(2) as both:
        started = [both.submit(_report, wine, copy) for copy in copies]
    for what, each in zip(TAKEN_AWAY, started, strict=True):
        report = each.result()
        demand(not has_passed(report), f"The self-test passes without {what}.")
        step(f"without {Path(what).name}: {_last_line(report)}")
    _without_library(bundle, scratch / "broken-library")


def _report(wine: Wine, folder: Path) -> str:
    """Return the report of a broken program."""
    program = Program(wine, folder)
    return program.report(program.window, limit=LIMIT_SECONDS)


def _broken(bundle: Path, folder: Path, pattern: str) -> Path:
    """Copy a bundle without the file that a pattern names; return the copy."""
    shutil.rmtree(folder, ignore_errors=True)
    copy_by_links(bundle, folder)
    found = list(folder.glob(pattern))
    demand(len(found) == 1, f"{pattern} names {len(found)} files of the bundle, not 1.")
    found[0].unlink()
    return folder


def _without_library(bundle: Path, folder: Path) -> None:
    """Take a library away and see that the check of the files notices."""
    broken = _broken(bundle, folder, LIBRARY)
    try:
        check_executables(broken)
    except BuildError as noticed:
        demand(Path(LIBRARY).name.lower() in str(noticed), f"Another fault was found: {noticed}")
        step(f"without {Path(LIBRARY).name}: noticed by the check of the files")
        return
    raise BuildError(f"The check of the files is content without {LIBRARY}.")


def _last_line(report: str) -> str:
    """Return how a report ends."""
    return report.strip().rpartition("\n")[2] or "no report"
