"""A picture as text: what it says, its table, its notes."""

from collections.abc import Sequence

from explorer.cli.text_table import Column, paragraph, text_table
from explorer.figures.figure import Figure
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
    table = figure.table
    columns = [Column(heading, wraps=True) for heading in table.columns]
    lines = [figure.title, "", *paragraph(figure.sentence, width=width)]
    if table.rows:
        lines += ["", *text_table(columns, table.rows, width=width)]
    for note in notes:
        lines += ["", *paragraph(note, width=width)]
    return "\n".join((*lines, "", tr("A teaching model, not a forecast.")))
