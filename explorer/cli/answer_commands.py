"""Commands that answer a question about a case, as text or JSON."""

from collections.abc import Mapping

from explorer.cli.answer_verifiers import (
    BOLD,
    BREAKING,
    COMPARE,
    HISTORY,
    OTHERS,
    OUTLOOK,
    SPLIT,
    SURE,
    TWO_CASES,
    asked_bold,
    asked_split,
    asked_sure,
    asked_two_cases,
)
from explorer.cli.asked import asked_scenario
from explorer.cli.bold import bold_answer, bold_parser, bold_question, bold_record, bold_text
from explorer.cli.breaking import (
    breaking_answer,
    breaking_parser,
    breaking_question,
    breaking_record,
    breaking_text,
)
from explorer.cli.compare import (
    compare_options,
    compared_results,
    comparison_record,
    comparison_text,
)
from explorer.cli.doors import DONE, Command, Doors
from explorer.cli.history import history_answer, history_parser
from explorer.cli.openings import openings_text
from explorer.cli.others import others_parser, others_record, others_text
from explorer.cli.outlook import outlook_parser, outlook_record, outlook_text
from explorer.cli.own_cases import example_case
from explorer.cli.parser import solve_parser
from explorer.cli.parser_compare import compare_parser
from explorer.cli.parser_sure import sure_parser
from explorer.cli.solve_text import result_text
from explorer.cli.split import MEASURE_IDS, split_answer, split_parser, split_question
from explorer.cli.sure import sure_answer, sure_question, sure_record, sure_text
from explorer.cli.telling import tell
from explorer.cli.two_cases import (
    two_cases,
    two_cases_parser,
    two_cases_record,
    two_cases_text,
)
from explorer.files.console import say
from explorer.files.result_record import Record
from explorer.model.scenario import preset_scenario
from explorer.model.wording import tr
from explorer.report.answer_record import answer_record, with_origin
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.views.origin import asked_comparison


def _solve(argv: list[str], _doors: Doors) -> int:
    arguments = solve_parser(example_case(argv)).parse_args(argv)
    scenario = asked_scenario(arguments)
    result = solve(scenario)

    def text(width: int) -> str:
        told = result_text(result, width=width)
        return f"{told}\n\n{openings_text(result, width=width)}" if arguments.openings else told

    return tell(arguments, lambda: answer_record(result, with_openings=arguments.openings), text)


def _outlook(argv: list[str], _doors: Doors) -> int:
    arguments = outlook_parser(example_case(argv)).parse_args(argv)
    result = solve(asked_scenario(arguments))

    def record() -> Record | None:
        outlook = meeting_outlook(result)
        if outlook is None:
            return None
        return with_origin(outlook_record(outlook), result.scenario, OUTLOOK)

    return tell(arguments, record, lambda width: outlook_text(result, width=width))


def _compare(argv: list[str], doors: Doors) -> int:
    arguments = compare_parser(example_case(argv)).parse_args(argv)
    items = compared_results(arguments)

    def record() -> Record:
        scenario = items[0][1].scenario
        return with_origin(comparison_record(items), scenario, COMPARE, asked_comparison(items))

    tell(arguments, record, lambda width: comparison_text(items, width=width))
    if arguments.output is not None:
        doors.draw(compare_options(arguments, items))
        if not arguments.json:
            say(tr("{path}: drawn", path=arguments.output))
    return DONE


def _split(argv: list[str], _doors: Doors) -> int:
    arguments = split_parser(example_case(argv)).parse_args(argv)
    question = split_question(
        arguments.start,
        arguments.end,
        measure=MEASURE_IDS[arguments.measure],
        row=arguments.row,
        case_path=arguments.case,
    )
    answer = split_answer(question)
    return tell(
        arguments,
        lambda: with_origin(answer.record, question.end, SPLIT, asked_split(question)),
        lambda width: answer.text(width=width),
    )


def _history(argv: list[str], _doors: Doors) -> int:
    arguments = history_parser().parse_args(argv)
    answer = history_answer(arguments.case, arguments.year, with_lines=arguments.lines)

    def record() -> Record:
        asked = {"year": arguments.year, "lines": arguments.lines}
        usual = preset_scenario(answer.case, answer.case.default_preset)
        return with_origin(answer.record, usual, HISTORY, asked)

    return tell(arguments, record, lambda width: answer.text(width=width))


def _others(argv: list[str], _doors: Doors) -> int:
    arguments = others_parser(example_case(argv)).parse_args(argv)
    result, package = solve(asked_scenario(arguments)), arguments.package

    def record() -> Record:
        return with_origin(
            others_record(result, package), result.scenario, OTHERS, {"package": package}
        )

    return tell(arguments, record, lambda width: others_text(result, package, width=width))


def _sure(argv: list[str], _doors: Doors) -> int:
    arguments = sure_parser().parse_args(argv)
    question = sure_question(arguments)
    answer = sure_answer(question)
    return tell(
        arguments,
        lambda: with_origin(sure_record(answer), question.scenario, SURE, asked_sure(question)),
        lambda width: sure_text(answer, row_id=question.row_id, width=width),
    )


def _bold(argv: list[str], _doors: Doors) -> int:
    arguments = bold_parser(example_case(argv)).parse_args(argv)
    question = bold_question(arguments)
    answer = bold_answer(question)

    def record() -> Record:
        asked = asked_bold(question)
        return with_origin(bold_record(question, answer), question.scenario, BOLD, asked)

    return tell(arguments, record, lambda width: bold_text(question, answer, width=width))


def _breaking(argv: list[str], _doors: Doors) -> int:
    arguments = breaking_parser(example_case(argv)).parse_args(argv)
    question = breaking_question(arguments)
    answer = breaking_answer(question)

    def record() -> Record:
        asked = {"row": arguments.row, "package": arguments.package}
        return with_origin(breaking_record(answer), question.result.scenario, BREAKING, asked)

    return tell(arguments, record, lambda width: breaking_text(answer, question.claim, width=width))


def _two_cases(argv: list[str], _doors: Doors) -> int:
    arguments = two_cases_parser(example_case(argv)).parse_args(argv)
    shown = two_cases(arguments)

    def record() -> Record:
        asked = asked_two_cases(shown)
        return with_origin(two_cases_record(shown), shown.here.scenario, TWO_CASES, asked)

    return tell(arguments, record, lambda width: two_cases_text(shown, width=width))


ANSWERS: Mapping[str, Command] = {
    "solve": _solve,
    "compare": _compare,
    "two-cases": _two_cases,
    "split": _split,
    "others": _others,
    "history": _history,
    "sure": _sure,
    "bold": _bold,
    "breaking": _breaking,
    "outlook": _outlook,
}
"""Answers, by command."""
