"""The outline of a paper: its headings in an order that leaves out no level."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from explorer.paper.paper import HIGHEST_HEADING, Block, Heading


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
