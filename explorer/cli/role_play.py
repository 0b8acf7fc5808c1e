"""What the commands about a role play share: which one it is, and its results as typed."""

import argparse
from pathlib import Path

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.reading import Reading, read_results_file
from explorer.cli.argument_types import whole_number
from explorer.cli.asked import asked_scenario
from explorer.files.console import complain
from explorer.files.json_text import cut_short
from explorer.model.table_result import (
    FEWEST_TABLES,
    LARGEST_SEED,
    MOST_TABLES,
    MOST_VARIANTS,
    USUAL_TABLES,
    USUAL_VARIANTS,
)
from explorer.model.wording import tr, tr_n

USUAL_SEED = 1
"""From which private values are drawn unless told otherwise."""


def add_results(parser: argparse.ArgumentParser) -> None:
    """Add the file of results to a command's options."""
    parser.add_argument(
        "results",
        type=Path,
        metavar="CSV",
        help=tr(
            "what the tables agreed: a first line of heads in any order, then a line a table; "
            'the file that "dealzone sheets" writes has them'
        ),
    )


def add_play(parser: argparse.ArgumentParser) -> None:
    """Add how the role play was prepared to a command's options."""
    group = parser.add_argument_group(tr("role play"))
    group.add_argument(
        "--tables",
        type=whole_number(FEWEST_TABLES, MOST_TABLES),
        default=USUAL_TABLES,
        metavar="N",
        help=tr("how many tables the class has (default: {n})", n=USUAL_TABLES),
    )
    group.add_argument(
        "--seed",
        type=whole_number(0, LARGEST_SEED),
        default=USUAL_SEED,
        metavar="S",
        help=tr("from which private values are drawn (default: {n})", n=USUAL_SEED),
    )
    group.add_argument(
        "--variants",
        type=whole_number(1, MOST_VARIANTS),
        default=USUAL_VARIANTS,
        metavar="N",
        help=tr(
            "how many sets of private values there are, the case's own included; 1 for the same "
            "at all tables (default: {n})",
            n=USUAL_VARIANTS,
        ),
    )


def asked_plan(arguments: argparse.Namespace) -> Plan:
    """Return the role play that a command asks for; errors as for :func:`asked_scenario`."""
    scenario = asked_scenario(arguments)
    return Plan(scenario, arguments.tables, arguments.seed, arguments.variants)


def asked_results(arguments: argparse.Namespace, plan: Plan) -> Reading:
    """Return the results that a command asks for, and complain of each mistake in them.

    Raises :class:`FileError` if nothing can be told from the file.
    """
    path = Path(arguments.results)
    read = read_results_file(path, plan)
    if read.mistakes:
        head = tr_n(
            "{path}: {n} mistake. The rest is read.",
            "{path}: {n} mistakes. The rest is read.",
            len(read.mistakes),
            path=path,
        )
        complain("\n".join((head, *cut_short(list(map(str, read.mistakes)), MOST_TABLES))))
    return read
