"""The guide in the terminal: one page as Markdown, or the pages that hold some words."""

from explorer.cli.subject import known_id
from explorer.cli.text_table import Column, paragraph, text_table
from explorer.files.handbook import Page, find
from explorer.model.case import Case
from explorer.model.wording import tr
from explorer.views.guide import guide_pages
from explorer.views.guide_pictures import with_sentences

FIXED = ("|", "    ")
"""How lines begin that are never broken: rows of tables, formulas and commands."""


def chosen_page(case: Case, page_id: str | None) -> Page:
    """Return a page by its id, the first one for None, with words in place of its pictures.

    Raises :class:`ScenarioError` if there is no such page.
    """
    pages = {page.id: page for page in guide_pages(case)}
    wanted = next(iter(pages)) if page_id is None else known_id(page_id, list(pages), option="PAGE")
    return with_sentences(pages[wanted], case)


def page_text(page: Page, *, width: int) -> str:
    """Return the Markdown of a page; lines beyond a width are broken between words.

    Tables and indented lines stay as they are.
    """
    lines: list[str] = []
    for line in page.markdown.splitlines():
        is_whole = len(line) <= width or line.startswith(FIXED)
        hanging = "  " if line.startswith("- ") else ""
        lines += [line] if is_whole else paragraph(line, width=width, hanging=hanging)
    return "\n".join(lines)


def found_text(case: Case, wanted: str, *, width: int) -> str:
    """Return which pages hold some words, with the words around the first place."""
    hits = find(guide_pages(case), wanted)
    if not hits:
        return tr("No page contains these words.")
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
