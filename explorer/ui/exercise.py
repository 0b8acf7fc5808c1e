"""The exercise of the window for the self-test: open, move, undo, close, all off screen."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from explorer.cli.options import WindowOptions
from explorer.files.places import places
from explorer.model.scenario import control_range
from explorer.model.wording import tr
from explorer.ui.app import Program, application


def exercise_window() -> tuple[str, ...]:
    """Open the real window, move every control to its least value and back by undo.

    Returns
    -------
    tuple of str
        What was done, in words.

    Raises
    ------
    RuntimeError
        If undo did not bring the first settings back.
    """
    qt = application("offscreen")
    with TemporaryDirectory() as folder:
        program = Program(
            qt, WindowOptions(), where=places(Path(folder)), started=time.perf_counter()
        )
        program.show()
        first = program.store.state.scenario
        for control in first.case.controls:
            least = control_range(first.case, control).minimum
            program.store.edit(program.store.state.scenario.with_value(control.id, least), "move")
        while program.store.state.undo_name is not None:
            program.store.undo()
        if program.store.state.scenario != first:
            raise RuntimeError(tr("Undo did not bring the first settings back."))
        pixels = program.window.grab().toImage()
        program.end()
    return (
        tr("{n} controls moved and moved back", n=len(first.case.controls)),
        tr("painted {width} by {height} pixels", width=pixels.width(), height=pixels.height()),
    )
