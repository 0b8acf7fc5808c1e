"""Commands for what is handed to others: reports, and the check that an export holds."""

from collections.abc import Mapping
from pathlib import Path

from explorer.classroom.handout.verifiers import HANDOUT_VERIFIERS
from explorer.cli.answer_verifiers import ANSWER_VERIFIERS
from explorer.cli.doors import BAD_INPUT, DONE, Command, Doors
from explorer.cli.progress import ProgressLine
from explorer.cli.report import export_report, report_parser
from explorer.cli.telling import tell_written
from explorer.cli.verify import verdict_record, verdict_text, verify_parser
from explorer.files.case_file import bundled_case
from explorer.files.console import complain, say, say_json, text_width
from explorer.files.leaving import tidied
from explorer.files.rows.kept import holds_rows
from explorer.model.errors import ExplorerError
from explorer.model.study import Progress
from explorer.model.wording import tr
from explorer.report.study_verdict import study_verdict
from explorer.report.verdict import Verdict, verify
from explorer.report.verifiers import VERIFIERS

_VERIFIERS = {**VERIFIERS, **HANDOUT_VERIFIERS, **ANSWER_VERIFIERS}
"""What works exports out again, by their kind."""


def _verify(argv: list[str], _doors: Doors) -> int:
    arguments = verify_parser().parse_args(argv)
    found: list[tuple[Path, Verdict]] = []
    refused = False
    for path in arguments.files:
        try:
            found.append((path, _verdict(path, every=arguments.all)))
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


def _verdict(path: Path, *, every: bool) -> Verdict:
    """Return what holds of a file; of a long one, say on standard error how far it is."""
    line = ProgressLine()

    def tell(progress: Progress) -> None:
        line.tell(tr("{n:,} of {total:,} rows read", n=progress.done, total=progress.wanted))

    with tidied(line.end):
        if holds_rows(path):
            found = study_verdict(path, every=every, tell=tell)
        else:
            found = verify(path, _VERIFIERS, line.tell)
    line.end()
    return found


def _report(argv: list[str], doors: Doors) -> int:
    return tell_written(export_report(report_parser(bundled_case()).parse_args(argv), doors))


REPORTS: Mapping[str, Command] = {
    "report": _report,
    "verify": _verify,
}
"""What is handed to others, by command."""
