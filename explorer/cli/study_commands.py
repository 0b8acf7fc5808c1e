"""The command ``study``: many scenarios planned, solved, and kept row by row."""

from collections.abc import Mapping
from pathlib import Path

from explorer.cli.doors import DONE, Command, Doors
from explorer.cli.interrupt import STOPPED
from explorer.cli.study_discover import (
    discover_answer,
    discover_parser,
    discover_record,
    discover_text,
)
from explorer.cli.study_new import asked_study
from explorer.cli.study_parsers import (
    describe_parser,
    new_parser,
    resume_parser,
    run_parser,
    study_parser,
)
from explorer.cli.study_run import asked_workers, begun, named_design, resumed
from explorer.cli.study_sensitivity import (
    sensitivity_answer,
    sensitivity_parser,
    sensitivity_record,
    sensitivity_text,
)
from explorer.cli.study_text import described_record, described_text, done_record
from explorer.files.case_file import bundled_case
from explorer.files.console import complain, say, say_json, text_width
from explorer.files.rows.kept import kept_rows
from explorer.files.study_file import write_study
from explorer.model.wording import tr
from explorer.studies.designed.run import results_path
from explorer.studies.designed.size import study_size


def _study(argv: list[str], doors: Doors) -> int:
    if argv and argv[0] in _ACTIONS:
        return _ACTIONS[argv[0]](argv[1:], doors)
    study_parser().parse_args(argv)
    return DONE  # pragma: no cover - the parser takes nothing but a known action


def _new(argv: list[str], _doors: Doors) -> int:
    arguments = new_parser(bundled_case()).parse_args(argv)
    note = write_study(arguments.output, asked_study(arguments))
    if note:
        complain(note)
    say(tr("{path}: written", path=arguments.output))
    return DONE


def _describe(argv: list[str], _doors: Doors) -> int:
    arguments = describe_parser().parse_args(argv)
    design = named_design(arguments.study)
    size = study_size(design)
    workers = asked_workers(arguments, size.seconds())
    if arguments.json:
        say_json(described_record(design, size, workers))
    else:
        say(described_text(design, size, workers, width=text_width()))
    return DONE


def _run(argv: list[str], _doors: Doors) -> int:
    arguments = run_parser().parse_args(argv)
    if not begun(arguments, named_design(arguments.study, arguments.output)):
        return STOPPED
    return _tell_done(arguments.output, as_json=arguments.json)


def _resume(argv: list[str], _doors: Doors) -> int:
    arguments = resume_parser().parse_args(argv)
    arguments.output = results_path(arguments.output)
    if not resumed(arguments):
        return STOPPED
    return _tell_done(arguments.output, as_json=arguments.json)


def _discover(argv: list[str], _doors: Doors) -> int:
    arguments = discover_parser().parse_args(argv)
    answer = discover_answer(arguments)
    if arguments.json:
        say_json(discover_record(answer))
    else:
        say(discover_text(answer, width=text_width()))
    return DONE


def _sensitivity(argv: list[str], _doors: Doors) -> int:
    arguments = sensitivity_parser().parse_args(argv)
    answer = sensitivity_answer(arguments, named_design(arguments.study))
    if arguments.json:
        say_json(sensitivity_record(answer))
    else:
        say(sensitivity_text(answer, width=text_width()))
    return DONE


def _tell_done(path: Path, *, as_json: bool) -> int:
    head = kept_rows(path).head
    if as_json:
        say_json(done_record(str(path), head))
    else:
        say(tr("{path}: written, {rows:,} rows", path=path, rows=head.rows))
    return DONE


_ACTIONS: Mapping[str, Command] = {
    "new": _new,
    "describe": _describe,
    "run": _run,
    "resume": _resume,
    "discover": _discover,
    "sensitivity": _sensitivity,
}

STUDIES: Mapping[str, Command] = {"study": _study}
"""What plans and runs studies, by command."""
