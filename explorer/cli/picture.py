"""What to draw: the picture that a command line asks for, checked before anything is drawn."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from explorer.cli.paths import is_folder, refuse_folder
from explorer.cli.showing import asked_showing
from explorer.figures.phrase import listed
from explorer.model.errors import FileError, ScenarioError
from explorer.model.wording import tr
from explorer.views.options import PICTURE_SUFFIXES, PictureOptions
from explorer.views.registry import figure_of
from explorer.views.view import Viewing


def picture_options(arguments: argparse.Namespace) -> PictureOptions:
    """Return what to draw.

    Raises
    ------
    ScenarioError
        If scenario, setting, lens, row, control, package or choice are not known.
    FileError
        If the picture cannot be written where it is wanted.
    """
    showing = asked_showing(arguments)
    refuse_unless_drawable(arguments.output)
    viewing = showing.viewing()
    if arguments.choices:
        _refuse_unknown_choices(arguments.view, viewing, arguments.choices)
    return PictureOptions(
        view_id=arguments.view,
        viewing=viewing,
        output=arguments.output,
        theme=arguments.theme,
        size=arguments.size,
    )


def _refuse_unknown_choices(
    view_id: str, viewing: Viewing, choices: Sequence[tuple[str, str]]
) -> None:
    offered = {choice.id: choice for choice in figure_of(view_id, viewing).choices}
    for choice_id, value in choices:
        known = [each for each, _ in offered[choice_id].entries] if choice_id in offered else []
        if value not in known:
            raise ScenarioError(
                tr(
                    "{choice}={value} cannot be chosen for the picture {view}. Known: {known}.",
                    choice=choice_id,
                    value=value,
                    view=view_id,
                    known=listed(known or offered) or tr("nothing"),
                )
            )


def refuse_unless_drawable(path: Path) -> None:
    """Refuse a file into which no picture can be drawn.

    Raises :class:`FileError` if its name does not end in one of the known suffixes, or its folder
    is missing.
    """
    if path.suffix.lower() not in PICTURE_SUFFIXES:
        raise FileError(
            tr(
                "{path}: a picture's name must end in {suffixes}.",
                path=path,
                suffixes=", ".join(PICTURE_SUFFIXES),
            )
        )
    refuse_folder(path)
    if not is_folder(path.parent):
        raise FileError(
            tr(
                "{path}: the folder {folder} does not exist. Make it first.",
                path=path,
                folder=path.parent,
            )
        )
