"""Formats that carry provenance: what is written is read, sealed byte for byte, and kept apart."""

import io
import json
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from explorer.files.provenance import forms, office, png
from explorer.files.provenance.forms import FORMS, is_sealed, read_export, seal_of, stamped
from explorer.files.provenance.html_texts import html_texts
from explorer.files.provenance.record import fingerprint, provenance_of, read_record, record_text
from explorer.files.provenance.text_slots import xmp
from explorer.files.zip_package import packed
from explorer.model.errors import FileError
from explorer.model.provenance import Item, Provenance
from tests.paper.papers import DOT
from tests.report.orders import BASELINE, OCTOBER, document_of


def sheet_of(*cells: str | float) -> bytes:
    """Return a workbook of one sheet with values below each other."""
    book, content = Workbook(), io.BytesIO()
    assert book.active is not None
    for row, value in enumerate(cells, 1):
        book.active.cell(row, 1, value)
    book.save(content)
    return content.getvalue()


BARE = {
    ".png": DOT,
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg"><text x="1">A &amp; 12</text></svg>',
    ".pdf": b"%PDF-1.4\n<dz:provenance></dz:provenance>\n%%EOF\n",
    ".html": b"<html><body><p>12</p></body></html>",
    ".htm": b"<html><body><p>12</p></body></html>",
    ".md": b"# 12\n",
    ".csv": '\ufeff"A","B"\r\n"x",12\r\n'.encode(),
    ".docx": packed({"word/_rels/document.xml.rels": b"<R></Relationships>", "b": b"12"}),
    ".pptx": packed({"ppt/_rels/presentation.xml.rels": b"<R></Relationships>", "b": b"12"}),
    ".xlsx": sheet_of(12, "12 x"),
    ".gift": b"::a:: 12 {}\n",
    ".json": b'{"a": [12, {"b": null}]}',
}
"""A small file of each format."""

words = st.text(max_size=40)
origins = st.builds(
    Provenance,
    st.sampled_from(["picture", "table"]),
    st.dictionaries(words, words | st.integers() | st.none(), max_size=3),
    st.dictionaries(words, words, max_size=3),
    st.lists(st.builds(Item, words, words), max_size=3).map(tuple),
    as_of=words,
)


@pytest.mark.parametrize("suffix", FORMS)
@given(origin=origins)
def test_a_record_comes_back_from_every_format(suffix: str, origin: Provenance) -> None:
    content = stamped(BARE[suffix], suffix, origin)
    text = FORMS[suffix].record(content)
    assert text is not None
    found, claimed = read_record(text, "it")
    assert replace(found, seal=origin.seal, drawn=()) == origin
    assert claimed == fingerprint(origin)
    assert is_sealed(content, suffix, found)


@pytest.mark.parametrize("suffix", FORMS)
def test_a_second_record_takes_the_place_of_the_first(suffix: str) -> None:
    first, second = (provenance_of(kind, document_of(OCTOBER)) for kind in ("table", "picture"))
    content = stamped(stamped(BARE[suffix], suffix, first), suffix, second)
    once = stamped(BARE[suffix], suffix, second)
    if suffix == ".xlsx":
        # What writes workbooks tells the time.
        content, once = FORMS[suffix].whole(content), FORMS[suffix].whole(once)
    assert content == once


