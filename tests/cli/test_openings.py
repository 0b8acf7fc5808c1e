"""Openings on the command line: what is told really opens what is closed."""

import json

import pytest

from explorer.files.case_file import bundled_case
from explorer.model.scenario import preset_scenario
from explorer.solver.solve import solve
from tests.cli.conftest import Dealzone

CASE = bundled_case()


@pytest.mark.parametrize("preset", ["october-2025", "october-2025-declared"])
def test_each_change_that_is_told_opens_what_it_says(dealzone: Dealzone, preset: str) -> None:
    told = json.loads(dealzone("solve", preset, "--openings", "--json").out)["openings"]
    assert told
    scenario = preset_scenario(CASE, preset)
    for each in told:
        result = solve(scenario.with_value(each["control"], each["value"]))
        opened = {row.row.id for row in result.board if row.is_open}
        assert result.zone.packages == each["packages"] > 0
        assert set(each["opens"]) <= opened
        assert each["row"] is None or each["row"] in opened


def test_with_both_declared_lines_the_lines_to_loosen_are_named(dealzone: Dealzone) -> None:
    out = dealzone("solve", "october-2025-declared", "--openings").out
    assert "Smallest single changes that open a zone" in out
    assert "Washington: Highest nuclear status" in out
    assert "Pyongyang: Lowest nuclear status" in out


def test_every_closed_row_has_its_own_changes_or_says_that_it_takes_more(
    dealzone: Dealzone,
) -> None:
    out = dealzone("solve", "october-2025", "--openings").out
    assert "that open phased step one" in out
    assert "No single control can open it" in out


def test_without_the_wish_nothing_is_added(dealzone: Dealzone) -> None:
    assert "openings" not in json.loads(dealzone("solve", "--json").out)
