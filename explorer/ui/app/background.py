"""Runners of the window: on the spot while solves are short, else on a thread."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from explorer.model.errors import ExplorerError
from explorer.store.runner import InlineRunner, outcome_of
from explorer.ui.app.collecting import collector

T = TypeVar("T")

LONGEST_INLINE = 0.008
"""Seconds that a solve may take on the spot; a frame has no more to spare."""

REMEMBERED = 3
"""How many solves decide; one slow solve alone may be a hiccup of the machine."""


class StoppedError(ExplorerError):
    """The hand has stopped what was under way."""


class SuitableRunner:
    """Runs work on the spot while it is short, and on a thread while all of it is long."""

    def __init__(self) -> None:
        """Begin on the spot."""
        self._inline = InlineRunner()
        self._background = BackgroundRunner()
        self._seconds: deque[float] = deque(maxlen=REMEMBERED)

    @property
    def is_slow(self) -> bool:
        """Whether the last pieces of work were all too long for the spot."""
        return len(self._seconds) == REMEMBERED and min(self._seconds) > LONGEST_INLINE

    def submit(self, work: Callable[[], T], deliver: Callable[[T | Exception], None]) -> None:
        """Run ``work`` where it does not hold up the hand, and deliver its outcome."""
        runner = self._background if self.is_slow else self._inline
        runner.submit(partial(self._timed, work), deliver)

    def _timed(self, work: Callable[[], T]) -> T:
        """Do a piece of work, and note how many seconds it took."""
        started = perf_counter()
        try:
            return work()
        finally:
            self._seconds.append(perf_counter() - started)

    def close(self) -> None:
        """End the thread, if there is one."""
        self._background.close()


class BackgroundRunner(QObject):
    """Runs one piece of work after the other on a thread of its own.

    Outcomes are delivered on the thread that made the runner. After :meth:`close` nothing is
    delivered any more. Only for solves that take longer than a frame can spare: a thread is no
    gift for short ones. There is a thread only while there is work, and as long as there is one,
    garbage is collected on the maker's thread only.
    """

    _delivered = Signal(object)

    def __init__(self) -> None:
        """Start without a thread; a piece of work starts it."""
        super().__init__()
        self._executor: ThreadPoolExecutor | None = None
        self._under_way = 0
        self._is_closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], T], deliver: Callable[[T | Exception], None]) -> None:
        """Run ``work`` on the thread and give its outcome to ``deliver`` once."""
        if self._is_closed:
            return
        if self._executor is None:
            collector().hold()
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="solver")
        self._under_way += 1
        self._executor.submit(_run, work, deliver, self._delivered)

    def close(self) -> None:
        """Wait for what runs, forget what waits, end the thread."""
        self._is_closed = True
        self._end_thread()

    def _deliver(self, delivery: Callable[[], None]) -> None:
        if self._is_closed:
            return
        self._under_way -= 1
        if not self._under_way:
            self._end_thread()
        delivery()

    def _end_thread(self) -> None:
        if self._executor is None:
            return
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None
        collector().release()


def _run(
    work: Callable[[], T], deliver: Callable[[T | Exception], None], delivered: SignalInstance
) -> None:
    """Do a piece of work, and send the call that delivers its outcome to the maker's thread."""
    delivered.emit(partial(deliver, outcome_of(work)))
