"""The DOCX of a paper, read back from its XML: structure, language, and the same bytes twice."""

import io
import sys
import zipfile
from datetime import datetime

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from explorer.model.errors import FileError
from explorer.paper.docx import docx_bytes
from explorer.paper.docx_parts import column_weights
from explorer.paper.paper import Grid, Paper
from tests.paper.papers import WHOLE, papers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


@given(papers)
@settings(max_examples=15)
def test_the_same_paper_gives_the_same_bytes_and_can_be_opened(paper: Paper):
    content = docx_bytes(paper)
    assert content == docx_bytes(paper)
    docx.Document(io.BytesIO(content))


def test_headings_have_real_styles_and_leave_out_no_level():
    read = docx.Document(io.BytesIO(docx_bytes(WHOLE)))
    styles = [each.style.name for each in read.paragraphs if each.style]
    kept = [each for each in styles if each.startswith(("Title", "Heading"))]
    assert kept == ["Title", "Heading 1", "Heading 2", "Heading 1"]


def test_tables_mark_their_head_and_say_what_they_are():
    tables = part(docx_bytes(WHOLE)).findall(f".//{W}tbl")
    for table, caption in zip(tables, ("What is open", "Bare"), strict=True):
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        told = table.find(f"{W}tblPr/{W}tblCaption")
        assert told is not None
        assert told.get(f"{W}val") == caption


def test_pictures_have_their_text():
    found = part(docx_bytes(WHOLE)).iter("{*}docPr")
    assert [each.get("descr") for each in found] == ["A single dot", "Another dot"]


def test_each_numbered_list_begins_at_one():
    read = docx.Document(io.BytesIO(docx_bytes(WHOLE)))
    lists = [
        p._p.pPr.numPr.numId.val
        for p in read.paragraphs
        if p.style and p.style.name == "List Number"
    ]
    assert lists[0] == lists[1] != lists[2]


def test_lines_to_write_on_have_borders_where_the_schema_wants_them():
    ruled = part(docx_bytes(WHOLE)).findall(f".//{W}pBdr/..")
    assert len(ruled) == 4
    for each in ruled:
        names = [child.tag for child in each]
        assert names.index(f"{W}pBdr") < names.index(f"{W}spacing")


def test_language_and_facts_are_told_and_no_day():
    content = docx_bytes(WHOLE)
    facts = docx.Document(io.BytesIO(content)).core_properties
    assert (facts.title, facts.language) == ("Rows & <zones>", "en-GB")
    assert facts.created == facts.modified == datetime(2000, 1, 1, tzinfo=facts.created.tzinfo)
    languages = part(content, "word/styles.xml").iter(f"{W}lang")
    assert {each.get(f"{W}val") for each in languages} == {"en-GB"}
    foot = part(content, "word/footer1.xml")
    assert "Model 2, case Korea" in "".join(foot.itertext())
    assert foot.find(f".//{W}instrText") is not None


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(FileError, match=r"deal-zone-explorer\[paper\]"):
        docx_bytes(WHOLE)


CELLS = st.text(st.sampled_from("ab "), max_size=24)


@given(
    rows=st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_each_column_has_room_for_its_longest_word(rows: list[list[str]]) -> None:
    weights = column_weights(rows)
    for weight, column in zip(weights, zip(*rows, strict=True), strict=True):
        words = [word for cell in column for word in cell.split()]
        assert weight > max(map(len, words), default=0)


def test_a_column_of_long_texts_takes_what_others_leave() -> None:
    short, long = column_weights([["Table 1", "agreed, " * 20]])
    assert long > 3 * short


def test_a_table_of_many_columns_has_smaller_letters_and_a_narrow_one_the_usual() -> None:
    def sizes(columns: int) -> set[str | None]:
        cells = ("lengthy-word",) * columns
        found = part(docx_bytes(Paper("Many", (Grid("Many", cells, (cells,)),))))
        size = f"{W}rPr/{W}sz"
        table = next(found.iter(f"{W}tbl"))
        return {each.get(f"{W}val") for run in table.iter(f"{W}r") for each in run.findall(size)}

    assert sizes(2) == set()
    (size,) = sizes(7)
    assert size is not None
    assert 15 <= int(size) < 22
