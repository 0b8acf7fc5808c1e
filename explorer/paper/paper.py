"""A paper: what a printed or handed out document holds, before any file format."""

from collections.abc import Callable
from dataclasses import dataclass, field

from explorer.model.provenance import Provenance

HIGHEST_HEADING = 4
"""Levels of headings below the title."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 for the first below the title, to :data:`HIGHEST_HEADING`."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; ``is_note`` for small print, such as a source."""

    text: str
    is_strong: bool = False
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short texts, numbered or with bullets."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a caption, a head for each column, rows of as many cells.

    ``has_row_heads`` tells that the first cell of a row names it.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_row_heads: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, with the text that stands for it where it cannot be seen.

    ``svg`` is the same as lines and letters, for formats that can hold that; empty for none.
    """

    png: bytes = field(repr=False)
    alternative: str = ""
    caption: str = ""
    svg: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines to write on by hand; ``label`` says what for."""

    lines: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Points | Grid | Picture | Room | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: a title, blocks in their order, and a line at its foot.

    ``language`` is a tag such as "en-GB"; ``foot`` says by which model and case it was made.
    ``is_compact`` tells to set it smaller, so that more has room on a page. ``origin`` is what its
    files say of themselves, so that they can be verified; None for nothing.
    """

    title: str
    blocks: tuple[Block, ...]
    foot: str = ""
    language: str = "en-GB"
    is_compact: bool = False
    origin: Provenance | None = None


DrawPng = Callable[[str, int, int], bytes]
"""Draws a view: its id, width and height in pixels; returns a PNG."""
