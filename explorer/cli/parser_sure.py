"""The words of ``dealzone sure``."""

import argparse

from explorer.cli.argument_types import MOST_SETS, seed_type, whole_number
from explorer.cli.parser_parts import scenario_parser
from explorer.model.study import SEED
from explorer.model.wording import tr
from explorer.studies.sureness import SETS


def sure_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone sure``."""
    parser = scenario_parser(
        "dealzone sure",
        tr(
            "Show how robust an answer is: in how many assumption sets it holds, which assumptions"
            "\nmatter most, or one rule for when it holds. It describes our assumptions, not the "
            "world."
        ),
        (
            "dealzone sure",
            "dealzone sure october-2025 --show weights --row phased-step",
            "dealzone sure --show rule --row phased-step --json",
        ),
        usage="dealzone sure [SCENARIO] [--show WHAT] [--row ID] [options]",
    )
    group = parser.add_argument_group(tr("study"))
    group.add_argument(
        "--show",
        choices=("sets", "weights", "rule"),
        default="sets",
        dest="kind",
        help=tr(
            "sets: in how many assumption sets; weights: which assumptions matter most; "
            "rule: one rule for when it holds (default: sets)"
        ),
    )
    group.add_argument(
        "--row", metavar="ID", help=tr("the board row it is about (default: the whole zone)")
    )
    add_sets(group)
    return parser


def add_sets(group: argparse._ArgumentGroup) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add how many assumption sets are drawn, and from which seed, to a group of options."""
    group.add_argument(
        "--sets",
        type=whole_number(1, MOST_SETS),
        default=SETS,
        metavar="N",
        help=tr("how many assumption sets (default: {sets})", sets=SETS),
    )
    add_seed(group)


def add_seed(group: argparse._ArgumentGroup) -> None:  # pyright: ignore[reportPrivateUsage]
    """Add the seed of what is drawn to a group of options."""
    group.add_argument(
        "--seed",
        type=seed_type(),
        default=SEED,
        metavar="N",
        help=tr(
            "the seed of the draws: the same seed, the same draws (default: {seed})", seed=SEED
        ),
    )
