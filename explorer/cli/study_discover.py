"""Boxes in which an outcome holds, printed: ``dealzone study discover``."""

import argparse
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from explorer.cli.argument_types import checked, whole_number, within
from explorer.cli.figure_text import table_lines
from explorer.cli.parser_parts import Parser, add_general, add_json
from explorer.cli.progress import ProgressLine
from explorer.cli.subject import known_id
from explorer.cli.text_table import paragraph
from explorer.figures.discovery import discovery_lines, discovery_sentence, discovery_table
from explorer.figures.study_table import StudyTable
from explorer.files.leaving import tidied
from explorer.files.result_record import Record
from explorer.files.rows.kept import kept_rows
from explorer.files.study_file import study_case
from explorer.model.study_found import Discovery, Outcome
from explorer.model.study_rows import Column, RowsHead
from explorer.model.wording import tr
from explorer.studies.discover import DENSE, MOST_BOXES, discovered, factor_columns

MOST_ASKED = 20
"""Boxes that one can ask for."""


@dataclass(frozen=True, slots=True, eq=False)
class Discovered:
    """Rows of a study, what was asked of them, and where it holds."""

    table: StudyTable
    outcome: Outcome
    found: Discovery


def discover_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study discover``."""
    parser = Parser(
        "dealzone study discover",
        tr(
            "Find boxes in the rows of a study: bounds on what was varied within which an outcome "
            "holds much\nmore often than elsewhere (scenario discovery). They say where, never why."
        ),
        (
            "dealzone study discover rows.csv",
            "dealzone study discover rows.csv --of open.interim-freeze",
            "dealzone study discover rows.parquet --of zone.packages --least 1000 --json",
        ),
        usage="dealzone study discover FILE [--of COLUMN] [--least N] [--most N] [options]",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=tr("a file of results"))
    _add_outcome(parser)
    add_json(parser)
    add_general(parser)
    return parser


def _add_outcome(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("outcome"))
    group.add_argument(
        "--of",
        metavar="COLUMN",
        help=tr(
            "the output that is asked about (default: whether a zone exists; where one exists in "
            "all rows or in none, what divides the rows best)"
        ),
    )
    number = checked(float, tr("a number"))
    group.add_argument(
        "--least", type=number, metavar="N", help=tr("it holds from this value on (default: 1)")
    )
    group.add_argument(
        "--most", type=number, metavar="N", help=tr("it holds up to this value (default: any)")
    )
    group.add_argument(
        "--density",
        type=checked(within(float, 0, 1), tr("a number from 0 to 1")),
        default=DENSE,
        metavar="SHARE",
        help=tr(
            "in which share of a box's rows it should hold at least (default: {share:g})",
            share=DENSE,
        ),
    )
    group.add_argument(
        "--boxes",
        type=whole_number(1, MOST_ASKED),
        default=MOST_BOXES,
        metavar="N",
        help=tr("how many boxes at most (default: {boxes})", boxes=MOST_BOXES),
    )


def discover_answer(arguments: argparse.Namespace) -> Discovered:
    """Return where an outcome holds, and say on standard error how far it is if that takes long.

    Raises
    ------
    FileError
        If the file holds no results, or a row cannot be understood.
    ScenarioError
        If it has no such column.
    """
    kept = kept_rows(arguments.file)
    outputs = [each.name for each in kept.head.columns if each.role == "output"]
    asked = known_id(arguments.of, outputs, option="--of") if arguments.of else None
    head, places = _needed(kept.head, asked)
    line = ProgressLine()
    with tidied(line.end):
        blocks, rows = [np.zeros((0, len(places)))], 0
        for block in kept.blocks():
            blocks.append(block[:, places])
            rows += len(block)
            line.tell(tr("{done:,} of {wanted:,} rows read", done=rows, wanted=kept.head.rows))
        case = study_case(kept.head.plan, arguments.file.parent)
        table = StudyTable(case, head, np.concatenate(blocks))
        outcome = _outcome(table, asked, arguments)

        def told(share: float) -> None:
            line.tell(tr("{n:.0f} of 100", n=100 * share))

        found = (
            discovered(
                factor_columns(table.columns, table.values),
                table.holds(outcome),
                dense=arguments.density,
                most_boxes=arguments.boxes,
                told=told,
            )
            if table.size
            else Discovery(0, 0, ())
        )
    line.end()
    return Discovered(table, outcome, found)


def discover_text(answer: Discovered, *, width: int) -> str:
    """Return where the outcome holds, as text."""
    table, found = answer.table, answer.found
    lines = list(paragraph(discovery_sentence(table, answer.outcome, found), width=width))
    for number, words in enumerate(discovery_lines(table, found), 1):
        lines += ["", *paragraph(f"{number}. {words}", width=width)]
    if found.boxes:
        lines += ["", *table_lines(discovery_table(table, found), width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))


def discover_record(answer: Discovered) -> Record:
    """Return the same for JSON; an end that is not bounded is null."""
    found, outcome = answer.found, answer.outcome
    words = discovery_lines(answer.table, found)
    return {
        "outcome": {
            "column": outcome.column,
            "least": None if math.isinf(outcome.least) else outcome.least,
            "most": None if math.isinf(outcome.most) else outcome.most,
        },
        "rows": found.rows,
        "wanted": found.wanted,
        "boxes": [
            {
                "words": line,
                "rows": box.rows,
                "wanted": box.wanted,
                "coverage": found.coverage(box),
                "density": found.density(box),
                "bounds": [asdict(each) for each in box.stretches],
            }
            for box, line in zip(found.boxes, words, strict=True)
        ],
        "study": answer.table.head.plan.name,
        "digest": answer.table.head.digest,
    }


def _outcome(table: StudyTable, asked: str | None, arguments: argparse.Namespace) -> Outcome:
    usual = table.usual if asked is None else Outcome(asked, 1.0)
    if arguments.least is None and arguments.most is None:
        return usual
    least = -math.inf if arguments.least is None else arguments.least
    return Outcome(usual.column, least, math.inf if arguments.most is None else arguments.most)


def _needed(head: RowsHead, asked: str | None) -> tuple[RowsHead, list[int]]:
    """Return the columns that are looked at and their places; many others only fill the memory."""

    def is_needed(column: Column) -> bool:
        return column.role != "output" or column.kind in ("flag", "count") or column.name == asked

    places = [place for place, each in enumerate(head.columns) if is_needed(each)]
    columns = tuple(head.columns[place] for place in places)
    if not any(each.role == "output" for each in columns):
        return head, list(range(len(head.columns)))
    return RowsHead.model_validate({**dict(head), "columns": columns}), places
