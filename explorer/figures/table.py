"""The table twin of a picture: the same numbers as words, for reading, copying and saving."""

import csv
import io
import re
from dataclasses import dataclass

from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows, as text in rows and columns; every row is as long as ``columns``."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


NUMBER = r"[+\N{MINUS SIGN}]?\d[\d,]*(\.\d+)?(\N{NO-BREAK SPACE}%)?"
"""A number as cells write it: with a sign, thousands separators, a decimal, or a percentage."""

NUMBERS = re.compile(rf"{NUMBER}(\D{{1,6}}{NUMBER})?")
"""A number, or two with a word between, such as "14.9 to 22.0"."""


def is_number_column(table: Table, column: int) -> bool:
    """Tell whether a column holds numbers, so that it is read from the right.

    It does where every cell is a number, a range of two, or words without any digit, and at least
    one is a number. The first column names what its row is about and never counts.

    Parameters
    ----------
    table
        Where the column stands.
    column
        Its place, from 0.
    """
    cells = [cells[column] for cells in table.rows]
    told = [cell for cell in cells if any(letter.isdigit() for letter in cell)]
    return column > 0 and bool(told) and all(NUMBERS.fullmatch(cell) for cell in told)


def table_text(table: Table) -> str:
    """Return a table as lines of cells between tabs, headings first, ready for a clipboard."""
    return "\n".join("\t".join(cells) for cells in (table.columns, *table.rows))


def table_csv(table: Table) -> str:
    """Return a table as comma-separated values, headings first, lines ending in CR LF."""
    text = io.StringIO()
    csv.writer(text).writerows((table.columns, *table.rows))
    return text.getvalue()


def points_text(value: float | None) -> str:
    """Return points with one decimal, or the word for nothing.

    Parameters
    ----------
    value
        Any side's points, or None where there is no such number.
    """
    if value is None:
        return tr("none")
    return f"{value:.1f}".replace("-", "\N{MINUS SIGN}")


def percent_text(share: float) -> str:
    """Return a share from 0 to 1 as a whole percentage."""
    return tr("{percent:.0f}\N{NO-BREAK SPACE}%", percent=100 * share)
