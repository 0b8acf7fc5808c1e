"""Files of results: what was written is read to the last bit, and no strange file is believed."""

import json
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.files import extras
from explorer.files.case_file import bundled_case
from explorer.files.rows import cells, xlsx_rows
from explorer.files.rows.head import head_text, read_head, rows_digest, rows_head
from explorer.files.rows.kept import FORMS, form_of, is_results, kept_rows, write_rows
from explorer.files.rows.working import SIGN, working_blocks
from explorer.files.rows.xlsx_rows import HEAD_KEY
from explorer.model.errors import FileError, MissingExtraError
from explorer.model.result import Floats
from explorer.model.study_plan import Start, StudyPlan
from explorer.model.study_rows import Column, RowsHead

KOREA = bundled_case("korea")
PLAN = StudyPlan(name="Trial", case="korea", starts=(Start(id="one"),))
COLUMNS = (
    Column(name="row", role="place", kind="count"),
    Column(name="number", role="factor", kind="number"),
    Column(name="flag", role="output", kind="flag"),
    Column(name="word", role="factor", kind="word", words=("some, words", 'of "ours"', "ü")),
)
NAN = np.nan
TABLE = np.array(
    [[0, 0.1, 1, 0], [1, -1e-9, 0, 2], [2, NAN, NAN, NAN], [3, 1234567.123456789, 1, 1]]
)
SUFFIXES = list(FORMS)

Damage = Callable[[str], str]


def head(rows: int = len(TABLE)) -> RowsHead:
    return rows_head(PLAN, KOREA, rows, COLUMNS)


def written(folder: Path, suffix: str, table: Floats = TABLE) -> Path:
    path = folder / f"rows{suffix}"
    write_rows(path, head(), [table[:1], table[1:]])
    return path


def read(path: Path) -> Floats:
    return np.concatenate(list(kept_rows(path).blocks()))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path, suffix)
    np.testing.assert_array_equal(read(path), TABLE)
    assert kept_rows(path).head == head()
    assert is_results(path)


@given(st.lists(st.floats(-(2**53), 2**53).map(lambda each: float(f"{each:.15g}")), min_size=1))
def test_numbers_come_back_to_the_last_bit(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[float]
) -> None:
    table = np.zeros((len(numbers), 4))
    table[:, 1] = numbers
    folder = tmp_path_factory.mktemp("rows")
    for suffix in SUFFIXES:
        found = read(written(folder, suffix, table + 0.0))
        np.testing.assert_array_equal(found, table)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_long_results_are_read_in_blocks(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.files.rows.cells.BLOCK_ROWS", 2)
    path = tmp_path / f"rows{suffix}"
    write_rows(path, head(), [TABLE, TABLE[:1]])
    blocks = list(kept_rows(path).blocks())
    assert max(map(len, blocks)) == 2
    np.testing.assert_array_equal(np.concatenate(blocks)[:4], TABLE)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_rows_are_the_same_file(tmp_path: Path, suffix: str) -> None:
    first = written(tmp_path, suffix).read_bytes()
    path = tmp_path / f"rows{suffix}"
    write_rows(path, head(), [TABLE[:1], TABLE[1:]])
    assert path.read_bytes() == first
    assert (tmp_path / f"rows{suffix}.bak").read_bytes() == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_rows_at_all_can_be_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"rows{suffix}"
    write_rows(path, head(), [])
    assert list(kept_rows(path).blocks()) == []


def test_the_digest_does_not_depend_on_the_blocks() -> None:
    assert rows_digest([TABLE]) == rows_digest([TABLE[:3], TABLE[3:]])
    other = TABLE.copy()
    other[0, 1] = 0.2
    assert rows_digest([other]) != rows_digest([TABLE])


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".working"])
@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"a,b\n1,2\n", b"{}", SIGN, SIGN + b"{}"]
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"rows{suffix}"
    path.write_bytes(content)
    with pytest.raises(FileError):
        list(kept_rows(path).blocks())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_not_there_is_told(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(FileError, match="does not exist"):
        kept_rows(tmp_path / f"rows{suffix}")
    (tmp_path / f"folder{suffix}").mkdir()
    with pytest.raises(FileError, match="is a folder"):
        kept_rows(tmp_path / f"folder{suffix}")
    assert not is_results(tmp_path / "rows.json")


CSV_DAMAGE: tuple[tuple[Damage, str], ...] = (
    (lambda text: text.replace("0,0.1", "0,zero"), r"row 1, column number: 'zero' is no number"),
    (lambda text: text.replace("0,0.1", "0.5,0.1"), "column row: 0.5 is no whole number"),
    (lambda text: text.replace("0,0.1", "0,1e300"), "no number that can stand there"),
    (lambda text: text.replace("0,0.1", f"0,{'1' * 200}"), "no number that can stand there"),
    (lambda text: text.replace("0.1,true", "0.1,maybe"), "neither true nor false"),
    (lambda text: text.replace(",ü", ",u"), r"row 2, column word: 'u' is none of its words"),
    (lambda text: text.replace("3,1234567", "3,3,1234567"), "row 4: has 5 cells; there are 4"),
    (lambda text: text.replace("row,number", "row,size"), "names of the columns"),
    (lambda text: text.replace(',"some, words"', ',"some, words'), "is no CSV"),
    (lambda text: text.split("\n", maxsplit=1)[1], "holds no results"),
    (lambda text: "# " + "x" * 5_000_000, "holds no results"),
)


@pytest.mark.parametrize(("damage", "told"), CSV_DAMAGE, ids=[told for _, told in CSV_DAMAGE])
def test_a_damaged_csv_is_told_with_its_place(tmp_path: Path, damage: Damage, told: str) -> None:
    path = written(tmp_path, ".csv")
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    with pytest.raises(FileError, match=told):
        read(path)


def test_a_csv_that_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, ".csv")
    path.write_bytes(path.read_bytes().replace("ü".encode(), b"\xfc"))
    with pytest.raises(FileError, match=r"line 4: this is not text in UTF-8"):
        read(path)


