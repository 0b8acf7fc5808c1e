"""Runners: who calls the solver, and how its answer comes back."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Runner(Protocol):
    """Runs one piece of work and delivers what it returned or raised.

    The store submits the next piece only after the answer to the last, so a runner needs no
    queue. A runner that works elsewhere delivers on the thread that submitted.
    """

    def submit(self, work: Callable[[], T], deliver: Callable[[T | Exception], None]) -> None:
        """Run ``work`` now or later and give its outcome to ``deliver`` once."""
        ...

    def close(self) -> None:
        """Let go of whatever works elsewhere; nothing is delivered any more."""
        ...


class InlineRunner:
    """Runs the work at once, on the spot."""

    def submit(self, work: Callable[[], T], deliver: Callable[[T | Exception], None]) -> None:
        """Run ``work`` and deliver its outcome before returning."""
        deliver(outcome_of(work))

    def close(self) -> None:
        """Do nothing: nothing works elsewhere."""


def outcome_of(work: Callable[[], T]) -> T | Exception:
    """Return what a piece of work returns, or the exception it raises.

    ``work``: Anything to call; whatever it raises is handed on to the one who asked for it.
    """
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - the receiver raises what is not its own
        return error
