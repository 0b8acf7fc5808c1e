"""Laws of reading workbooks: plain values, formulas never worked out, hostile files refused."""

import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from explorer.files import extras
from explorer.files.workbook.cells import (
    LONGEST_CELL,
    MOST_ROWS,
    Sheet,
    column_letters,
    read_book,
    spreadsheets,
)
from explorer.files.workbook.guard import LARGEST_BOOK, LARGEST_CONTENT, MOST_PARTS
from explorer.model.errors import FileError, MissingExtraError
from tests.files.workbook.books import book, with_part


def sheet_of(path: Path) -> Sheet:
    return read_book(path)[0]


def told(lines: list[object]) -> str:
    return "\n".join(map(str, lines))


def test_values_come_as_numbers_truths_and_texts_without_blanks(tmp_path: Path) -> None:
    cells = {"A1": " a ", "B1": 3, "C1": 2.5, "A3": True, "B3": datetime(2025, 10, 23), "C3": "  "}  # noqa: DTZ001
    sheet = sheet_of(book(tmp_path / "b.xlsx", {"One": cells}))
    assert dict(sheet.filled()) == {
        1: {1: "a", 2: 3.0, 3: 2.5},
        3: {1: True, 2: "2025-10-23 00:00:00"},
    }
    assert sheet.place(3, 28) == "One!AB3"
    assert [column_letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_cells_of_a_merged_range_all_have_its_value(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": 7, "C1": "x"}}, merged="A1:B2")
    assert dict(sheet_of(path).filled()) == {1: {1: 7, 2: 7, 3: "x"}, 2: {1: 7, 2: 7}}
    empty = book(tmp_path / "e.xlsx", {"One": {"C1": "x"}}, merged="A1:B2")
    assert dict(sheet_of(empty).filled()) == {1: {3: "x"}}


def test_a_formula_counts_by_its_last_saved_value_and_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": "=1+1", "B1": 5}})
    sheet = sheet_of(path)
    assert dict(sheet.filled()) == {1: {2: 5.0}}
    assert "One!A1: a formula without a saved value" in told(list(sheet.mistakes))
    with zipfile.ZipFile(path) as packed:
        text = packed.read(SHEET)
    saved = with_part(path, SHEET, re.sub(rb"<f>1\+1</f><v></v>", b"<f>1+1</f><v>9</v>", text))
    sheet = sheet_of(saved)
    assert dict(sheet.filled()) == {1: {1: 9.0, 2: 5.0}}
    assert "One!A1: a formula; its last saved value 9.0 is taken" in told(list(sheet.notes))


def test_what_lies_far_out_is_left_out_at_once_and_told(tmp_path: Path) -> None:
    far = {"A1": "x", "XFD1048576": 1, f"A{MOST_ROWS}": 2}
    sheet = sheet_of(book(tmp_path / "b.xlsx", {"One": far}))
    assert dict(sheet.filled()) == {1: {1: "x"}, MOST_ROWS: {1: 2.0}}
    assert "only 10,100 rows" in told(list(sheet.mistakes))


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "range_",
    ['"A1:XFD1048576"', "'a1:A1048576'", '"A1:B&#49;048576"', '"A1:"'],
)
def test_ranges_that_merge_whole_rows_or_columns_are_refused_at_once(
    tmp_path: Path, range_: str
) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": 7}}, merged="A1:B2")
    with zipfile.ZipFile(path) as packed:
        text = packed.read(SHEET)
    with_part(path, SHEET, text.replace(b'"A1:B2"', range_.encode()))
    with pytest.raises(FileError, match="merges more than 100,000 cells"):
        read_book(path)


def test_a_range_of_one_cell_does_no_harm(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": 7}}, merged="A1:B2")
    with zipfile.ZipFile(path) as packed:
        text = packed.read(SHEET)
    with_part(path, SHEET, text.replace(b'"A1:B2"', b'"A1"'))
    assert dict(sheet_of(path).filled()) == {1: {1: 7}}


def test_a_merged_range_beyond_what_is_read_is_cut(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": "x"}}, merged="A1:A20000")
    assert len(dict(sheet_of(path).filled())) == MOST_ROWS


def test_long_texts_are_cut(tmp_path: Path) -> None:
    sheet = sheet_of(book(tmp_path / "b.xlsx", {"One": {"A1": "x" * 2 * LONGEST_CELL}}))
    assert len(str(sheet.rows[1][1])) == LONGEST_CELL


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": "x"}})
    with_part(path, "xl/bomb.xml", b" " * (LARGEST_CONTENT + 1))
    assert path.stat().st_size < LARGEST_CONTENT // 100
    with pytest.raises(FileError, match="would unpack to more than 40 megabytes"):
        read_book(path)


def test_parts_that_are_no_xml_are_left_alone(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": "x"}})
    with_part(path, "docProps/thumbnail.png", b"<!ENTITY in a picture>")
    assert dict(sheet_of(path).filled()) == {1: {1: "x"}}


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(MOST_PARTS + 1):
            packed.writestr(f"part{number}", b"")
    with pytest.raises(FileError, match="or 1,000 parts"):
        read_book(path)


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize("content", [ENTITY, "<a/>".encode("utf-16")])
def test_entities_and_unusual_encodings_are_refused(tmp_path: Path, content: bytes) -> None:
    path = with_part(book(tmp_path / "b.xlsx", {"One": {"A1": 1}}), "xl/styles.xml", content)
    with pytest.raises(FileError, match=r"part xl/styles\.xml declares entities"):
        read_book(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0 and more", "old workbook"),
        (b"no workbook at all", "no workbook that can be read"),
        (b"x" * (LARGEST_BOOK + 1), "larger than 10 megabytes"),
    ],
)
def test_other_files_are_refused_with_a_remedy(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileError, match=words):
        read_book(path)


def test_a_workbook_that_is_broken_inside_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", {"One": {"A1": 1}})
    with_part(path, "xl/workbook.xml", b"<broken")
    with pytest.raises(FileError, match="no workbook that can be read"):
        read_book(path)


def test_without_the_package_the_message_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match="Reading and writing workbooks needs openpyxl"):
        spreadsheets()


def test_whoever_hears_how_far_a_workbook_is_hears_ever_more_of_it_up_to_all(
    tmp_path: Path,
) -> None:
    heard: list[float] = []
    path = book(tmp_path / "b.xlsx", {"One": {f"A{n}": f"text {n}" for n in range(1, 200)}})
    read_book(path, heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_what_whoever_hears_of_it_raises_ends_the_reading_as_it_is(tmp_path: Path) -> None:
    def stop(_share: float) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        read_book(book(tmp_path / "b.xlsx", {"One": {"A1": 7}}), stop)
