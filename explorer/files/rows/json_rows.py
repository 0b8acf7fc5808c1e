"""Results as JSON: the head on one line, then each row on a line of its own."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, cast

from explorer.files.rows.cells import parsed_blocks, row_values
from explorer.files.rows.head import head_text, no_rows, read_head
from explorer.files.rows.lines import text_lines
from explorer.model.errors import FileError
from explorer.model.result import Floats
from explorer.model.study_rows import RowsHead
from explorer.model.wording import tr

START, MIDDLE, END = '{"head":', '"rows":[', "]}"
"""What stands before the head, between it and the rows, and after these."""


def write_json(stream: BinaryIO, head: RowsHead, blocks: Iterable[Floats]) -> None:
    """Write rows as one JSON object: ``head``, and ``rows`` as lists in the columns' order."""
    stream.write(f"{START}{head_text(head)},\n{MIDDLE}".encode())
    before = "\n"
    for block in blocks:
        for row in row_values(head.columns, block):
            stream.write((before + json.dumps(row, separators=(",", ":"))).encode())
            before = ",\n"
    stream.write(f"\n{END}\n".encode())


def read_json_head(path: Path) -> RowsHead:
    """Return the head of a JSON file of results; :class:`FileError` if it has none."""
    with closing(text_lines(path)) as lines:
        return _head(lines, path)


def read_json_blocks(path: Path) -> Iterator[Floats]:
    """Yield the rows of a JSON file of results as blocks (n, columns).

    Raises :class:`FileError` if it is none, or a row cannot be understood.
    """
    with closing(text_lines(path)) as lines:
        head = _head(lines, path)
        if next(lines, "") != MIDDLE:
            raise _broken(path)
        rows = (_row(line, path, at) for at, line in enumerate(_rows(lines, path), start=1))
        yield from parsed_blocks(head.columns, rows, str(path))


def _head(lines: Iterator[str], path: Path) -> RowsHead:
    line = next(lines, "")
    if not line.startswith(START) or not line.endswith(","):
        raise no_rows(str(path))
    return read_head(line.removeprefix(START).removesuffix(","), str(path))


def _rows(lines: Iterator[str], path: Path) -> Iterator[str]:
    """Yield the lines of the rows; every one but the last ends in a comma."""
    is_last = False
    for line in lines:
        if line == END:
            return
        if is_last:
            break
        is_last = not line.endswith(",")
        yield line.removesuffix(",")
    raise _broken(path)


def _row(line: str, path: Path, number: int) -> Sequence[object]:
    try:
        row = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FileError(
            tr(
                "{name}, row {row}: is no list of cells ({reason}).",
                name=path,
                row=number,
                reason=error,
            )
        ) from error
    if not isinstance(row, list):
        raise FileError(tr("{name}, row {row}: is no list of cells.", name=path, row=number))
    cells = cast("list[object]", row)
    # An empty text is no cell of JSON, though it is one of CSV.
    return [math.inf if cell == "" else cell for cell in cells]


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _broken(path: Path) -> FileError:
    return FileError(
        tr(
            "{name}: the rows do not stand one on each line, as this program writes them, or "
            "the file ends too early. Use a complete copy of it.",
            name=path,
        )
    )
