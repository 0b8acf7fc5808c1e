"""The guide in the terminal: one page as text, or the pages that hold some words."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from explorer.cli.case_changes import guide_pages
from explorer.cli.subject import known_id
from explorer.cli.text_table import Column, paragraph, text_table
from explorer.files.handbook import Page, find
from explorer.model.case import Case
from explorer.model.wording import tr

BAR = "|"
"""How a row of a table begins and ends, and what stands between its cells."""

FIXED = (BAR, "    ", "==", "--")
"""How lines begin that are never joined: tables, formulas and commands, lines under headings."""


def chosen_page(case: Case, page_id: str | None) -> Page:
    """Return a page by its id, the first one for None.

    Raises
    ------
    ScenarioError
        If there is no such page.
    """
    pages = {page.id: page for page in guide_pages(case)}
    wanted = next(iter(pages)) if page_id is None else known_id(page_id, list(pages), option="PAGE")
    return pages[wanted]


def page_text(page: Page, *, width: int) -> str:
    """Return a page as text that fits a width; indented lines stay as they are."""
    lines: list[str] = []
    for is_table, group in groupby(_joined(page.text.splitlines()), _is_row):
        block = list(group)
        lines += _table(block, width) if is_table else _paragraphs(block, width)
    return "\n".join(lines)


def _is_row(line: str) -> bool:
    return line.startswith(BAR)


def _table(lines: Iterable[str], width: int) -> Iterable[str]:
    """Return a table of Markdown in columns; those of nothing but numbers are aligned as such."""
    headings, *rows = [[cell.strip() for cell in line.strip(BAR).split(BAR)] for line in lines]
    columns = [
        Column(words, is_number=all(map(_is_number, cells)), wraps=True)
        for words, *cells in zip(headings, *rows, strict=True)
    ]
    return text_table(columns, rows, width=width)


def _is_number(cell: str) -> bool:
    return cell.replace(",", "").isdigit()


def _paragraphs(lines: Iterable[str], width: int) -> Iterator[str]:
    for line in lines:
        is_fixed = not line or line.startswith(FIXED)
        hanging = "  " if line.startswith("- ") else ""
        yield from [line] if is_fixed else paragraph(line, width=width, hanging=hanging)


def _joined(lines: list[str]) -> list[str]:
    """Return lines with those that go on with a paragraph or an entry put together."""
    joined: list[str] = [""]
    for line in lines:
        is_own = not line.strip() or line.startswith(FIXED) or re.match(r"(- |\d+\. )", line)
        if is_own or not joined[-1] or joined[-1].startswith(FIXED):
            joined.append(line)
        else:
            joined[-1] += " " + line.strip()
    return joined[1:]


def found_text(case: Case, wanted: str, *, width: int) -> str:
    """Return which pages hold some words, with the words around the first place."""
    hits = find(guide_pages(case), wanted)
    if not hits:
        return tr("No page has these words.")
    columns = (Column(tr("Id")), Column(tr("Found"), wraps=True))
    rows = [(hit.page.id, hit.snippet) for hit in hits]
    return "\n".join(text_table(columns, rows, width=width))


def handbook_record(case: Case, page_id: str | None, wanted: str | None) -> object:
    """Return a page, or the pages that hold some words, as records for JSON."""
    if wanted is not None:
        hits = find(guide_pages(case), wanted)
        return [{"id": hit.page.id, "title": hit.page.title, "found": hit.snippet} for hit in hits]
    page = chosen_page(case, page_id)
    return {"id": page.id, "title": page.title, "markdown": page.markdown}
