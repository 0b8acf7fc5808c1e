"""Slides, before and as PPTX: a title, a picture with its text, a caption, notes for who speaks."""

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from explorer.files.provenance.forms import stamped
from explorer.files.provenance.record import marked
from explorer.model.provenance import Provenance
from explorer.paper.office import FAMILY, needing, tell_facts
from explorer.paper.package import without_times
from explorer.paper.words import shown, shown_line

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as PptxSlide

PAGE = (13.333, 7.5)
"""Inches of a slide: sixteen to nine."""

TITLE_POINTS, CAPTION_POINTS, FOOT_POINTS = 32, 24, 10
"""Sizes of letters; title and caption are read from the back row."""

_MARGIN, _TITLE_HEIGHT, _CAPTION_HEIGHT, _FOOT_HEIGHT = 0.5, 0.9, 0.9, 0.35
"""Inches around and of the parts of a slide."""

_BLANK_WITH_TITLE = 5
"""The place of the layout *Title Only* in the template."""

_INK, _GREY = "1A1A1A", "4A4A4A"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; ``png`` is None for a slide of words, and ``alternative`` stands for it."""

    title: str
    png: bytes | None = field(default=None, repr=False)
    alternative: str = ""
    caption: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class SlideDeck:
    """Slides in their order; ``foot`` stands on each of them.

    ``origin`` is what the file says of itself, so that it can be verified; None for nothing.
    """

    title: str
    slides: tuple[Slide, ...]
    foot: str = ""
    language: str = "en-GB"
    origin: Provenance | None = None


def pptx_bytes(deck: SlideDeck) -> bytes:
    """Return the whole file; the same deck gives the same bytes.

    Raises
    ------
    FileError
        If the package that writes PPTX is missing.
    """
    if deck.origin is not None:
        deck = replace(deck, foot=marked(deck.foot, deck.origin))
    with needing("python-pptx"):
        presentation = _empty_deck()
    tell_facts(presentation.core_properties, deck.title, deck.foot, deck.language)
    for slide in deck.slides:
        _add_slide(presentation, deck, slide)
    written = io.BytesIO()
    presentation.save(written)
    content = without_times(written.getvalue())
    return content if deck.origin is None else stamped(content, ".pptx", deck.origin)


def _empty_deck() -> "Presentation":
    from pptx import Presentation
    from pptx.util import Inches

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = map(Inches, PAGE)
    return presentation


def _add_slide(presentation: "Presentation", deck: SlideDeck, slide: Slide) -> None:
    layout = presentation.slide_layouts[_BLANK_WITH_TITLE]
    page = presentation.slides.add_slide(layout)
    width = PAGE[0] - 2 * _MARGIN
    title: Any = page.shapes.title
    _place(title, (_MARGIN, 0.3, width, _TITLE_HEIGHT))
    _write(title, shown_line(slide.title), TITLE_POINTS, deck.language)
    top = 0.3 + _TITLE_HEIGHT
    caption_top = PAGE[1] - _FOOT_HEIGHT - _CAPTION_HEIGHT
    if slide.png is not None:
        room = (_MARGIN, top, width, caption_top - top)
        _add_picture(page, slide.png, shown_line(slide.alternative), room)
    if slide.caption.strip():
        place = top if slide.png is None else caption_top
        box = (_MARGIN, place, width, _CAPTION_HEIGHT)
        _add_words(page, shown(slide.caption.strip()), box, CAPTION_POINTS, deck.language)
    if deck.foot.strip():
        box = (_MARGIN, PAGE[1] - _FOOT_HEIGHT, width, _FOOT_HEIGHT)
        _add_words(page, shown_line(deck.foot), box, FOOT_POINTS, deck.language)
    if slide.notes.strip():
        frame: Any = page.notes_slide.notes_text_frame
        frame.text = shown(slide.notes.strip())


def _add_picture(
    page: "PptxSlide", png: bytes, alternative: str, room: tuple[float, float, float, float]
) -> None:
    """Add a picture as large as its room allows, in the middle."""
    from pptx.util import Inches

    left, top, width, height = (Inches(each) for each in room)
    shape: Any = page.shapes.add_picture(io.BytesIO(png), left, top)
    scale = min(width / shape.width, height / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
    shape.left = left + (width - shape.width) // 2
    shape.top = top + (height - shape.height) // 2
    shape._element.nvPicPr.cNvPr.set("descr", alternative)


def _add_words(
    page: "PptxSlide",
    words: str,
    box: tuple[float, float, float, float],
    size: float,
    language: str,
) -> None:
    from pptx.util import Inches

    shape: Any = page.shapes.add_textbox(*(Inches(each) for each in box))
    shape.text_frame.word_wrap = True
    _write(shape, words, size, language)


def _place(shape: Any, box: tuple[float, float, float, float]) -> None:
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = (Inches(each) for each in box)


def _write(shape: Any, words: str, size: float, language: str) -> None:
    from pptx.dml import color
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    colours: Any = color
    ink = colours.RGBColor.from_string(_GREY if size == FOOT_POINTS else _INK)
    shape.text_frame.text = words
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(size), FAMILY
            run.font.color.rgb = ink
            run._r.get_or_add_rPr().set("lang", language)
