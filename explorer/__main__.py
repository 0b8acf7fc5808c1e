"""The door: the command line, with the ways to the window and to pictures handed to it."""

import os
import sys
import time
from collections.abc import Iterable, Sequence

from explorer.cli.console import say
from explorer.cli.main import run
from explorer.cli.options import PictureOptions, WindowOptions
from explorer.cli.trial import Step, Trial
from explorer.model.wording import tr


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; Qt is imported only where it is needed."""
    arguments = sys.argv[1:] if argv is None else argv
    return run(
        arguments,
        open_window=_open_window,
        draw=_draw,
        exercise_window=_exercise_window,
        tell=_tell,
    )


def _open_window(options: WindowOptions) -> int:
    if not _has_screen(options):
        say(
            tr(
                "There is no screen here. Without one, solve with: dealzone solve october-2025; "
                "draw with: dealzone picture october-2025 -o board.png"
            )
        )
        return 0
    from explorer.ui.app import open_window
    from explorer.ui.process_age import process_age

    return open_window(options, time.perf_counter() - process_age())


def _draw(options: PictureOptions) -> None:
    from explorer.ui.drawing import draw

    draw(options)


def _exercise_window(trial: Trial) -> Iterable[Step]:
    from explorer.ui.exercise import exercise_window

    return exercise_window(trial)


def _tell(text: str) -> None:
    from explorer.ui.app import tell_problem

    tell_problem(text)


def _has_screen(options: WindowOptions) -> bool:
    if sys.platform in ("win32", "darwin") or options.qpa:
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
