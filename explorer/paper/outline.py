"""The blocks of a paper written by kind, its headings in an order that leaves out no level."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from explorer.paper.paper import (
    HIGHEST_HEADING,
    Block,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Points,
    Room,
)

Made = TypeVar("Made")
"""What a format makes of a block."""


@dataclass(frozen=True, slots=True)
class BlockWriters(Generic[Made]):
    """How a format writes each kind of block."""

    heading: Callable[[Heading], Made]
    paragraph: Callable[[Paragraph], Made]
    points: Callable[[Points], Made]
    grid: Callable[[Grid], Made]
    picture: Callable[[Picture], Made]
    room: Callable[[Room], Made]
    page_break: Callable[[PageBreak], Made]

    def written(self, blocks: Iterable[Block]) -> list[Made]:
        """Return what is made of each block, with headings as :func:`outlined` has them."""
        return [self._written(block) for block in outlined(blocks)]

    def _written(self, block: Block) -> Made:
        match block:
            case Heading():
                made = self.heading(block)
            case Paragraph():
                made = self.paragraph(block)
            case Points():
                made = self.points(block)
            case Grid():
                made = self.grid(block)
            case Picture():
                made = self.picture(block)
            case Room():
                made = self.room(block)
            case PageBreak():
                made = self.page_break(block)
        return made


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with each heading at most one level below the heading before it.

    A reader who jumps from heading to heading by ear takes a level that is left out for a lost
    part of the paper.
    """
    deepest = 1
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, deepest, HIGHEST_HEADING))
            deepest = level + 1
            yield replace(block, level=level)
        else:
            yield block
