"""The command ``debrief``: a document for the talk after a role play."""

import argparse
import tempfile
from pathlib import Path

from explorer.classroom.lesson.prediction_spread import class_predictions
from explorer.classroom.tables.debrief import Debrief, DrawViewing, debrief_paper
from explorer.classroom.tables.debrief_slides import debrief_slides
from explorer.classroom.tables.scores import class_scores
from explorer.cli.doors import Doors
from explorer.cli.examples import of_case
from explorer.cli.parser_parts import Parser, add_general, add_output, add_scenario
from explorer.cli.paths import refuse_folder
from explorer.cli.role_play import add_play, add_results, asked_plan, asked_results
from explorer.cli.slides import SUFFIX as SLIDES_SUFFIX
from explorer.cli.subject import document_in
from explorer.files.atomic import write_bytes
from explorer.files.document import SUFFIX as DOCUMENT_SUFFIX
from explorer.files.document import read_document
from explorer.model.case import Case
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.slides import pptx_bytes
from explorer.paper.writing import PAPER_SUFFIXES, refuse_unless_paper, write_paper
from explorer.views.options import PICTURE_SIZE, PictureOptions
from explorer.views.view import Viewing


def debrief_parser(case: Case) -> argparse.ArgumentParser:
    """Return the parser of ``dealzone debrief``; the case gives the examples their ids."""
    parser = Parser(
        "dealzone debrief",
        tr(
            "Write the debrief of a role play: what the tables agreed, what could have been, "
            "questions for\nthe talk; the document has a reflection sheet and a rubric as well. "
            "Mistakes in the results are\nnamed with their line, the rest is read, and the exit "
            "code is then 2."
        ),
        of_case(
            case,
            "dealzone debrief class.csv -o debrief.html",
            f"dealzone debrief class.csv {case.default_preset} --hide-names -o debrief.pptx",
            "dealzone debrief class.csv --predictions my-class.dealzone -o debrief.docx",
        ),
        usage="dealzone debrief CSV [SCENARIO] -o FILE [--seed S] [--variants N] [options]",
    )
    add_results(parser)
    add_scenario(parser)
    add_play(parser)
    group = parser.add_argument_group(tr("document"))
    add_output(group, tr("where to write; the name ends in .html, .docx or .pptx (required)"))
    group.add_argument(
        "--hide-names", action="store_true", help=tr("name no table (default: name them)")
    )
    group.add_argument(
        "--no-pictures",
        action="store_true",
        help=tr("leave the pictures out (default: draw the tables by both sides' gains)"),
    )
    group.add_argument(
        "--predictions",
        type=Path,
        metavar="DOCUMENT",
        help=tr(
            "a .dealzone document whose lesson has counts: tell what its class predicted "
            "(default: SCENARIO, if it is one)"
        ),
    )
    add_general(parser)
    return parser


def write_debrief(arguments: argparse.Namespace, doors: Doors) -> bool:
    """Write the debrief, as a document or as slides, and return whether all results could be read.

    Raises
    ------
    ScenarioError
        If scenario, setting, assumption or lens are not known.
    FileError
        If the results cannot be read, or the document cannot be written where it is wanted.
    """
    output = Path(arguments.output)
    is_deck = output.suffix.lower() == SLIDES_SUFFIX
    if not is_deck:
        _refuse_unless_known(output)
    refuse_folder(output)
    plan = asked_plan(arguments)
    read = asked_results(arguments, plan)
    found, predicted = class_scores(plan, read.results), _predicted(arguments, plan.case)
    with tempfile.TemporaryDirectory() as folder:
        draw = None if arguments.no_pictures else _drawing(doors, Path(folder))
        debrief = Debrief(found, draw, arguments.hide_names, predicted)
        if is_deck:
            content = pptx_bytes(debrief_slides(debrief))
            write_bytes(output, content, keeps_backup=False)
        else:
            write_paper(output, debrief_paper(debrief))
    return not read.mistakes


def _refuse_unless_known(output: Path) -> None:
    if output.suffix.lower() not in (".pdf", *PAPER_SUFFIXES):
        raise FileError(
            tr("{path}: a debrief's name must end in .html, .docx or .pptx.", path=output)
        )
    refuse_unless_paper(output)


def _predicted(arguments: argparse.Namespace, case: Case) -> tuple[str, ...]:
    """Return what the class of a document predicted; nothing where no document is named."""
    name = str(arguments.scenario or "")
    if arguments.predictions is not None:
        document = document_in(arguments.predictions)
    elif name.lower().endswith(DOCUMENT_SUFFIX):
        # What is not understood in it was complained of when its scenario was read.
        document = read_document(Path(name)).document
    else:
        return ()
    return class_predictions(document.classroom, case)


def _drawing(doors: Doors, folder: Path) -> DrawViewing:
    def drawn(viewing: Viewing) -> bytes:
        path = folder / "gains.png"
        doors.draw(PictureOptions("gains", viewing, path, "light", PICTURE_SIZE))
        return path.read_bytes()

    return drawn
