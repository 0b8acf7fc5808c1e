"""The words of ``dealzone handbook``."""

import argparse

from explorer.cli.parser_parts import command_parser
from explorer.model.wording import tr


def handbook_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone handbook``."""
    parser = command_parser(
        "dealzone handbook",
        tr("Print a page of the guide, or list the pages that contain some words."),
        ("dealzone handbook two-factor", "dealzone handbook --find BATNA"),
        usage="dealzone handbook [PAGE] [--find WORDS] [--case CASE] [--json]",
    )
    parser.add_argument(
        "page",
        nargs="?",
        metavar="PAGE",
        help=tr('a page\'s id, as "dealzone list handbook" shows them (default: the first page)'),
    )
    parser.add_argument(
        "--find",
        metavar="WORDS",
        help=tr("list the pages that contain these words instead (default: print the page)"),
    )
    return parser


def case_changes_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case-changes``."""
    return command_parser(
        "dealzone case-changes",
        tr(
            "Print what changed in a case: by version, as the case tells it, and what differs "
            "between\nthe one that comes with the program and the one in your folder."
        ),
        ("dealzone case-changes", "dealzone case-changes --json"),
        usage="dealzone case-changes [--case CASE] [--json]",
    )
