"""What a report is asked to be: of which document, how long, with which pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from explorer.figures.leading import leading_sliders
from explorer.files.document_text import Document, document_content, open_content
from explorer.files.json_text import explain
from explorer.files.provenance.record import provenance_of
from explorer.model.errors import FileError
from explorer.model.provenance import Provenance
from explorer.model.result import Result
from explorer.paper.paper import Picture
from explorer.studies.sureness import SETS
from explorer.views.registry import VIEW_IDS, figure_of
from explorer.views.view import Viewing

REPORT = "report"
"""The kind of export that a report or brief is."""

PICTURE_SIZE = (1100, 620)
"""Width and height in pixels of a picture in a report."""

BOARD_SIZE = (1100, 440)
"""Width and height in pixels of the board's picture."""

FEWEST_SETS, MOST_SETS = 20, 100_000
"""Assumption sets behind what a report says of how sure it is."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as PNG and, where it is wanted as lines and letters, as SVG."""

    png: bytes = field(repr=False)
    svg: bytes = field(default=b"", repr=False)


Draw = Callable[[str, Viewing, tuple[int, int]], Drawn]
"""Draws a view, by its id, of what is viewed, at a width and height in pixels."""


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """What is asked for.

    Attributes
    ----------
    document
        What the report is about.
    is_brief
        Whether it shall be one page instead of the full report.
    views
        The ids of pictures besides the board, in their order; a brief has none.
    since
        The document of an earlier report, to tell what has changed; None for none.
    sets
        How many assumption sets are looked at.
    """

    document: Document
    is_brief: bool = False
    views: tuple[str, ...] = ()
    since: Document | None = None
    sets: int = SETS

    @property
    def origin(self) -> Provenance:
        """What a file of the report says of itself."""
        since = None if self.since is None else document_content(bare(self.since))
        asked: dict[str, object] = {
            "form": "brief" if self.is_brief else "full",
            "pictures": list(self.views),
            "sets": self.sets,
            **({} if since is None else {"since": since}),
        }
        return provenance_of(REPORT, bare(self.document), asked)


def bare(document: Document) -> Document:
    """Return a document without what a report does not tell: pins, scenes, results."""
    return Document(
        document.scenario, document.scenario, document.baseline, document.notes, seed=document.seed
    )


class _Asked(BaseModel):
    """What a report was asked to be, as it stands in its file."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    form: Literal["brief", "full"]
    pictures: Annotated[tuple[str, ...], Field(max_length=len(VIEW_IDS))]
    sets: Annotated[int, Field(ge=FEWEST_SETS, le=MOST_SETS)]
    since: dict[str, object] | None = None

    @field_validator("pictures")
    @classmethod
    def _are_known(cls, pictures: tuple[str, ...]) -> tuple[str, ...]:
        for each in pictures:
            if each not in VIEW_IDS:
                raise ValueError(f'there is no picture "{each}"')
        return pictures


def asked_order(document: Document, asked: Mapping[str, object], name: str) -> ReportOrder:
    """Return what an exported report was asked to be.

    Parameters
    ----------
    document, asked
        As the report holds them.
    name
        What to call the report in a message.

    Raises
    ------
    FileError
        If something in it is not understood.
    """
    try:
        choice = _Asked.model_validate(asked)
    except ValidationError as error:
        raise FileError(explain(error, name, asked)) from error
    earlier = None if choice.since is None else open_content(choice.since, name).document
    return ReportOrder(document, choice.form == "brief", choice.pictures, earlier, choice.sets)


def viewing(result: Result, order: ReportOrder, baseline: Result) -> Viewing:
    """Return what the pictures of a report look at."""
    case = result.scenario.case
    sliders = leading_sliders(case) or tuple(control.id for control in case.controls[:1])
    return Viewing(
        result,
        baseline=baseline,
        selected_row=next((row.id for row in case.rows), ""),
        swept_control=sliders[0],
        seed=order.document.seed,
    )


def picture(view_id: str, viewed: Viewing, draw: Draw, size: tuple[int, int]) -> Picture:
    """Return the picture of a view with the sentence that stands for it."""
    drawn = draw(view_id, viewed, size)
    return Picture(drawn.png, figure_of(view_id, viewed).sentence, svg=drawn.svg)


def nothing_drawn(_view_id: str, _viewed: Viewing, _size: tuple[int, int]) -> Drawn:
    """Return a picture of one white pixel, for a report of which only the words are wanted."""
    return Drawn(_PIXEL)


_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)
"""The smallest PNG."""
