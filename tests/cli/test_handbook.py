"""The guide in the terminal."""

import json

import pytest

from explorer.cli.handbook import FIXED
from explorer.files.case_file import bundled_case
from explorer.files.console import text_width
from explorer.views.guide import guide_pages
from tests.cli.conftest import Dealzone

PAGES = guide_pages(bundled_case("korea"))


@pytest.mark.parametrize("page_id", [page.id for page in PAGES])
def test_every_page_prints_its_markdown_within_the_width(dealzone: Dealzone, page_id: str) -> None:
    ran = dealzone("handbook", page_id)
    assert ran.code == 0
    page = json.loads(dealzone("handbook", page_id, "--json").out)
    assert ran.out.startswith(f"# {page['title']}\n")
    assert ran.out.split() == page["markdown"].split()
    lines = ran.out.splitlines()
    assert {*lines} >= {line for line in page["markdown"].splitlines() if line.startswith(FIXED)}
    assert all(len(line) <= text_width() for line in lines if not line.startswith(FIXED))


def test_without_a_page_the_first_one_is_printed(dealzone: Dealzone) -> None:
    assert dealzone("handbook").out.startswith(f"# {PAGES[0].title}")


def test_pages_are_listed_in_both_forms(dealzone: Dealzone) -> None:
    listed = dealzone("list", "handbook").out
    assert all(page.id in listed and page.title in listed for page in PAGES)
    records = json.loads(dealzone("list", "handbook", "--json").out)
    assert records == [{"id": page.id, "title": page.title} for page in PAGES]


def test_words_are_found_in_both_forms(dealzone: Dealzone) -> None:
    assert "two-factor" in dealzone("handbook", "--find", "two-factor map").out
    assert "No page" in dealzone("handbook", "--find", "xylophone").out
    records = json.loads(dealzone("handbook", "--find", "two-factor map", "--json").out)
    assert records[0]["id"] == "two-factor"


def test_a_page_as_json_is_its_markdown(dealzone: Dealzone) -> None:
    record = json.loads(dealzone("handbook", "limits", "--json").out)
    assert record["markdown"].startswith("# What this is not")


def test_an_unknown_page_is_told_with_the_nearest(dealzone: Dealzone) -> None:
    ran = dealzone("handbook", "modle")
    assert ran.code == 2
    assert "model" in ran.err
