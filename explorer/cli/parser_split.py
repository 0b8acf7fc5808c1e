"""The words of ``dealzone split``."""

import argparse

from explorer.cli.parser_parts import command_parser
from explorer.model.case import Case
from explorer.model.wording import tr

MEASURES = ("packages", "row-packages", "floor", "limit", "lines")
"""What a change can be split for."""


def split_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone split``; the case gives the examples their ids."""
    parser = command_parser(
        "dealzone split",
        tr(
            "Show why the deal zone changed between two scenarios: what each setting that "
            "differs\ncontributed, exactly. Or show what each red line of a scenario keeps out."
        ),
        (
            "dealzone split",
            f"dealzone split {case.baseline_preset} {case.default_preset} --json",
            f"dealzone split --measure floor --row {case.rows[0].id}",
            "dealzone split --measure lines",
        ),
        usage="dealzone split [FROM] [TO] [--measure WHAT] [--row ID] [--case CASE] [--json]",
    )
    parser.add_argument(
        "start",
        nargs="?",
        metavar="FROM",
        help=tr("a preset's id or a document (default: the case's baseline)"),
    )
    parser.add_argument(
        "end",
        nargs="?",
        metavar="TO",
        help=tr("a preset's id or a document (default: the default preset)"),
    )
    parser.add_argument(
        "--measure",
        choices=MEASURES,
        default="packages",
        help=tr(
            "packages: those in the zone; row-packages, floor, limit: of a row of the board; "
            "lines: what each red line of TO keeps out (default: packages)"
        ),
    )
    parser.add_argument("--row", metavar="ID", help=tr("the row of the board (default: the first)"))
    return parser
