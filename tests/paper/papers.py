"""Papers to test with: one that holds a block of each kind, and random ones."""

import base64
from collections.abc import Iterable

from hypothesis import strategies as st

from explorer.paper.paper import (
    Block,
    Grid,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Points,
    Room,
)

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
"""A PNG of one pixel."""

WHOLE = Paper(
    "Rows & <zones>",
    (
        Heading("First"),
        Paragraph("Plain words\non two lines"),
        Heading("Too deep", 4),
        Paragraph("Loud", is_strong=True),
        Paragraph("Small print", is_note=True),
        Points(("one", "two")),
        Points(("first", "second"), is_numbered=True),
        Points(("first again",), is_numbered=True),
        Grid("What is open", ("Row", "Open"), (("Freeze", "yes"), ("Inspectors", "no"))),
        Grid("Bare", ("A", "B"), (("1", "2"),), has_row_heads=False),
        Picture(DOT, "A single dot", "Figure 1"),
        Picture(DOT, "Another dot"),
        Room(3, "Why?"),
        Room(1),
        PageBreak(),
        Heading("Second"),
    ),
    foot="Model 2, case Korea",
)
"""A block of each kind and each of its choices."""


def part(paper: Paper, heading: str) -> list[Block]:
    """Return the blocks between a heading and the next one."""
    found: list[Block] = []
    is_in = False
    for block in paper.blocks:
        if isinstance(block, Heading):
            is_in = heading in block.text
        elif is_in:
            found.append(block)
    return found


def grids_in(blocks: Iterable[Block]) -> list[Grid]:
    """Return the tables among some blocks."""
    return [each for each in blocks if isinstance(each, Grid)]


words = st.text(max_size=30)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Return a random table."""
    width = draw(st.integers(1, 4))
    row = st.lists(words, min_size=width, max_size=width).map(tuple)
    return Grid(draw(words), draw(row), tuple(draw(st.lists(row, max_size=3))), draw(st.booleans()))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words, st.integers(1, 4)),
    st.builds(Paragraph, words, st.booleans(), st.booleans()),
    st.builds(Points, st.lists(words, max_size=3).map(tuple), st.booleans()),
    grids(),
    st.builds(Picture, st.just(DOT), words, words),
    st.builds(Room, st.integers(0, 3), words),
    st.just(PageBreak()),
)
papers = st.builds(Paper, words, st.lists(blocks, max_size=6).map(tuple), words)
