"""The command ``report``: a document as a report or a brief, for people without the program."""

import argparse
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from explorer.cli.argument_types import whole_number
from explorer.cli.asked import asked_scenario
from explorer.cli.doors import Doors
from explorer.cli.parser_parts import Parser, add_general, add_output, add_scenario
from explorer.cli.paths import refuse_folder
from explorer.cli.progress import last_step
from explorer.cli.subject import document_in
from explorer.files.console import complain
from explorer.files.document import document_kind, read_document
from explorer.files.document_text import Document
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.scenario import Scenario, preset_scenario
from explorer.model.wording import tr
from explorer.paper.paper import Paper
from explorer.paper.writing import PAPER_SUFFIXES, write_paper
from explorer.report.order import FEWEST_SETS, MOST_SETS, Drawn, ReportOrder
from explorer.report.report import report_steps
from explorer.studies.sureness import SETS
from explorer.views.options import PictureOptions
from explorer.views.registry import VIEW_IDS
from explorer.views.view import Viewing

SUFFIXES = (*PAPER_SUFFIXES, ".pdf")
"""How the name of a report ends."""

DrawFile = Callable[[PictureOptions], None]


def report_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone report``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone report",
        tr(
            "Write a report for people who never open the program: the answer first, what it rests "
            "on, how\nsure it is, what speaks against it and what to watch; or a brief of one page."
        ),
        (
            f"dealzone report {case.default_preset} --brief -o brief.docx",
            "dealzone report my-class.dealzone -o report.html --picture map sure",
            "dealzone report my-class.dealzone --since earlier.dealzone -o report.md",
        ),
        usage="dealzone report [DOCUMENT] -o FILE [options]",
    )
    add_scenario(parser)
    _add_report(parser)
    add_general(parser)
    return parser


def _add_report(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(tr("report"))
    add_output(group, tr("where to write; the name ends in .html, .docx, .pdf or .md (required)"))
    form = group.add_mutually_exclusive_group()
    form.add_argument(
        "--brief", action="store_true", help=tr("one page (default: the full report)")
    )
    form.add_argument(
        "--full", action="store_true", help=tr("everything (default: also without this)")
    )
    group.add_argument(
        "--picture",
        action="extend",
        nargs="+",
        choices=VIEW_IDS,
        default=[],
        dest="views",
        metavar="VIEW",
        help=tr(
            "pictures of a full report besides the board (default: none): {views}",
            views=", ".join(VIEW_IDS),
        ),
    )
    group.add_argument(
        "--since",
        type=Path,
        metavar="DOCUMENT",
        help=tr("the document of an earlier report, to tell what has changed (default: none)"),
    )
    group.add_argument(
        "--sets",
        type=whole_number(FEWEST_SETS, MOST_SETS),
        default=SETS,
        metavar="N",
        help=tr("assumption sets behind how sure it is (default: {n})", n=SETS),
    )


def export_report(arguments: argparse.Namespace, doors: Doors) -> Path:
    """Write a report and return where.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption or lens are not known.
    FileError
        If a document cannot be read, or the report cannot be written where it is wanted, or in
        the format of this name.
    """
    path = Path(arguments.output)
    _refuse_unless_report(path)
    since = None if arguments.since is None else document_in(Path(arguments.since))
    order = ReportOrder(
        _document(arguments),
        arguments.brief,
        tuple(dict.fromkeys(arguments.views)),
        since,
        arguments.sets,
    )
    with drawing(doors.draw) as draw:
        last = last_step(
            report_steps(order, draw),
            lambda step: tr("{share:.0f} of 100 done", share=100 * step.share),
        )
    # The last step has the paper.
    _write(path, cast("Paper", last.paper), doors)
    return path


def scenario_document(scenario: Scenario) -> Document:
    """Return a document that holds nothing but a scenario, compared with its case's baseline."""
    baseline = preset_scenario(scenario.case, scenario.case.baseline_preset)
    return Document(scenario, scenario, baseline)


@contextmanager
def drawing(draw: DrawFile) -> Generator[Callable[[str, Viewing, tuple[int, int]], Drawn]]:
    """Give what draws the pictures of a paper, by a door into a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:

        def drawn(view_id: str, viewing: Viewing, size: tuple[int, int]) -> Drawn:
            files: list[bytes] = []
            for suffix in (".png", ".svg"):
                path = Path(folder) / f"picture{suffix}"
                options = PictureOptions(view_id, viewing, path, theme="light", size=size)
                draw(replace(options, is_bare=True))
                files.append(path.read_bytes())
            return Drawn(*files)

        yield drawn


def _document(arguments: argparse.Namespace) -> Document:
    """Return the document that is named; a preset or changed settings make one of their own."""
    scenario = asked_scenario(arguments)
    path = None if arguments.scenario is None else Path(arguments.scenario)
    if path is None or not path.is_file() or document_kind(path) != "document":
        return scenario_document(scenario)
    return replace(read_document(path).document, scenario=scenario, results=None)


def _write(path: Path, paper: Paper, doors: Doors) -> None:
    if path.suffix.lower() != ".pdf":
        warning = write_paper(path, paper)
        if warning:
            complain(warning)
    else:
        if doors.write_pdf is None:
            raise FileError(
                tr("{path}: no PDF can be written here. Write HTML or DOCX.", path=path)
            )
        doors.write_pdf(path, paper)
        complain(
            tr("Headings and tables of a PDF are not tagged: hand out HTML or DOCX beside it.")
        )


def _refuse_unless_report(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise FileError(
            tr("{path}: a report's name must end in .html, .docx, .pdf or .md.", path=path)
        )
    refuse_folder(path)
