"""Progress of a long command on standard error: nothing while it is quick, no more than needed."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from explorer.files.console import encodable
from explorer.files.leaving import tidied

QUIET_SECONDS = 1.0
"""How long a command works before it says on a terminal how far it is."""

LINE_SECONDS = 5.0
"""How long it works before each line, where a line cannot be written over."""

COUNTER_SECONDS = 0.1
"""How long it works between two states of a counter on a terminal."""

Step = TypeVar("Step")


class ProgressLine:
    """Says how far a command is: a counter on a terminal, now and then a line elsewhere."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to count the seconds."""
        self._clock = clock
        self._last = clock()
        self._is_quiet = True
        self._shown = ""

    def tell(self, text: str) -> None:
        """Show how far it is, if it is time to; whoever cannot be written to misses it."""
        now, stream = self._clock(), sys.stderr
        if stream is None:  # pyright: ignore[reportUnnecessaryComparison]
            return
        is_counter = stream.isatty()
        pause = QUIET_SECONDS if self._is_quiet else COUNTER_SECONDS
        if now - self._last < (pause if is_counter else LINE_SECONDS):
            return
        self._last, self._is_quiet = now, False
        shown = encodable(text, stream)
        if not is_counter:
            _write(stream, shown + "\n")
            return
        _write(stream, "\r" + shown.ljust(len(self._shown)))
        self._shown = shown

    def end(self) -> None:
        """Take the counter away."""
        if self._shown:
            _write(sys.stderr, "\r" + " " * len(self._shown) + "\r")
            self._shown = ""


def followed(steps: Iterable[Step], words: Callable[[Step], str]) -> Iterator[Step]:
    """Yield steps, and say on standard error how far they are if they take long."""
    line = ProgressLine()
    with tidied(line.end):
        for step in steps:
            line.tell(words(step))
            yield step
    line.end()


def last_step(steps: Iterable[Step], words: Callable[[Step], str]) -> Step:
    """Return the last of some steps, one at least, and say how far they are if they take long."""
    return deque(followed(steps, words), maxlen=1).pop()


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        return
