"""What the command line is handed, and the exit codes that it returns."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.paper.paper import Paper
from explorer.views.options import WindowOptions

if TYPE_CHECKING:
    from explorer.self_test.run import Draw
    from explorer.self_test.time_limit import End
    from explorer.self_test.trial import ExerciseWindow

DONE, FAILED, BAD_INPUT, FAULT = 0, 1, 2, 70
"""Exit codes: done, self-test failed, something given is wrong, fault of the program."""


OpenWindow = Callable[[WindowOptions], int]
Tell = Callable[[str], None]
WritePdf = Callable[[Path, Paper], None]
"""Writes a paper as PDF."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The way to the rooms that need Qt, handed in because the command line knows no Qt."""

    open_window: OpenWindow
    draw: "Draw"
    exercise_window: "ExerciseWindow | None"
    end: "End"
    write_pdf: WritePdf | None = None


Command = Callable[[list[str], Doors], int]
"""A command: handed the words after its name and the doors, it returns the exit code."""
