"""The command ``table``: workbooks of scenarios written, read and solved."""

import argparse
from collections.abc import Mapping

from explorer.cli.doors import BAD_INPUT, DONE, Command, Doors, by_action
from explorer.cli.parser_parts import Parser, add_general
from explorer.cli.table import (
    read_parser,
    read_table,
    table_record,
    table_text,
    write_parser,
    write_table,
)
from explorer.cli.telling import tell, tell_written
from explorer.model.wording import tr


def table_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone table`` without an action, which explains them."""
    parser = Parser(
        "dealzone table",
        tr("Exchange scenarios and assumptions with spreadsheets, as workbooks (XLSX)."),
        ("dealzone table write -o table.xlsx", "dealzone table read table.xlsx -o solved.xlsx"),
        usage="dealzone table ACTION ... [--help]",
    )
    parser.add_argument(
        "action",
        choices=tuple(_ACTIONS),
        metavar="ACTION",
        help=tr("write: scenarios into a workbook; read: a workbook, every row solved"),
    )
    add_general(parser)
    return parser


def _write(argv: list[str], _doors: Doors) -> int:
    return tell_written(write_table(write_parser().parse_args(argv)))


def _read(argv: list[str], _doors: Doors) -> int:
    arguments = read_parser().parse_args(argv)
    solved = read_table(arguments)
    tell(
        arguments, lambda: table_record(solved), lambda width: "\n".join(table_text(solved, width))
    )
    if arguments.output is not None and not arguments.json:
        tell_written(arguments.output)
    return BAD_INPUT if solved.reading.mistakes else DONE


_ACTIONS: Mapping[str, Command] = {"write": _write, "read": _read}

TABLES: Mapping[str, Command] = {"table": by_action(_ACTIONS, table_parser)}
"""What exchanges workbooks, by command."""
