"""Sheets of a role play in print: one page for each delegation, one for each table's answers."""

import re

import pytest

from explorer.classroom.tables.plan import Plan
from explorer.classroom.tables.sheets import sheet_papers
from explorer.model.scenario import Scenario
from explorer.ui.export.paper_print import paper_pdf
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
