"""``dealzone case import``: Genius files read as a case, with all that was assumed."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from explorer.cli.argument_types import whole_number
from explorer.cli.doors import Doors
from explorer.cli.parser_parts import Parser, add_general, add_json, add_output
from explorer.cli.telling import tell
from explorer.cli.text_table import paragraph
from explorer.files.case_text import case_content, write_case
from explorer.files.console import complain
from explorer.files.genius.as_case import genius_case, limit_words
from explorer.files.genius.folder import read_genius
from explorer.files.genius.issues import MOST_VALUES
from explorer.files.genius.keeping import own_path, renamed
from explorer.files.result_record import Record
from explorer.model.wording import tr


def import_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone case import``."""
    parser = Parser(
        "dealzone case import",
        tr(
            "Read Genius files (XML: a domain and a profile of each party) as a case, and list "
            "what the\nfiles leave open and how it is counted here. Files are told apart by what "
            "they hold, not by name."
        ),
        (
            "dealzone case import my-domain -o my-domain.json",
            "dealzone case import domain.xml buyer.xml seller.xml",
            "dealzone case import my-domain --steps 5 --json",
        ),
        usage="dealzone case import FOLDER|FILE ... [-o FILE] [--steps N] [--json]",
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FOLDER|FILE",
        help=tr("a folder, whose first two profiles are taken, or a domain and two profiles"),
    )
    add_output(
        parser, tr("where to write the case (default: the folder of your cases)"), is_required=False
    )
    parser.add_argument(
        "--steps",
        type=whole_number(2, MOST_VALUES),
        default=MOST_VALUES,
        metavar="N",
        help=tr(
            "into how many values issues of numbers are cut at the most (default: {most})",
            most=MOST_VALUES,
        ),
    )
    add_json(parser)
    add_general(parser)
    return parser


def import_case(argv: list[str], _doors: Doors) -> int:
    """Carry out ``dealzone case import``."""
    arguments = import_parser().parse_args(argv)
    domain = read_genius(arguments.paths, steps=arguments.steps)
    case = genius_case(domain)
    path: Path | None = arguments.output
    if path is None:
        case = renamed(case)
        path = own_path(case.id)
    note = write_case(path, case_content(case))
    if note:
        complain(note)
    told = limit_words(domain)

    def record() -> Record:
        return {
            "file": str(path),
            "case": case.id,
            "name": case.name,
            "parties": [profile.name for profile in domain.profiles],
            "issues": len(domain.issues),
            "packages": domain.packages,
            "read": list(domain.files),
            "assumed": list(told),
        }

    return tell(arguments, record, lambda width: "\n".join(_lines(path, case.summary, told, width)))


def _lines(path: Path, summary: str, told: tuple[str, ...], width: int) -> Iterator[str]:
    yield tr("{path}: written", path=path)
    yield from paragraph(summary, width=width)
    for line in told:
        yield from paragraph(line, width=width, indent="  ", hanging="  ")
