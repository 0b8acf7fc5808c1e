"""The command ``case``: cases of one's own."""

import argparse
from collections.abc import Mapping

from explorer.cli.case_import import import_case
from explorer.cli.doors import DONE, Command, Doors
from explorer.cli.parser_parts import Parser, add_general
from explorer.model.wording import tr


def case_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case`` without an action, which explains them."""
    parser = Parser(
        "dealzone case",
        tr("Make cases of your own. Without -o they lie in the folder of your cases."),
        ("dealzone case import my-domain -o my-domain.json",),
        usage="dealzone case ACTION ... [--help]",
    )
    parser.add_argument(
        "action",
        choices=tuple(_ACTIONS),
        metavar="ACTION",
        help=tr("import: from Genius files"),
    )
    add_general(parser)
    return parser


def _case(argv: list[str], doors: Doors) -> int:
    if argv and argv[0] in _ACTIONS:
        return _ACTIONS[argv[0]](argv[1:], doors)
    case_parser().parse_args(argv)
    return DONE  # pragma: no cover - the parser takes nothing but a known action


_ACTIONS: Mapping[str, Command] = {"import": import_case}

CASES: Mapping[str, Command] = {"case": _case}
"""What makes cases of one's own, by command."""
