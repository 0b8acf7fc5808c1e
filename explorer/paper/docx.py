"""A paper as DOCX: real headings, table heads, alternative texts and language."""

import io
from functools import partial
from typing import TYPE_CHECKING

from explorer.paper.docx_parts import (
    empty_document,
    set_alternative,
    set_gap,
    set_page_number,
    set_roomy,
    set_ruled,
    set_table_facts,
    set_widths,
    start_numbering,
    text_width,
)
from explorer.paper.office import needing, tell_facts
from explorer.paper.outline import BlockWriters
from explorer.paper.package import without_times
from explorer.paper.paper import (
    Grid,
    Paper,
    Paragraph,
    Picture,
    Points,
    Room,
)
from explorer.paper.words import shown, shown_line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph


def docx_bytes(paper: Paper) -> bytes:
    """Return the whole file; the same paper gives the same bytes.

    Raises
    ------
    FileError
        If the package that writes DOCX is missing.
    """
    with needing("python-docx"):
        document = empty_document(paper.language, is_compact=paper.is_compact)
    tell_facts(document.core_properties, paper.title, paper.foot, paper.language)
    document.add_paragraph(shown_line(paper.title), style="Title")
    _writers(document).written(paper.blocks)
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{shown_line(paper.foot)}\t" if paper.foot.strip() else "\t")
    set_page_number(foot)
    written = io.BytesIO()
    document.save(written)
    return without_times(written.getvalue())


def _writers(document: "Document") -> BlockWriters[object]:
    """Return what adds blocks to the end of a document."""
    return BlockWriters(
        heading=lambda block: document.add_heading(shown_line(block.text), level=block.level),
        paragraph=partial(_add_paragraph, document),
        points=partial(_add_points, document),
        grid=partial(_add_grid, document),
        picture=partial(_add_picture, document),
        room=partial(_add_room, document),
        page_break=lambda _: document.add_page_break(),
    )


def _add_paragraph(document: "Document", block: Paragraph) -> None:
    style = "Note" if block.is_note else "Normal"
    _write(document.add_paragraph(style=style), block.text, is_strong=block.is_strong)


def _add_points(document: "Document", block: Points) -> None:
    style = "List Number" if block.is_numbered else "List Bullet"
    paragraphs = [document.add_paragraph(shown(item.strip()), style) for item in block.items]
    if block.is_numbered:
        start_numbering(document, paragraphs)


def _add_grid(document: "Document", block: Grid) -> None:
    caption = document.add_paragraph(shown_line(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1 + len(block.rows), cols=len(block.heads), style="Table Grid")
    for row_place, cells in enumerate((block.heads, *block.rows)):
        row = table.rows[row_place].cells
        for place, (cell, words) in enumerate(zip(row, cells, strict=True)):
            is_head = row_place == 0 or (block.has_row_heads and place == 0)
            _write(cell.paragraphs[0], words, is_strong=is_head)
            cell.paragraphs[0].paragraph_format.space_after = 0
        if not all(map(str.strip, cells)):
            set_roomy(table.rows[row_place])
    set_widths(table, (block.heads, *block.rows))
    set_table_facts(table, shown_line(block.caption), has_row_heads=block.has_row_heads)
    set_gap(document.add_paragraph())


def _add_picture(document: "Document", block: Picture) -> None:
    shape = document.add_picture(io.BytesIO(block.png), width=text_width())
    set_alternative(shape, shown_line(block.alternative))
    if block.caption.strip():
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        document.add_paragraph(shown(block.caption.strip()), style="Caption")


def _add_room(document: "Document", block: Room) -> None:
    if block.label.strip():
        label = document.add_paragraph(shown(block.label.strip()))
        label.paragraph_format.keep_with_next = True
    set_ruled([document.add_paragraph() for _ in range(block.lines)])


def _write(paragraph: "DocxParagraph", words: str, *, is_strong: bool) -> None:
    run = paragraph.add_run(shown(words.strip()))
    if is_strong:
        run.bold = True
