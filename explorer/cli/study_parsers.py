"""The words of ``dealzone study``."""

import argparse
from collections.abc import Callable
from pathlib import Path

from explorer.cli.argument_types import whole_number
from explorer.cli.parser_parts import Parser, add_general, add_json, add_output, add_scenario
from explorer.cli.parser_sure import add_seed
from explorer.cli.subject import first_leverage
from explorer.model.case import Case
from explorer.model.study_plan import MOST_STUDY_ROWS
from explorer.model.wording import tr

ACTIONS = ("new", "describe", "run", "resume", "discover", "sensitivity")
"""What ``dealzone study`` can do."""

COMBINATIONS = ("cross", "latin-hypercube", "sobol", "sets")
"""How factors combine, as it is typed."""

MOST_WORKERS = 256
"""Processes that one can ask for."""


def study_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study`` where no action is named."""
    parser = Parser(
        "dealzone study",
        tr(
            "Solve many scenarios as a study says, and keep the results row by row. Each action "
            'has its own\nhelp, as in "dealzone study run --help".\n\n'
            "  new       write a study file\n"
            "  describe  say how large a study is and how long it takes\n"
            "  run       run a study, from its file or from its results\n"
            "  resume    go on with a study that was stopped\n"
            "  discover  find boxes of what was varied in which an outcome holds\n"
            "  sensitivity  say which of what is varied matters most"
        ),
        ("dealzone study describe leverage.json", "dealzone study run leverage.json -o rows.csv"),
        usage="dealzone study new|describe|run|resume|discover|sensitivity ...",
    )
    parser.add_argument("action", choices=ACTIONS, help=tr("what to do: one of the above"))
    add_general(parser)
    return parser


def new_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study new``; the case gives the examples their ids."""
    scale = first_leverage(case)
    parser = Parser(
        "dealzone study new",
        tr(
            "Write a study file: from one scenario, some controls, assumptions and choices of "
            "structure varied.\nThe file is text that can be edited; dealzone check checks it."
        ),
        (
            "dealzone study new -o study.json",
            f"dealzone study new {case.default_preset} --vary {scale}=0..100/10 -o study.json",
            f"dealzone study new --vary {scale}=0..100 --combine sobol --rows 1024 -o study.json",
        ),
        usage="dealzone study new [SCENARIO] [--vary ID=WAYS ...] -o FILE [options]",
    )
    add_scenario(parser)
    _add_design(parser)
    add_output(parser, tr("the file (required)"))
    add_general(parser)
    return parser


def _add_design(parser: argparse.ArgumentParser) -> None:
    """Add what is varied and how to the options."""
    group = parser.add_argument_group(tr("study"))
    group.add_argument(
        "--vary",
        action="extend",
        nargs="+",
        default=[],
        metavar="ID=WAYS",
        help=tr(
            "what to vary and how: values as in 10,20,30, a range as in 0..100, one in steps as in "
            "0..100/10, around where it stands as in +-10 or +-10/2 for two steps each way, or "
            "options of a structure choice; may be repeated (default: every leverage, over its "
            "range)"
        ),
    )
    group.add_argument(
        "--combine",
        choices=COMBINATIONS,
        default=COMBINATIONS[0],
        help=tr(
            "cross: every value with every other; latin-hypercube, sobol: so many rows, spread "
            "over all ranges; sets: every value with every other, each in assumption sets "
            "(default: cross)"
        ),
    )
    group.add_argument(
        "--rows",
        type=_count_type(),
        default=1000,
        metavar="N",
        help=tr("how many rows are drawn, or assumption sets (default: 1000)"),
    )
    group.add_argument("--name", metavar="NAME", help=tr("what it is called (default: by itself)"))
    add_seed(group)


def describe_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study describe``."""
    parser = Parser(
        "dealzone study describe",
        tr(
            "Say what a study varies, how many rows it has, and how much time and space they take, "
            "measured\non a few of them."
        ),
        ("dealzone study describe study.json", "dealzone study describe rows.csv --json"),
        usage="dealzone study describe STUDY [--workers N] [--json]",
    )
    add_study(parser)
    _add_workers(parser)
    add_json(parser)
    add_general(parser)
    return parser


def run_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study run``."""
    parser = Parser(
        "dealzone study run",
        tr(
            "Run a study and write its rows. Ctrl+C keeps what is done, and dealzone study resume "
            "goes on.\nThe same study gives the same rows, however many workers there are. A file "
            "of results holds its\nstudy and can be run again like one."
        ),
        (
            "dealzone study run study.json -o rows.csv",
            "dealzone study run study.json -o rows.parquet --workers 8",
            "dealzone study run rows.csv -o again.csv",
            "dealzone study run study.json -o rows.csv --cluster tcp://10.0.0.5:8786",
        ),
        usage="dealzone study run STUDY -o FILE [--workers N] [--cluster ADDRESS] [--limit N] "
        "[--json]",
    )
    add_study(parser)
    add_output(
        parser,
        tr("the file of results, whose name ends in .csv, .json, .parquet or .xlsx (required)"),
    )
    parser.add_argument(
        "--limit",
        type=_count_type(),
        metavar="N",
        help=tr("run a study of up to so many rows without asking (default: as the study says)"),
    )
    _add_hands(parser)
    add_json(parser)
    add_general(parser)
    return parser


def resume_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone study resume``."""
    parser = Parser(
        "dealzone study resume",
        tr("Go on with a study that was stopped, from where it stopped."),
        ("dealzone study resume rows.csv", "dealzone study resume rows.csv --workers 1"),
        usage="dealzone study resume FILE [--workers N] [--cluster ADDRESS] [--json]",
    )
    parser.add_argument(
        "output",
        type=Path,
        metavar="FILE",
        help=tr("the file of results that the study was to write"),
    )
    _add_hands(parser)
    add_json(parser)
    add_general(parser)
    return parser


def add_study(parser: argparse.ArgumentParser) -> None:
    """Add the study to a command's options."""
    parser.add_argument(
        "study", type=Path, metavar="STUDY", help=tr("a study file, or a file of results")
    )


def _add_hands(parser: argparse.ArgumentParser) -> None:
    _add_workers(parser)
    parser.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help=tr("have the work done by the Dask scheduler at this address (default: here)"),
    )


def _add_workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=whole_number(1, MOST_WORKERS),
        metavar="N",
        help=tr("how many processes work (default: one for each processor if that pays)"),
    )


def _count_type() -> Callable[[str], int]:
    most = MOST_STUDY_ROWS
    return whole_number(1, most)
