"""Typed tables as cells: which sign parts them, which line each row stands in."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.files.reading import read_content
from explorer.model.errors import FileError
from explorer.model.plain_text import FORMULA_STARTS
from explorer.model.visible_text import one_line
from explorer.model.wording import tr

LARGEST_TEXT = 1024 * 1024
"""Bytes of a file of results; a class of the most tables with all their offers has a tenth."""

MOST_LINES = 2_000
"""Lines that are looked at."""

LONGEST_CELL = 20_000
"""Characters of a cell; the offers of the longest table have fewer."""

DELIMITERS = ",;\t"
"""What parts cells: each is tried, and the one that shows the most known heads is taken."""

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{0,9})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, without blanks at their ends, and the line in which it begins."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


def file_text(path: Path) -> str:
    """Return the text of a file of typed results.

    ``path``: A file of at most :data:`LARGEST_TEXT` bytes, in UTF-8 or, with a byte-order mark, in
    UTF-16, as spreadsheets write either. Raises :class:`FileError` if it cannot be read or is
    neither.
    """
    content = read_content(path, LARGEST_TEXT)
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = tr(
            "{path}, line {line}: this is not text in UTF-8. Save the file in that encoding.",
            path=path,
            line=line,
        )
        raise FileError(message) from error


def rows_of(text: str, name: str, known: Callable[[str], bool]) -> tuple[Row, ...]:
    """Return the rows of a text that are not empty; the first holds the heads.

    Parameters
    ----------
    text
        Cells between commas, semicolons or tabs, with or without a byte-order mark.
    name
        What to call the text in a message.
    known
        Tells whether a cell is the head of a known column.

    Raises
    ------
    FileError
        If the text is empty, has too long cells or too many lines, or no known head.
    """
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\0", "")
    heads = [_heads(plain, sign) for sign in DELIMITERS]
    found = [sum(map(known, each)) for each in heads]
    if not any(found):
        raise FileError(
            tr(
                "{name}: no line of heads was found. The first line names the columns: "
                "table, variant, outcome, minutes, and the issues.",
                name=name,
            )
        )
    best = DELIMITERS[found.index(max(found))]
    try:
        return tuple(row for row in _rows(plain, best) if not row.is_empty)
    except csv.Error as error:
        raise FileError(
            tr("{name}: the cells cannot be told apart ({reason}).", name=name, reason=error)
        ) from error


def number_of(cell: str) -> float | None:
    """Return the number in a cell, with a decimal point or a decimal comma; None if it is none."""
    text = cell.replace("\N{MINUS SIGN}", "-").strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def key_of(words: str) -> str:
    """Return words as they are compared: without case, double blanks and underlines."""
    return " ".join(words.replace("_", " ").casefold().split())


def _heads(text: str, delimiter: str) -> tuple[str, ...]:
    try:
        return next((row.cells for row in _rows(text, delimiter) if not row.is_empty), ())
    except csv.Error:
        return ()


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    # Longer cells than this are refused by the reader; it is a setting of the whole program.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for cells in reader:
        if line > MOST_LINES or any(len(cell) > LONGEST_CELL for cell in cells):
            raise csv.Error(tr("too long for the results of a class"))
        yield Row(line, _plain(cells))
        line = reader.line_num + 1


def _plain(cells: Sequence[str]) -> tuple[str, ...]:
    """Return cells on one line each, without what keeps spreadsheets from taking them wrongly."""
    shown = (one_line(cell) for cell in cells)
    return tuple(
        cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
        for cell in shown
    )
