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
from explorer.files.console import say, say_json, text_width
from explorer.model.wording import tr


def _sheets(argv: list[str], _doors: Doors) -> int:
    for path in write_sheets(sheets_parser(example_case(argv)).parse_args(argv)):
        say(tr("{path}: written", path=path))
    return DONE


def _results(argv: list[str], _doors: Doors) -> int:
    arguments = results_parser(example_case(argv)).parse_args(argv)
    if arguments.page:
        return _answers(arguments)
    refuse_stray_controls(arguments)
    plan = asked_plan(arguments)
    read = asked_results(arguments, plan)
    found = class_scores(plan, read.results)
    if arguments.json:
        say_json(results_record(found, read))
    else:
        say(results_text(found, read, width=text_width()))
    return BAD_INPUT if read.mistakes else DONE


def _answers(arguments: argparse.Namespace) -> int:
    page = asked_page(arguments)
    found = asked_answers(arguments, page)
    if arguments.json:
        say_json(answers_record(page, found))
    else:
        say(answers_text(page, found, width=text_width()))
    return BAD_INPUT if found.mistakes else DONE


def _lesson(argv: list[str], doors: Doors) -> int:
    return doors.open_window(lesson_options(lesson_parser().parse_args(argv)))


def _present(argv: list[str], doors: Doors) -> int:
    return doors.open_window(present_options(present_parser(example_case(argv)).parse_args(argv)))


def _handout(argv: list[str], doors: Doors) -> int:
    path = export_handout(handout_parser(example_case(argv)).parse_args(argv), doors.draw)
    say(tr("{path}: written", path=path))
    return DONE


def _questions(argv: list[str], _doors: Doors) -> int:
    path = export_questions(questions_parser(example_case(argv)).parse_args(argv))
    say(tr("{path}: written", path=path))
    return DONE


def _debrief(argv: list[str], doors: Doors) -> int:
    arguments = debrief_parser(example_case(argv)).parse_args(argv)
    is_whole = write_debrief(arguments, doors)
    say(tr("{path}: written", path=arguments.output))
    return DONE if is_whole else BAD_INPUT


def _slides(argv: list[str], doors: Doors) -> int:
    path = export_slides(slides_parser().parse_args(argv), doors.draw)
    say(tr("{path}: written", path=path))
    return DONE


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
