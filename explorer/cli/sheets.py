"""The command ``sheets``: role sheets, answer sheets and an empty file of results."""

import argparse
from pathlib import Path

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.sheets import RESULTS_NAME, sheet_papers, sheets_paper
from explorer.classroom.tables.writing import results_file
from explorer.cli.examples import of_case
from explorer.cli.parser_parts import Parser, add_general, add_output, add_scenario
from explorer.cli.paths import is_folder
from explorer.cli.role_play import add_play, asked_plan
from explorer.files.atomic import write_bytes, write_problem
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.writing import PAPER_SUFFIXES, write_paper

FORMATS = ("html", "docx")
"""How sheets in a folder can be written."""


def sheets_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone sheets``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone sheets",
        tr(
            "Write what a role play needs: a page for each delegation with its interests and what "
            "is secret,\nan answer sheet for each table, and a page for the instructor. Tables "
            "differ by private values;\nthe same seed gives the same ones. Into a folder comes an "
            "empty file of results as well."
        ),
        of_case(
            case,
            "dealzone sheets -o sheets",
            f"dealzone sheets {case.default_preset} -o sheets.html --tables 8 --seed 3",
            "dealzone sheets -o sheets-to-edit --variants 2 --format html",
        ),
        usage="dealzone sheets [SCENARIO] -o FOLDER|FILE [--tables N] [--seed S] [options]",
    )
    add_scenario(parser)
    add_play(parser)
    group = parser.add_argument_group(tr("sheets"))
    add_output(
        group,
        tr(
            "a folder for a file of each sheet, made if it is missing, or one file for all sheets "
            "whose name ends in .html or .docx (required)"
        ),
        metavar="FOLDER|FILE",
    )
    group.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=tr("how sheets in a folder are written (default: html)"),
    )
    add_general(parser)
    return parser


def write_sheets(arguments: argparse.Namespace) -> list[Path]:
    """Write the sheets and return where.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption or lens are not known.
    FileError
        If they cannot be written where they are wanted.
    """
    plan, output = asked_plan(arguments), Path(arguments.output)
    if output.suffix.lower() in PAPER_SUFFIXES and not is_folder(output):
        write_paper(output, sheets_paper(plan))
        return [output]
    return _write_folder(plan, output, f".{arguments.format}")


def _write_folder(plan: Plan, folder: Path, suffix: str) -> list[Path]:
    if folder.suffix and not is_folder(folder):
        text = tr(
            "{path}: a file of sheets must end in .html or .docx; a folder has no ending.",
            path=folder,
        )
        raise FileError(text)
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise FileError(write_problem(folder, error)) from error
    written: list[Path] = []
    for name, paper in sheet_papers(plan).items():
        path = folder / f"{name}{suffix}"
        write_paper(path, paper)
        written.append(path)
    results = folder / RESULTS_NAME
    if not results.exists():
        # What a class told already is never written over.
        write_bytes(results, results_file(plan, ()), keeps_backup=False)
        written.append(results)
    return written
