"""Tables: read as words, written as data that a spreadsheet takes for what they are."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.table import (
    Cell,
    Number,
    Table,
    count,
    csv_file,
    dated_table,
    is_number_column,
    number_text,
    percent,
    percent_text,
    points,
    points_text,
    table_csv,
    table_lines,
    table_part,
    table_text,
)
from explorer.model.plain_text import plain_text

CELLS = st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)
FORMULAS = ("=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1")
LINK = '=HYPERLINK("http://example.org","click")'


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def table_of(*cells: Cell, units: tuple[str, ...] = ()) -> Table:
    return Table(
        "caption", tuple(f"column {place}" for place in range(len(cells))), (cells,), units
    )


@given(rows=st.lists(CELLS, max_size=4))
def test_saved_text_reads_back_as_it_was_but_for_the_mark_of_text(rows: list[list[str]]) -> None:
    table = Table("caption", ("one", "two"), tuple(tuple(cells) for cells in rows))
    assert read(table_csv(table)) == [["one", "two"], *[list(map(plain_text, row)) for row in rows]]


def test_a_row_is_read_aloud_as_its_name_and_all_that_is_told_of_it() -> None:
    two, none = Number(2.0, "2.0 points"), Number(None, "")
    assert table_lines(table_of("Pause", two, "", none)) == ("Pause; column 1: 2.0 points",)
    assert table_lines(table_of(two, "open")) == ("column 0: 2.0 points; column 1: open",)


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_of_text_begins_like_a_formula(text: str) -> None:
    assert plain_text(text) in (text, f"'{text}")
    assert plain_text(text)[:1] not in {*"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"}


@pytest.mark.parametrize("text", [*FORMULAS, LINK])
def test_text_like_a_formula_is_marked_as_text_in_cells_and_heads(text: str) -> None:
    table = Table("caption", ("what", text), (("one", text),))
    for cells in read(table_csv(table)):
        assert cells[1] == f"'{text}"
    for line in table_text(table).split("\n"):
        assert line.split("\t")[1].startswith("'")


@given(value=st.floats(-1e12, 1e12))
def test_a_number_is_written_as_programs_read_it_to_nine_decimals(value: float) -> None:
    text = number_text(value)
    assert set(text) <= set("-0123456789.")
    assert text != "-0"
    assert float(text) == pytest.approx(value, abs=1e-9, rel=1e-12)


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_number_that_is_not_finite_is_an_empty_cell(value: float) -> None:
    assert number_text(value) == ""


def test_a_negative_number_stays_a_number() -> None:
    table = table_of("one", points(-9657.25), count(68683), Number(-0.5, "minus a half"))
    assert table.rows == (("one", "\N{MINUS SIGN}9657.2", "68,683", "minus a half"),)
    assert read(table_csv(table))[1] == ["one", "-9657.25", "68683", "-0.5"]
    assert table_text(table).split("\n")[1] == "one\t-9657.25\t68683\t-0.5"


def test_the_unit_of_a_number_stands_over_its_column() -> None:
    table = table_of("one", percent(0.12345), units=("", "%"))
    assert table.rows[0][1] == "12\N{NO-BREAK SPACE}%"
    assert read(table_csv(table)) == [["column 0", "column 1 (%)"], ["one", "12.345"]]


def test_where_there_is_no_number_the_cell_is_empty_and_the_screen_says_so() -> None:
    table = table_of("one", points(None))
    assert table.rows[0] == ("one", "none")
    assert read(table_csv(table))[1] == ["one", ""]


def test_a_file_begins_with_a_byte_order_mark_and_reads_back() -> None:
    table = table_of("one → two", "\N{HANGUL SYLLABLE GA}", points(1))
    content = csv_file(table)
    assert content.startswith(b'\xef\xbb\xbf"column 0",')
    cells = read(content.decode("utf-8-sig"))
    assert cells[1] == ["one → two", "\N{HANGUL SYLLABLE GA}", "1"]


def test_text_stands_in_quotation_marks_and_numbers_do_not() -> None:
    lines = table_csv(table_of('say "a; b"', points(-1.5), points(None))).split("\r\n")
    assert lines[1] == '"say ""a; b""",-1.5,'


def test_half_a_letter_in_a_name_does_not_stop_the_file() -> None:
    assert b"\\ud800" in csv_file(table_of("\ud800"))


def test_copied_cells_stand_between_tabs_whatever_is_in_them() -> None:
    table = Table("caption", ("one", "two"), (("1", "2"), ("a\tb", "c\r\nd")))
    assert table_text(table) == "one\ttwo\n1\t2\na b\tc  d"


def test_points_have_one_decimal_a_true_minus_or_a_word() -> None:
    assert points_text(3.14159) == "3.1"
    assert points_text(-2.0) == "\N{MINUS SIGN}2.0"
    assert points_text(None) == "none"


def test_percent_never_breaks_from_its_number() -> None:
    assert percent_text(0.236) == "24\N{NO-BREAK SPACE}%"


@given(st.floats(-1e6, 1e6), st.floats(0, 1))
def test_a_column_of_numbers_is_known_as_one(some: float, share: float) -> None:
    for number in (points(some), percent(share), count(round(some))):
        for other in (points(None), "no line"):
            table = Table("caption", ("what", "points"), ((count(1), number), (count(2), other)))
            assert is_number_column(table, 1)
            assert not is_number_column(table, 0)


def test_words_are_no_numbers_even_with_digits_in_them() -> None:
    for told in ("no line", "at least 40", "pilot 2018", "2018-06-12", "", points(None)):
        table = Table("caption", ("what", "words"), (("one", told), ("two", "")))
        assert not is_number_column(table, 1)
    mixed = Table("caption", ("what", "words"), (("one", points(1)), ("two", "at least 40")))
    assert not is_number_column(mixed, 1)


def test_an_exported_table_says_in_a_last_column_as_of_which_day() -> None:
    table = Table("T", ("Name", "Share"), (("a", Number(1.0, "1")), ("b", "x")), ("", "%"))
    dated = dated_table(table, date(2025, 10, 23))
    assert dated.columns == (*table.columns, "As of")
    assert dated.headings[:2] == table.headings
    assert [row[-1] for row in dated.cells] == ["2025-10-23"] * 2
    assert [row[:-1] for row in dated.cells] == list(table.cells)
    assert dated_table(table, None) is table


def test_a_part_of_a_table_keeps_heads_cells_and_units_together() -> None:
    whole = Table("All", ("a", "b", "c"), (("1", count(2), "3"),), ("", "%"))
    part = table_part(whole, (2, 1))
    assert part == Table("All", ("c", "b"), (("3", count(2)),), ("", "%"))
    assert part.headings == ("c", "b (%)")
    assert table_part(whole, range(3)).headings == whole.headings
