"""The HTML of a paper: well formed, escaped, and readable without eyes."""

import itertools
from html.parser import HTMLParser
from xml.etree import ElementTree

from hypothesis import given

from explorer.paper.html import html_text
from explorer.paper.paper import Paper, Paragraph
from tests.paper.papers import DOT, WHOLE, papers

EMPTY = {"meta", "hr", "img", "br"}


class Reader(HTMLParser):
    """Every element with its attributes, and whether all that opened were closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [told for name, told in self.found if name == tag]


@given(papers)
def test_any_paper_is_well_formed_and_refers_to_nothing_outside(paper: Paper):
    read = Reader(html_text(paper))
    addresses = [told[key] for _, told in read.found for key in ("src", "href") if key in told]
    assert all((each or "").startswith("data:image/png;base64,") for each in addresses)
    assert not read.all("script")


@given(papers)
def test_headings_leave_out_no_level_and_there_is_one_title(paper: Paper):
    levels = [
        int(tag[1])
        for tag, _ in Reader(html_text(paper)).found
        if tag[0] == "h" and tag[1:].isdigit()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(then <= now + 1 for now, then in itertools.pairwise(levels))


def test_language_heads_captions_and_alternatives_are_told():
    read = Reader(html_text(WHOLE))
    assert read.all("html")[0]["lang"] == "en-GB"
    scopes = [told["scope"] for told in read.all("th")]
    assert scopes == ["col", "col", "row", "row", "col", "col"]
    assert len(read.all("caption")) == len(read.all("table"))
    assert [told["alt"] for told in read.all("img")] == ["A single dot", "Another dot"]
    assert len(read.all("hr")) == 4
    assert "Model 2, case Korea" in "".join(read.words)


def test_words_of_anybody_stay_words():
    foreign = "<script>alert(1)</script>\x1b[2J\u202eevil\ufffe"
    text = html_text(Paper(foreign, (Paragraph(foreign),), foreign, language='en"><x'))
    assert "<script" not in text
    assert "<x" not in text
    assert not any(sign in text for sign in ("\x1b", "\u202e", "\ufffe"))


def test_the_file_is_read_as_xml_too_but_for_its_empty_elements():
    text = html_text(WHOLE).split("<main>")[1].split("</main>")[0]
    for name in ("hr", "img", "br"):
        parts = text.split(f"<{name}")
        text = parts[0] + "".join(f"<{name}" + each.replace(">", "/>", 1) for each in parts[1:])
    assert ElementTree.fromstring(f"<main>{text}</main>") is not None


def test_a_paper_without_a_foot_has_no_footer():
    assert "<footer>" not in html_text(Paper("Title", ()))


def test_pictures_lie_within_the_file_as_they_are():
    import base64

    assert base64.b64encode(DOT).decode() in html_text(WHOLE)
