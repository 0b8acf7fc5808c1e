"""What to draw: the picture that a command line asks for, checked before anything is drawn."""

import argparse
from pathlib import Path

from explorer.cli.asked import asked_scenario
from explorer.cli.options import PICTURE_SUFFIXES, PictureOptions
from explorer.cli.paths import is_folder
from explorer.cli.subject import first_leverage, known_id
from explorer.model.errors import FileError
from explorer.model.wording import tr


def picture_options(arguments: argparse.Namespace) -> PictureOptions:
    """Return what to draw.

    Raises
    ------
    ScenarioError
        If scenario, setting, lens, row or control are not known.
    FileError
        If the picture cannot be written where it is wanted.
    """
    scenario = asked_scenario(arguments)
    case = scenario.case
    rows = [row.id for row in case.rows]
    row = known_id(arguments.row, rows, option="--row") if arguments.row else next(iter(rows), "")
    control = arguments.control or first_leverage(case)
    refuse_unless_drawable(arguments.output)
    return PictureOptions(
        scenario=scenario,
        view_id=arguments.view,
        output=arguments.output,
        theme=arguments.theme,
        size=arguments.size,
        swept_control=known_id(control, case.control_places, option="--control"),
        selected_row=row,
        choices=tuple(arguments.choices),
    )


def refuse_unless_drawable(path: Path) -> None:
    """Refuse a file into which no picture can be drawn.

    Raises
    ------
    FileError
        If its name does not end in one of the known suffixes, or its folder is missing.
    """
    if path.suffix.lower() not in PICTURE_SUFFIXES:
        raise FileError(
            tr(
                "{path}: a picture's name must end in {suffixes}.",
                path=path,
                suffixes=", ".join(PICTURE_SUFFIXES),
            )
        )
    if is_folder(path):
        raise FileError(tr("{path} is a folder. Give a file name in it.", path=path))
    if not is_folder(path.parent):
        raise FileError(
            tr(
                "{path}: the folder {folder} does not exist. Make it first.",
                path=path,
                folder=path.parent,
            )
        )
