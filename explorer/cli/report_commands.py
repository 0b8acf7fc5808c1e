"""Commands for what is handed to others: reports, and the check that an export holds."""

from collections.abc import Mapping
from pathlib import Path

from explorer.cli.doors import BAD_INPUT, DONE, Command, Doors
from explorer.cli.verify import verdict_record, verdict_text, verify_parser
from explorer.files.console import complain, say, say_json, text_width
from explorer.model.errors import ExplorerError
from explorer.report.verdict import Verdict, verify


def _verify(argv: list[str], _doors: Doors) -> int:
    arguments = verify_parser().parse_args(argv)
    found: list[tuple[Path, Verdict]] = []
    refused = False
    for path in arguments.files:
        try:
            found.append((path, verify(path)))
        except ExplorerError as error:
            refused = True
            complain(str(error))
    if arguments.json:
        say_json([verdict_record(*each) for each in found])
    else:
        for each in found:
            say(verdict_text(*each, width=text_width()))
    holds = not refused and all(verdict.holds for _, verdict in found)
    return DONE if holds else BAD_INPUT


REPORTS: Mapping[str, Command] = {
    "verify": _verify,
}
"""What is handed to others, by command."""
