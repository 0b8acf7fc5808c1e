"""The handbook: every picture has a page, every link leads somewhere, words are well chosen."""

import re

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.handbook import (
    Page,
    find,
    handbook,
    linked_page,
    links,
    page_by_id,
)
from explorer.files.markdown_text import as_plain_text
from explorer.files.page_words import case_words
from explorer.views.registry import VIEW_IDS

KOREA = bundled_case("korea")
PAGES = handbook(KOREA)
IDS = [page.id for page in PAGES]
OTHER_SPELLINGS = (
    "color", "denucleariz", "analyz", "organiz", "recogniz", "center ", "behavior", "favor ",
    "program's programme", "artefact ", "judgment", "gray",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_leads_to_a_page(page: Page) -> None:
    for target in links(page):
        assert linked_page(target) in IDS, target


def test_only_pages_of_the_handbook_can_be_followed() -> None:
    assert linked_page("board.md#how-to-read-it") == "board"
    assert linked_page("https://example.org/board.md") == ""
    assert linked_page("../board.md") == ""


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_page_has_a_title_of_its_own_and_enough_words(page: Page) -> None:
    assert page.markdown.startswith("# ")
    assert [other.title for other in PAGES].count(page.title) == 1
    assert len(page.text.split()) >= 60
    assert not re.search(r"\{\w*\}", page.markdown), "words of the case that are not known"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_no_page_speaks_of_the_probability_of_a_deal(page: Page) -> None:
    text = " ".join(page.text.casefold().split())
    assert "probab" not in text
    assert not re.search(r"likel(y|ihood) (deal|meeting)|deal is likely", text)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_key_words_are_spelt_as_everywhere(page: Page) -> None:
    # The journal keeps its name.
    low = " ".join(page.markdown.casefold().split()).replace("international organization", "")
    assert not [word for word in OTHER_SPELLINGS if word in low]
    assert "dealzone " in low or "deal zone" in low or "package" in low


def test_pages_speak_of_their_case() -> None:
    text = "\n".join(page.text for page in PAGES)
    for words in (KOREA.sender.short, KOREA.target.short, KOREA.limits[0], KOREA.default_preset):
        assert words in text
    assert set(case_words(KOREA)) >= {"sender", "target", "limits", "summary"}


def test_commands_on_pages_name_what_exists() -> None:
    for page in PAGES:
        for view_id in re.findall(r"--view ([a-z-]+)", page.markdown):
            assert view_id in VIEW_IDS, page.id


def test_looking_for_words_finds_every_page_that_has_them_all_titles_first() -> None:
    hits = find(PAGES, "two-factor map")
    assert hits[0].page.id == "two-factor"
    assert all("two-factor" in hit.page.text.casefold() for hit in hits)
    assert "two-factor" in " ".join(hit.snippet for hit in hits).casefold()
    assert find(PAGES, "kalai")[0].snippet.casefold().count("kalai")
    assert not find(PAGES, "xylophone")
    assert len(find(PAGES, "")) == len(PAGES)


def test_looking_for_words_is_quick_enough_for_every_key_stroke() -> None:
    for letters in ("n", "na", "nas", "nash"):
        assert find(PAGES, letters)


def test_a_page_as_plain_text_has_no_marks() -> None:
    marked = "# A *b*\n\nSome **bold** `code` and [a link](page.md).\n\n|a|\n|---|\n    x*y*z"
    text = as_plain_text(marked)
    assert text == "A b\n\nSome bold code and a link.\n\n|a|\n    x*y*z"


def test_a_page_that_is_not_there_is_none() -> None:
    assert page_by_id(PAGES, "weather") is None
