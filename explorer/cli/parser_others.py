"""The words of ``dealzone others``."""

import argparse

from explorer.cli.parser_parts import scenario_parser
from explorer.model.case import Case
from explorer.model.wording import tr


def others_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone others``; the case gives the examples their ids."""
    examples = ["dealzone others", f"dealzone others {case.baseline_preset} --json"]
    if case.packages:
        examples.insert(1, f"dealzone others --package {case.packages[-1].id}")
    parser = scenario_parser(
        "dealzone others",
        tr(
            "Show who else gains or loses: those who do not bargain, for one package, for the "
            "whole\nzone, and for every row of the board."
        ),
        tuple(examples),
        usage="dealzone others [SCENARIO] [--package ID] [--set ID=VALUE ...] [--json]",
    )
    parser.add_argument(
        "--package",
        metavar="ID",
        help=tr(
            'a named package, see "dealzone list packages" (default: the Nash solution, or the '
            "first named package that gives anything)"
        ),
    )
    return parser
