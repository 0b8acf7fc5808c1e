"""A picture as text: what it says, its table, its notes."""

from collections.abc import Sequence

from explorer.cli.text_table import Column, paragraph, text_table
from explorer.figures.figure import Figure
from explorer.figures.table import Table, is_number_column
from explorer.model.wording import tr


def figure_text(figure: Figure, *, width: int, notes: Sequence[str] = ()) -> str:
    """Return a figure's title, sentence and table in lines of at most about ``width`` characters.

    ``width``: Characters in a line. ``notes``: Short lines to stand below.
    """
    return "\n".join((figure.title, "", figure_body(figure, width=width, notes=notes)))


def figure_body(figure: Figure, *, width: int, notes: Sequence[str] = ()) -> str:
    """Return the same without the title."""
    lines = list(paragraph(figure.sentence, width=width))
    if figure.table.rows:
        lines += ["", *table_lines(figure.table, width=width)]
    for note in notes:
        lines += ["", *paragraph(note, width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))


def table_lines(table: Table, *, width: int) -> tuple[str, ...]:
    """Return the lines of a figure's table; numbers stand to the right, everything else wraps."""
    columns = [
        Column(heading, is_number=is_number, wraps=not is_number)
        for place, heading in enumerate(table.columns)
        for is_number in (is_number_column(table, place),)
    ]
    return text_table(columns, table.rows, width=width)
