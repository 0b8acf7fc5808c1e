"""Results as CSV: a line of JSON behind a number sign, the names of the columns, and the rows."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from explorer.files.rows.cells import parsed_blocks
from explorer.files.rows.head import LONGEST_HEAD, head_text, no_rows, read_head, refuse_other_names
from explorer.files.rows.lines import text_lines
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import Column, RowsHead
from explorer.model.wording import tr

SIGN = "# "
"""How the line with the head begins, so that other programs skip it as a comment."""


def write_csv(stream: BinaryIO, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write rows as CSV; numbers have as many digits as tell them apart from all others."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    try:
        text.write(f"{SIGN}{head_text(head)}\n")
        text.write(_line(column.name for column in head.columns))
        for block in blocks:
            texts = [_texts(each, block[:, place]) for place, each in enumerate(head.columns)]
            text.write("".join(f"{','.join(row)}\n" for row in zip(*texts, strict=True)))
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


def _texts(column: Column, numbers: Floats) -> list[str]:
    """Return a column's cells (n) as they are written: yes and no as words, nothing for NaN.

    Only words can need quotes, so that what is in a cell is looked at but once for each of them;
    that takes half as long as looking at every cell.
    """
    cells = numbers.tolist()
    if column.kind == "number":
        return ["" if cell != cell else repr(cell) for cell in cells]
    if column.kind == "count":
        return ["" if cell != cell else str(int(cell)) for cell in cells]
    words = ("false", "true") if column.kind == "flag" else _quoted(column.words)
    return ["" if cell != cell else words[int(cell)] for cell in cells]


def _quoted(words: Sequence[str]) -> list[str]:
    """Return words as they stand in a line beside others."""
    return [_line([word, ""])[:-2] for word in words]


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
