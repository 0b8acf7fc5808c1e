"""Laws of text tables: every word is there, every line fits, numbers stand to the right."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.cli.text_table import Column, paragraph, plain_rows, text_table

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), max_size=12).map(" ".join)
ROWS = st.lists(st.tuples(WORDS, st.integers(-999, 999).map(str), WORDS), max_size=5)
COLUMNS = (Column("First", wraps=True), Column("Many", is_number=True), Column("Last", wraps=True))


@given(ROWS, st.integers(50, 160))
def test_a_table_keeps_every_word_and_fits(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = text_table(COLUMNS, rows, width=width)
    assert max(map(len, lines)) <= width
    words = sorted(word for row in rows for cell in row for word in cell.split())
    assert sorted(" ".join(lines[2:]).split()) == words


@given(ROWS)
def test_numbers_end_in_one_column(rows: list[tuple[str, str, str]]) -> None:
    lines = text_table(COLUMNS[1:2], [row[1:2] for row in rows], width=80)
    assert all(len(line) == len(lines[1]) for line in lines)


@given(WORDS, st.integers(20, 100))
def test_a_paragraph_keeps_every_word_and_its_indent(text: str, width: int) -> None:
    lines = paragraph(text, width=width, indent="  ", hanging="  ")
    assert " ".join(lines).split() == text.split()
    assert all(line.startswith("  ") and len(line) <= width for line in lines)


def test_rows_without_headings_stand_in_columns() -> None:
    assert plain_rows([("a", "1"), ("long", "2")], width=40, indent="  ") == (
        "  a     1",
        "  long  2",
    )
    assert plain_rows([], width=40) == ()
