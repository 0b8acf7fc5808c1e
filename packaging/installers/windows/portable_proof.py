"""Proves the portable zip: it runs anywhere, keeps its settings, and leaves no trace."""

import zipfile
from pathlib import Path

from installers import product
from installers.steps import demand, step
from installers.windows.program import Program
from installers.windows.state import demand_nothing_left, read_state
from installers.windows.wine import Wine

FIRST, SECOND = ("room 1",), ("강의실 2", "협상")
"""Where the zip is unpacked, and where the folder is moved to; on drive C."""


def prove_zip(wine: Wine, packed: Path) -> None:
    """Unpack, run, move, run again; look at everything that was written.

    Parameters
    ----------
    wine
        The place, with a drive of its own.
    packed
        The zip that is proved.

    Raises
    ------
    BuildError
        If anything is not as it must be.
    """
    step("unpacking and moving the portable copy")
    room = wine.drive.joinpath(*FIRST)
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(room)
    other = wine.drive.joinpath(*SECOND)
    other.mkdir(parents=True)
    before = read_state(wine)
    program = Program(wine, room / product.FOLDER)
    _use(program)
    settings = sorted(program.folder.joinpath("data").rglob("settings.json"))
    demand(len(settings) == 1, f"The portable copy keeps {len(settings)} settings beside it.")
    marked = settings[0].read_text("utf-8").replace("{", "{ ", 1)
    settings[0].write_text(marked, encoding="utf-8")

    moved = Program(wine, other / product.FOLDER)
    program.folder.rename(moved.folder)
    there = moved.folder / settings[0].relative_to(program.folder)
    _use(moved)
    moved.self_test()
    demand(there.exists(), "The settings did not go along.")
    demand(not room.joinpath(product.FOLDER).exists(), "Something was written at the old place.")
    own = f"^({FIRST[0]}|{SECOND[0]})/"
    demand_nothing_left(before, read_state(wine), expected=own)


def _use(program: Program) -> None:
    """Open the window and close it again."""
    program.open_window()
    program.close_window()
