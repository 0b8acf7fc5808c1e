"""A lesson as a handout: which one a command names, and what is printed of it."""

import argparse
from pathlib import Path

from explorer.classroom.lesson.claim import broken_claims
from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.cli.paths import exists
from explorer.cli.subject import FILE_SUFFIXES, nearest, printable
from explorer.files.console import complain
from explorer.files.json_text import cut_short
from explorer.files.lesson_file import (
    bundled_lesson,
    bundled_lesson_ids,
    lesson_case,
    read_lesson,
)
from explorer.model.errors import ScenarioError
from explorer.model.lesson import Lesson
from explorer.model.wording import tr
from explorer.paper.paper import Paper


def lesson_handout(arguments: argparse.Namespace) -> Paper:
    """Return the handout of the lesson that a command names in the place of a scenario.

    Sentences that do not hold under the case in force are told on standard error.

    ``arguments``: What was typed after ``handout``.

    Raises
    ------
    ScenarioError
        If no lesson is named, there is none of that name, settings come with it, or its case lacks
        what it asks about.
    FileError
        If the file cannot be read, or the lesson's case is not here.
    """
    if arguments.settings or arguments.assumed or arguments.lens or arguments.case:
        message = tr(
            "A lesson brings its own settings and case. Leave --set, --assume, --lens and --case "
            "out."
        )
        raise ScenarioError(message)
    lesson = _lesson(arguments.scenario)
    case = lesson_case(lesson)
    paper = LESSON_HANDOUTS[arguments.what](lesson, case)
    broken = broken_claims(lesson, case)
    if broken:
        lines = "\n".join(cut_short(broken))
        complain(tr("Not everything in this lesson holds under its case.\n{lines}", lines=lines))
    return paper


def _lesson(name: str | None) -> Lesson:
    known = bundled_lesson_ids()
    if name in known:
        return bundled_lesson(name)
    if name is not None and (name.endswith(FILE_SUFFIXES) or exists(Path(name))):
        return read_lesson(Path(name))
    message = tr(
        'There is no lesson "{name}" and no file of that name. {hint} "dealzone list lessons" '
        "shows them all.",
        name=printable(name or ""),
        hint=nearest(name or "", known),
    )
    raise ScenarioError(message)
