"""What worksheets and slides ought to tell, worked out from what they say of themselves."""

from collections.abc import Mapping
from dataclasses import replace

from explorer.classroom.handout.slides import SLIDES, scene_slides
from explorer.classroom.handout.worksheet import WORKSHEET, worksheet
from explorer.model.provenance import Item
from explorer.paper.slides import pptx_bytes
from explorer.report.order import nothing_drawn
from explorer.report.verifiers import Export, Verifier, paper_told, told
from explorer.views.view import Viewing


def _worksheet(export: Export) -> tuple[Item, ...]:
    return paper_told(worksheet(export.document.scenario), export.suffix)


def _slides(export: Export) -> tuple[Item, ...]:
    def draw(view_id: str, viewing: Viewing, size: tuple[int, int]) -> bytes:
        return nothing_drawn(view_id, viewing, size).png

    document = export.document
    title = str(export.origin.asked.get("title"))
    deck = scene_slides(document.case, document.classroom.scenes, draw, name=title)
    return told(pptx_bytes(replace(deck, title=title)), export.suffix)


HANDOUT_VERIFIERS: Mapping[str, Verifier] = {WORKSHEET: _worksheet, SLIDES: _slides}
"""What works out handouts again, by their kind."""
