"""The command ``study``: many scenarios planned, solved, and kept row by row."""

import argparse
from collections.abc import Mapping

from explorer.cli.doors import Command, Doors, by_action
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
from explorer.cli.telling import tell, tell_written
from explorer.files.case_file import bundled_case
from explorer.files.console import complain
from explorer.files.rows.kept import kept_rows
from explorer.files.study_file import write_study
from explorer.model.wording import tr
from explorer.studies.designed.run import results_path
from explorer.studies.designed.size import study_size


def _new(argv: list[str], _doors: Doors) -> int:
    arguments = new_parser(bundled_case()).parse_args(argv)
    note = write_study(arguments.output, asked_study(arguments))
    if note:
        complain(note)
    return tell_written(arguments.output)


def _describe(argv: list[str], _doors: Doors) -> int:
    arguments = describe_parser().parse_args(argv)
    design = named_design(arguments.study)
    size = study_size(design)
    workers = asked_workers(arguments, size.seconds())
    return tell(
        arguments,
        lambda: described_record(design, size, workers),
        lambda width: described_text(design, size, workers, width=width),
    )


def _run(argv: list[str], _doors: Doors) -> int:
    arguments = run_parser().parse_args(argv)
    if not begun(arguments, named_design(arguments.study, arguments.output)):
        return STOPPED
    return _tell_done(arguments)


def _resume(argv: list[str], _doors: Doors) -> int:
    arguments = resume_parser().parse_args(argv)
    arguments.output = results_path(arguments.output)
    if not resumed(arguments):
        return STOPPED
    return _tell_done(arguments)


def _discover(argv: list[str], _doors: Doors) -> int:
    arguments = discover_parser().parse_args(argv)
    answer = discover_answer(arguments)
    return tell(
        arguments,
        lambda: discover_record(answer),
        lambda width: discover_text(answer, width=width),
    )


def _sensitivity(argv: list[str], _doors: Doors) -> int:
    arguments = sensitivity_parser().parse_args(argv)
    answer = sensitivity_answer(arguments, named_design(arguments.study))
    return tell(
        arguments,
        lambda: sensitivity_record(answer),
        lambda width: sensitivity_text(answer, width=width),
    )


def _tell_done(arguments: argparse.Namespace) -> int:
    head, path = kept_rows(arguments.output).head, str(arguments.output)
    return tell(
        arguments,
        lambda: done_record(path, head),
        lambda _: tr("{path}: written, {rows:,} rows", path=path, rows=head.rows),
    )


_ACTIONS: Mapping[str, Command] = {
    "new": _new,
    "describe": _describe,
    "run": _run,
    "resume": _resume,
    "discover": _discover,
    "sensitivity": _sensitivity,
}

STUDIES: Mapping[str, Command] = {"study": by_action(_ACTIONS, study_parser)}
"""What plans and runs studies, by command."""
