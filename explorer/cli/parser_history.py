"""The words of ``dealzone history``."""

import argparse

from explorer.cli.parser_parts import command_parser
from explorer.model.wording import tr


def history_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone history``."""
    parser = command_parser(
        "dealzone history",
        tr(
            "Show the record of the past beside the model: the indices year by year, every "
            "single\nanswer to every proposal with hits and misses, and tests from outside. "
            "With a year, show\nthat year alone."
        ),
        ("dealzone history", "dealzone history --lines", "dealzone history 2019 --json"),
        usage="dealzone history [YEAR] [--lines] [--case CASE] [--json]",
    )
    parser.add_argument(
        "year", nargs="?", type=int, metavar="YEAR", help=tr("one year (default: all of them)")
    )
    parser.add_argument(
        "--lines",
        action="store_true",
        help=tr("draw the red lines of each period (default: no red lines)"),
    )
    return parser
