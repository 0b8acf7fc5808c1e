"""The words of ``dealzone case`` and ``dealzone schema``."""

import argparse
from pathlib import Path

from explorer.cli.parser_parts import Parser, add_general, add_json, add_output
from explorer.files.schemas import SCHEMAS
from explorer.model.wording import tr

ACTIONS = ("new", "copy", "check", "describe", "diff", "import")
"""What ``case`` does."""


def case_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case`` without an action, which explains them."""
    parser = Parser(
        "dealzone case",
        tr(
            "Begin, copy, check, describe and compare cases of your own. A case that is written "
            "without\n-o lies in the folder of your cases and is listed by dealzone list cases."
        ),
        (
            "dealzone case new my-case",
            "dealzone case copy korea my-korea",
            "dealzone case check my-case.json",
            "dealzone case describe my-case",
            "dealzone case diff korea my-korea",
            "dealzone case import my-domain -o my-domain.json",
        ),
        usage="dealzone case ACTION ... [--help]",
    )
    parser.add_argument(
        "action",
        choices=ACTIONS,
        metavar="ACTION",
        help=tr(
            "new: from the template; copy: from another case; check: say what is wrong, place by "
            "place; describe: what a case holds; diff: what differs between two; "
            "import: from Genius files"
        ),
    )
    add_general(parser)
    return parser


def new_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case new``."""
    parser = Parser(
        "dealzone case new",
        tr(
            "Write the template of a case: the smallest whole case, whose words tell what belongs "
            "in each\nplace. Nothing is written over."
        ),
        ("dealzone case new my-case", 'dealzone case new my-case --name "My case" -o my-case.json'),
        usage="dealzone case new ID [--name NAME] [-o FILE]",
    )
    _add_new(parser)
    return parser


def copy_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case copy``."""
    parser = Parser(
        "dealzone case copy",
        tr(
            "Write a copy of a case under another id, to be changed. Its record of history goes "
            "along, as\nID.record.json beside ID.json. Nothing is written over."
        ),
        ("dealzone case copy korea my-korea", "dealzone case copy korea mine -o mine.json"),
        usage="dealzone case copy CASE ID [--name NAME] [-o FILE]",
    )
    _add_case(parser, "case")
    _add_new(parser)
    return parser


def check_case_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case check``."""
    parser = Parser(
        "dealzone case check",
        tr(
            "Check cases and records: the first ten problems of each with their places, and the "
            "sign rules\nthat a sound case breaks. The exit code is 0 if all are good and 2 if "
            "one is not."
        ),
        ("dealzone case check my-case.json", "dealzone case check my-case.json --json"),
        usage="dealzone case check FILE ... [--json]",
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=tr("a case file or a record file")
    )
    add_json(parser)
    add_general(parser)
    return parser


def describe_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case describe``."""
    parser = Parser(
        "dealzone case describe",
        tr("Tell what a case holds: sides, issues, controls, scenarios, and how many numbers."),
        ("dealzone case describe korea", "dealzone case describe my-case.json --json"),
        usage="dealzone case describe CASE [--json]",
    )
    _add_case(parser, "case")
    add_json(parser)
    add_general(parser)
    return parser


def diff_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case diff``."""
    parser = Parser(
        "dealzone case diff",
        tr("Tell in words what differs between two cases, or two versions of one."),
        ("dealzone case diff korea my-korea", "dealzone case diff old.json new.json --json"),
        usage="dealzone case diff OLD NEW [--json]",
    )
    _add_case(parser, "old")
    _add_case(parser, "new")
    add_json(parser)
    add_general(parser)
    return parser


def schema_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone schema``."""
    parser = Parser(
        "dealzone schema",
        tr(
            "Print the JSON Schema of a kind of file, by which editors complete and check what is "
            "typed."
        ),
        ("dealzone schema case", "dealzone schema record"),
        usage="dealzone schema NAME",
    )
    parser.add_argument(
        "name",
        choices=tuple(SCHEMAS),
        metavar="NAME",
        help=tr("which files: {kinds}", kinds=", ".join(SCHEMAS)),
    )
    add_general(parser)
    return parser


def _add_case(parser: argparse.ArgumentParser, name: str) -> None:
    parser.add_argument(
        name,
        type=Path,
        metavar=name.upper(),
        help=tr('a case file, or an id as "dealzone list cases" shows it'),
    )


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", metavar="ID", help=tr("the id of the new case: small letters, digits and hyphens")
    )
    parser.add_argument(
        "--name", default="", metavar="NAME", help=tr("what it is called (default: as it stands)")
    )
    add_output(parser, tr("where to write (default: the folder of your cases)"), is_required=False)
    add_general(parser)
