"""What the command line is handed, and the exit codes that it returns."""

import argparse
from collections.abc import Callable, Mapping
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


def by_action(
    actions: Mapping[str, Command], parser: Callable[[], argparse.ArgumentParser]
) -> Command:
    """Return the command that carries out one of its actions.

    Parameters
    ----------
    actions
        What each does, by the word that names it.
    parser
        Returns the parser that explains them; it takes nothing but such a word.
    """

    def carried_out(argv: list[str], doors: Doors) -> int:
        if argv and argv[0] in actions:
            return actions[argv[0]](argv[1:], doors)
        parser().parse_args(argv)
        return DONE  # pragma: no cover - the parser takes nothing but a known action

    return carried_out
