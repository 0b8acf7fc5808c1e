"""Tables as text: what is copied and saved can be read back."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from explorer.figures.table import (
    Table,
    is_number_column,
    percent_text,
    points_text,
    table_csv,
    table_text,
)

CELLS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2)


@given(rows=st.lists(CELLS, max_size=4))
def test_saved_values_read_back_as_they_were(rows: list[list[str]]) -> None:
    table = Table("caption", ("one", "two"), tuple(tuple(cells) for cells in rows))
    read = list(csv.reader(io.StringIO(table_csv(table), newline="")))
    assert read == [["one", "two"], *rows]


def test_copied_cells_stand_between_tabs() -> None:
    table = Table("caption", ("one", "two"), (("1", "2"),))
    assert table_text(table) == "one\ttwo\n1\t2"


def test_points_have_one_decimal_a_true_minus_or_a_word() -> None:
    assert points_text(3.14159) == "3.1"
    assert points_text(-2.0) == "\N{MINUS SIGN}2.0"
    assert points_text(None) == "none"


def test_percent_never_breaks_from_its_number() -> None:
    assert percent_text(0.236) == "24\N{NO-BREAK SPACE}%"


@given(st.floats(-1e6, 1e6), st.floats(0, 1))
def test_a_column_of_numbers_is_known_as_one(points: float, share: float) -> None:
    span = f"{points_text(points)} to {points_text(points)}"
    for told in (points_text(points), percent_text(share), span, f"{abs(points):,.0f}"):
        table = Table("caption", ("what", "points"), (("1", told), ("2", points_text(None))))
        assert is_number_column(table, 1)
        assert not is_number_column(table, 0)


def test_words_are_no_numbers_even_with_digits_in_them() -> None:
    for told in ("no line", "at least 40", "pilot 2018", "2018-06-12", ""):
        table = Table("caption", ("what", "words"), (("one", told), ("two", "")))
        assert not is_number_column(table, 1)
