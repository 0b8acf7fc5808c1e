"""The command ``slides``: the scenes of a document as a presentation."""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from explorer.classroom.handout.slides import DrawScene, scene_slides
from explorer.cli.parser_parts import Parser, add_general, add_output
from explorer.cli.paths import refuse_folder
from explorer.cli.subject import document_in
from explorer.files.atomic import write_bytes
from explorer.files.console import complain
from explorer.model.errors import FileError
from explorer.model.wording import tr
from explorer.paper.slides import pptx_bytes
from explorer.views.options import THEMES, PictureOptions
from explorer.views.view import Viewing

SUFFIX = ".pptx"
"""How the name of a presentation ends."""

Draw = Callable[[PictureOptions], None]


def slides_parser() -> argparse.ArgumentParser:
    """Return the parser of ``dealzone slides``."""
    parser = Parser(
        "dealzone slides",
        tr(
            "Write the scenes of a document as slides: each with its picture, a text that stands "
            "for it,\ncaption and notes."
        ),
        ("dealzone slides my-class.dealzone -o my-class.pptx",),
        usage="dealzone slides DOCUMENT -o FILE.pptx [options]",
    )
    parser.add_argument(
        "document", type=Path, metavar="DOCUMENT", help=tr("a .dealzone document with scenes")
    )
    group = parser.add_argument_group(tr("output"))
    add_output(group, tr("where to write; the name ends in .pptx (required)"))
    group.add_argument(
        "--theme",
        choices=THEMES,
        default="projector",
        help=tr("the colours of the pictures (default: projector)"),
    )
    add_general(parser)
    return parser


def export_slides(arguments: argparse.Namespace, draw: Draw) -> Path:
    """Write slides and return where.

    Raises
    ------
    ScenarioError
        If the document holds no scenes, or its case does not know what stands in one.
    FileError
        If the document cannot be read, or the slides not written where they are wanted.
    """
    source, path = Path(arguments.document), Path(arguments.output)
    if path.suffix.lower() != SUFFIX:
        raise FileError(tr("{path}: a presentation's name must end in .pptx.", path=path))
    refuse_folder(path)
    document = document_in(source)
    with TemporaryDirectory() as folder:
        deck = scene_slides(
            document.scenario.case,
            document.classroom.scenes,
            _drawing(draw, Path(folder) / "scene.png", arguments.theme),
            name=source.name,
        )
    warning = write_bytes(path, pptx_bytes(deck), keeps_backup=False)
    if warning:
        complain(warning)
    return path


def _drawing(draw: Draw, path: Path, theme: str) -> DrawScene:
    def drawn(view_id: str, viewing: Viewing, size: tuple[int, int]) -> bytes:
        draw(PictureOptions(view_id, viewing, path, theme=theme, size=size))
        return path.read_bytes()

    return drawn
