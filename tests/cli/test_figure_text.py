"""Pictures as text: all that the picture says, in lines that fit."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.cli.figure_text import figure_text
from explorer.figures.bars import BarsFigure
from explorer.figures.table import Table

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)
TABLES = st.integers(1, 3).flatmap(
    lambda count: st.builds(
        Table,
        WORDS,
        st.tuples(*[WORDS] * count),
        st.lists(st.tuples(*[WORDS] * count), max_size=4).map(tuple),
    )
)


def figure(title: str, sentence: str, table: Table) -> BarsFigure:
    return BarsFigure(
        title=title,
        sentence=sentence,
        axis_words="",
        minimum=0,
        maximum=1,
        ticks=(),
        groups=(),
        table=table,
    )


@given(WORDS, WORDS, TABLES, st.lists(WORDS, max_size=2), st.integers(60, 160))
def test_every_word_is_there_and_lines_fit(
    title: str, sentence: str, table: Table, notes: list[str], width: int
) -> None:
    text = figure_text(figure(title, sentence, table), width=width, notes=notes)
    first, *rest = text.split("\n")
    assert first == title
    assert rest[-1] == "A teaching model, not a forecast."
    assert all(len(line) <= width for line in rest)
    assert all(line == line.rstrip() for line in text.split("\n"))
    headings = table.columns if table.rows else ()
    cells = (cell for row in table.rows for cell in row)
    expected = [word for part in (sentence, *headings, *cells, *notes) for word in part.split()]
    printed = [word for line in rest[:-1] for word in line.split() if set(word) != {"-"}]
    assert sorted(printed) == sorted(expected)


@given(WORDS, WORDS, TABLES)
def test_without_rows_there_is_no_empty_table(title: str, sentence: str, table: Table) -> None:
    bare = Table(table.caption, table.columns, ())
    text = figure_text(figure(title, sentence, bare), width=80)
    assert "---" not in text
