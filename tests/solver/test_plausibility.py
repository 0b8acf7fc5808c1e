"""A table of plausibility: what a specialist would say, held against the solver.

Verdicts are part of the table. A statement that does not hold stands on the page of the guide with
the reason; if it comes to hold, or another ceases to, the page has to change with it.
"""

import re

import pytest

from explorer.files.handbook import handbook, page_by_id
from tests.solver.statements import KOREA, STATEMENTS, Statement

ROW = re.compile(r"^\| (\d+) \| (.+?) \| `(.+?)` \| (yes|no) \|$", re.MULTILINE)
"""A row of the table: its number, the statement, the command, and whether it holds."""


@pytest.mark.parametrize("said", STATEMENTS, ids=[each.is_so.__name__ for each in STATEMENTS])
def test_a_statement_holds_or_not_as_the_page_says(said: Statement) -> None:
    assert said.is_so() == said.holds, said.words


def page() -> str:
    found = page_by_id(handbook(KOREA), "plausibility")
    assert found is not None
    return found.markdown


def test_the_page_lists_the_same_statements_with_the_same_verdicts() -> None:
    rows = ROW.findall(page())
    assert [(words, command, verdict == "yes") for _, words, command, verdict in rows] == [
        (each.words, each.command, each.holds) for each in STATEMENTS
    ]
    assert [int(number) for number, *_ in rows] == list(range(1, len(STATEMENTS) + 1))


def test_the_page_says_why_where_a_statement_does_not_hold() -> None:
    _, _, reasons = page().partition("## Where it does not hold, and why")
    told = [int(number) for number in re.findall(r"^- \*\*(\d+)\*\*", reasons, re.MULTILINE)]
    assert told == [number for number, each in enumerate(STATEMENTS, 1) if not each.holds]
