"""The commands ``handout`` and ``questions``: a scenario on paper, and questions about it."""

import argparse
from collections.abc import Callable
from pathlib import Path

from explorer.classroom.handout.questions import (
    MOST_STUDENTS,
    QUESTION_KINDS,
    QuizOrder,
    computed_quiz,
    kind_name,
)
from explorer.classroom.handout.worksheet import worksheet
from explorer.classroom.lesson.lesson_paper import LESSON_HANDOUTS
from explorer.cli.argument_types import whole_number
from explorer.cli.asked import asked_scenario
from explorer.cli.examples import of_case
from explorer.cli.lesson_handout import lesson_handout
from explorer.cli.parser_parts import Parser, add_general, add_output, add_scenario
from explorer.cli.paths import refuse_folder
from explorer.cli.report import drawing, scenario_document
from explorer.cli.subject import first_leverage
from explorer.figures.phrase import listed
from explorer.files.console import complain
from explorer.files.lesson_file import first_lesson_id
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.paper.paper import Paper
from explorer.paper.question_files import refuse_unless_questions, write_questions
from explorer.paper.writing import refuse_unless_paper, write_paper
from explorer.report.order import ReportOrder
from explorer.report.report import report
from explorer.views.options import PictureOptions

HANDOUTS = ("brief", "worksheet", *LESSON_HANDOUTS)
"""What ``handout`` makes."""

LARGEST_SEED = 1_000_000

Draw = Callable[[PictureOptions], None]


def handout_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone handout``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone handout",
        tr(
            "Write a handout: a brief of a scenario, a worksheet for finding a deal zone by hand,"
            "\nwith its key on the last page, or a lesson: its script, its worksheet or its key."
        ),
        of_case(
            case,
            f"dealzone handout brief {case.default_preset} -o brief.docx",
            f"dealzone handout worksheet {case.baseline_preset} -o worksheet.html",
            f"dealzone handout lesson {first_lesson_id(case)} -o lesson.docx",
        ),
        usage="dealzone handout WHAT [SCENARIO|LESSON] -o FILE [options]",
    )
    parser.add_argument(
        "what",
        choices=HANDOUTS,
        metavar="WHAT",
        help=tr("{kinds}; lessons by id or file in place of a scenario", kinds=", ".join(HANDOUTS)),
    )
    add_scenario(parser)
    _add_output(parser, tr("where to write; the name ends in .html, .docx or .md (required)"))
    add_general(parser)
    return parser


def questions_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone questions``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone questions",
        tr(
            "Write questions with a scenario of its own for each student, and the solver's key: "
            "GIFT for\nMoodle, QTI 1.2 for Canvas and others, or sheets with keys."
        ),
        of_case(
            case,
            f"dealzone questions {case.default_preset} -o quiz.gift --students 24",
            f"dealzone questions {case.baseline_preset} -o quiz.zip --kinds row gap --seed 7",
            f"dealzone questions --set {first_leverage(case)}=50 -o sheets.docx",
        ),
        usage="dealzone questions [SCENARIO] -o FILE [options]",
    )
    add_scenario(parser)
    group = _add_output(
        parser, tr("where to write; the name ends in .gift, .zip, .html or .docx (required)")
    )
    _add_choice(group)
    add_general(parser)
    return parser


def _add_choice(group: "argparse._ArgumentGroup") -> None:  # pyright: ignore[reportPrivateUsage]
    group.add_argument(
        "--students",
        type=whole_number(1, MOST_STUDENTS),
        default=1,
        metavar="N",
        help=tr("for how many students; each has other questions (default: 1)"),
    )
    group.add_argument(
        "--seed",
        type=whole_number(0, LARGEST_SEED),
        default=1,
        metavar="N",
        help=tr("which questions; the same number gives the same ones (default: 1)"),
    )
    kinds = listed(tr("{id} ({name})", id=each, name=kind_name(each)) for each in QUESTION_KINDS)
    group.add_argument(
        "--kinds",
        nargs="+",
        choices=tuple(QUESTION_KINDS),
        default=list(QUESTION_KINDS),
        metavar="KIND",
        help=tr("which kinds: {kinds} (default: all)", kinds=kinds),
    )
    group.add_argument(
        "--title",
        default="",
        metavar="WORDS",
        help=tr("what stands over them (default: the scenario's name)"),
    )


def _add_output(parser: argparse.ArgumentParser, words: str) -> "argparse._ArgumentGroup":  # pyright: ignore[reportPrivateUsage]
    group = parser.add_argument_group(tr("output"))
    add_output(group, words)
    return group


def export_handout(arguments: argparse.Namespace, draw: Draw) -> Path:
    """Write a handout and return where.

    Raises
    ------
    ScenarioError
        If scenario, lesson, setting, assumption or lens are not known, or give no such handout.
    FileError
        If it cannot be written where it is wanted, or in the format of this name.
    """
    path = Path(arguments.output)
    refuse_unless_paper(path)
    refuse_folder(path)
    _tell(write_paper(path, _handout(arguments, draw)))
    return path


def export_questions(arguments: argparse.Namespace) -> Path:
    """Write questions and return where.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption or lens are not known, or give too few questions.
    FileError
        If they cannot be written where they are wanted, or in the format of this name.
    """
    path = Path(arguments.output)
    refuse_unless_questions(path)
    refuse_folder(path)
    order = QuizOrder(
        asked_scenario(arguments),
        arguments.students,
        arguments.seed,
        tuple(dict.fromkeys(arguments.kinds)),
        arguments.title,
    )
    _tell(write_questions(path, computed_quiz(order)))
    return path


def _handout(arguments: argparse.Namespace, draw: Draw) -> Paper:
    if arguments.what in LESSON_HANDOUTS:
        return lesson_handout(arguments)
    scenario = asked_scenario(arguments)
    if arguments.what == "worksheet":
        return worksheet(scenario)
    with drawing(draw) as drawn:
        return report(ReportOrder(scenario_document(scenario), is_brief=True), drawn)


def _tell(warning: str) -> None:
    if warning:
        complain(warning)
