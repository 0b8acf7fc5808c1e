"""Ctrl+C ends the process at once, tidied up, and only where nobody else decides about it."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from explorer.cli.interrupt import STOPPED, leaving_at_once
from explorer.files.leaving import tidied


class _EndedError(Exception):
    """Stands for the end of the process."""


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Return the exit codes with which the process would have ended."""
    codes: list[int] = []

    def end(code: int) -> None:
        codes.append(code)
        raise _EndedError

    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setattr(os, "_exit", end)
    yield codes
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_tidies_up_and_ends_the_process(ends: list[int]) -> None:
    told: list[str] = []
    with leaving_at_once(for_good=False), tidied(lambda: told.append("tidy")):
        with pytest.raises(_EndedError):
            signal.raise_signal(signal.SIGINT)
        # A second one must not break into the tidying.
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert (ends, told) == ([STOPPED], ["tidy"])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_whoever_ignores_ctrl_c_goes_on_ignoring_it(ends: list[int]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with leaving_at_once(for_good=False):
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert ends == []


def test_another_thread_than_the_main_one_changes_nothing(ends: list[int]) -> None:
    seen: list[object] = []

    def look() -> None:
        with leaving_at_once(for_good=False):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]
    assert ends == []
