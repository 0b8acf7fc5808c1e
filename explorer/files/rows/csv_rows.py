"""Results as CSV: a line of JSON behind a number sign, the names of the columns, and the rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from explorer.files.rows.cells import Value, parsed_blocks, row_values
from explorer.files.rows.head import LONGEST_HEAD, head_text, no_rows, read_head, refuse_other_names
from explorer.files.rows.lines import text_lines
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.model.wording import tr

SIGN = "# "
"""How the line with the head begins, so that other programs skip it as a comment."""


def write_csv(stream: BinaryIO, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write rows as CSV; numbers have as many digits as tell them apart from all others."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    try:
        text.write(f"{SIGN}{head_text(head)}\n")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in head.columns])
        for block in blocks:
            writer.writerows(map(_written, row_values(head.columns, block)))
    finally:
        # Whoever opened the stream closes it.
        text.detach()


def read_csv_head(path: Path) -> RowsHead:
    """Return the head of a CSV file of results; :class:`FileError` if it has none."""
    with closing(text_lines(path)) as lines:
        return _head(lines, path)


def read_csv_blocks(path: Path) -> Iterator[Floats]:
    """Yield the rows of a CSV file of results as blocks (n, columns).

    Raises :class:`FileError` if it is none, or a row cannot be understood.
    """
    with closing(text_lines(path)) as lines:
        head = _head(lines, path)
        reader = csv.reader(lines, strict=True)
        try:
            refuse_other_names(next(reader, ()), head, str(path))
            yield from parsed_blocks(head.columns, reader, str(path))
        except csv.Error as error:
            raise FileError(tr("{name} is no CSV ({reason}).", name=path, reason=error)) from error


def _head(lines: Iterator[str], path: Path) -> RowsHead:
    line = next(lines, "")
    if not line.startswith(SIGN) or len(line) > LONGEST_HEAD:
        raise no_rows(str(path))
    return read_head(line.removeprefix(SIGN), str(path))


def _written(row: tuple[Value, ...]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
