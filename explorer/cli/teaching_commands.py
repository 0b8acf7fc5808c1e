"""Commands for lessons, classes and what they are handed."""

import argparse
from collections.abc import Mapping

from explorer.classroom.tables.scores import class_scores
from explorer.cli.answer_lines import (
    answers_record,
    answers_text,
    asked_answers,
    asked_page,
    refuse_stray_controls,
)
from explorer.cli.debrief import debrief_parser, write_debrief
from explorer.cli.doors import BAD_INPUT, DONE, Command, Doors
from explorer.cli.handout import export_handout, export_questions, handout_parser, questions_parser
from explorer.cli.lesson import lesson_options, lesson_parser, present_options, present_parser
from explorer.cli.own_cases import example_case
from explorer.cli.results import results_parser, results_record, results_text
from explorer.cli.role_play import asked_plan, asked_results
from explorer.cli.sheets import sheets_parser, write_sheets
from explorer.cli.slides import export_slides, slides_parser
from explorer.cli.telling import tell, tell_written


def _sheets(argv: list[str], _doors: Doors) -> int:
    return tell_written(*write_sheets(sheets_parser(example_case(argv)).parse_args(argv)))


def _results(argv: list[str], _doors: Doors) -> int:
    arguments = results_parser(example_case(argv)).parse_args(argv)
    if arguments.page:
        return _answers(arguments)
    refuse_stray_controls(arguments)
    plan = asked_plan(arguments)
    read = asked_results(arguments, plan)
    found = class_scores(plan, read.results)
    tell(
        arguments,
        lambda: results_record(found, read),
        lambda width: results_text(found, read, width=width),
    )
    return BAD_INPUT if read.mistakes else DONE


def _answers(arguments: argparse.Namespace) -> int:
    page = asked_page(arguments)
    found = asked_answers(arguments, page)
    tell(
        arguments,
        lambda: answers_record(page, found),
        lambda width: answers_text(page, found, width=width),
    )
    return BAD_INPUT if found.mistakes else DONE


def _lesson(argv: list[str], doors: Doors) -> int:
    return doors.open_window(lesson_options(lesson_parser().parse_args(argv)))


def _present(argv: list[str], doors: Doors) -> int:
    return doors.open_window(present_options(present_parser(example_case(argv)).parse_args(argv)))


def _handout(argv: list[str], doors: Doors) -> int:
    path = export_handout(handout_parser(example_case(argv)).parse_args(argv), doors.draw)
    return tell_written(path)


def _questions(argv: list[str], _doors: Doors) -> int:
    path = export_questions(questions_parser(example_case(argv)).parse_args(argv))
    return tell_written(path)


def _debrief(argv: list[str], doors: Doors) -> int:
    arguments = debrief_parser(example_case(argv)).parse_args(argv)
    is_whole = write_debrief(arguments, doors)
    tell_written(arguments.output)
    return DONE if is_whole else BAD_INPUT


def _slides(argv: list[str], doors: Doors) -> int:
    return tell_written(export_slides(slides_parser().parse_args(argv), doors.draw))


TEACHING: Mapping[str, Command] = {
    "lesson": _lesson,
    "present": _present,
    "sheets": _sheets,
    "results": _results,
    "handout": _handout,
    "questions": _questions,
    "debrief": _debrief,
    "slides": _slides,
}
"""What serves a class, by command."""
