"""A picture as text: what it says, its table, its notes."""

from collections.abc import Collection, Sequence

from explorer.cli.text_table import Column, paragraph, text_table
from explorer.figures.figure import Figure
from explorer.figures.table import Table
from explorer.model.wording import tr


def figure_text(figure: Figure, *, width: int, notes: Sequence[str] = ()) -> str:
    """Return a figure's title, sentence and table in lines of at most about ``width`` characters.

    Parameters
    ----------
    figure
        Whose table is printed.
    width
        Characters in a line.
    notes
        Short lines to stand below.
    """
    return "\n".join((figure.title, "", figure_body(figure, width=width, notes=notes)))


def figure_body(
    figure: Figure, *, width: int, notes: Sequence[str] = (), numbers: Collection[int] = ()
) -> str:
    """Return the same without the title; ``numbers`` are the places of columns of numbers."""
    lines = list(paragraph(figure.sentence, width=width))
    if figure.table.rows:
        lines += ["", *table_lines(figure.table, width=width, numbers=numbers)]
    for note in notes:
        lines += ["", *paragraph(note, width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))


def table_lines(table: Table, *, width: int, numbers: Collection[int] = ()) -> tuple[str, ...]:
    """Return the lines of a figure's table; all columns wrap but those of numbers."""
    columns = [
        Column(heading, is_number=place in numbers, wraps=place not in numbers)
        for place, heading in enumerate(table.columns)
    ]
    return text_table(columns, table.rows, width=width)
