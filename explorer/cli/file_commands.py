"""Commands that list, check and show what is in files, and write pictures and pages."""

from collections.abc import Mapping

from explorer.cli.checking import check_records, check_text, checked_file
from explorer.cli.doors import BAD_INPUT, DONE, FAILED, Command, Doors
from explorer.cli.export_page import export_page, export_page_parser
from explorer.cli.handbook import chosen_page, found_text, handbook_record, page_text
from explorer.cli.later import later_page, later_parser, later_record
from explorer.cli.listing import list_records, list_text
from explorer.cli.own_cases import case_named, example_case
from explorer.cli.parser import check_parser, list_parser, picture_parser, self_test_parser
from explorer.cli.parser_handbook import case_changes_parser, handbook_parser
from explorer.cli.picture import picture_options
from explorer.cli.telling import tell, tell_written
from explorer.files.console import complain, say
from explorer.model.wording import tr, tr_n
from explorer.self_test.run import self_test
from explorer.views.guide import PAGE_ID, changes_record
from explorer.views.options import SelfTestOptions


def _list(argv: list[str], _doors: Doors) -> int:
    arguments = list_parser().parse_args(argv)
    case = case_named(arguments.case)
    return tell(
        arguments,
        lambda: list_records(case, arguments.what),
        lambda width: list_text(case, arguments.what, width=width),
    )


def _check(argv: list[str], _doors: Doors) -> int:
    arguments = check_parser().parse_args(argv)
    files = [checked_file(path) for path in arguments.files]
    tell(arguments, lambda: check_records(files), lambda _: check_text(files))
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
    options = picture_options(picture_parser(example_case(argv)).parse_args(argv))
    doors.draw(options)
    say(tr("{path}: drawn", path=options.output))
    return DONE


def _export_page(argv: list[str], _doors: Doors) -> int:
    return tell_written(export_page(export_page_parser(example_case(argv)).parse_args(argv)))


def _handbook(argv: list[str], _doors: Doors) -> int:
    arguments = handbook_parser().parse_args(argv)
    case, wanted = case_named(arguments.case), arguments.find

    def text(width: int) -> str:
        if wanted is not None:
            return found_text(case, wanted, width=width)
        return page_text(chosen_page(case, arguments.page), width=width)

    return tell(arguments, lambda: handbook_record(case, arguments.page, wanted), text)


def _later(argv: list[str], _doors: Doors) -> int:
    arguments = later_parser().parse_args(argv)
    case = case_named(arguments.case)
    return tell(
        arguments,
        lambda: later_record(case),
        lambda width: page_text(later_page(case), width=width),
    )


def _case_changes(argv: list[str], _doors: Doors) -> int:
    arguments = case_changes_parser().parse_args(argv)
    case = case_named(arguments.case)
    return tell(
        arguments,
        lambda: changes_record(case),
        lambda width: page_text(chosen_page(case, PAGE_ID), width=width),
    )


def _self_test(argv: list[str], doors: Doors) -> int:
    options = SelfTestOptions(**vars(self_test_parser().parse_args(argv)))
    is_well = self_test(options, doors.draw, doors.exercise_window, end=doors.end)
    return DONE if is_well else FAILED


FILES: Mapping[str, Command] = {
    "list": _list,
    "check": _check,
    "picture": _picture,
    "export-page": _export_page,
    "handbook": _handbook,
    "case-changes": _case_changes,
    "later": _later,
    "self-test": _self_test,
}
"""What reads and writes files, by command."""
