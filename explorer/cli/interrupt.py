"""Ctrl+C: a command ends at once and without a word, wherever it is."""

import os
import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from explorer.files.leaving import tidy_up

STOPPED = 130
"""The exit code that shells give to what Ctrl+C has ended."""


@contextmanager
def leaving_at_once(*, for_good: bool) -> Generator[None, None, None]:
    """End the process on Ctrl+C within the block; nothing is printed.

    Python's own answer, an exception, leaves a traceback while modules are imported, and crashes
    the libraries that are imported or painted with. Whoever has had Ctrl+C ignored, as shells do
    for commands in the background, is left alone.

    ``for_good``: Whether the process ends after the block, so that Ctrl+C stays silent until then.
    """
    known = signal.getsignal(signal.SIGINT)
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or known is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _leave)
    try:
        yield
    finally:
        if not for_good:
            signal.signal(signal.SIGINT, known)


def _leave(_number: int, _frame: FrameType | None) -> None:
    # A second Ctrl+C must not break into the tidying.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tidy_up()
    os._exit(STOPPED)
