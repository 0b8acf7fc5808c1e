"""How to open the window: the options of a command line, checked before Qt is started."""

import argparse
from dataclasses import replace
from pathlib import Path

from explorer.cli.own_cases import case_named
from explorer.cli.parser import FIRST_CONTROL
from explorer.cli.parser_parts import UsageError
from explorer.cli.paths import exists, is_folder
from explorer.cli.subject import first_leverage, known_id, nearest, printable
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.views.options import WindowOptions


def window_options(arguments: argparse.Namespace, commands: list[str]) -> WindowOptions:
    """Return how to open the window.

    What a file holds is not looked at: the window tells what is wrong with it.

    ``commands``: The names of all commands, for a hint at a misspelt one. Raises
    :class:`ExplorerError` if the file is missing or a folder, the data folder is a file, or the
    control of a scripted drag is not known.
    """
    words = vars(arguments)
    named = words.pop("case")
    options = WindowOptions(**words, case=None if named is None else case_named(named))
    if options.file is not None:
        _refuse_unless_openable(options.file, commands)
    folder = options.data_folder
    if folder is not None and exists(folder) and not is_folder(folder):
        raise FileError(tr("{path} is no folder. Name one for --data-folder.", path=folder))
    if options.trace is None:
        return options
    case = case_named(named)
    if options.trace == FIRST_CONTROL:
        return replace(options, trace=first_leverage(case), case=case)
    known_id(options.trace, case.control_places, option="--trace-drag")
    return replace(options, case=case)


def _refuse_unless_openable(path: Path, commands: list[str]) -> None:
    text = printable(str(path))
    if is_folder(path):
        raise FileError(tr("{path} is a folder. Choose a file in it.", path=text))
    if exists(path):
        return
    if path.suffix or len(path.parts) > 1:
        raise FileError(tr("{path} does not exist. Check the name and the folder.", path=text))
    raise UsageError(
        tr(
            'There is no command "{word}" and no file of that name. {hint} '
            '"dealzone --help" explains.',
            word=text,
            hint=nearest(text, commands),
        )
    )