def test_a_csv_with_capitals_and_other_ends_of_lines_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, ".csv")
    text = path.read_text("utf-8").replace("0.1,true", "0.1,TRUE").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    np.testing.assert_array_equal(read(path), TABLE)


JSON_DAMAGE: tuple[tuple[Damage, str], ...] = (
    (lambda text: text.replace("[0,0.1", "[0,NaN"), "row 1: is no list of cells"),
    (lambda text: text.replace("[0,0.1", "[0,1e999"), "no number that can stand there"),
    (lambda text: text.replace("[0,0.1", '[0,""'), "no number that can stand there"),
    (lambda text: text.replace("[0,0.1", "[true,0.1"), "column row: True is no number"),
    (lambda text: text.replace("[0,0.1,true", "[0,0.1,1"), "neither true nor false"),
    (lambda text: text.replace('"some, words"]', "3]"), "none of its words"),
    (lambda text: text.replace("[0,0.1", "0,0.1"), "is no list of cells"),
    (lambda text: text.replace('[0,0.1,true,"some, words"]', "7"), "row 1: is no list of cells"),
    (lambda text: text.replace('"rows":[', '"lines":['), "one on each line"),
    (lambda text: text.replace("]}\n", ""), "ends too early"),
    (lambda text: text.replace("]}\n", "[1]\n]}\n"), "one on each line"),
    (lambda text: json.dumps(json.loads(text), indent=2), "holds no results"),
    (lambda text: text.replace("[0,0.1", "[" * 100_000 + "0,0.1"), "is no list of cells"),
)


@pytest.mark.parametrize(("damage", "told"), JSON_DAMAGE)
def test_a_damaged_json_is_told_with_its_place(tmp_path: Path, damage: Damage, told: str) -> None:
    path = written(tmp_path, ".json")
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    with pytest.raises(FileError, match=told):
        read(path)


HEAD_DAMAGE: tuple[tuple[Damage, str], ...] = (
    (lambda text: text.replace('"schema_version":1', '"schema_version":9'), "newer version"),
    (lambda text: text.replace('"name":"number"', '"name":"flag"'), "the same name"),
    (lambda text: text.replace('"rows":4', '"rows":-4'), "greater than or equal to 1"),
    (lambda text: text.replace("dealzone-study-result", "other"), "holds no results"),
    (lambda text: text + " " * 5_000_000, "holds no results"),
)


@pytest.mark.parametrize(("damage", "told"), HEAD_DAMAGE)
def test_a_damaged_head_is_told(damage: Damage, told: str) -> None:
    assert read_head(head_text(head()), "rows") == head()
    with pytest.raises(FileError, match=told):
        read_head(damage(head_text(head())), "rows")


