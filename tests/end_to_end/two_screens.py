"""Presents on a second screen that goes and comes back, and prints where the presentation is.

It runs by itself under a virtual screen that ``xrandr`` divides into two.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from explorer.files.places import places
from explorer.ui.app.app import Program, application
from explorer.views.options import WindowOptions

LIMIT = 60.0
"""Seconds in which something must have come true."""

LEFT = ("--setmonitor", "left", "1440/380x900/240+0+0", "screen")
RIGHT = ("--setmonitor", "right", "1440/380x900/240+1440+0", "none")


def xrandr(*words: str) -> None:
    # It complains about the monitor that has no output of its own, and makes it.
    subprocess.run(["xrandr", *words], stderr=subprocess.DEVNULL, check=False)


def is_seen(what: Callable[[], bool]) -> bool:
    """Serve the program until something is true, and return whether it came true."""
    limit = time.monotonic() + LIMIT
    while not what() and time.monotonic() < limit:
        application().processEvents()
    return what()


def visit(program: Program) -> dict[str, object]:
    """Present, take the second screen away and bring it back; return what came of each.

    It goes while the room's screen is black, while an answer is hidden, and during a drag.
    """
    presentation = program.window.commands.levels.presentation
    bar = program.window.desk.workbench.message_bar
    program.window.show_workbench()

    def stands_on(name: str) -> bool:
        window = presentation.window
        return (
            window is not None
            and window.screen().name() == name
            and window.geometry().intersects(window.screen().geometry())
        )

    def are_screens(number: int) -> bool:
        return len(QGuiApplication.screens()) == number

    met: dict[str, object] = {"two": is_seen(lambda: are_screens(2))}
    presentation.begin("board")
    met["on the second"] = is_seen(lambda: stands_on("right"))
    presentation.blank()
    xrandr("--delmonitor", "right")
    met["gone"] = is_seen(lambda: are_screens(1) and stands_on("left") and bar.isVisible())
    met["still black"] = presentation.window is not None and presentation.window.is_blank
    xrandr(*RIGHT)
    met["back"] = is_seen(lambda: are_screens(2) and stands_on("right") and not bar.isVisible())
    presentation.blank()
    store, scenes = program.store, program.window.commands.scenes

    def goes_and_comes(state: str, holds: Callable[[], bool]) -> None:
        xrandr("--delmonitor", "right")
        gone = is_seen(lambda: are_screens(1) and stands_on("left"))
        kept = holds() and not scenes.presenting.console.isVisible()
        xrandr(*RIGHT)
        back = is_seen(lambda: are_screens(2) and stands_on("right"))
        is_beside = is_seen(scenes.presenting.console.isVisible)
        met[state] = gone and kept and back and is_beside and holds()

    scenes.add()
    scenes.session.change(0, "hides_answer", True, "hide")
    goes_and_comes("hidden", lambda: presentation.is_answer_hidden)
    presentation.reveal()
    store.begin_gesture("drag")
    start = store.state.scenario
    store.edit(start.with_value("russia_alignment", 40), "drag")
    goes_and_comes("dragged", lambda: store.state.gesture_start is not None)
    store.end_gesture()
    presentation.swap_screens()
    met["swapped"] = is_seen(
        lambda: stands_on("left") and program.window.screen().name() == "right"
    )
    presentation.end()
    return met


def main() -> None:
    """Divide the screen, open the program, visit it."""
    for words in (LEFT, RIGHT):
        xrandr(*words)
    folder = Path(sys.argv[1])
    qt = application()
    options = WindowOptions(data_folder=folder, level="explore")
    program = Program(qt, options, where=places(folder), started=time.perf_counter())
    program.show()
    met = visit(program)
    program.end()
    sys.stdout.write(json.dumps(met) + "\n")


main()
