"""The table twin of a picture: the same numbers as words, for reading, copying and saving."""

import csv
import io
from dataclasses import dataclass

from explorer.model.wording import tr


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows, as text in rows and columns; every row is as long as ``columns``."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
