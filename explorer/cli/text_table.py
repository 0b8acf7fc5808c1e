"""Tables and paragraphs of text that fit the terminal."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and whether it holds numbers or text that may wrap."""

    heading: str
    is_number: bool = False
    wraps: bool = False


def text_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int
) -> tuple[str, ...]:
    """Return the lines of a table: headings, a rule, and the rows.

    Parameters
    ----------
    columns
        What stands in each cell of a row.
    rows
        Cells of text; every row is as long as ``columns``.
    width
        Characters in a line. Where a row needs more, the widest columns that wrap give way, but
        none becomes narrower than its longest word.
    """
    widths = _widths(columns, rows, width)
    lines = _row_lines(columns, [column.heading for column in columns], widths)
    lines.append(GAP.join("-" * size for size in widths))
    for row in rows:
        lines += _row_lines(columns, row, widths)
    return tuple(lines)


def plain_rows(rows: Sequence[Sequence[str]], *, width: int, indent: str = "") -> tuple[str, ...]:
    """Return rows of cells in columns without headings; only the last cell wraps."""
    last = max(map(len, rows), default=1) - 1
    columns = [Column("", wraps=place == last) for place in range(last + 1)]
    sizes = _widths(columns, rows, width - len(indent))
    lines = [line for row in rows for line in _row_lines(columns, row, sizes)]
    return tuple(indent + line for line in lines)


def paragraph(text: str, *, width: int, indent: str = "", hanging: str = "") -> tuple[str, ...]:
    """Return a text wrapped to a width; ``hanging`` is added to the indent of later lines."""
    wrapped = textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return tuple(wrapped)


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int
) -> tuple[int, ...]:
    cells = [[row[place] for row in rows] for place in range(len(columns))]
    widths = [_needed(*pair) for pair in zip(columns, cells, strict=True)]
    least = [
        _longest_word([column.heading, *cell]) if column.wraps else size
        for column, cell, size in zip(columns, cells, widths, strict=True)
    ]
    room = width - len(GAP) * (len(columns) - 1)
    while sum(widths) > room:
        spare = [size - low for size, low in zip(widths, least, strict=True)]
        if not any(spare):
            break
        widest = max((size, place) for place, size in enumerate(widths) if spare[place])[1]
        widths[widest] -= 1
    return tuple(widths)


def _longest_word(cells: Sequence[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _needed(column: Column, cells: Sequence[str]) -> int:
    # Headings wrap at their blanks, since they are often longer than what they head.
    words = column.heading.split() or [""]
    return max(map(len, [*words, *cells]))


def _row_lines(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    blocks = [
        textwrap.wrap(cell, max(size, 1), break_on_hyphens=False) or [""]
        for cell, size in zip(cells, widths, strict=True)
    ]
    height = max(map(len, blocks))
    lines: list[str] = []
    for number in range(height):
        parts = [
            _aligned(column, block[number] if number < len(block) else "", size)
            for column, block, size in zip(columns, blocks, widths, strict=True)
        ]
        lines.append(GAP.join(parts).rstrip())
    return lines


def _aligned(column: Column, text: str, size: int) -> str:
    return text.rjust(size) if column.is_number else text.ljust(size)
