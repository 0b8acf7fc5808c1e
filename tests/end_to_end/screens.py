"""Virtual screens for programs that run with a true window."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_screen(size: str) -> Iterator[str]:
    """Run a virtual screen, such as "1600x1000", and yield what ``DISPLAY`` is for it.

    Its server chooses a free number and tells it, so that several can start at once; and it goes
    on when the last of its programs has gone.
    """
    reading, writing = os.pipe()
    words = ("-displayfd", str(writing), "-screen", "0", f"{size}x24", "-noreset")
    with subprocess.Popen(
        ["Xvfb", *words, "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()
