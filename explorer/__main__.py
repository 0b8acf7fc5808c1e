"""The door: the command line, with the ways to the window and to pictures handed to it."""

import sys
from typing import TYPE_CHECKING

from explorer.cli.interrupt import leaving_at_once
from explorer.files.keeping import keeping_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from explorer.paper.paper import Paper
    from explorer.self_test.trial import Step, Trial
    from explorer.views.options import PictureOptions, WindowOptions


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the program and return its exit code; Qt is imported only where it is needed.

    Everything else is imported within, so that Ctrl+C is silent from here on.

    ``argv``: What was typed after the program's name; None for what the process was given, which
    then ends with this call.
    """
    if argv is None and _is_worker():
        from multiprocessing import freeze_support

        # A worker of the installed program, which is started by the program's own name. It never
        # returns.
        freeze_support()
    with leaving_at_once(for_good=argv is None):
        with keeping_all():
            from explorer.cli.main import run

        return run(
            sys.argv[1:] if argv is None else argv,
            open_window=_open_window,
            draw=_draw,
            exercise_window=_exercise_window,
            tell=_tell,
            write_pdf=_write_pdf,
        )


def _is_worker() -> bool:
    """Return whether this process serves another one of the installed program."""
    is_installed = getattr(sys, "frozen", False)
    return is_installed and not {"--multiprocessing-fork", "-c"}.isdisjoint(sys.argv)


def _open_window(options: "WindowOptions") -> int:
    from explorer.files.console import say
    from explorer.model.wording import tr

    if not _has_screen(options):
        say(
            tr(
                "There is no screen here. Without one, solve with: dealzone solve october-2025; "
                "draw with: dealzone picture october-2025 -o board.png"
            )
        )
        return 0
    import time

    with keeping_all():
        from explorer.ui.app.app import open_window
        from explorer.ui.app.process_age import process_age

    return open_window(options, time.perf_counter() - process_age())


def _draw(options: "PictureOptions") -> None:
    from explorer.ui.app.drawing import draw

    draw(options)


def _write_pdf(path: "Path", paper: "Paper") -> None:
    from explorer.ui.app.drawing import write_pdf

    write_pdf(path, paper)


def _exercise_window(trial: "Trial") -> "Iterable[Step]":
    from explorer.self_test.exercise import exercise_window

    return exercise_window(trial)


def _tell(text: str) -> None:
    from explorer.ui.app.app import tell_problem

    tell_problem(text)


def _has_screen(options: "WindowOptions") -> bool:
    import os

    if sys.platform in ("win32", "darwin") or options.qpa:
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