@pytest.mark.parametrize("suffix", FORMS)
def test_any_digit_outside_or_inside_the_record_breaks_the_seal(suffix: str) -> None:
    content = stamped(BARE[suffix], suffix, provenance_of("table", document_of(OCTOBER)))
    text = FORMS[suffix].record(content) or ""
    origin, _ = read_record(text, "it")
    inside = FORMS[suffix].embedded(content, text.replace('"kind":"table"', '"kind":"tabla"'))
    if suffix == ".json":
        inside = content.replace(b'"table"', b'"tabla"')
    assert not is_sealed(inside, suffix, origin)
    if suffix in (".docx", ".pptx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        outside = packed({**parts, "b": b"13"})
    elif suffix == ".xlsx":
        outside = FORMS[suffix].embedded(sheet_of(13, "12 x"), text)
    elif suffix == ".png":
        outside = png.with_words(content, {"Title": "x"})
    else:
        outside = content.replace(b"12", b"13") if suffix != ".pdf" else content + b"x"
    assert not is_sealed(outside, suffix, origin)
    assert not is_sealed(content, suffix, replace(origin, seal="0" * 64))


def test_the_fingerprint_is_another_for_another_scenario_or_question() -> None:
    made = [
        provenance_of("table", document_of(OCTOBER)),
        provenance_of("table", document_of(BASELINE)),
        provenance_of("table", document_of(OCTOBER), {"view": "map"}),
        provenance_of("picture", document_of(OCTOBER)),
    ]
    assert len(set(map(fingerprint, made))) == len(made)
    assert fingerprint(made[0]) == fingerprint(provenance_of("table", document_of(OCTOBER)))


def test_no_sign_of_a_record_steers_what_it_stands_in() -> None:
    origin = Provenance("x", {"a": "</script>--><&]]>\u2028"})
    text = record_text(origin)
    assert not set("<>&") & set(text)
    assert "--" not in text
    assert text.isascii()


def test_drawings_and_metadata_stay_sound_xml() -> None:
    origin = provenance_of("picture", document_of(OCTOBER.with_name("<&> --")))
    ElementTree.fromstring(stamped(BARE[".svg"], ".svg", origin))
    with_words = BARE[".svg"].replace(b"<text", b"<desc>d</desc><text")
    content = stamped(with_words, ".svg", origin)
    assert b"</desc>\n<metadata" in content
    told = xmp("A <b>", "c & d", record_text(origin))
    inner = told[told.index(b"<x:xmpmeta") : told.index(b"<?xpacket end")]
    ElementTree.fromstring(inner)


def test_a_drawing_keeps_the_words_that_were_drawn() -> None:
    content = stamped(BARE[".svg"], ".svg", provenance_of("picture", document_of(OCTOBER)))
    origin, _ = read_record(FORMS[".svg"].record(content) or "", "it")
    assert origin.drawn == ("A & 12",)


@pytest.mark.parametrize(
    ("text", "message"),
    [("{", "line 1"), ("[]", "it"), ('{"format":"other"}', "format"), ("[" * 9_000_000, "large")],
)
def test_what_is_no_record_is_refused(text: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        read_record(text, "it")


def test_cells_are_told_by_row_and_column_even_of_a_ragged_table() -> None:
    texts = FORMS[".csv"].texts
    assert texts is not None
    told = texts(b'"A","B"\r\n"x",1,2\r\n')
    assert [each.place for each in told][-2:] == ["row 1 (x), column “B”", "row 1 (x), column “3”"]
    assert texts(b"") == ()


def test_html_is_read_in_pieces_with_the_texts_of_pictures_and_scripts() -> None:
    page = (
        "<title>T</title><style>p{}</style><h1>A<br>b</h1><p>c &amp; d<script>x\n\ny</script>"
        '<img alt="e"><img src="f"> tail'
    )
    assert html_texts(page) == ("T", "A b", "x", "y", "c & d", "e", "tail")


def test_pieces_of_a_page_are_counted() -> None:
    texts = FORMS[".html"].texts
    assert texts is not None
    assert texts(b"<p>a</p><p>b</p>")[1] == Item("paragraph or cell 2", "b")


def test_a_damaged_picture_is_refused() -> None:
    good = stamped(DOT, ".png", provenance_of("picture", document_of(OCTOBER)))
    for bad in (b"no", good[:-1], good + b"x", good[:40] + b"\xff" + good[41:], good[:45]):
        with pytest.raises(FileError, match="damaged"):
            seal_of(bad, ".png")


def test_a_picture_of_endless_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "MOST_CHUNKS", 2)
    with pytest.raises(FileError, match="damaged"):
        seal_of(DOT, ".png")


def test_a_part_of_a_picture_that_claims_four_gigabytes_is_refused() -> None:
    header = b"\xff\xff\xff\xffIHDR"
    with pytest.raises(FileError, match="damaged"):
        png.record(png.SIGNATURE + header + b"x" * 20)


def test_no_package_is_unpacked_that_holds_far_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "LARGEST_PACKAGE", 1_000)
    with pytest.raises(FileError, match="package"):
        office.record(packed({"a": bytes(2_000)}))
    monkeypatch.setattr(office, "MOST_PARTS", 1)
    with pytest.raises(FileError, match="package"):
        office.record(packed({"a": b"", "b": b""}))


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    bomb = bytearray(packed({"a": bytes(2_000)}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = bomb.index(mark) + offset
        bomb[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(FileError, match="package"):
        office.record(bytes(bomb))


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all"])
def test_what_is_no_package_is_refused(content: bytes) -> None:
    with pytest.raises(FileError, match="package"):
        office.record(content)


def test_two_parts_of_one_name_are_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("a", "2")
    with pytest.raises(FileError, match="package"):
        office.record(written.getvalue())


def test_a_damaged_part_is_refused() -> None:
    content = bytearray(packed({"a": b"some words that are packed" * 9}))
    content[35] ^= 0xFF
    with pytest.raises((FileError, zlib.error), match="package"):
        office.record(bytes(content))


@pytest.mark.parametrize("text", ["<!DOCTYPE a [<!ENTITY b 'c'>]><p/>", "<!ENTITY", "<p>"])
def test_entities_and_broken_parts_of_a_document_are_refused(text: str) -> None:
    content = packed({"word/document.xml": text.encode()})
    with pytest.raises(FileError, match="package"):
        list(office.paragraphs(content))


def test_parts_that_hold_no_words_of_the_document_are_left_out() -> None:
    content = packed(
        {"word/document.bin": b"<", "word/styles.xml": b"<", "word/footer1.xml": b"<a/>"}
    )
    assert list(office.paragraphs(content)) == []


def test_a_part_that_is_no_record_is_none() -> None:
    assert office.record(packed({office.PART: b"other"})) is None
    assert FORMS[".json"].record(b'{"provenance": 3}') is None


def test_a_file_that_cannot_be_an_export_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileError, match="must end in"):
        read_export(tmp_path / "a.txt")
    with pytest.raises(FileError, match="does not exist"):
        read_export(tmp_path / "a.png")
    path = tmp_path / "a.csv"
    path.write_bytes(b"12345")
    monkeypatch.setattr(forms, "LARGEST_EXPORT", 4)
    with pytest.raises(FileError, match="larger"):
        read_export(path)


def test_a_slot_without_an_end_is_none() -> None:
    for suffix in (".csv", ".html", ".md"):
        begun = stamped(BARE[suffix], suffix, provenance_of("table", document_of(OCTOBER)))
        cut = begun[: begun.index(b"dealzone-provenance") + 30]
        assert FORMS[suffix].record(cut) is None
        assert seal_of(cut, suffix)


def test_a_long_record_of_a_workbook_gives_way_to_a_short_one() -> None:
    form = FORMS[".xlsx"]
    long = form.embedded(BARE[".xlsx"], json.dumps("a b" * 5_000))
    assert form.record(long) == json.dumps("a b" * 5_000).replace(" ", "\\u0020")
    short = form.embedded(long, "{}")
    assert form.record(short) == "{}"
    assert form.record(BARE[".xlsx"]) is None
    texts = form.texts
    assert texts is not None
    assert texts(short) == (Item("Sheet!A1", "12"), Item("Sheet!A2", "12 x"))


def test_a_workbook_stays_sealed_however_its_numbers_are_typed_and_saved() -> None:
    content = stamped(sheet_of(12.0, 0.1 + 0.2), ".xlsx", Provenance("x", {}))
    book, again = load_workbook(io.BytesIO(content)), io.BytesIO()
    assert book.active is not None
    book.active["A1"], book.active["A2"] = 12, 0.3
    book.save(again)
    origin, _ = read_record(FORMS[".xlsx"].record(again.getvalue()) or "", "it")
    assert is_sealed(again.getvalue(), ".xlsx", origin)


def test_what_is_no_workbook_is_refused() -> None:
    for bad in (b"no", b"PK\x03\x04", packed({"a": b"<!DOCTYPE x>", "b.xml": b"<!ENTITY"})):
        with pytest.raises(FileError, match="this workbook"):
            FORMS[".xlsx"].record(bad)
