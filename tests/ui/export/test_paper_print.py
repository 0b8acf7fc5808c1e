"""Sheets of a role play in print: one page for each delegation, one for each table's answers."""

import re

import pytest

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.sheets import sheet_papers
from explorer.model.scenario import Scenario
from explorer.paper.paper import Paper, Paragraph
from explorer.ui.export.paper_print import PaperDocument, paper_pdf, sheet
from tests.classroom.tables.plans import OCTOBER

LINED = OCTOBER.with_values(
    {"us_max_status": 1, "us_min_icbm": 2, "dprk_min_relief": 2, "un_consent": 1}
)
TABLES = 2


def _pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", content))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scenario", [OCTOBER, LINED])
def test_each_delegation_and_each_table_has_one_page(scenario: Scenario) -> None:
    plan = Plan(scenario, tables=TABLES, seed=1, variants=2)
    pages = {name: _pages(paper_pdf(paper)) for name, paper in sheet_papers(plan).items()}
    assert pages.pop("answers") == TABLES
    assert set(pages.values()) == {1}


def _lines(count: int, *, is_compact: bool) -> Paper:
    line = Paragraph("A line of a sheet.")
    return Paper("Sheet", (line,) * count, is_compact=is_compact)


def _pages_as_set(paper: Paper) -> int:
    return PaperDocument(paper).pages_on(sheet())


@pytest.mark.usefixtures("qapp")
def test_the_pages_of_a_paper_are_counted_as_they_are_written() -> None:
    for count in range(20, 90, 3):
        paper = _lines(count, is_compact=False)
        assert _pages_as_set(paper) == _pages(paper_pdf(paper))


@pytest.mark.usefixtures("qapp")
def test_a_compact_paper_that_runs_over_its_page_is_set_smaller() -> None:
    papers = (_lines(count, is_compact=True) for count in range(20, 200))
    over = next(paper for paper in papers if _pages_as_set(paper) == 2)
    assert _pages(paper_pdf(over)) == 1
    # Where no size is small enough, the text takes the pages that it needs.
    assert _pages(paper_pdf(_lines(400, is_compact=True))) > 1
