"""The door of the command line: one command understood, carried out, its exit code returned."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from explorer.cli.doors import BAD_INPUT, DONE, FAULT, Doors, OpenWindow, Tell, WritePdf
from explorer.cli.interrupt import STOPPED
from explorer.cli.own_cases import stock_shelf
from explorer.cli.parser import window_parser
from explorer.cli.window import window_options
from explorer.files.console import ReaderGoneError, complain, has_console
from explorer.files.language import bind_language, chosen_language
from explorer.files.places import places
from explorer.files.portable import portable_base
from explorer.files.reporting import report_words
from explorer.files.shelf import Shelf, stock
from explorer.model.errors import ExplorerError
from explorer.model.wording import tr

if TYPE_CHECKING:
    from explorer.self_test.run import Draw
    from explorer.self_test.time_limit import End
    from explorer.self_test.trial import ExerciseWindow

COMMANDS = (
    "solve",
    "compare",
    "two-cases",
    "list",
    "check",
    "case",
    "schema",
    "picture",
    "lesson",
    "present",
    "export-page",
    "sheets",
    "results",
    "handout",
    "questions",
    "debrief",
    "slides",
    "split",
    "handbook",
    "case-changes",
    "table",
    "others",
    "history",
    "sure",
    "bold",
    "breaking",
    "outlook",
    "later",
    "study",
    "report",
    "verify",
    "self-test",
)
"""The names of the commands."""


def run(  # noqa: PLR0913 - each is a door to a room that needs Qt
    argv: Sequence[str],
    *,
    open_window: OpenWindow,
    draw: "Draw",
    exercise_window: "ExerciseWindow | None" = None,
    end: "End" = os._exit,
    tell: Tell | None = None,
    write_pdf: WritePdf | None = None,
) -> int:
    """Carry out a command line and return the exit code.

    Parameters
    ----------
    open_window
        Opens the window and returns the exit code when it is closed.
    draw
        Draws a picture into a file; raises :class:`FileError` if it cannot.
    exercise_window
        Returns the steps of the self-test that need the window.
    end
        Ends the process at once, for a self-test that hangs.
    tell
        Says in a box what is wrong, for a window that was started without a console.
    write_pdf
        Writes a paper as PDF; raises :class:`FileError` if it cannot.
    """
    doors = Doors(open_window, draw, exercise_window, end, write_pdf)
    try:
        _speak()
        return _run_command(list(argv), doors)
    except ReaderGoneError:
        _drop_output()
        return DONE
    except ExplorerError as error:
        _complain(str(error), argv, tell)
        _drop_output()
        return BAD_INPUT
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except Exception as error:  # noqa: BLE001 - the last door: no traceback for the user
        _complain(_fault(error), argv, tell)
        return FAULT


def _speak() -> None:
    """Use the language of the settings, else that of the system, and the user's own cases."""
    try:
        where = places(portable=portable_base())
    except ExplorerError:
        bind_language(None)
        stock(Shelf())
        return
    bind_language(chosen_language(where.settings_file))
    stock_shelf(where)


def _run_command(argv: list[str], doors: Doors) -> int:
    if argv and argv[0] in COMMANDS:
        # Half of the modules of the command line, for which no window has to wait.
        from explorer.cli.commands import WAYS

        return WAYS[argv[0]](argv[1:], doors)
    return doors.open_window(window_options(window_parser().parse_args(argv), list(COMMANDS)))


def _complain(text: str, argv: Sequence[str], tell: Tell | None) -> None:
    """Complain where it can be read: in a box only if somebody waits for a window."""
    complain(text)
    command = argv[0] if argv else ""
    is_script = (
        command in set(COMMANDS) - {"lesson", "present"}
        or "--smoke" in argv
        or "--trace-drag" in argv
    )
    if tell is not None and not has_console() and not is_script:
        tell(text)


def _fault(error: Exception) -> str:
    frames = extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "?"
    return tr(
        "This is a fault in the program ({kind}: {reason}; {place}). {report}",
        kind=type(error).__name__,
        reason=error,
        place=place,
        report=report_words(),
    )


def _drop_output() -> None:
    """Send what Python still wants to write to nowhere, so that its exit stays quiet."""
    stream = sys.stdout
    if stream is None:  # pyright: ignore[reportUnnecessaryComparison]  # a window without console
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
