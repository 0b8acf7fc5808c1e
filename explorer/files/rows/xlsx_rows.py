"""Results as a workbook: the rows on one sheet, the study and its versions on another.

Needs openpyxl, which keeps neither of them in memory as they are written or read.
"""

import re
import zipfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from explorer.files.extras import extra_module
from explorer.files.reading import no_such_file, open_ordinary
from explorer.files.rows.cells import parsed_blocks, row_values
from explorer.files.rows.head import LONGEST_HEAD, head_text, no_rows, read_head, refuse_other_names
from explorer.model.errors import ExplorerError, FileError
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.model.wording import tr

EXTRA = "tables"
"""The extra that brings openpyxl."""

ROWS, STUDY = "rows", "study"
"""The names of the sheets."""

MOST_XLSX_ROWS = 1_048_575
"""Rows that a sheet takes besides the names of its columns."""

LONGEST_CELL = 32_000
"""Characters of the head that one cell takes."""

LARGEST_PART = 64 * 1024**2
"""Bytes that a part of a workbook may have which is held as a whole, such as its common texts."""

MOST_UNPACKED = 8 * 1024**3
"""Bytes that a whole workbook may have unpacked: more than a full sheet has."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_MADE = b"2000-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write_xlsx(stream: BinaryIO, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write rows as a workbook, the same bytes for the same rows.

    Raises :class:`MissingExtraError` if openpyxl is not installed.
    """
    book = openpyxl().Workbook(write_only=True)
    rows = book.create_sheet(ROWS)
    rows.freeze_panes = "A2"
    rows.append([column.name for column in head.columns])
    for block in blocks:
        for row in row_values(head.columns, block):
            rows.append(row)
    study = book.create_sheet(STUDY)
    for line in _study_lines(head):
        study.append(line)
    with TemporaryFile() as packed:
        book.save(packed)
        _copy_without_times(packed, stream)


def read_xlsx_head(path: Path) -> RowsHead:
    """Return the head of a workbook of results; :class:`FileError` if it has none."""
    with _opened(path) as book:
        return _head(book, path)


def is_rows_book(path: Path) -> bool:
    """Return whether a file is a workbook with the sheets of results; False if it cannot be read.

    Raises :class:`MissingExtraError` if openpyxl is not installed.
    """
    try:
        with _opened(path) as book:
            return ROWS in book.sheetnames and STUDY in book.sheetnames
    except FileError:
        return False


def read_xlsx_blocks(path: Path) -> Iterator[Floats]:
    """Yield the rows of a workbook of results as blocks (n, columns).

    Raises :class:`FileError` if it is none, or a row cannot be understood.
    """
    with _opened(path) as book:
        head = _head(book, path)
        lines = book[ROWS].iter_rows(values_only=True, max_col=len(head.columns) + 1)
        refuse_other_names(_cut(next(lines, ())), head, str(path))
        rows = (_filled(_cut(line), len(head.columns)) for line in lines)
        yield from parsed_blocks(head.columns, rows, str(path))


def _study_lines(head: RowsHead) -> Iterator[list[str]]:
    """Yield what tells a reader of the workbook about the study; the last lines are the head."""
    plan = head.plan
    yield [tr("Study"), plan.name]
    yield [tr("Question"), plan.question]
    yield [tr("Case"), f"{head.case.id} {head.case.version}"]
    yield [tr("Program"), head.program]
    yield [tr("Model"), head.model]
    yield [tr("Rows"), str(head.rows)]
    yield [tr("Digest of the rows"), head.digest]
    text = head_text(head)
    for start in range(0, len(text), LONGEST_CELL):
        yield [HEAD_KEY, text[start : start + LONGEST_CELL]]


HEAD_KEY = "dealzone"
"""What stands before each part of the head."""


def _head(book: Any, path: Path) -> RowsHead:
    if ROWS not in book.sheetnames or STUDY not in book.sheetnames:
        raise no_rows(str(path))
    parts: list[str] = []
    for key, value in book[STUDY].iter_rows(values_only=True, max_col=2, min_col=1):
        if key == HEAD_KEY:
            parts.append(str(value))
        if sum(map(len, parts)) > LONGEST_HEAD:
            raise no_rows(str(path))
    return read_head("".join(parts) or "{}", str(path))


@contextmanager
def _opened(path: Path) -> Generator[Any]:
    reader = openpyxl()
    try:
        with open_ordinary(path) as stream:
            _refuse_bombs(stream, path)
            book = reader.load_workbook(stream, read_only=True, data_only=True)
            try:
                yield book
            finally:
                book.close()
    except ExplorerError:
        raise
    except FileNotFoundError as error:
        raise no_such_file(path) from error
    except Exception as error:  # openpyxl fails in as many ways as a workbook can be broken
        raise FileError(
            tr(
                "{name} cannot be read as a workbook ({reason}).",
                name=path,
                reason=str(error)[:200] or type(error).__name__,
            )
        ) from error


def _refuse_bombs(stream: BinaryIO, path: Path) -> None:
    """Refuse a workbook that would fill the memory when it is unpacked."""
    with zipfile.ZipFile(stream) as package:
        parts = package.infolist()
    held = [each.file_size for each in parts if "/worksheets/" not in f"/{each.filename}"]
    if max(held, default=0) > LARGEST_PART or sum(each.file_size for each in parts) > MOST_UNPACKED:
        raise FileError(
            tr("{name} is larger unpacked than any workbook of this program.", name=path)
        )
    stream.seek(0)


def openpyxl() -> Any:
    """Return the package; :class:`MissingExtraError` if it is not installed."""
    purpose = tr("A file of results that ends in .xlsx")
    # With it, openpyxl reads XML of strangers safely.
    extra_module("defusedxml", EXTRA, purpose)
    return extra_module("openpyxl", EXTRA, purpose)


def _cut(line: Sequence[object]) -> list[object]:
    """Return the cells of a line without empty ones at its end."""
    cells = list(line)
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _filled(cells: list[object], count: int) -> list[object]:
    """Return cells with empty ones added; an empty text is none."""
    filled = [*cells, *[None] * (count - len(cells))]
    return [None if cell == "" else cell for cell in filled]


def _copy_without_times(packed: IO[bytes], stream: BinaryIO) -> None:
    """Copy a workbook part by part, all of them made at the same time."""
    with zipfile.ZipFile(packed) as read, zipfile.ZipFile(stream, "w") as written:
        for each in read.infolist():
            told = zipfile.ZipInfo(each.filename, _FIRST_DAY)
            told.compress_type = zipfile.ZIP_DEFLATED
            told.create_system, told.external_attr = 3, 0o644 << 16
            told.file_size = each.file_size
            if each.filename == "docProps/core.xml":
                written.writestr(told, _TIMES.sub(rb"\g<1>" + _MADE, read.read(each)))
                continue
            with read.open(each) as source, written.open(told, "w") as target:
                while part := source.read(1024 * 1024):
                    target.write(part)
