"""``dealzone table``: scenarios and assumptions as a workbook, written, read back and solved."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.cli.own_cases import case_named
from explorer.cli.parser_parts import Parser, add_case, add_general, add_json, add_output
from explorer.cli.progress import ProgressLine, followed
from explorer.cli.subject import chosen_scenario
from explorer.cli.text_table import Column, paragraph, text_table
from explorer.files.atomic import write_bytes
from explorer.files.json_text import cut_short
from explorer.files.leaving import tidied
from explorer.files.result_record import Record, result_record
from explorer.model.errors import FileError
from explorer.model.result import Result
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.wording import tr, tr_n
from explorer.paper.workbook.reading import BookReading, read_scenario_book
from explorer.paper.workbook.results import result_columns
from explorer.paper.workbook.writing import scenario_book
from explorer.solver.solve import solve

SUFFIX = ".xlsx"
MOST_LINES = 50
"""How many mistakes are listed in words; as JSON, all are."""


@dataclass(frozen=True, slots=True)
class SolvedTable:
    """What a workbook says, and the answer to each row."""

    reading: BookReading
    results: tuple[Result, ...]


def write_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone table write``."""
    parser = Parser(
        "dealzone table write",
        tr(
            "Write scenarios as a workbook: a row for each, a column for each control, with what "
            "may stand\nin it; and the assumptions as a second sheet. Without a scenario, all "
            "presets are written."
        ),
        (
            "dealzone table write -o table.xlsx",
            "dealzone table write hanoi-2019 my-class.dealzone -o table.xlsx",
        ),
        usage="dealzone table write [SCENARIO ...] -o FILE.xlsx [--case CASE]",
    )
    parser.add_argument(
        "scenarios",
        nargs="*",
        metavar="SCENARIO",
        help=tr("presets, years of the record or documents (default: all presets)"),
    )
    _add_output(parser, tr("the workbook to write; the name ends in .xlsx (required)"), needs=True)
    add_case(parser)
    add_general(parser)
    return parser


def read_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone table read``."""
    parser = Parser(
        "dealzone table read",
        tr(
            "Read a workbook of scenarios, with the assumptions in it if there are any, and solve "
            "every row.\nEvery mistake is named with its cell and the rest is read; the exit code "
            "is then 2."
        ),
        (
            "dealzone table read table.xlsx",
            "dealzone table read table.xlsx -o solved.xlsx",
            "dealzone table read table.xlsx --json",
        ),
        usage="dealzone table read FILE.xlsx [-o FILE.xlsx] [--case CASE] [--json]",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=tr("the workbook to read"))
    _add_output(
        parser, tr("write the rows with their results into a workbook (default: print a table)")
    )
    add_case(parser)
    add_json(parser)
    add_general(parser)
    return parser


def write_table(arguments: argparse.Namespace) -> Path:
    """Write the workbook that ``dealzone table write`` asks for, and return where.

    Raises
    ------
    FileError
        If the name is none of a workbook, or the file cannot be written.
    ScenarioError
        If a scenario is not known, or the scenarios are of different cases or assumptions.
    """
    _refuse_suffix(arguments.output)
    case = case_named(arguments.case)
    names: Sequence[str] = arguments.scenarios
    scenarios = [chosen_scenario(name, (), case_path=arguments.case) for name in names]
    if not scenarios:
        scenarios = [preset_scenario(case, preset.id) for preset in case.presets]
    first = scenarios[0]
    if any(each.case != first.case for each in scenarios):
        message = tr(
            "One workbook holds scenarios of one case with the same assumptions. Write a workbook "
            "for each."
        )
        raise FileError(message)
    write_bytes(arguments.output, scenario_book(first.case, scenarios))
    return arguments.output


def read_table(arguments: argparse.Namespace) -> SolvedTable:
    """Return what a workbook says, solved; written as a workbook too where that is asked for.

    Raises :class:`FileError` if the workbook cannot be read, or the other one cannot be written.
    """
    case = case_named(arguments.case)
    if arguments.output is not None:
        _refuse_suffix(arguments.output)
    reading = _reading(arguments.file, preset_scenario(case, case.default_preset))
    solved = SolvedTable(reading, _solved(reading.scenarios))
    if arguments.output is not None:
        content = scenario_book(reading.case, reading.scenarios, result_columns(solved.results))
        write_bytes(arguments.output, content)
    return solved


def _reading(path: Path, base: Scenario) -> BookReading:
    """Return what a workbook says; where reading takes long, say how far it is."""
    progress = ProgressLine()
    with tidied(progress.end):
        found = read_scenario_book(
            path,
            base,
            lambda share: progress.tell(tr("{share:.0%} of the file read", share=share)),
        )
    progress.end()
    return found


def _solved(scenarios: Sequence[Scenario]) -> tuple[Result, ...]:
    """Return the answer to each scenario; where that takes long, say how far it is."""
    steps = followed(
        enumerate(map(solve, scenarios), start=1),
        lambda step: tr("{n:,} of {total:,} scenarios solved", n=step[0], total=len(scenarios)),
    )
    return tuple(result for _, result in steps)


def table_record(solved: SolvedTable) -> Record:
    """Return what was read and solved as a record for JSON."""
    reading = solved.reading
    return {
        "case": reading.case.id,
        "changed_assumptions": [change.id for change in reading.case.changes],
        "rows": [
            {"row": each.row, **result_record(result)}
            for each, result in zip(reading.rows, solved.results, strict=True)
        ],
        "mistakes": [{"cell": each.place, "words": each.words} for each in reading.mistakes],
        "notes": [{"cell": each.place, "words": each.words} for each in reading.notes],
    }


def table_text(solved: SolvedTable, width: int) -> Iterator[str]:
    """Yield the scenarios that were read with what they have for a zone, and all mistakes."""
    reading = solved.reading
    count = len(reading.case.changes)
    if count:
        words = tr_n("{n} assumption is changed.", "{n} assumptions are changed.", count)
        yield from paragraph(words, width=width)
    if solved.results:
        classes = reading.case.classes
        columns = (
            Column(tr("Row"), is_number=True),
            Column(tr("Scenario"), wraps=True),
            Column(tr("Packages"), is_number=True),
            *(Column(item.name, is_number=True) for item in classes),
        )
        rows = [
            (
                str(each.row),
                each.scenario.name,
                f"{result.zone.packages:,}",
                *(f"{number:,}" for _, number in result.zone.by_class),
            )
            for each, result in zip(reading.rows, solved.results, strict=True)
        ]
        yield from text_table(columns, rows, width=width)
    for title, lines in (
        (tr("Read otherwise than typed:"), reading.notes),
        (tr("Not read:"), reading.mistakes),
    ):
        if lines:
            yield from ("", title)
            for line in cut_short([str(each) for each in lines], MOST_LINES):
                yield from paragraph(line, width=width, indent="  ", hanging="  ")


def _refuse_suffix(path: Path) -> None:
    if path.suffix.lower() != SUFFIX:
        message = tr("{path}: the name of a workbook must end in .xlsx.", path=path)
        raise FileError(message)


def _add_output(parser: argparse.ArgumentParser, words: str, *, needs: bool = False) -> None:
    add_output(parser, words, metavar="FILE.xlsx", is_required=needs)
