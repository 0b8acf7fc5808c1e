"""The command ``debrief``: a document for the talk after a role play."""

import argparse
import tempfile
from pathlib import Path

from explorer.classroom.tables.debrief import Debrief, DrawViewing, debrief_paper
from explorer.classroom.tables.scores import class_scores
from explorer.cli.doors import Doors
from explorer.cli.parser_parts import Parser, add_general, add_scenario
from explorer.cli.role_play import add_play, add_results, asked_plan, asked_results
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.paper.writing import refuse_unless_paper, write_paper
from explorer.views.options import PICTURE_SIZE, PictureOptions
from explorer.views.view import Viewing


def debrief_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone debrief``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone debrief",
        tr(
            "Write the debrief of a role play: what the tables agreed, what could have been, "
            "questions for\nthe talk, a reflection sheet and a rubric. Mistakes in the results are "
            "named with their line,\nthe rest is read, and the exit code is then 2."
        ),
        (
            "dealzone debrief class.csv -o debrief.html",
            f"dealzone debrief class.csv {case.default_preset} --hide-names -o debrief.html",
        ),
        usage="dealzone debrief CSV [SCENARIO] -o FILE [--seed S] [--variants N] [options]",
    )
    add_results(parser)
    add_scenario(parser)
    add_play(parser)
    group = parser.add_argument_group(tr("document"))
    group.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=tr("where to write; the name ends in .html or .docx (required)"),
    )
    group.add_argument(
        "--hide-names", action="store_true", help=tr("name no table (default: name them)")
    )
    group.add_argument(
        "--no-pictures",
        action="store_true",
        help=tr("leave the pictures out (default: draw the tables by both sides' gains)"),
    )
    add_general(parser)
    return parser


def write_debrief(arguments: argparse.Namespace, doors: Doors) -> bool:
    """Write the debrief and return whether all results could be read.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption or lens are not known.
    FileError
        If the results cannot be read, or the document cannot be written where it is wanted.
    """
    output = Path(arguments.output)
    refuse_unless_paper(output)
    plan = asked_plan(arguments)
    read = asked_results(arguments, plan)
    found = class_scores(plan, read.results)
    with tempfile.TemporaryDirectory() as folder:
        draw = None if arguments.no_pictures else _drawing(doors, Path(folder))
        write_paper(output, debrief_paper(Debrief(found, draw, arguments.hide_names)))
    return not read.mistakes


def _drawing(doors: Doors, folder: Path) -> DrawViewing:
    def drawn(viewing: Viewing) -> bytes:
        path = folder / "gains.png"
        doors.draw(PictureOptions("gains", viewing, path, "light", PICTURE_SIZE))
        return path.read_bytes()

    return drawn
