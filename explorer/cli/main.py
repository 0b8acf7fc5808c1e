"""The door of the command line: one command understood, carried out, its exit code returned."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from explorer.cli.asked import asked_scenario
from explorer.cli.checking import check_records, check_text, checked_file
from explorer.cli.compare import (
    compare_options,
    compared_results,
    comparison_record,
    comparison_text,
)
from explorer.cli.export_page import export_page, export_page_parser
from explorer.cli.handbook import chosen_page, found_text, handbook_record, page_text
from explorer.cli.history import history_answer, history_parser
from explorer.cli.interrupt import STOPPED
from explorer.cli.later import later_page, later_parser, later_record
from explorer.cli.listing import list_records, list_text
from explorer.cli.openings import openings_record, openings_text
from explorer.cli.others import others_parser, others_record, others_text
from explorer.cli.outlook import outlook_parser, outlook_record, outlook_text
from explorer.cli.own_cases import case_named, stock_shelf
from explorer.cli.parser import (
    check_parser,
    list_parser,
    picture_parser,
    self_test_parser,
    solve_parser,
    window_parser,
)
from explorer.cli.parser_compare import compare_parser
from explorer.cli.parser_handbook import case_changes_parser, handbook_parser
from explorer.cli.parser_sure import sure_parser
from explorer.cli.picture import picture_options
from explorer.cli.solve_text import result_text
from explorer.cli.split import MEASURE_IDS, split_answer, split_parser, split_question
from explorer.cli.sure import sure_answer, sure_question, sure_record, sure_text
from explorer.cli.window import window_options
from explorer.files.case_file import bundled_case
from explorer.files.console import ReaderGoneError, complain, has_console, say, say_json, text_width
from explorer.files.language import bind_language, chosen_language
from explorer.files.places import places
from explorer.files.portable import portable_base
from explorer.files.result_record import result_record
from explorer.files.shelf import Shelf, stock
from explorer.model.errors import ExplorerError
from explorer.model.wording import tr, tr_n
from explorer.self_test.run import Draw, self_test
from explorer.self_test.time_limit import End
from explorer.self_test.trial import ExerciseWindow
from explorer.solver.outlook import meeting_outlook
from explorer.solver.solve import solve
from explorer.views.guide import PAGE_ID, changes_record
from explorer.views.options import SelfTestOptions, WindowOptions

DONE, FAILED, BAD_INPUT, FAULT = 0, 1, 2, 70
"""Exit codes: done, self-test failed, something given is wrong, fault of the program."""

OpenWindow = Callable[[WindowOptions], int]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Doors:
    """The way to the rooms that need Qt, handed in because the command line knows no Qt."""

    open_window: OpenWindow
    draw: Draw
    exercise_window: ExerciseWindow | None
    end: End


def run(
    argv: Sequence[str],
    *,
    open_window: OpenWindow,
    draw: Draw,
    exercise_window: ExerciseWindow | None = None,
    end: End = os._exit,
    tell: Tell | None = None,
) -> int:
    """Carry out a command line and return the exit code.

    Parameters
    ----------
    argv
        What was typed after the program's name.
    open_window
        Opens the window and returns the exit code when it is closed.
    draw
        Draws a picture into a file; raises :class:`FileError` if it cannot.
    exercise_window
        Returns the steps of the self-test that need the window.
    end
        Ends the process at once, for a self-test that hangs.
    tell
        Says in a box what is wrong, for a window that was started without a console.
    """
    doors = Doors(open_window, draw, exercise_window, end)
    try:
        _speak()
        return _run_command(list(argv), doors)
    except ReaderGoneError:
        _drop_output()
        return DONE
    except ExplorerError as error:
        _complain(str(error), argv, tell)
        _drop_output()
        return BAD_INPUT
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except Exception as error:  # noqa: BLE001 - the last door: no traceback for the user
        _complain(_fault(error), argv, tell)
        return FAULT


def _speak() -> None:
    """Use the language of the settings, else that of the system, and the user's own cases."""
    try:
        where = places(portable=portable_base())
    except ExplorerError:
        bind_language(None)
        stock(Shelf())
        return
    bind_language(chosen_language(where.settings_file))
    stock_shelf(where)


def _run_command(argv: list[str], doors: Doors) -> int:
    if argv and argv[0] in COMMANDS:
        return COMMANDS[argv[0]](argv[1:], doors)
    return _window(argv, doors, list(COMMANDS))


def _window(argv: list[str], doors: Doors, commands: list[str]) -> int:
    return doors.open_window(window_options(window_parser().parse_args(argv), commands))


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
            "{n} of {total} files is not good. What is wrong stands under its name.",
            "{n} of {total} files are not good. What is wrong stands under their names.",
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


def _complain(text: str, argv: Sequence[str], tell: Tell | None) -> None:
    """Complain where it can be read: in a box only if somebody waits for a window."""
    complain(text)
    command = argv[0] if argv else ""
    is_script = command in COMMANDS or "--smoke" in argv or "--trace-drag" in argv
    if tell is not None and not has_console() and not is_script:
        tell(text)


def _fault(error: Exception) -> str:
    frames = extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else "?"
    return tr(
        "This is a fault in the program ({kind}: {reason}; {place}). Please report it.",
        kind=type(error).__name__,
        reason=error,
        place=place,
    )


def _drop_output() -> None:
    """Send what Python still wants to write to nowhere, so that its exit stays quiet."""
    stream = sys.stdout
    if stream is None:  # pyright: ignore[reportUnnecessaryComparison]  # a window without console
        return
    try:
        stream.flush()
    except (OSError, ValueError):
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())


COMMANDS: Mapping[str, Callable[[list[str], Doors], int]] = {
    "solve": _solve,
    "compare": _compare,
    "list": _list,
    "check": _check,
    "picture": _picture,
    "export-page": _export_page,
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
"""The commands by their names."""
