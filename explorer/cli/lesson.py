"""The commands ``lesson`` and ``present``: the window, opened for a class."""

import argparse
from dataclasses import replace
from pathlib import Path

from explorer.cli.argument_types import whole_number
from explorer.cli.examples import of_case
from explorer.cli.own_cases import case_named
from explorer.cli.parser import add_look
from explorer.cli.parser_parts import Parser, UsageError, add_case, add_general
from explorer.cli.paths import exists, is_folder
from explorer.cli.subject import FILE_SUFFIXES, known_id, nearest, printable
from explorer.files.lesson_file import (
    bundled_lesson,
    bundled_lesson_ids,
    lesson_case,
    read_lesson,
)
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.lesson import Lesson
from explorer.model.scene import MOST_SCENES
from explorer.model.wording import tr
from explorer.views.options import WindowOptions


def lesson_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone lesson``."""
    parser = Parser(
        "dealzone lesson",
        tr(
            "Open the window in a lesson: one that comes with the program, or a lesson file. It is "
            "a document\nof its own, which may be changed and saved."
        ),
        (
            "dealzone lesson who-closed-the-zone",
            "dealzone lesson who-closed-the-zone --step 3 --theme dark",
        ),
        usage="dealzone lesson NAME|FILE [--step N] [window options]",
    )
    parser.add_argument(
        "lesson", metavar="NAME|FILE", help=tr("the id of a lesson, or the path of a lesson file")
    )
    parser.add_argument(
        "--step",
        type=whole_number(1, MOST_SCENES),
        default=1,
        metavar="N",
        help=tr("the step to begin with, from 1 (default: 1)"),
    )
    _add_window(parser)
    return parser


def present_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone present``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone present",
        tr(
            "Open the window and present: the board fills a screen, the second one where there "
            "are two."
        ),
        of_case(case, "dealzone present", f"dealzone present {case.baseline_preset}"),
        usage="dealzone present [FILE|SCENARIO] [window options]",
    )
    parser.add_argument(
        "what",
        nargs="?",
        metavar="FILE|SCENARIO",
        help=tr(
            "a document, a lesson file or a scenario of dealzone list presets (default: the first "
            "scenario)"
        ),
    )
    add_case(parser)
    _add_window(parser)
    return parser


def lesson_options(arguments: argparse.Namespace) -> WindowOptions:
    """Return how to open the window in a lesson.

    Raises :class:`ExplorerError` if there is no such lesson, the file is none, or it has not so
    many steps.
    """
    words = vars(arguments)
    lesson = _lesson(words.pop("lesson"))
    step = words.pop("step")
    count = len(lesson.steps)
    if step > count:
        raise UsageError(
            tr("--step: the lesson has {count} steps, not {step}.", count=count, step=step)
        )
    return replace(WindowOptions(**words), lesson=lesson, step=step - 1)


def present_options(arguments: argparse.Namespace) -> WindowOptions:
    """Return how to open the window for a presentation.

    Raises :class:`ExplorerError` if there is no such file and no such scenario.
    """
    words = vars(arguments)
    what = words.pop("what")
    words["level"] = "present"
    named = words.pop("case")
    case = case_named(named)
    options = WindowOptions(**words, case=None if named is None else case)
    if what is None:
        return options
    path = Path(what)
    if path.suffix in FILE_SUFFIXES or len(path.parts) > 1 or exists(path):
        return replace(options, file=_file(path))
    presets = [preset.id for preset in case.presets]
    return replace(options, preset=known_id(what, presets, option=tr("scenario")), case=case)


def _add_window(parser: argparse.ArgumentParser) -> None:
    add_look(parser)
    add_general(parser)


def _lesson(name: str) -> Lesson:
    """Return the lesson with an id, or that of a file; its case has to be here."""
    known = bundled_lesson_ids()
    path = Path(name)
    if name in known:
        lesson = bundled_lesson(name)
    elif path.suffix in FILE_SUFFIXES or len(path.parts) > 1 or exists(path):
        lesson = read_lesson(_file(path))
    else:
        raise UsageError(
            tr(
                'There is no lesson "{name}" and no file of that name. {hint} '
                '"dealzone list lessons" shows them all.',
                name=printable(name),
                hint=nearest(name, known),
            )
        )
    lesson_case(lesson)
    return lesson


def _file(path: Path) -> Path:
    text = printable(str(path))
    if is_folder(path):
        raise FileError(tr("{path} is a folder. Choose a file in it.", path=text))
    if not exists(path):
        raise FileError(tr("{path} does not exist. Check the name and the folder.", path=text))
    return path
