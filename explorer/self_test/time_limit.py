"""The time limit of the self-test: a process that hangs is ended, and the report says where."""

import faulthandler
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from explorer.model.wording import tr
from explorer.self_test.report import Report

GRACE = 5.0
"""Seconds after the limit when a process is ended that does not even run Python any more."""

TRACE_SUFFIX = ".trace"
"""What is added to the report's name for the traces of a process that broke down."""

End = Callable[[int], object]


@contextmanager
def time_limit(
    seconds: float, report: Report, path: Path | None, *, end: End
) -> Generator[None, None, None]:
    """Watch over what is done inside; end the process if it takes too long.

    Parameters
    ----------
    report
        Where it is said what hung.
    path
        The report's file. Traces that a breakdown leaves lie beside it; there are none
        after a run that came to its end.
    end
        Ends the process with an exit code.
    """
    done = threading.Event()
    watch = threading.Thread(
        target=_watch, args=(done, seconds, report, end), name="time limit", daemon=True
    )
    with _traces(path) as traces:
        # A second watch, which needs neither the interpreter nor its lock.
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=traces)
        watch.start()
        try:
            yield
        finally:
            done.set()
            watch.join()
            faulthandler.cancel_dump_traceback_later()


def _watch(done: threading.Event, seconds: float, report: Report, end: End) -> None:
    if done.wait(seconds):
        return
    try:
        report.add(
            tr("FAIL  time: not done after {seconds:g} seconds; it hung here:", seconds=seconds)
        )
        for line in _stacks().splitlines():
            report.add(f"      {line}")
        report.finish(is_well=False)
    finally:
        end(1)


def _stacks() -> str:
    """Return where all threads are."""
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        return file.read().decode("utf-8", "replace")


@contextmanager
def _traces(path: Path | None) -> Generator[BinaryIO, None, None]:
    """Open a file for the traces of a breakdown, which is removed if there was none."""
    if path is None:
        with tempfile.TemporaryFile() as nowhere:
            yield nowhere
        return
    beside = path.with_name(path.name + TRACE_SUFFIX)
    is_mine = not faulthandler.is_enabled()
    try:
        with beside.open("wb") as file:
            if is_mine:
                faulthandler.enable(file)
            yield file
    finally:
        if is_mine:
            faulthandler.disable()
        if not beside.stat().st_size:
            beside.unlink()
