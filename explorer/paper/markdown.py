"""A paper as Markdown: headings, lists and tables in the usual marks, pictures as their texts."""

import re

from explorer.files.markdown_text import as_markdown
from explorer.model.wording import tr
from explorer.paper.outline import BlockWriters
from explorer.paper.paper import (
    Grid,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Points,
    Room,
)
from explorer.paper.words import shown, shown_line

RULED = "\\_" * 40
"""A line to write on."""

_ESCAPED_NUMBER = re.compile(r"^(\d+)\\(?=[.)])")


def markdown_text(paper: Paper) -> str:
    """Return the whole file, in the Markdown that GitHub and Pandoc share.

    Words that look like marks or tags are shown as they are. A picture is told by the text that
    stands for it: Markdown holds none.
    """
    parts = [f"# {_line(paper.title)}", *_WRITERS.written(paper.blocks)]
    if paper.foot.strip():
        parts += ["---", _lines(paper.foot)]
    return "\n\n".join(parts) + "\n"


def _heading(block: Heading) -> str:
    return f"{'#' * (block.level + 1)} {_line(block.text)}"


def _paragraph(block: Paragraph) -> str:
    words = _lines(block.text)
    return f"**{words}**" if block.is_strong else words


def _points(block: Points) -> str:
    marks = (f"{n}." if block.is_numbered else "-" for n in range(1, len(block.items) + 1))
    lines = (f"{mark} {_line(item)}" for mark, item in zip(marks, block.items, strict=True))
    return "\n".join(lines)


def _grid(block: Grid) -> str:
    rows = (block.heads, ["---"] * len(block.heads), *block.rows)
    lines = [
        "| " + " | ".join(map(str if place == 1 else _cell, row)) + " |"
        for place, row in enumerate(rows)
    ]
    return "\n".join((f"**{_line(block.caption)}**", "", *lines))


def _picture(block: Picture) -> str:
    told = _line(tr("Picture: {words}", words=block.alternative))
    return "\n\n".join((f"*{told}*", _lines(block.caption))).strip()


def _room(block: Room) -> str:
    return "\n\n".join((_lines(block.label), *[RULED] * block.lines)).strip()


def _cell(words: str) -> str:
    # A cell begins no line, so that a number in it begins no list.
    return _ESCAPED_NUMBER.sub(r"\1", _line(words)) or " "


def _line(words: str) -> str:
    return as_markdown(shown_line(words))


def _lines(words: str) -> str:
    return "  \n".join(as_markdown(line.strip()) for line in shown(words.strip()).split("\n"))


_WRITERS = BlockWriters(
    heading=_heading,
    paragraph=_paragraph,
    points=_points,
    grid=_grid,
    picture=_picture,
    room=_room,
    page_break=lambda _: "---",
)
