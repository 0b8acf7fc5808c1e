"""Cells of results as Python values, and back into numbers; columns know what they hold."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from explorer.files.json_text import LONGEST_NUMBER
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import Column
from explorer.model.wording import tr

BLOCK_ROWS = 4096
"""Rows that are read and written at a time: some megabytes of them."""

Value = float | int | bool | str | None
"""A cell: a number, a whole number, yes or no, a word, or nothing."""

LARGEST_COUNT = 2**53
"""Beyond these, doubles are no whole numbers one by one."""


def column_values(column: Column, numbers: Floats) -> list[Value]:
    """Return a column's cells (n) as values; NaN is None."""
    cells = numbers.tolist()
    if column.kind == "number":
        return [None if cell != cell else cell for cell in cells]
    if column.kind == "count":
        return [None if cell != cell else int(cell) for cell in cells]
    if column.kind == "flag":
        return [None if cell != cell else cell != 0 for cell in cells]
    words = column.words
    return [None if cell != cell else words[int(cell)] for cell in cells]


def row_values(columns: Sequence[Column], block: Floats) -> Iterable[tuple[Value, ...]]:
    """Return rows (n, columns) as tuples of values."""
    by_column = [column_values(each, block[:, place]) for place, each in enumerate(columns)]
    return zip(*by_column, strict=True)


def number_of(column: Column, value: object) -> float:
    """Return the number that a value of a file stands for in a column; NaN for None.

    Raises :class:`ValueError`, whose text says what is wrong, if it cannot stand there.
    """
    if value is None:
        return math.nan
    if column.kind == "word":
        if not isinstance(value, str) or value not in column.words:
            raise ValueError(tr("{value} is none of its words", value=_shown(value)))
        return float(column.words.index(value))
    if column.kind == "flag":
        if not isinstance(value, bool):
            raise ValueError(tr("{value} is neither true nor false", value=_shown(value)))
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(tr("{value} is no number", value=_shown(value)))
    return _checked(column, value)


def parsed_number(column: Column, text: str) -> float:
    """Return the number that the text of a cell stands for; NaN for an empty one.

    Raises :class:`ValueError`, whose text says what is wrong, if it cannot stand there.
    """
    if not text:
        return math.nan
    if column.kind == "word":
        return number_of(column, text)
    if column.kind == "flag":
        # Spreadsheets write capitals.
        known = {"true": True, "false": False}
        return number_of(column, known.get(text.lower(), text))
    try:
        value = float(text) if len(text) <= LONGEST_NUMBER else math.nan
    except ValueError as error:
        raise ValueError(tr("{value} is no number", value=_shown(text))) from error
    return _checked(column, value)


def parsed_blocks(
    columns: Sequence[Column], rows: Iterable[Sequence[object]], name: str
) -> Iterator[Floats]:
    """Yield rows of a whole file as blocks of numbers (n, columns); see :func:`parsed_rows`."""
    left, first = iter(rows), 1
    while block := list(islice(left, BLOCK_ROWS)):
        yield parsed_rows(columns, block, name, first)
        first += len(block)


def parsed_rows(
    columns: Sequence[Column], rows: Sequence[Sequence[object]], name: str, first: int
) -> Floats:
    """Return rows of values, or of texts, as numbers (n, columns).

    Parameters
    ----------
    columns
        The columns; every row has as many cells.
    rows
        Lists of cells: texts as CSV has them, or values as the other formats have.
    name
        What to call the file in a message.
    first
        The number of the first of them, counted from 1.

    Raises
    ------
    FileError
        If a row is too short or too long, or a cell cannot stand in its column.
    """
    table = np.empty((len(rows), len(columns)))
    for place, row in enumerate(rows):
        if len(row) != len(columns):
            raise FileError(
                tr(
                    "{name}, row {row}: has {cells} cells; there are {columns} columns.",
                    name=name,
                    row=first + place,
                    cells=len(row),
                    columns=len(columns),
                )
            )
    for place, column in enumerate(columns):
        table[:, place] = _parsed_column(column, [row[place] for row in rows], name, first)
    return table


def _parsed_column(column: Column, cells: Sequence[object], name: str, first: int) -> list[float]:
    numbers: list[float] = []
    for row, cell in enumerate(cells, start=first):
        try:
            number = (
                parsed_number(column, cell) if isinstance(cell, str) else number_of(column, cell)
            )
        except ValueError as error:
            raise FileError(
                tr(
                    "{name}, row {row}, column {column}: {problem}.",
                    name=name,
                    row=row,
                    column=column.name,
                    problem=error,
                )
            ) from error
        numbers.append(number)
    return numbers


def _checked(column: Column, value: float) -> float:
    if not math.isfinite(value) or abs(value) > LARGEST_COUNT:
        raise ValueError(tr("{value} is no number that can stand there", value=_shown(value)))
    if column.kind == "count" and value != int(value):
        raise ValueError(tr("{value} is no whole number", value=_shown(value)))
    return float(value)


def _shown(value: object) -> str:
    return repr(value)[:40]
