"""The guide speaks of every case alike: what belongs to one case comes from its data."""

import re

import pytest
from hypothesis import given

from explorer.files.case_file import bundled_case
from explorer.files.handbook import Page, find, handbook, page_by_id
from explorer.model.case import Case
from explorer.model.guide import PageNote
from tests.examples import examples
from tests.renamed_case import renamed_case
from tests.strategies import small_cases

KOREA = bundled_case("korea")
PAGES = handbook(KOREA)
OTHER = handbook(renamed_case())
ABOUT_KOREA = ("model-changes", "plausibility")

JOURNALS = ("American Political Science Review",)
"""Names in references that hold a word of the case."""

LITERATURE = {"2006", "2007", "2010", "2015", "2016"}
"""Years of this century in which works appeared that every case's pages name."""

KOREAN = re.compile(
    r"Korea|Seoul|Tokyo|Japan|Chin[ae]|Beijing|Russia|Moscow|Washington|Pyongyang|America|"
    r"United States|\bUS\b|\bUN\b|Trump|\bKim\b|\bLee\b|Hanoi|Singapore|Stockholm|Yongbyon|\bDMZ\b|"
    r"[Mm]issile|[Ww]arhead|ICBM|[Nn]uclear|[Ss]anction|[Ii]nspector|Congress|Senate|\bHouse\b"
)
"""Words of the Korea case."""

FIELD = (
    "ZOPA", "zone of possible agreement", "BATNA", "no agreement", "waiting", "reservation value",
    "reservation price", "walk-away point", "floor", "limit", "Pareto frontier",
    "Nash bargaining solution", "Kalai-Smorodinsky", "win-set", "winset", "two-level game",
    "ratification", "issue linkage", "audience costs", "commitment problem", "decoupling",
    "spoiler",
)  # fmt: skip
"""What somebody who knows the literature types into the search."""


def without_journals(text: str) -> str:
    joined = " ".join(text.split())
    for name in JOURNALS:
        joined = joined.replace(name, "")
    return joined


@pytest.mark.parametrize("page", OTHER, ids=[page.id for page in OTHER])
def test_no_page_speaks_of_korea_where_the_case_is_another(page: Page) -> None:
    text = without_journals(page.markdown)
    assert KOREAN.findall(text) == []
    assert set(re.findall(r"\b20\d\d\b", text)) <= LITERATURE
    assert not [id_ for id_ in korean_ids() if re.search(rf"(?<![\w-]){id_}(?![\w-])", text)]


def korean_ids() -> set[str]:
    """Return the ids of the case that are no words of English."""
    named = (
        KOREA.controls, KOREA.presets, KOREA.packages, KOREA.rows, KOREA.lenses, KOREA.stakeholders,
    )  # fmt: skip
    ids = {each.id for things in named for each in things} | {each.id for each in KOREA.issues}
    return {id_ for id_ in ids if "_" in id_ or "-" in id_ or id_ in ("icbm", "srbm", "warh")}


@given(case=small_cases())
@examples(10)
def test_every_case_fills_every_place(case: Case) -> None:
    for page in handbook(case):
        assert not re.search(r"(?<!\\)\{\w*(?<!\\)\}", page.markdown), page.id
        assert page.title == page.title.strip() != ""
        assert not KOREAN.findall(without_journals(page.markdown))


def test_pages_about_a_bundled_case_are_shown_for_no_other() -> None:
    ours, theirs = [page.id for page in PAGES], [page.id for page in OTHER]
    assert [id_ for id_ in ours if id_ not in ABOUT_KOREA] == theirs
    assert set(ABOUT_KOREA) <= set(ours)


@pytest.mark.parametrize("words", FIELD)
def test_the_search_finds_a_page_by_the_words_of_the_literature(words: str) -> None:
    found = {hit.page.id: hit for hit in find(PAGES, words)}
    assert "glossary" in found
    assert words.split()[0].casefold() in found["glossary"].snippet.casefold()


@pytest.mark.parametrize("words", ["ratification", "spoiler", "win-set", "Pareto frontier"])
def test_the_page_that_explains_a_term_is_found_first(words: str) -> None:
    assert find(PAGES, words)[0].page.id == "glossary"


def test_every_word_of_the_literature_has_ours_beside_it_and_a_reference() -> None:
    glossary = page_by_id(PAGES, "glossary")
    assert glossary is not None
    _, _, literature = glossary.markdown.partition("## The words of the literature")
    entries = [" ".join(entry.split()) for entry in literature.split("\n- ")[1:]]
    assert len(entries) >= 14
    for entry in entries:
        assert re.match(r"\*\*[^*]+\*\*.*\bhere\b.*\*[^*]+\*", entry), entry
        assert re.search(r"\(.*\b(19|20)\d\d\b.*\)$", entry), entry
    names = [entry.casefold() for entry in entries]
    assert names == sorted(names)


def own_fields(case: Case) -> dict[str, object]:
    """Return what a case is made of, without what it has worked out since."""
    return {name: getattr(case, name) for name in Case.model_fields}


def test_what_a_case_adds_stands_at_the_end_of_its_page_as_plain_words() -> None:
    note = PageNote(page="limits", words=("One *two* [x](http://x).", "# Three"))
    lost = PageNote(page="weather", words=("Rain.",))
    case = Case.model_validate({**own_fields(KOREA), "guide": (note, lost)})
    page, before = page_by_id(handbook(case), "limits"), page_by_id(PAGES, "limits")
    assert page is not None
    assert before is not None
    assert page.text.endswith("One *two* [x](http://x).\n\n# Three")
    assert page.markdown.startswith(before.markdown[:100])


def test_what_the_bundled_case_adds_belongs_to_pages_that_exist() -> None:
    ids = {page.id for page in PAGES}
    assert all(note.page in ids for note in KOREA.guide)
