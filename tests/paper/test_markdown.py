"""Papers as Markdown: every word is there, and no word of a case is taken for a mark."""

import re

from hypothesis import given

from explorer.files.markdown_text import as_plain_text
from explorer.paper.markdown import markdown_text
from explorer.paper.paper import Grid, Paper, Paragraph, Picture
from tests.paper.papers import DOT, WHOLE, papers


def test_each_block_is_written_in_the_marks_of_markdown() -> None:
    text = markdown_text(WHOLE)
    assert text.startswith("# Rows \\& \\<zones\\>\n\n## First\n\n")
    for line in (
        "**Loud**",
        "- one",
        "2. second",
        "| Row | Open |\n| --- | --- |\n| Freeze | yes |",
        "*Picture: A single dot*\n\nFigure 1",
        "Why?\n\n\\_",
        "\n\n---\n\n## Second",
        "\n\n---\n\nModel 2, case Korea\n",
    ):
        assert line in text


def test_a_number_in_a_cell_stays_a_number() -> None:
    text = markdown_text(Paper("T", (Grid("G", ("A",), (("5.8",), ("",))),)))
    assert "| 5.8 |" in text
    assert "|   |" in text


def test_a_number_at_the_start_of_a_line_begins_no_list() -> None:
    assert "\n1\\. May" in markdown_text(Paper("T", (Paragraph("1. May"),)))


@given(papers)
def test_no_tag_stands_in_a_paper_that_has_none(paper: Paper) -> None:
    assert not re.search(r"(?<!\\)[<>]", markdown_text(paper))


@given(papers)
def test_the_words_of_a_title_are_read_back(paper: Paper) -> None:
    first = as_plain_text(markdown_text(paper).splitlines()[0])
    assert first.split() == [] or first


def test_a_picture_without_caption_is_its_text_alone() -> None:
    assert markdown_text(Paper("T", (Picture(DOT, "Dot"),))) == "# T\n\n*Picture: Dot*\n"
