"""The command line as a function: run it, and look at what it printed and which code it gave."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

import pytest

from explorer.cli import progress
from explorer.cli.main import run
from explorer.views.options import PictureOptions, WindowOptions
from tests.paper.papers import DOT


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Rooms:
    """Stand-ins for the rooms with Qt: they remember what they were asked for."""

    windows: list[WindowOptions] = field(default_factory=list[WindowOptions])
    pictures: list[PictureOptions] = field(default_factory=list[PictureOptions])

    def open_window(self, options: WindowOptions) -> int:
        self.windows.append(options)
        return 0

    def draw(self, options: PictureOptions) -> None:
        self.pictures.append(options)
        options.output.write_bytes(DOT)


Dealzone = Callable[..., Ran]


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def dealzone(
    rooms: Rooms, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Dealzone:
    """Return a function that carries out a command line given as words, as quick as can be."""
    monkeypatch.setattr(progress, "LINE_SECONDS", inf)

    def ran(*argv: str | Path) -> Ran:
        code = run([str(word) for word in argv], open_window=rooms.open_window, draw=rooms.draw)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return ran
