"""A paper as one HTML file: readable by ear, on a telephone and in print; nothing outside."""

import base64
import hashlib
import html
from dataclasses import replace

from explorer.paper.outline import BlockWriters
from explorer.paper.paper import (
    Block,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Points,
    Room,
)
from explorer.paper.words import shown, shown_line

STYLE = """
@page { size: A4; margin: 18mm; }
@page compact { size: A4; margin: 12mm 14mm; }
body { font-family: "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; font-size: 100%;
  line-height: 1.5; color: #1a1a1a; background: #ffffff; max-width: 46rem; margin: 0 auto;
  padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 1.6rem 0 0.5rem; }
h3 { font-size: 1.1rem; margin: 1.2rem 0 0.4rem; }
h4, h5 { font-size: 1rem; margin: 1rem 0 0.3rem; }
p { margin: 0 0 0.7rem; }
.strong { font-weight: bold; }
.note, footer { font-size: 0.875rem; color: #4a4a4a; }
li { margin-bottom: 0.25rem; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
.wide:focus { outline: 2px solid #1a1a1a; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0 0 0.3rem; }
th, td { border: 1px solid #767676; padding: 0.3rem 0.5rem; text-align: left;
  vertical-align: top; }
thead th { background: #ececec; }
figure { margin: 0 0 1rem; }
img { max-width: 100%; height: auto; }
figcaption { font-size: 0.9rem; color: #4a4a4a; }
hr { border: 0; border-bottom: 1px solid #767676; height: 1.6rem; margin: 0; }
.room { margin: 0 0 1rem; }
.page-break { break-after: page; margin: 0; height: 0; }
footer { border-top: 1px solid #767676; margin-top: 1.5rem; padding-top: 0.5rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  body.compact { font-size: 9.5pt; line-height: 1.25; page: compact; }
  .compact h1 { font-size: 14pt; margin-bottom: 4pt; }
  .compact h2 { font-size: 12pt; margin: 6pt 0 2pt; }
  .compact h3 { font-size: 10.5pt; margin: 5pt 0 2pt; }
  .compact p, .compact ul, .compact ol, .compact .wide, .compact figure { margin: 0 0 3pt; }
  .compact li { margin-bottom: 0; }
  .compact td, .compact th { padding: 1pt 4pt; }
  .compact .note, .compact footer, .compact figcaption { font-size: 9.5pt; }
  .compact .room { margin-bottom: 4pt; }
  .compact footer { margin-top: 4pt; padding-top: 2pt; }
  h1, h2, h3, h4, h5, caption { break-after: avoid; }
  figure, tr, .room { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
}
"""
"""How every paper looks; contrasts are 4.5 to 1 or more, and type grows with the browser's."""


def html_text(paper: Paper, *, is_vector: bool = True) -> str:
    """Return the whole file.

    Headings begin with the title as ``h1``; pictures lie within the file, and its policy forbids
    a browser to fetch or to run anything.

    ``is_vector``: Whether pictures are lines and letters where they can be.
    """
    if not is_vector:
        paper = replace(paper, blocks=tuple(map(_as_pixels, paper.blocks)))
    title = _line(paper.title)
    body = "\n".join(_WRITERS.written(paper.blocks))
    kind = ' class="compact"' if paper.is_compact else ""
    foot = f"\n<footer>{_lines(paper.foot)}</footer>" if paper.foot.strip() else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_line(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_line(_policy())}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body{kind}>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>{foot}\n</body>\n</html>\n"
    )


def _heading(block: Heading) -> str:
    return f"<h{block.level + 1}>{_line(block.text)}</h{block.level + 1}>"


def _paragraph(block: Paragraph) -> str:
    kinds = ("strong",) * block.is_strong + ("note",) * block.is_note
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return f"<p{kind}>{_lines(block.text)}</p>"


def _points(block: Points) -> str:
    name = "ol" if block.is_numbered else "ul"
    inside = "\n".join(f"<li>{_lines(item)}</li>" for item in block.items)
    return f"<{name}>\n{inside}\n</{name}>"


def _grid(block: Grid) -> str:
    caption = _line(block.caption)
    head = "".join(f'<th scope="col">{_lines(each)}</th>' for each in block.heads)
    rows = "\n".join(_row(row, has_head=block.has_row_heads) for row in block.rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{caption}">\n<table>\n'
        f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(cells: tuple[str, ...], *, has_head: bool) -> str:
    told = [f"<td>{_lines(cell)}</td>" for cell in cells]
    if has_head and cells:
        told[0] = f'<th scope="row">{_lines(cells[0])}</th>'
    return f"<tr>{''.join(told)}</tr>"


def _picture(block: Picture) -> str:
    kind, content = ("svg+xml", block.svg) if block.svg else ("png", block.png)
    data = base64.b64encode(content).decode()
    caption = f"\n<figcaption>{_lines(block.caption)}</figcaption>" if block.caption.strip() else ""
    return (
        f'<figure>\n<img alt="{_line(block.alternative)}"{_size(block)} '
        f'src="data:image/{kind};base64,{data}">{caption}\n</figure>'
    )


def _size(block: Picture) -> str:
    """Return how large a drawing is meant, which the PNG beside it tells: programs guess it."""
    if not block.svg:
        return ""
    width, height = (int.from_bytes(block.png[at : at + 4]) for at in (16, 20))
    return f' width="{width}" height="{height}"'


def _as_pixels(block: Block) -> Block:
    return replace(block, svg=b"") if isinstance(block, Picture) else block


def _room(block: Room) -> str:
    label = f"<p>{_lines(block.label)}</p>\n" if block.label.strip() else ""
    lines = "\n".join('<hr aria-hidden="true">' for _ in range(block.lines))
    return f'<div class="room">\n{label}{lines}\n</div>'


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _line(words: str) -> str:
    return html.escape(shown_line(words))


def _lines(words: str) -> str:
    return "<br>".join(html.escape(line) for line in shown(words.strip()).split("\n"))


_WRITERS = BlockWriters(
    heading=_heading,
    paragraph=_paragraph,
    points=_points,
    grid=_grid,
    picture=_picture,
    room=_room,
    page_break=lambda _: '<p class="page-break" aria-hidden="true"></p>',
)
