"""The table twin of a picture: the same numbers, to be read as words and written as data."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from explorer.model.plain_text import plain_text
from explorer.model.wording import tr

DECIMALS = 9
"""Decimals of a number in data: more than any input has, fewer than rounding errors need."""

BLANKS = str.maketrans("\t\r\n", "   ")
"""Characters that would end a cell of text between tabs."""


@dataclass(frozen=True, slots=True)
class Number:
    """A cell that holds a number, and how the screen shows it.

    ``value`` is missing where there is no such number: the screen then says why in words, and the
    cell is empty in data.
    """

    value: float | None
    words: str

    def __str__(self) -> str:
        """Return what the screen shows."""
        return self.words


Cell = str | Number
"""Text, or a number with its words."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows in rows and columns; every row is as long as ``columns``.

    ``units`` are what the numbers of the columns are counted in, where the screen says so in
    each cell, such as "%"; "" or nothing at all for the other columns.
    """

    caption: str
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    units: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells as the screen shows them, made when asked for."""
        return tuple(tuple(map(str, row)) for row in self.cells)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heads of the columns with the units of their numbers, as data have them."""
        return tuple(
            tr("{column} ({unit})", column=column, unit=unit) if unit else column
            for column, unit in zip(self.columns, self.every_unit, strict=True)
        )

    @property
    def every_unit(self) -> tuple[str, ...]:
        """The unit of each column, "" for those without."""
        return (*self.units, *[""] * (len(self.columns) - len(self.units)))


def dated_table(table: Table, day: date | None) -> Table:
    """Return a table with the day at which it stands in a last column, as 2025-10-23.

    ``day``: The scenario's day; None leaves the table as it is.
    """
    if day is None:
        return table
    return Table(
        table.caption,
        (*table.columns, tr("As of")),
        tuple((*row, day.isoformat()) for row in table.cells),
        table.every_unit,
    )


def table_part(table: Table, columns: Sequence[int]) -> Table:
    """Return some columns of a table, by their places from 0, in the order given."""
    return Table(
        table.caption,
        tuple(table.columns[place] for place in columns),
        tuple(tuple(row[place] for place in columns) for row in table.cells),
        tuple(table.every_unit[place] for place in columns),
    )


def is_number_column(table: Table, column: int) -> bool:
    """Tell whether a column holds numbers, so that it is read from the right.

    It does where at least one cell is a number and all others are words without any digit. The
    first column names what its row is about and never counts.

    ``table``: Where the column stands. ``column``: Its place, from 0.
    """
    cells = [row[column] for row in table.cells]
    numbers = [cell for cell in cells if isinstance(cell, Number) and cell.value is not None]
    others = [str(cell) for cell in cells if not isinstance(cell, Number)]
    has_digit = any(letter.isdigit() for words in others for letter in words)
    return column > 0 and bool(numbers) and not has_digit


def table_lines(table: Table) -> tuple[str, ...]:
    """Return each row of a table in one line to be read aloud: its name, then what is told of it.

    Empty cells are left out; a first cell that names its row has no heading.
    """
    return tuple(
        tr("; ").join(
            str(cell)
            if place == 0 and isinstance(cell, str)
            else tr("{name}: {value}", name=column, value=cell)
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if str(cell)
        )
        for row in table.cells
    )


def table_text(table: Table) -> str:
    """Return a table as lines of cells between tabs, headings first, ready for a clipboard."""
    rows = (table.headings, *table.cells)
    return "\n".join("\t".join(table_data(cell).translate(BLANKS) for cell in row) for row in rows)


def table_csv(table: Table) -> str:
    """Return a table as comma-separated values, headings first, lines ending in CR LF.

    Text stands in quotation marks, which some spreadsheets need where it holds a semicolon;
    numbers stand without.
    """
    rows = (table.headings, *table.cells)
    return "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in rows)


def csv_file(table: Table) -> bytes:
    """Return the content of a file of comma-separated values.

    It begins with a byte-order mark: without it spreadsheets take the letters for those of an old
    encoding of the system's language.
    """
    return table_csv(table).encode("utf-8-sig", "backslashreplace")


def csv_line(words: str) -> bytes:
    """Return one line more for such a file, with words in its first cell."""
    return (_csv_cell(plain_text(words)) + "\r\n").encode("utf-8", "backslashreplace")


def number_text(value: float) -> str:
    """Return a number as programs read it: a point, a hyphen for a minus, no grouping.

    ``value``: Any number; "" is returned for one that is not finite.
    """
    if not math.isfinite(value):
        return ""
    # Adding zero turns the negative zero into the usual one.
    text = format(Decimal(repr(round(float(value), DECIMALS) + 0.0)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def points(value: float | None) -> Number:
    """Return a cell of points, shown with one decimal or the word for nothing."""
    return Number(value, points_text(value))


def signed_cell(value: float) -> Number:
    """Return a cell of points over something, with one decimal and a sign, none for zero."""
    text = points_text(abs(value))
    if float(f"{value:.1f}") == 0:
        return Number(value, text)
    return Number(value, f"+{text}" if value > 0 else f"\N{MINUS SIGN}{text}")


def count(value: int) -> Number:
    """Return a cell of things counted, shown with thousands separators."""
    return Number(int(value), f"{value:,}")


def percent(share: float) -> Number:
    """Return a cell of a share from 0 to 1 as a percentage; its column has the unit "%"."""
    return Number(100 * share, percent_text(share))


def points_text(value: float | None) -> str:
    """Return points as tables tell them, with one decimal, or the word for nothing.

    ``value``: Any side's points, or None where there is no such number.
    """
    if value is None:
        return tr("none")
    # Adding zero turns the negative zero into the usual one.
    return f"{round(value, 1) + 0.0:.1f}".replace("-", "\N{MINUS SIGN}")


def percent_text(share: float) -> str:
    """Return a share from 0 to 1 as a whole percentage."""
    return tr("{percent:.0f}\N{NO-BREAK SPACE}%", percent=100 * share)


def _csv_cell(cell: Cell) -> str:
    text = table_data(cell)
    if isinstance(cell, Number):
        return text
    return '"{}"'.format(text.replace('"', '""'))


def table_data(cell: Cell) -> str:
    """Return a cell as it leaves the program for a spreadsheet: a bare number, or its text."""
    if isinstance(cell, Number):
        return "" if cell.value is None else number_text(cell.value)
    return plain_text(cell)
