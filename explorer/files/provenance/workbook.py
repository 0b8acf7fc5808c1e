"""Provenance in workbooks (XLSX): lines of their last sheet, and a seal over all cells.

Spreadsheets keep what stands in cells, whatever else of a file they drop; so a workbook that one of
them has saved again is still sealed if no cell says anything else.
"""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from explorer.files.provenance.record import LARGEST_RECORD, record_text
from explorer.files.provenance.text_slots import NAME, unsealed
from explorer.files.workbook.cells import (
    LONGEST_CELL,
    Sheet,
    Told,
    Value,
    book_sheets,
    loaded_book,
    unheard,
)
from explorer.files.workbook.guard import checked_book
from explorer.model.provenance import Item, Provenance
from explorer.model.wording import tr

DIGITS = 15
"""Digits of a number that every spreadsheet keeps."""

Line = tuple[str, str]
"""Two cells of the last sheet: the name of the record, and a part of it."""


def sealed_lines(sheets: Sequence[Sheet], origin: Provenance) -> tuple[Line, ...]:
    """Return the lines that hold the record of a workbook without one, sealed.

    ``sheets``: All that stands in it.
    """
    blank = _spelt(record_text(origin))
    seal = sha256(_whole(sheets, blank)).hexdigest()
    return _lines(_spelt(record_text(origin, seal=seal)))


def embedded(content: bytes, text: str) -> bytes:
    """Return a workbook with a record, in place of any that was there.

    Raises :class:`FileError` if it is none, and :class:`MissingExtraError` if what reads workbooks
    is not installed.
    """
    book = loaded_book(_name(), checked_book(_name(), content), cached=False)
    sheet: Any = book.worksheets[-1]
    lines = [
        tuple(sheet.cell(row, column).value for column in (1, 2))
        for row in range(1, sheet.max_row + 1)
    ]
    first = next((row for row, (key, _) in enumerate(lines, 1) if key == NAME), len(lines) + 1)
    for row in range(first, len(lines) + 1):
        sheet.cell(row, 1).value = sheet.cell(row, 2).value = None
    for row, line in enumerate(_lines(_spelt(text)), first):
        for column, words in enumerate(line, 1):
            sheet.cell(row, column).value = words
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def record(content: bytes) -> str | None:
    """Return the text of the record in a workbook, or None; raises as :func:`embedded` does."""
    return _record(_sheets(content)) or None


def whole(content: bytes) -> bytes:
    """Return what the seal is worked out of: every cell, with no seal in the record."""
    sheets = _sheets(content)
    return _whole(sheets, _record(sheets))


def read_ahead(content: bytes, told: Told) -> None:
    """Read a workbook whose record, cells and seal are asked for next, which then takes no time.

    ``told`` hears how far it is. Raises as :func:`embedded` does.
    """
    _sheets(content, told)


def items(content: bytes) -> tuple[Item, ...]:
    """Return every cell that says something under its place, such as Scenarios!B7.

    What cannot be read, such as cells far outside, is told besides.
    """
    return sheet_items(_sheets(content))


def _sheets(content: bytes, told: Told = unheard) -> tuple[Sheet, ...]:
    kept = _kept(content)
    if not kept:
        kept.append(book_sheets(_name(), checked_book(_name(), content), told))
    return kept[0]


@lru_cache(maxsize=1)
def _kept(_content: bytes) -> list[tuple[Sheet, ...]]:
    """Return where the sheets of a workbook are kept, as much is asked of the same one."""
    return []


def _name() -> Path:
    return Path(tr("this workbook"))


def _spelt(text: str) -> str:
    """Return a record without blanks, which cells may lose at their ends."""
    return text.replace(" ", "\\u0020")


def _lines(text: str) -> tuple[Line, ...]:
    starts = range(0, len(text), LONGEST_CELL)
    return tuple((NAME, text[start : start + LONGEST_CELL]) for start in starts)


def _is_record(sheet: Sheet, row: int) -> bool:
    return sheet.rows[row].get(1) == NAME


def _record(sheets: Sequence[Sheet]) -> str:
    last = sheets[-1]
    parts = [str(cells.get(2, "")) for row, cells in last.filled() if _is_record(last, row)]
    return "".join(parts)[: LARGEST_RECORD + 1]


def sheet_items(sheets: Sequence[Sheet]) -> tuple[Item, ...]:
    """Return all that stands in the sheets of a workbook but for the record, under its place."""
    return tuple(item for sheet in sheets for item in _told(sheet, sheet is sheets[-1]))


def _told(sheet: Sheet, is_last: bool) -> Iterator[Item]:
    for row, cells in sheet.filled():
        if is_last and _is_record(sheet, row):
            continue
        for column in sorted(cells):
            yield Item(sheet.place(row, column), _words(cells[column]))
    for mistake in sheet.mistakes:
        yield Item(mistake.place, mistake.words)


def _whole(sheets: Sequence[Sheet], text: str) -> bytes:
    told = [(item.place, item.words) for item in sheet_items(sheets)]
    return json.dumps(told).encode("ascii") + b"\0" + unsealed(text.encode("ascii", "replace"))


def _words(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.{DIGITS}g}"
    return str(value)
