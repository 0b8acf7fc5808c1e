"""Slides read back from PPTX: titles, texts of pictures, notes, sizes, the same bytes twice."""

import io
import sys

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Pt

from explorer.model.errors import FileError
from explorer.paper.slides import CAPTION_POINTS, Slide, SlideDeck, pptx_bytes
from tests.paper.papers import DOT

WHOLE = SlideDeck(
    "Week 4",
    (
        Slide("Who closed it?", caption="Which rows close?"),
        Slide("The answer", DOT, "Four rows are open", "Four of eight", "Read this aloud"),
    ),
    foot="Model 2",
)
words = st.text(max_size=20)
decks = st.builds(
    SlideDeck,
    words,
    st.lists(
        st.builds(Slide, words, st.sampled_from([DOT, None]), words, words, words), max_size=2
    ).map(tuple),
    words,
)


@given(decks)
@settings(max_examples=10)
def test_the_same_deck_gives_the_same_bytes_and_can_be_opened(deck: SlideDeck):
    content = pptx_bytes(deck)
    assert content == pptx_bytes(deck)
    assert len(pptx.Presentation(io.BytesIO(content)).slides) == len(deck.slides)


def test_titles_captions_notes_and_texts_of_pictures_arrive():
    read = pptx.Presentation(io.BytesIO(pptx_bytes(WHOLE)))
    assert round(read.slide_width / read.slide_height, 2) == round(16 / 9, 2)
    question, answer = read.slides
    assert [each.shapes.title.text for each in read.slides] == ["Who closed it?", "The answer"]
    assert "Which rows close?" in [
        each.text_frame.text for each in question.shapes if each.has_text_frame
    ]
    assert not question.has_notes_slide
    assert answer.notes_slide.notes_text_frame.text == "Read this aloud"
    pictures = list(answer.shapes._spTree.iter("{*}pic"))
    assert [each.nvPicPr.cNvPr.get("descr") for each in pictures] == ["Four rows are open"]
    facts = read.core_properties
    assert (facts.title, facts.language, facts.author) == ("Week 4", "en-GB", "Deal Zone Explorer")


def test_everything_lies_on_the_slide_and_is_read_from_the_back_row():
    read = pptx.Presentation(io.BytesIO(pptx_bytes(WHOLE)))
    for page in read.slides:
        for shape in page.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= read.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= read.slide_height
            if shape.has_text_frame and shape.text_frame.text != WHOLE.foot:
                sizes = [run.font.size for p in shape.text_frame.paragraphs for run in p.runs]
                assert all(size >= Pt(CAPTION_POINTS) for size in sizes)


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(FileError, match="python-pptx"):
        pptx_bytes(WHOLE)
