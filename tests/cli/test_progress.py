"""Progress on standard error: nothing while quick, a counter on a terminal, lines elsewhere."""

import io
import sys

import pytest

from explorer.cli import progress
from explorer.cli.progress import ProgressLine, followed, last_step


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    """Standard error on a full disk."""

    def write(self, _text: str) -> int:
        raise OSError


class Work:
    """Work of which every look takes half a second by its own clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None) -> None:
        monkeypatch.setattr(sys, "stderr", stream)
        self.now = 0.0
        self.line = ProgressLine(lambda: self.now)

    def go_on(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            self.now += 0.5
            self.line.tell(f"{self.now:g} s")


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (io.StringIO(), Terminal()):
        work = Work(monkeypatch, stream)
        work.go_on(progress.QUIET_SECONDS - 0.5)
        work.line.end()
        assert stream.getvalue() == ""


def test_a_file_gets_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    work = Work(monkeypatch, stream)
    work.go_on(12)
    work.line.end()
    assert stream.getvalue() == "5 s\n10 s\n"


def test_a_terminal_gets_a_counter_that_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    work = Work(monkeypatch, stream)
    work.go_on(2)
    assert stream.getvalue() == "\r1 s\r1.5 s\r2 s  "
    work.line.end()
    assert stream.getvalue().endswith("\r   \r")
    before = stream.getvalue()
    work.line.end()
    assert stream.getvalue() == before


@pytest.mark.parametrize("stream", [None, Full()])
def test_who_cannot_be_written_to_misses_it(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    work = Work(monkeypatch, stream)
    work.go_on(progress.LINE_SECONDS + 1)
    work.line.end()


def test_steps_are_passed_on_as_they_come_and_each_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(progress, "QUIET_SECONDS", 0)
    monkeypatch.setattr(progress, "COUNTER_SECONDS", 0)
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    steps = followed(iter("abc"), str.upper)
    assert next(steps) == "a"
    assert stream.getvalue() == "\rA"
    assert list(steps) == ["b", "c"]
    assert stream.getvalue() == "\rA\rB\rC\r \r"
    assert last_step(iter("abc"), str.upper) == "c"
