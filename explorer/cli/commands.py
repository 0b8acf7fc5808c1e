"""The commands: each understood, carried out, its exit code returned."""

import argparse
from collections.abc import Callable, Mapping

from explorer.classroom.tables.scores import class_scores
from explorer.cli.answer_lines import (
    answers_record,
    answers_text,
    asked_answers,
    asked_page,
    refuse_stray_controls,
)
from explorer.cli.asked import asked_scenario
from explorer.cli.checking import check_records, check_text, checked_file
from explorer.cli.compare import (
    compare_options,
    compared_results,
    comparison_record,
    comparison_text,
)
from explorer.cli.debrief import debrief_parser, write_debrief
from explorer.cli.doors import BAD_INPUT, DONE, FAILED, Doors
from explorer.cli.export_page import export_page, export_page_parser
from explorer.cli.handbook import chosen_page, found_text, handbook_record, page_text
from explorer.cli.handout import (
    export_handout,
    export_questions,
    handout_parser,
    questions_parser,
)
from explorer.cli.history import history_answer, history_parser
from explorer.cli.later import later_page, later_parser, later_record
from explorer.cli.lesson import (
    lesson_options,
    lesson_parser,
    present_options,
    present_parser,
)
from explorer.cli.listing import list_records, list_text
from explorer.cli.openings import openings_record, openings_text
from explorer.cli.others import others_parser, others_record, others_text
from explorer.cli.outlook import outlook_parser, outlook_record, outlook_text
from explorer.cli.own_cases import case_named
from explorer.cli.parser import (
    check_parser,
    list_parser,
    picture_parser,
    self_test_parser,
    solve_parser,
)
from explorer.cli.parser_compare import compare_parser
from explorer.cli.parser_handbook import case_changes_parser, handbook_parser
from explorer.cli.parser_sure import sure_parser
from explorer.cli.picture import picture_options
from explorer.cli.results import results_parser, results_record, results_text
from explorer.cli.role_play import asked_plan, asked_results
from explorer.cli.sheets import sheets_parser, write_sheets
from explorer.cli.slides import export_slides, slides_parser
from explorer.cli.solve_text import result_text
from explorer.cli.split import MEASURE_IDS, split_answer, split_parser, split_question
from explorer.cli.sure import sure_answer, sure_question, sure_record, sure_text
from explorer.files.case_file import bundled_case
from explorer.files.console import complain, say, say_json, text_width
from explorer.files.result_record import result_record
from explorer.model.wording import tr, tr_n
from explorer.self_test.run import self_test
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.views.guide import PAGE_ID, changes_record
from explorer.views.options import SelfTestOptions


def _solve(argv: list[str], _doors: Doors) -> int:
    arguments = solve_parser(bundled_case()).parse_args(argv)
    scenario = asked_scenario(arguments)
    result = solve(scenario)
    if arguments.json:
        more = {"openings": openings_record(result)} if arguments.openings else {}
        say_json({**result_record(result), **more})
    else:
        say(result_text(result, width=text_width()))
        if arguments.openings:
            say("\n" + openings_text(result, width=text_width()))
    return DONE


def _outlook(argv: list[str], _doors: Doors) -> int:
    arguments = outlook_parser(bundled_case()).parse_args(argv)
    result = solve(asked_scenario(arguments))
    if arguments.json:
        outlook = meeting_outlook(result)
        say_json(None if outlook is None else outlook_record(outlook))
    else:
        say(outlook_text(result, width=text_width()))
    return DONE


def _list(argv: list[str], _doors: Doors) -> int:
    arguments = list_parser().parse_args(argv)
    case = case_named(arguments.case)
    if arguments.json:
        say_json(list_records(case, arguments.what))
    else:
        say(list_text(case, arguments.what, width=text_width()))
    return DONE


def _check(argv: list[str], _doors: Doors) -> int:
    arguments = check_parser().parse_args(argv)
    files = [checked_file(path) for path in arguments.files]
    if arguments.json:
        say_json(check_records(files))
    else:
        say(check_text(files))
    bad = sum(bool(file.problems) for file in files)
    if not bad:
        return DONE
    complain(
        tr_n(
            "{n} of {total} files has errors, listed under its name.",
            "{n} of {total} files have errors, listed under their names.",
            bad,
            total=len(files),
        )
    )
    return BAD_INPUT


def _picture(argv: list[str], doors: Doors) -> int:
    options = picture_options(picture_parser(bundled_case()).parse_args(argv))
    doors.draw(options)
    say(tr("{path}: drawn", path=options.output))
    return DONE


def _export_page(argv: list[str], _doors: Doors) -> int:
    path = export_page(export_page_parser(bundled_case()).parse_args(argv))
    say(tr("{path}: written", path=path))
    return DONE


def _sheets(argv: list[str], _doors: Doors) -> int:
    for path in write_sheets(sheets_parser(bundled_case()).parse_args(argv)):
        say(tr("{path}: written", path=path))
    return DONE


