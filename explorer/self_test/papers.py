"""The step that writes a document and a slide, and finds its words in them again."""

import io
from importlib.util import find_spec
from zipfile import ZipFile

from explorer.files.resources import is_frozen
from explorer.model.wording import tr
from explorer.paper.docx import docx_bytes
from explorer.paper.paper import Grid, Paper
from explorer.paper.slides import Slide, SlideDeck, pptx_bytes
from explorer.self_test.trial import SkippedStepError, demand

WORDS = "Deal zone"
PACKAGES = ("docx", "pptx")
"""What writes documents and slides; optional beside the sources, part of every package."""


def papers_step() -> str:
    """Return a sentence about the document and the slide that were written.

    Raises
    ------
    SkippedStepError
        If an optional package is missing where nobody promises it.
    SelfTestError
        If the words that were written are not there.
    """
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing and not is_frozen():
        raise SkippedStepError(tr("not installed: {names}", names=", ".join(missing)))
    grid = Grid(WORDS, (WORDS,), ((WORDS,),))
    document = docx_bytes(Paper(WORDS, (grid,)))
    deck = pptx_bytes(SlideDeck(WORDS, (Slide(WORDS),)))
    for content, part in ((document, "word/document.xml"), (deck, "ppt/slides/slide1.xml")):
        text = ZipFile(io.BytesIO(content)).read(part).decode()
        demand(WORDS in text, tr("{part} lacks the words that were written", part=part))
    return tr("a document of {n} bytes, a slide of {m}", n=len(document), m=len(deck))
