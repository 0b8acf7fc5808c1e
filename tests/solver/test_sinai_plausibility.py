"""A table of plausibility for Egypt and Israel: what a specialist would say, and the solver."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from explorer.files.case_file import bundled_case
from explorer.files.handbook import handbook, page_by_id
from explorer.model.package import package_of
from explorer.model.result import Result
from explorer.model.scenario import preset_scenario
from explorer.solver.opening import zone_openings
from explorer.solver.solve import solve
from explorer.solver.stakeholder import package_others

SINAI = bundled_case("sinai")
SUMMIT = "september-1978"
TENS = range(0, 101, 10)

ROW = re.compile(r"^\| (\d+) \| (.+?) \| `(.+?)` \| (yes|no) \|$", re.MULTILINE)


def at(preset: str = SUMMIT, **values: float) -> Result:
    return solve(preset_scenario(SINAI, preset).with_values(values))


def packages(preset: str = SUMMIT, **values: float) -> int:
    return at(preset, **values).zone.packages


def full(preset: str = SUMMIT, **values: float) -> int:
    return dict(at(preset, **values).zone.by_class)["full"]


def open_rows(**values: float) -> set[str]:
    return {row.row.id for row in at(**values).board if row.zone is not None}


def never_opens(control: str) -> bool:
    opened = [open_rows(**{control: value}) for value in TENS]
    return all(after <= before for before, after in pairwise(opened))


def middle(package_id: str, who: str) -> tuple[float, float, float]:
    scenario = preset_scenario(SINAI, SUMMIT)
    package = package_of(SINAI, next(e for e in SINAI.packages if e.id == package_id).levels)
    standings = package_others(scenario, package).standings
    found = next(each for each in standings if each.stakeholder.id == who)
    return found.low, found.points, found.high


def with_limits(level: int) -> int:
    return packages(eg_min_sinai=3, il_min_demil=level, eg_max_demil=level)


def shuttle() -> bool:
    lines = {"il_max_sinai": 1.0, "il_min_peace": 2.0, "eg_max_peace": 1.0}
    return 0 < packages("march-1975") < 500 and packages("march-1975", **lines) == 0


STATEMENTS: tuple[Callable[[], bool], ...] = (
    lambda: packages("september-1978-declared") == 0,
    lambda: zone_openings(at("september-1978-declared")) == (),
    lambda: packages(il_max_settle=0, eg_min_settle=2) == 0,
    lambda: packages(eg_max_link=1, il_min_link=2) == 0,
    lambda: packages(eg_min_sinai=3) > packages() / 3,
    lambda: with_limits(0) < with_limits(2) / 10,
    lambda: with_limits(2) > max(with_limits(0), with_limits(3)),
    lambda: packages("february-1971") == 0,
    shuttle,
    lambda: dict(at("september-1975").zone.by_class)["interim"] > 0,
    lambda: never_opens("arab_front"),
    lambda: never_opens("soviet_backing"),
    lambda: 0 < packages("september-1978-private") == full("september-1978-private"),
    lambda: middle("camp_david_1978", "syria")[2] < 0 < middle("camp_david_1978", "usa")[0],
    lambda: middle("camp_david_1978", "palestinians")[2] < 0,
    lambda: full(israel_credibility=50, egypt_credibility=50) < full() / 20,
)
"""What decides each statement of the page, in its order."""


def page() -> str:
    found = page_by_id(handbook(SINAI), "sinai")
    assert found is not None
    return found.markdown


ROWS = ROW.findall(page())


def test_every_statement_of_the_page_is_decided_here() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, len(STATEMENTS) + 1))


@pytest.mark.parametrize("row", ROWS, ids=[number for number, *_ in ROWS])
def test_a_statement_holds_or_not_as_the_page_says(row: tuple[str, str, str, str]) -> None:
    number, words, _, verdict = row
    assert STATEMENTS[int(number) - 1]() == (verdict == "yes"), words


def test_the_page_says_why_where_a_statement_does_not_hold() -> None:
    _, _, reasons = page().partition("## Where it does not hold, and why")
    told = re.findall(r"^- \*\*(\d+)\*\*", reasons, re.MULTILINE)
    assert told == [number for number, _, _, verdict in ROWS if verdict == "no"]


def test_the_page_says_what_was_set_with_the_answers_in_view() -> None:
    assert "## What was set with the answers in view" in page()


def test_the_page_belongs_to_its_case_alone() -> None:
    assert page_by_id(handbook(bundled_case("korea")), "sinai") is None