def _results(argv: list[str], _doors: Doors) -> int:
    arguments = results_parser(bundled_case()).parse_args(argv)
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
    return doors.open_window(present_options(present_parser(bundled_case()).parse_args(argv)))


def _handout(argv: list[str], doors: Doors) -> int:
    path = export_handout(handout_parser(bundled_case()).parse_args(argv), doors.draw)
    say(tr("{path}: written", path=path))
    return DONE


def _questions(argv: list[str], _doors: Doors) -> int:
    path = export_questions(questions_parser(bundled_case()).parse_args(argv))
    say(tr("{path}: written", path=path))
    return DONE


def _debrief(argv: list[str], doors: Doors) -> int:
    arguments = debrief_parser(bundled_case()).parse_args(argv)
    is_whole = write_debrief(arguments, doors)
    say(tr("{path}: written", path=arguments.output))
    return DONE if is_whole else BAD_INPUT


def _slides(argv: list[str], doors: Doors) -> int:
    path = export_slides(slides_parser().parse_args(argv), doors.draw)
    say(tr("{path}: written", path=path))
    return DONE


def _compare(argv: list[str], doors: Doors) -> int:
    arguments = compare_parser(bundled_case()).parse_args(argv)
    items = compared_results(arguments)
    if arguments.json:
        say_json(comparison_record(items))
    else:
        say(comparison_text(items, width=text_width()))
    if arguments.output is not None:
        doors.draw(compare_options(arguments, items))
        if not arguments.json:
            say(tr("{path}: drawn", path=arguments.output))
    return DONE


def _handbook(argv: list[str], _doors: Doors) -> int:
    arguments = handbook_parser().parse_args(argv)
    case, wanted = case_named(arguments.case), arguments.find
    if arguments.json:
        say_json(handbook_record(case, arguments.page, wanted))
    elif wanted is not None:
        say(found_text(case, wanted, width=text_width()))
    else:
        say(page_text(chosen_page(case, arguments.page), width=text_width()))
    return DONE


def _later(argv: list[str], _doors: Doors) -> int:
    arguments = later_parser().parse_args(argv)
    case = case_named(arguments.case)
    if arguments.json:
        say_json(later_record(case))
    else:
        say(page_text(later_page(case), width=text_width()))
    return DONE


def _case_changes(argv: list[str], _doors: Doors) -> int:
    arguments = case_changes_parser().parse_args(argv)
    case = case_named(arguments.case)
    if arguments.json:
        say_json(changes_record(case))
    else:
        say(page_text(chosen_page(case, PAGE_ID), width=text_width()))
    return DONE


def _split(argv: list[str], _doors: Doors) -> int:
    arguments = split_parser(bundled_case()).parse_args(argv)
    question = split_question(
        arguments.start,
        arguments.end,
        measure=MEASURE_IDS[arguments.measure],
        row=arguments.row,
        case_path=arguments.case,
    )
    answer = split_answer(question)
    if arguments.json:
        say_json(answer.record)
    else:
        say(answer.text(width=text_width()))
    return DONE


def _history(argv: list[str], _doors: Doors) -> int:
    arguments = history_parser().parse_args(argv)
    answer = history_answer(arguments.case, arguments.year, with_lines=arguments.lines)
    if arguments.json:
        say_json(answer.record)
    else:
        say(answer.text(width=text_width()))
    return DONE


def _others(argv: list[str], _doors: Doors) -> int:
    arguments = others_parser(bundled_case()).parse_args(argv)
    scenario = asked_scenario(arguments)
    result = solve(scenario)
    if arguments.json:
        say_json(others_record(result, arguments.package))
    else:
        say(others_text(result, arguments.package, width=text_width()))
    return DONE


def _sure(argv: list[str], _doors: Doors) -> int:
    arguments = sure_parser().parse_args(argv)
    question = sure_question(arguments)
    answer = sure_answer(question)
    if arguments.json:
        say_json(sure_record(answer))
    else:
        say(sure_text(answer, row_id=question.row_id, width=text_width()))
    return DONE


def _self_test(argv: list[str], doors: Doors) -> int:
    options = SelfTestOptions(**vars(self_test_parser().parse_args(argv)))
    is_well = self_test(options, doors.draw, doors.exercise_window, end=doors.end)
    return DONE if is_well else FAILED


WAYS: Mapping[str, Callable[[list[str], Doors], int]] = {
    "solve": _solve,
    "compare": _compare,
    "list": _list,
    "check": _check,
    "picture": _picture,
    "lesson": _lesson,
    "present": _present,
    "export-page": _export_page,
    "sheets": _sheets,
    "results": _results,
    "handout": _handout,
    "questions": _questions,
    "debrief": _debrief,
    "slides": _slides,
    "split": _split,
    "handbook": _handbook,
    "case-changes": _case_changes,
    "others": _others,
    "history": _history,
    "sure": _sure,
    "outlook": _outlook,
    "later": _later,
    "self-test": _self_test,
}
"""What each command does, by its name."""