def test_a_parquet_file_of_others_is_refused(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "rows.parquet"
    table = arrow.table({"a": [1, 2]})
    parquet.write_table(table, path)
    with pytest.raises(FileError, match="holds no results"):
        kept_rows(path)
    meta = {b"dealzone": head_text(head()).encode()}
    parquet.write_table(table.replace_schema_metadata(meta), path)
    with pytest.raises(FileError, match="names of the columns"):
        read(path)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(FileError, match="cannot be read as Parquet"):
        kept_rows(path)


def workbook(path: Path, change: Callable[[Any], object]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    book.close()


def test_a_workbook_that_a_spreadsheet_saved_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, ".xlsx")
    workbook(path, lambda book: book["rows"].cell(1, 6).value)
    np.testing.assert_array_equal(read(path), TABLE)


WORKBOOK_DAMAGE: tuple[tuple[Callable[[Any], object], str], ...] = (
    (lambda book: book["rows"].cell(2, 2, "much"), "column number: 'much' is no number"),
    (lambda book: book["rows"].cell(1, 2, "size"), "names of the columns"),
    (lambda book: book["rows"].cell(2, 5, 1), "row 1: has 5 cells"),
    (lambda book: book["rows"].cell(2, 1, True), "column row: True is no number"),
    (lambda book: book.remove(book["study"]), "holds no results"),
    (lambda book: [book["study"].append([HEAD_KEY, "x" * 30_000]) for _ in range(150)], "holds no"),
    (lambda book: book["study"].delete_rows(1, 20), "holds no results"),
)


@pytest.mark.parametrize(("change", "told"), WORKBOOK_DAMAGE)
def test_a_damaged_workbook_is_told(
    tmp_path: Path, change: Callable[[Any], object], told: str
) -> None:
    path = written(tmp_path, ".xlsx")
    workbook(path, change)
    with pytest.raises(FileError, match=told):
        read(path)


def test_a_workbook_that_unpacks_to_more_than_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, ".xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b" " * 2_000_000)
    monkeypatch.setattr(xlsx_rows, "LARGEST_PART", 1_000_000)
    with pytest.raises(FileError, match="larger unpacked"):
        kept_rows(path)


@pytest.mark.parametrize(("suffix", "extra"), [(".parquet", "parquet"), (".xlsx", "tables")])
def test_a_missing_package_is_told_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, extra: str
) -> None:
    def missing(_name: str) -> object:
        raise ImportError

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match=rf"pip install .deal-zone-explorer\[{extra}\]"):
        written(tmp_path, suffix)
    assert os.listdir(tmp_path) == []


def test_only_known_forms_are_written_and_read(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"\.csv, \.json, \.parquet, \.xlsx"):
        form_of(tmp_path / "rows.ods")
    assert form_of(tmp_path / "ROWS.CSV") is FORMS[".csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_target_that_is_no_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="not an ordinary file"):
        write_rows(pipe, head(), [])


def test_what_fails_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Floats]:
        yield TABLE
        raise FileError("broken")

    with pytest.raises(FileError, match="broken"):
        write_rows(tmp_path / "rows.csv", head(), broken())
    assert os.listdir(tmp_path) == []


def test_a_working_file_without_its_head_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv.working"
    for content in (SIGN + b"\xff\n", SIGN + b"{}", b"something else\n"):
        path.write_bytes(content)
        with pytest.raises(FileError, match="holds no results"):
            list(working_blocks(path))
    with pytest.raises(FileError, match="does not exist"):
        list(working_blocks(tmp_path / "missing"))


def test_a_file_that_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = {suffix: written(tmp_path, suffix) for suffix in SUFFIXES}

    def refuse(_path: Path) -> object:
        raise PermissionError(13, "Permission denied")

    for name in ("lines", "parquet_rows", "xlsx_rows", "working"):
        monkeypatch.setattr(f"explorer.files.rows.{name}.open_ordinary", refuse)
    for path in paths.values():
        with pytest.raises(FileError, match="cannot be read"):
            form_of(path).read_head(path)
    with pytest.raises(FileError, match="cannot be read"):
        list(working_blocks(paths[".csv"]))


def test_cells_without_a_value_are_nothing() -> None:
    assert cells.column_values(COLUMNS[3], np.array([NAN, 1.0])) == [None, 'of "ours"']
