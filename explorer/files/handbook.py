"""The handbook: pages of Markdown that come with the program, and their order.

A page is ``resources/handbook/ID.md``: a heading of the first rank, which is its title, and
plain Markdown below. ``index.json`` beside the pages gives their order; a page that is not named
there comes last. Words in braces, such as ``{sender}``, stand for those of the case. Pages about
one of the bundled cases name it in the index and are shown for no other one; a case may add
paragraphs of its own to any page.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from explorer.files.later_page import LATER, later_markdown, later_title
from explorer.files.markdown_text import LINK, as_markdown, as_plain_text, line_without_marks
from explorer.files.page_commands import with_case_named
from explorer.files.page_words import case_words
from explorer.files.resources import resource, resource_names
from explorer.model.case import Case
from explorer.model.later_facts import has_later
from explorer.model.quantity import Frozen
from explorer.model.wording import tr

FOLDER, SUFFIX, INDEX = "handbook", ".md", "index.json"

_PLACE = re.compile(r"\{(\w+)\}")
"""Where words of a case stand on a page."""

_TERM = re.compile(r"\*\*([^*]+)\*\*")
"""A term that a page explains: it stands in bold."""

SNIPPET = 90
"""About how many letters of a page are shown around a word that was looked for."""


class _Entry(Frozen):
    """A line of the index: a page, and the one case it is about; without one, every case."""

    id: str
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its id, its title and its Markdown."""

    id: str
    title: str
    markdown: str

    @property
    def text(self) -> str:
        """The words of the page without marks, in lines."""
        return as_plain_text(self.markdown)


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, and the words around the place."""

    page: Page
    snippet: str


def handbook(case: Case) -> tuple[Page, ...]:
    """Return all pages for a case in their order, with its words.

    What came later, where the case says something of it, comes last.

    Raises :class:`FileError` if the pages are not there, or the case's record is damaged.
    """
    there = resource_names(FOLDER, SUFFIX)
    named = [entry for entry in _index() if entry.id in there]
    ids = {entry.id for entry in named}
    others = [_Entry(id=page_id) for page_id in there if page_id not in ids]
    known = case_words(case)
    written = [
        _page(entry, case, known)
        for entry in (*named, *others)
        if entry.case is None or entry.case == case.id
    ]
    if has_later(case):
        written.append(Page(LATER, later_title(), later_markdown(case)))
    return tuple(written)


def indexed_pages() -> tuple[str, ...]:
    """Return the ids of the pages that the index names, in its order.

    Raises
    ------
    FileError
        If there is no index.
    ValueError
        If it is damaged.
    """
    return tuple(entry.id for entry in _index())


def _index() -> tuple[_Entry, ...]:
    text = resource(FOLDER, INDEX).read_text(encoding="utf-8")
    return TypeAdapter(tuple[_Entry, ...]).validate_json(text)


def _page(entry: _Entry, case: Case, known: Mapping[str, str]) -> Page:
    text = resource(FOLDER, entry.id + SUFFIX).read_text(encoding="utf-8")

    def words(place: re.Match[str]) -> str:
        return known.get(place[1], place[0])

    text = with_case_named(_PLACE.sub(words, text), case) + _notes(case, entry.id)
    heading, _, _ = text.partition("\n")
    return Page(entry.id, line_without_marks(heading.lstrip("# ").strip()), text)


def _notes(case: Case, page_id: str) -> str:
    """Return what a case adds to a page as Markdown, under a heading; empty for nothing."""
    paragraphs = [
        as_markdown(words) for note in case.guide if note.page == page_id for words in note.words
    ]
    if not paragraphs:
        return ""
    return "\n\n".join(["", tr("## In this case"), *paragraphs]) + "\n"


def page_by_id(pages: Iterable[Page], page_id: str) -> Page | None:
    """Return the page with an id, or None."""
    return next((page for page in pages if page.id == page_id), None)


def linked_page(target: str) -> str:
    """Return the id of the page that a link leads to; empty for a link to elsewhere."""
    path = target.partition("#")[0]
    is_page = path.endswith(SUFFIX) and "/" not in path
    return path.removesuffix(SUFFIX) if is_page else ""


def links(page: Page) -> tuple[str, ...]:
    """Return where the links of a page lead, as they are written."""
    return tuple(target for _, target in LINK.findall(page.markdown))


def find(pages: Iterable[Page], wanted: str) -> tuple[Hit, ...]:
    """Return the pages that hold every one of some words.

    Those with a fitting title come first, then those that explain a term with all the words.

    ``wanted``: Words or beginnings of words; none find every page.
    """
    words = wanted.casefold().split()
    hits: list[tuple[int, Hit]] = []
    for page in pages:
        text = " ".join(page.text.split())
        if _has_all(text, words):
            terms = _TERM.findall(page.markdown)
            is_term = any(_has_all(term, words) for term in terms)
            rank = 0 if _has_all(page.title, words) else 1 if is_term else 2
            hits.append((rank, Hit(page, _snippet(text, words))))
    return tuple(hit for _, hit in sorted(hits, key=lambda pair: pair[0]))


def _has_all(text: str, words: Iterable[str]) -> bool:
    low = text.casefold()
    return all(_place(low, word) >= 0 for word in words)


def _place(text: str, word: str) -> int:
    """Return where a word begins with some letters, or -1."""
    found = re.search(rf"(?<!\w){re.escape(word)}", text)
    return -1 if found is None else found.start()


def _snippet(text: str, words: list[str]) -> str:
    if not words:
        return ""
    place = _place(text.casefold(), words[0])
    start = max(0, place - SNIPPET // 3)
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", start, start + SNIPPET)
    return text[start : end if end > place else start + SNIPPET].strip()
