"""The cells of a workbook as plain values: merged ones filled, formulas by their last value."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from explorer.files.extras import extra_module
from explorer.files.workbook.guard import book_content, not_a_book
from explorer.model.errors import FileError
from explorer.model.wording import tr

MOST_ROWS, MOST_COLUMNS = 10_100, 400
"""How far a sheet is read; what lies beyond is told."""

LONGEST_CELL = 5_000
"""Characters of one cell that are read."""

Value = str | float | bool

EXTRA = "tables"
"""The extra of this program that brings what reads and writes workbooks."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a cell, which ``place`` names as in "Scenarios!B7"."""

    place: str
    words: str

    def __str__(self) -> str:
        """Return the mistake with its place."""
        return tr("{place}: {words}", place=self.place, words=self.words)


@dataclass(slots=True)
class Sheet:
    """One sheet: ``rows`` hold values by row and by column, both from 1; empty cells are missing.

    ``notes`` tell what was read although it is not as typed.
    """

    name: str
    rows: dict[int, dict[int, Value]] = field(default_factory=dict[int, dict[int, Value]])
    notes: list[Mistake] = field(default_factory=list[Mistake])
    mistakes: list[Mistake] = field(default_factory=list[Mistake])

    def place(self, row: int, column: int) -> str:
        """Return what to call a cell."""
        return f"{self.name}!{column_letters(column)}{row}"

    def filled(self) -> Iterator[tuple[int, Mapping[int, Value]]]:
        """Yield the rows that are not blank, from the top."""
        for row in sorted(self.rows):
            yield row, self.rows[row]


def column_letters(column: int) -> str:
    """Return the letters of a column, from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def spreadsheets() -> Any:
    """Return the package that reads and writes workbooks.

    Raises :class:`MissingExtraError` if it is not installed.
    """
    return extra_module("openpyxl", EXTRA, tr("Reading and writing workbooks"))


Told = Callable[[float], None]
"""Hears how much of a file has been read, 0 to 1; what it raises ends the reading."""


def unheard(_share: float) -> None:
    """Hear how far something is, and do nothing."""


def read_book(path: Path, told: Told = unheard) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook.

    Formulas are never worked out: the value that a spreadsheet saved last is taken and told; a
    formula without one is a mistake. Cells of a merged range all have its value. ``told`` hears
    now and then how far it is.

    Raises
    ------
    FileError
        If the file cannot be read or is refused.
    MissingExtraError
        If the package that reads workbooks is not installed.
    """
    spreadsheets()
    return book_sheets(path, book_content(path), told)


def book_sheets(path: Path, content: bytes, told: Told = unheard) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that is known to be harmless; see :func:`read_book`.

    ``path``: What to call it in a message.
    """
    book = loaded_book(path, content, cached=False, told=told)
    cached = None
    sheets: list[Sheet] = []
    for sheet in book.worksheets:
        found = Sheet(str(sheet.title))
        formulas = _fill(found, sheet)
        if formulas:
            cached = cached or loaded_book(path, content, cached=True, told=told)
            _take_cached(found, formulas, cached[sheet.title])
        for merged in sheet.merged_cells.ranges:
            _fill_merged(found, merged)
        sheets.append(found)
    return tuple(sheets)


def plain_sheets(book: Any) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that this program has made, which has no formulas."""
    sheets: list[Sheet] = []
    for each in book.worksheets:
        sheets.append(Sheet(str(each.title)))
        _fill(sheets[-1], each)
    return tuple(sheets)


class _Heard(BytesIO):
    """A content that tells how much of it has been read."""

    def __init__(self, content: bytes, told: Told) -> None:
        super().__init__(content)
        self._all = max(1, len(content))
        self._read = 0
        self._told = told
        self.problem: Exception | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on; what hears of it may raise, which is kept as the reason."""
        found = super().read(size)
        self._read += len(found)
        try:
            self._told(min(1.0, self._read / self._all))
        except Exception as error:
            self.problem = error
            raise
        return found


def loaded_book(path: Path, content: bytes, *, cached: bool, told: Told = unheard) -> Any:
    """Return a workbook as the package that reads it has it.

    Parameters
    ----------
    path
        What to call it in a message.
    content
        What its file holds, known to be harmless.
    cached
        Whether formulas are their last values.
    told
        Hears how far it is.

    Raises
    ------
    FileError
        If it cannot be understood.
    MissingExtraError
        If the package is not installed.
    """
    package, stream = spreadsheets(), _Heard(content, told)
    try:
        book = package.load_workbook(stream, data_only=cached, keep_links=False)
    except Exception as error:
        if stream.problem is not None:
            # Whoever hears of it wants no more.
            raise stream.problem from None
        raise FileError(not_a_book(path, error)) from error
    told(1.0)
    return book


def _fill(sheet: Sheet, source: Any) -> list[tuple[int, int]]:
    """Take over a sheet's plain values; return where formulas stand."""
    formulas: list[tuple[int, int]] = []
    is_cut = False
    for (row, column), cell in _stored(source).items():
        if row > MOST_ROWS or column > MOST_COLUMNS:
            is_cut = is_cut or cell.value is not None
        elif cell.data_type == "f":
            formulas.append((row, column))
        else:
            _put(sheet, row, column, cell.value)
    if is_cut:
        words = tr(
            "only {rows:,} rows and {columns} columns are read; the rest is left out.",
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        )
        sheet.mistakes.append(Mistake(sheet.name, words))
    return formulas


def _stored(source: Any) -> dict[tuple[int, int], Any]:
    """Return the cells that are there; asking for a range would make all that are not."""
    return cast("dict[tuple[int, int], Any]", vars(source)["_cells"])


def _put(sheet: Sheet, row: int, column: int, value: object) -> None:
    plain = _plain(value)
    if plain is not None:
        sheet.rows.setdefault(row, {})[column] = plain


def _plain(value: object) -> Value | None:
    """Return a cell's value as a number, a truth or a text; None for a blank one."""
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        return float(value)
    return str(value).strip()[:LONGEST_CELL] or None


def _take_cached(sheet: Sheet, formulas: list[tuple[int, int]], cached: Any) -> None:
    known = _stored(cached)
    for row, column in sorted(formulas):
        place = sheet.place(row, column)
        value = _plain(known[row, column].value) if (row, column) in known else None
        if value is None:
            words = tr(
                "a formula without a saved value; formulas are not worked out. Type a value."
            )
            sheet.mistakes.append(Mistake(place, words))
            continue
        _put(sheet, row, column, value)
        words = tr("a formula; its last saved value {value} is taken.", value=value)
        sheet.notes.append(Mistake(place, words))


def _fill_merged(sheet: Sheet, merged: Any) -> None:
    value = sheet.rows.get(merged.min_row, {}).get(merged.min_col)
    if value is None:
        return
    last_row = min(merged.max_row, MOST_ROWS)
    last_column = min(merged.max_col, MOST_COLUMNS)
    for row in range(merged.min_row, last_row + 1):
        for column in range(merged.min_col, last_column + 1):
            _put(sheet, row, column, value)
